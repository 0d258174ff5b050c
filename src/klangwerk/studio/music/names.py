"""What a track is called: what it is in a few words, or the first words of its prompt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from klangwerk.studio.music.models import NAME_CHARS_MAX

_WORDS_MAX = 7
_CHARS_MAX = 60  # room for a number and the name of a stem
_CLAUSE_END = re.compile(r"[.!?;:,\n]")


def describe(*, moods: Collection[str], genre: str, key: str) -> str:
    """As in “Rainy lo-fi in D minor”."""
    return _capitalised(" ".join([*list(moods)[:1], genre, "in", key]))


def first_words(prompt: str) -> str:
    """The first clause of the prompt, if that is some words, else its first words; empty without any letter."""
    text = " ".join("".join(" " if _is_control(char) else char for char in prompt).split())
    clause = _CLAUSE_END.split(text, maxsplit=1)[0].strip()
    words = (clause if " " in clause else text).split()[:_WORDS_MAX]
    while len(" ".join(words)) > _CHARS_MAX and len(words) > 1:
        words.pop()
    name = " ".join(words)[:_CHARS_MAX].strip(" .!?;:,")
    return _capitalised(name) if any(char.isalpha() for char in name) else ""


def numbered(name: str, taken: Collection[str]) -> str:
    """The name, with the smallest number behind it that makes it one of its own: another seed, the same words."""
    if name not in taken:
        return name
    number = 2
    while f"{name} {number}" in taken:
        number += 1
    return f"{name} {number}"


def of_stem(main: str, type: str) -> str:
    """As in “Rainy lo-fi in D minor – bass”."""
    ending = f" – {type}"
    return f"{main[: NAME_CHARS_MAX - len(ending)].rstrip()}{ending}"


def _capitalised(name: str) -> str:
    return name[:1].upper() + name[1:]


def _is_control(char: str) -> bool:
    return unicodedata.category(char)[0] == "C" or unicodedata.category(char) in {"Zl", "Zp"}
