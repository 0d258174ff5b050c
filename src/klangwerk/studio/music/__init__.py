"""Tracks: a prompt becomes a main mix with four stems, and all of them are kept in a catalog."""
