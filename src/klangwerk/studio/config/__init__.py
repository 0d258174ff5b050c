"""The project itself: settings, addresses, entry points. Nothing imports from here but the entry points."""
