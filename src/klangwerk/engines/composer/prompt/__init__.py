"""Words to brief."""
