"""Score to sound."""
