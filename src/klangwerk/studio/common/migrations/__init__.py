"""The tables of the common app."""
