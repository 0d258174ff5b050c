"""The lead: motifs and what becomes of them."""
