"""Numbers as people write them, digits or words."""

from __future__ import annotations

from typing import Final

WORDS: Final = {
    "anderthalb": 1.5, "eineinhalb": 1.5, "one and a half": 1.5, "a half": 0.5, "half a": 0.5, "half": 0.5,
    "eine halbe": 0.5, "einer halben": 0.5, "halbe": 0.5, "halben": 0.5, "ein paar": 3.0, "a couple of": 2.0,
    "zweieinhalb": 2.5, "two and a half": 2.5, "dreieinhalb": 3.5, "three and a half": 3.5,
    "a quarter of a": 0.25, "a": 1.0, "one": 1.0, "ein": 1.0, "eine": 1.0, "einer": 1.0, "two": 2.0, "zwei": 2.0,
    "three": 3.0, "drei": 3.0, "four": 4.0, "vier": 4.0, "five": 5.0, "fünf": 5.0, "six": 6.0, "sechs": 6.0,
    "eight": 8.0, "acht": 8.0, "ten": 10.0, "zehn": 10.0, "twelve": 12.0, "zwölf": 12.0, "fifteen": 15.0,
    "fünfzehn": 15.0, "sixteen": 16.0, "sechzehn": 16.0, "twenty": 20.0, "zwanzig": 20.0, "thirty": 30.0,
    "dreißig": 30.0, "thirty-two": 32.0, "forty": 40.0, "vierzig": 40.0, "forty-five": 45.0, "sixty": 60.0,
    "fünfzig": 50.0, "fifty": 50.0, "sechzig": 60.0, "ninety": 90.0, "neunzig": 90.0,
}  # fmt: skip

DIGITS: Final = r"[0-9]+(?:[.,][0-9]+)?"
SPELLED: Final = "|".join(
    word.replace(" ", r"\s+") for word in sorted(WORDS, key=lambda word: (-len(word), word))
)
NUMBER: Final = rf"(?:{DIGITS}|{SPELLED})"


def number(text: str) -> float:
    """The value of what NUMBER matched; digits past any sense are infinite."""
    found = WORDS.get(" ".join(text.lower().split()))
    return float(text.replace(",", ".")) if found is None else found
