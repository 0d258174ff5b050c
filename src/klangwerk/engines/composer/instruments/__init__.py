"""The composer's own instruments."""
