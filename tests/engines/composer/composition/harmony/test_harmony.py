"""Numerals, songbooks, and whether one hears the key."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from klangwerk.engines.composer.composition.bass.parts import bass_parts
from klangwerk.engines.composer.composition.chords.parts import chord_parts
from klangwerk.engines.composer.composition.harmony.books import book_for
from klangwerk.engines.composer.composition.harmony.numerals import harmony
from klangwerk.engines.composer.composition.planning import make_plan
from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.keys import SCALES, Key, Mode
from klangwerk.engines.composer.score import Stem

C, A_MINOR, E_FLAT, F_SHARP = Key(0, Mode.MAJOR), Key(9, Mode.MINOR), Key(3, Mode.MAJOR), Key(6, Mode.MINOR)


@pytest.mark.parametrize(
    ("numeral", "key", "name", "pitch_classes", "bass"),
    [
        ("I", C, "C", (0, 4, 7), 0),
        ("ii7", C, "Dm7", (2, 5, 9, 0), 2),
        ("V7/7", C, "G7/B", (7, 11, 2, 5), 11),
        ("bVImaj7", A_MINOR, "Fmaj7", (5, 9, 0, 4), 5),
        ("iih7", A_MINOR, "Bm7b5", (11, 2, 5, 9), 11),
        ("VI7b9", E_FLAT, "C7b9", (0, 4, 7, 10, 1), 0),
        ("bII", F_SHARP, "G", (7, 11, 2), 7),
        ("i69", F_SHARP, "F#m6/9", (6, 9, 1, 3, 8), 6),
        ("bVII", Key(1, Mode.MINOR), "B", (11, 3, 6), 11),
        ("i/b3", A_MINOR, "Am/C", (9, 0, 4), 0),
    ],
)
def test_numerals_stand_for_chords(numeral, key, name, pitch_classes, bass):
    found = harmony(numeral, key)
    assert (found.name, found.bass) == (name, bass)
    assert tuple((found.root + i) % 12 for i in found.intervals) == pitch_classes


@pytest.mark.parametrize("wrong", ["", "H", "iq", "VIII", "I/9", "x7"])
def test_what_is_no_numeral_is_refused(wrong):
    with pytest.raises(ValueError):
        harmony(wrong, C)


def numerals_of(book):
    texts = (*book.chorus, *book.verse, *book.bridge, *book.turn, *book.close, *book.final)
    return [numeral for text in texts for bar in text.split("|") for numeral in bar.split() if numeral != "%"]


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("genre", Genre)
def test_every_songbook_can_be_read_and_keeps_to_its_scale(genre, mode):
    key = Key(2, mode)
    scale = {(key.tonic + step) % 12 for step in SCALES[mode]}
    tones = [
        (found.root + interval) % 12
        for found in (harmony(numeral, key) for numeral in numerals_of(book_for(genre, mode)))
        for interval in found.intervals
    ]
    assert np.mean([tone in scale for tone in tones]) > 0.68  # blues and borrowed dominants at the low end


def test_songbooks_end_on_the_tonic_and_verses_differ_from_choruses():
    for genre, mode in itertools.product(Genre, Mode):
        book = book_for(genre, mode)
        assert all(harmony(numeral, Key(0, mode)).root == 0 for numeral in book.final)
        assert len(set(book.verse) & set(book.chorus)) <= 1, (genre, mode)


# Krumhansl and Kessler's profiles of how well tones fit a key
MAJOR = np.array([6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88])
MINOR = np.array([6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17])


def heard_key(parts, end_beats):
    """Tonic and whether it is minor, from all tones with their first five partials."""
    chroma = np.zeros(12)
    for part in parts:
        for note in part.notes:
            length = min(note.duration_beats, end_beats - note.start_beats, 4.0)
            for partial, above in enumerate((0, 12, 19, 24, 28)):
                weight = 10 ** (part.level_db / 20) * note.velocity * max(length, 0.0) ** 0.7 * 0.6**partial
                chroma[(note.pitch + above) % 12] += weight
    fits = [
        (np.corrcoef(np.roll(chroma, -tonic), profile)[0, 1], tonic, minor)
        for tonic in range(12)
        for profile, minor in ((MAJOR, False), (MINOR, True))
    ]
    return max(fits)[1:]


def test_the_key_is_heard(brief_for):
    heard = []
    for genre, seed in itertools.product(Genre, range(2)):
        brief = brief_for(genre, 13.0, seed=seed)
        plan = make_plan(brief, np.random.default_rng(seed))
        parts = (
            *bass_parts(plan, (), np.random.default_rng(seed)),
            *chord_parts(plan, np.random.default_rng(seed)),
        )
        tonic, minor = heard_key(parts, plan.duration_s / plan.beat_s)
        heard.append(minor == brief.key.is_minor and (tonic - brief.key.tonic) % 12 in (0, 5, 7))
    assert np.mean(heard) >= 0.93


@pytest.mark.parametrize("mode", Mode)
def test_phrases_begin_near_the_tonic(brief_for, mode):
    first = [
        make_plan(brief_for(genre, 60.0, seed=seed, mode=mode), np.random.default_rng(seed)).chords[0].root
        == brief_for(genre, 60.0, seed=seed, mode=mode).key.tonic
        for genre in Genre
        for seed in range(2)
    ]
    assert np.mean(first) > 0.8


def test_chords_are_not_left_out_of_the_stems(brief_for):
    for genre in Genre:
        plan = make_plan(brief_for(genre, 60.0), np.random.default_rng(0))
        assert any(Stem.CHORDS in section.stems for section in plan.sections)
