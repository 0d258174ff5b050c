"""Choosing a kick's name: from the pool while it lasts, then "AI: Burkhard II", "III" and on without end."""

from __future__ import annotations

import random
from collections.abc import Collection

from klangwerk.studio.kicks.name_pool import NAME_PREFIX, NAMES

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def choose(taken: Collection[str], *, rng: random.Random, pool: tuple[str, ...] = NAMES) -> str:
    """A name that is not in `taken`; every free one of the lowest round is equally likely."""
    taken = set(taken)
    generation = 1
    while True:  # ends: each round offers names that no earlier one did, and `taken` is finite
        free = [name for name in (_full_name(given, generation) for given in pool) if name not in taken]
        if free:
            return rng.choice(free)
        generation += 1


def roman(number: int) -> str:
    """A number from 1 up as kings are counted."""
    numeral = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        numeral += letters * count
    return numeral


def _full_name(given: str, generation: int) -> str:
    return NAME_PREFIX + (given if generation == 1 else f"{given} {roman(generation)}")
