"""The timeline: projects that arrange sounds of the library."""
