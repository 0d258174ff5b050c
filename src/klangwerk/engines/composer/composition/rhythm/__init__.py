"""Drums and percussion."""
