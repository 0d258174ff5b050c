"""Those who play the bass."""
