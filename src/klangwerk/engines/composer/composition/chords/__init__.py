"""Those who play chords."""
