"""How notes on the grid come to feel played."""
