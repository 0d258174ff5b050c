"""What tracks are called."""

from __future__ import annotations

import pytest

from klangwerk.studio.music import names
from klangwerk.studio.music.models import NAME_CHARS_MAX


def test_what_it_is() -> None:
    assert names.describe(moods=("rainy", "sad"), genre="lo-fi", key="D minor") == "Rainy lo-fi in D minor"
    assert names.describe(moods=(), genre="techno", key="A phrygian") == "Techno in A phrygian"


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("something for a long drive", "Something for a long drive"),
        ("Ein Lied für den Regen, 90 bpm, mit Klavier", "Ein Lied für den Regen"),
        ("one two three four five six seven eight nine", "One two three four five six seven"),
        ("waves, then birds", "Waves, then birds"),
        ("two\nlines\t here\x07", "Two lines here"),
        ("x" * 500, "X" + "x" * 59),
        ("120!!!", ""),
        ("  …  ", ""),
    ],
)
def test_the_first_words(prompt: str, name: str) -> None:
    assert names.first_words(prompt) == name


def test_numbers_tell_equal_ones_apart() -> None:
    assert names.numbered("Techno", set()) == "Techno"
    assert names.numbered("Techno", {"Techno"}) == "Techno 2"
    assert names.numbered("Techno", {"Techno", "Techno 2", "Techno 4"}) == "Techno 3"


def test_stems_are_called_after_their_mix_and_fit() -> None:
    assert names.of_stem("Techno", "bass") == "Techno – bass"
    assert len(names.of_stem("x" * NAME_CHARS_MAX, "percussion")) == NAME_CHARS_MAX
