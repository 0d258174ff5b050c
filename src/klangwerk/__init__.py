"""Klangwerk: a self-hosted studio for AI audio."""

__version__ = "0.1.0"
