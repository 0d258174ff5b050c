"""Rebuilding the shipped models: the procedural training data and the networks that learn from it."""
