"""Which chords a piece has."""
