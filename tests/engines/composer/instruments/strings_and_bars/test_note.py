import math

import numpy as np
import pytest

from klangwerk.engines.composer.instruments.strings_and_bars.note import (
    Note,
    closed,
    dynamic,
    glided,
    levelled,
    sounded,
)
from klangwerk.engines.composer.instruments.strings_and_bars.partials import Partials
from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE, Stroke


def tone(hz: float = 440.0, decay: float = 2.0, level: float = 1.0) -> Partials:
    return Partials(np.array([hz]), np.array([decay]), np.full((1, 1), -1j * level))


def test_dynamics():
    assert dynamic(0.8) == pytest.approx(1.0)
    assert 20.0 * math.log10(dynamic(0.3)) == pytest.approx(-12.0)
    assert 20.0 * math.log10(dynamic(0.3, db_at_a_third=-8.0)) == pytest.approx(-8.0)


def test_levelled_forgets_how_loud_it_was():
    quiet, loud = levelled(tone(level=0.001)), levelled(tone(level=50.0))
    np.testing.assert_allclose(quiet.amplitude, loud.amplitude)


def test_what_is_too_low_to_hear_is_not_raised_without_end():
    assert abs(levelled(tone(hz=20.0)).amplitude[0, 0]) < 1.5 * abs(levelled(tone(hz=400.0)).amplitude[0, 0])


def test_release_is_seamless_and_quick():
    note = Note(partials=levelled(tone(decay=0.5)), release=40.0)
    samples = sounded(note, Stroke(pitch=69, duration_s=0.5, velocity=0.8))[0]
    at = SAMPLE_RATE // 2
    step_about_release = np.abs(np.diff(samples[at - 50 : at + 50])).max()
    assert step_about_release <= np.abs(np.diff(samples[at - 2000 : at - 1000])).max() * 1.01
    assert 0.6 < samples.size / SAMPLE_RATE < 0.75


def test_without_release_the_duration_does_not_matter():
    note = Note(partials=levelled(tone(decay=9.0)), release=None)
    short, long = (sounded(note, Stroke(pitch=69, duration_s=d, velocity=0.8)) for d in (0.1, 0.7))
    np.testing.assert_array_equal(short, long)


def test_closed_fades_longer_what_still_rings():
    ringing = closed(np.ones((1, 44_100), dtype=np.float32))
    silent = closed(
        np.concatenate((np.ones((1, 40_000)), np.full((1, 4100), 1e-5)), axis=1).astype(np.float32)
    )
    assert ringing[0, -1] == silent[0, -1] == 0.0
    assert ringing[0, 30_000] < 1.0
    assert silent[0, 39_999] == 1.0


def test_a_glide_starts_where_it_was_asked_to():
    samples = np.sin(2.0 * np.pi * 440.0 * np.arange(SAMPLE_RATE) / SAMPLE_RATE).astype(np.float32)[None]
    slid = glided(samples, Stroke(pitch=69, duration_s=1.0, velocity=0.8, slide_from=57))
    crossings = np.flatnonzero((slid[0, :-1] < 0.0) & (slid[0, 1:] >= 0.0))
    periods = np.diff(crossings)
    assert periods[0] == pytest.approx(SAMPLE_RATE / 220.0, rel=0.03)
    assert np.median(periods[-20:]) == pytest.approx(SAMPLE_RATE / 440.0, rel=0.01)
    assert np.abs(np.diff(slid[0])).max() <= np.abs(np.diff(samples[0])).max() * 1.02
