"""How long a piece is, and which sections it has."""
