"""The library: every stored sound, its measurements, its file, and the signed links to it."""
