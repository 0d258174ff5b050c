"""Guitars: nylon, steel, and electric ones from clean to distorted."""

from klangwerk.engines.composer.instruments.guitars.acoustic import nylon, steel
from klangwerk.engines.composer.instruments.guitars.electric import clean, distorted, muted, overdriven

__all__ = ["clean", "distorted", "muted", "nylon", "overdriven", "steel"]
