"""Names: a pool of our own, never twice for a user, never run dry."""

from __future__ import annotations

import itertools
import random

import pytest

from klangwerk.studio.kicks import names
from klangwerk.studio.kicks.name_pool import NAME_PREFIX, NAMES


def distance(a: str, b: str) -> int:
    """Levenshtein's."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1]


def test_the_pool_is_large_and_has_no_twins() -> None:
    assert len(NAMES) >= 120
    assert len(set(NAMES)) == len(NAMES)
    for a, b in itertools.combinations(NAMES, 2):
        assert distance(a.lower(), b.lower()) > 1, f"{a} and {b} are nearly the same"
        assert not a.startswith(b), f"{a} contains {b}"
        assert not b.startswith(a), f"{b} contains {a}"


def test_names_are_single_capitalised_words() -> None:
    for name in NAMES:
        assert name.isalpha()
        assert name == name.capitalize()
        assert 3 <= len(name) <= 14


def test_every_name_of_the_pool_comes_before_any_second() -> None:
    rng = random.Random(1)
    taken: list[str] = []
    for _ in range(2 * len(NAMES) + 5):
        taken.append(names.choose(taken, rng=rng))
    assert len(set(taken)) == len(taken)
    assert set(taken[: len(NAMES)]) == {NAME_PREFIX + name for name in NAMES}
    assert all(name.endswith(" II") for name in taken[len(NAMES) : 2 * len(NAMES)])
    assert all(name.endswith(" III") for name in taken[2 * len(NAMES) :])


def test_a_freed_name_is_used_again() -> None:
    taken = {NAME_PREFIX + name for name in NAMES} - {"AI: Burkhard"}
    assert names.choose(taken, rng=random.Random(1)) == "AI: Burkhard"


def test_choice_is_spread_over_the_pool() -> None:
    rng = random.Random(2)
    assert len({names.choose([], rng=rng) for _ in range(300)}) > 100


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (99, "XCIX"), (2026, "MMXXVI")],
)
def test_roman_numerals(number: int, numeral: str) -> None:
    assert names.roman(number) == numeral
