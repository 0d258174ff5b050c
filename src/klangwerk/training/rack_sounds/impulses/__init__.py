"""Impulse responses: rooms, plates, springs, metal, and what no building does."""
