"""Brief to score."""
