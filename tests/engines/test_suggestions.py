"""Word suggestions while typing."""

from __future__ import annotations

import pytest

from klangwerk.engines.kick.prompt import parse
from klangwerk.engines.kick.suggestions import Suggestion, suggestions


def test_names_come_first_then_synonyms() -> None:
    found = suggestions("har")
    assert found[0] == Suggestion("hard", "hard")
    assert [s.text for s in found].index("hardtechno") < [s.text for s in found].index("hardcore")


@pytest.mark.parametrize(
    ("prefix", "word"),
    [
        ("tie", "deep"),
        ("verz", "distorted"),
        ("übers", "overdriven"),
        ("UEBERS", "overdriven"),
        ("drum a", "dnb"),
        ("lo-", "lofi"),
    ],
)
def test_german_and_english_synonyms_are_found(prefix: str, word: str) -> None:
    assert word in [suggestion.word for suggestion in suggestions(prefix)]


def test_a_word_is_suggested_once_and_never_more_than_asked() -> None:
    found = suggestions("s", limit=5)
    assert len(found) == 5
    assert len({suggestion.word for suggestion in found}) == 5


def test_a_suggestion_typed_into_the_prompt_means_its_word() -> None:
    for suggestion in suggestions("d", limit=50):
        assert parse(suggestion.text).words == (suggestion.word,)


@pytest.mark.parametrize("prefix", ["", "  ", "!", "xyzzy"])
def test_nothing_typed_or_nothing_known_suggests_nothing(prefix: str) -> None:
    assert suggestions(prefix) == ()
