"""A loop has no seam."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.render.rendering import render
from klangwerk.engines.composer.score import Score, Stem

RATE = 44_100


def turned(score: Score, beats: float) -> Score:
    """The same loop, begun elsewhere."""
    length = score.length_beats
    parts = tuple(
        dataclasses.replace(
            part,
            notes=tuple(
                sorted(
                    (
                        dataclasses.replace(note, start_beats=(note.start_beats + beats) % length)
                        for note in part.notes
                    ),
                    key=lambda note: (note.start_beats, note.pitch),
                )
            ),
        )
        for part in score.parts
    )
    return dataclasses.replace(score, parts=parts)


@pytest.mark.parametrize("genre", [Genre.HOUSE, Genre.LOFI])
def test_value_and_slope_go_on_across_the_seam(piece, brief, genre):
    rendered = render(piece(genre=genre, looping=True), brief, seed=7)
    # The kick begins at the seam: percussion is allowed the step that it makes on every other beat.
    for stem, sound in rendered.stems.items():
        samples = sound.samples
        around = np.concatenate((samples[:, -4000:], samples[:, :4000]), axis=1)
        for order in (1, 2):
            steps = np.abs(np.diff(around, order, axis=1)).max(axis=0)
            seam = steps[4000 - order - 1 : 4001].max()
            if stem is Stem.PERCUSSION:
                beats = [
                    np.abs(np.diff(samples[:, at - 9 : at + 9], order, axis=1)).max()
                    for at in (44_100, 88_200)
                ]
                assert seam <= 1.5 * max(beats)
            else:
                assert seam <= max(steps[:3900].max(), steps[4100:].max())


def test_a_loop_sounds_the_same_wherever_it_begins(piece, brief):
    """What crosses the seam in one crosses it nowhere in the other."""
    score = piece(
        genre=Genre.AMBIENT, bars=4, looping=True, without=(Stem.PERCUSSION, Stem.BASS, Stem.MELODY)
    )
    one = render(score, brief, seed=7).premaster.samples
    other = render(turned(score, 8.0), brief, seed=7).premaster.samples
    difference = np.abs(np.roll(one, 4 * RATE, axis=1) - other).max()
    assert difference < 0.02 * np.abs(one).max()


def test_tails_come_round(piece, brief):
    score = piece(looping=True, genre=Genre.AMBIENT, without=(Stem.PERCUSSION, Stem.BASS, Stem.MELODY))
    part = score.parts[0]
    late = dataclasses.replace(part, notes=tuple(n for n in part.notes if n.start_beats >= 4))
    rendered = render(dataclasses.replace(score, parts=(late,)), brief, seed=7)
    assert np.abs(rendered.premaster.samples[:, :1000]).max() > 1e-3
