"""The vocabulary is the network's input: its order is fixed, and every phrase means one word."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from klangwerk.engines.kick.prompt_stopwords import ADVERBS, FILLERS, NEGATORS
from klangwerk.engines.kick.vocabulary import PHRASES, WORD_BY_NAME, WORD_INDEX, WORDS, fold, phrase_key
from klangwerk.engines.language.phrases import define

# The order the first weights were trained with; new names are appended in vocabulary.py, never here.
FIRST_NAMES = """
808 909 acoustic house techno hardstyle trap dnb lofi industrial gabber rawstyle minimal psytrance rumble
hardtechno deephouse garage bigroom trance disco electro synthwave boombap chillhop rock jazz funk metal pop
drill phonk dubstep breakbeat cinematic ebm deep high short long soft punchy clean distorted dark bright
pure noisy clicky smooth snappy boomy tight fat thin warm cold hard gentle subby tonal sweeping flat zappy
thumpy knocking woody metallic plastic felt roomy dry reverberant gated compressed dynamic crunchy gritty
fuzzy saturated overdriven clipped bitcrushed tape dusty hissy muffled crisp airy round resonant damped
layered analog digital vintage modern huge small heavy light aggressive mellow raw hit kick
"""


def test_names_keep_the_order_the_model_was_trained_with() -> None:
    first = FIRST_NAMES.split()
    assert [word.name for word in WORDS][: len(first)] == first
    assert [WORD_INDEX[word.name] for word in WORDS] == list(range(len(WORDS)))


def test_every_defined_word_is_an_input() -> None:
    assert set(WORD_BY_NAME) == set(WORD_INDEX)


def test_there_are_at_least_80_words_with_synonyms_each() -> None:
    assert len(WORDS) >= 80
    assert [word.name for word in WORDS if len(word.synonyms) < 5] == []


def test_a_phrase_belongs_to_one_word() -> None:
    owners: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for word in WORDS:
        for phrase in word.phrases():
            owners[phrase_key(phrase)].add(word.name)
    assert {key: names for key, names in owners.items() if len(names) > 1} == {}
    assert () not in owners


def test_a_synonym_is_shown_once() -> None:
    for word in WORDS:
        keys = [phrase_key(phrase) for phrase in (word.name, *word.synonyms)]
        assert len(keys) == len(set(keys)), word.name


def test_opposites_are_words_of_the_vocabulary_and_never_the_word_itself() -> None:
    for word in WORDS:
        if word.opposite is not None:
            assert word.opposite in WORD_INDEX
            assert word.opposite != word.name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("deep", "high"),
        ("short", "long"),
        ("soft", "punchy"),
        ("clean", "distorted"),
        ("dark", "bright"),
        ("pure", "noisy"),
    ],
)
def test_the_measured_pairs_are_opposites_of_each_other(one: str, other: str) -> None:
    assert (WORD_BY_NAME[one].opposite, WORD_BY_NAME[other].opposite) == (other, one)


def test_no_known_word_is_dropped_as_filler() -> None:
    assert [key for key in FILLERS if (key,) in PHRASES] == []


def test_no_synonym_begins_with_a_negation() -> None:
    """Else "no noise or click" would be read as "no noise", or "click"."""
    assert [key for key in PHRASES if key[:1] in NEGATORS] == []


def test_german_endings_are_understood_but_not_shown() -> None:
    word = define("pitch", "deep", "tief*, dunkel/dunkl*, warm")
    assert word.synonyms == ("tief", "dunkel", "warm")
    assert {"tiefe", "tiefer", "tiefes", "tiefen", "tiefem", "dunkler"} <= set(word.forms)


def test_the_documentation_lists_what_is_understood() -> None:
    page = (Path(__file__).parents[2] / "docs" / "prompts.md").read_text(encoding="utf-8")
    rows = set(page.splitlines())
    for word in WORDS:
        assert f"| {word.name} | {word.opposite or ''} | {', '.join(word.synonyms)} |" in rows
    listed = set(page.partition("## Fillers")[2].replace(",", " ").split())
    assert FILLERS | ADVERBS | {token for key in NEGATORS for token in key} <= listed


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Übersteuert", "uebersteuert"),
        ("u\u0308ber", "ueber"),
        ("groß", "gross"),
        ("Café", "cafe"),
        ("ＤＥＥＰ", "deep"),
    ],
)
def test_spellings_of_the_same_word_fold_alike(text: str, folded: str) -> None:
    assert fold(text) == folded
