"""Presets of the rack, and loops bounced from them."""
