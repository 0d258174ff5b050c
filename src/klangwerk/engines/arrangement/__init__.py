"""Sounds arranged in time on several lanes, as a value and as an exchange file."""
