"""What every app of the studio shares; it knows none of them."""
