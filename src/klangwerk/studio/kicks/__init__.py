"""Kicks: generated, named, kept, counted."""
