"""How far what was typed is from what was meant."""

from __future__ import annotations

from typing import Final

_FREE_SUBSTITUTION_MIN_CHARS: Final = (
    6  # in shorter words only a slip to a neighbouring key counts: horse is not house
)
_KEY_ROWS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def typing_distance(typed: str, meant: str) -> int:
    """Slips between two words: a letter missing, added, wrong, or two exchanged, at a cost of 1 each.

    In short words a wrong letter costs 2 unless its key lies beside the right one.
    """
    free = min(len(typed), len(meant)) >= _FREE_SUBSTITUTION_MIN_CHARS
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for i, letter in enumerate(typed, start=1):
        before, last, row = row, before, [i]
        for j, other in enumerate(meant, start=1):
            wrong = 0 if letter == other else 1 if free or _are_neighbours(letter, other) else 2
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + wrong)
            if i > 1 and j > 1 and letter == meant[j - 2] and typed[i - 2] == other:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]


def _are_neighbours(letter: str, other: str) -> bool:
    places = [
        (row, keys.find(key)) for key in (letter, other) for row, keys in enumerate(_KEY_ROWS) if key in keys
    ]
    if len(places) < 2:
        return False
    (row_a, column_a), (row_b, column_b) = places
    return abs(row_a - row_b) <= 1 and abs(column_a - column_b) <= 1
