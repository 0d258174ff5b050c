"""Mastering: a finished mix becomes as loud as the world expects it, and no peak leaves the scale."""
