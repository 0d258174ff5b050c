"""Basses that move by themselves: detuned saws that beat, and a filter that follows the bar.

What is lower than some 200 Hz is one steady wave in the middle; the movement is above it and spreads to the sides.
"""

from __future__ import annotations

import numpy as np

from klangwerk.engines.composer.instruments.basses.machines import opened
from klangwerk.engines.composer.instruments.synthesis import envelopes, filters, harmonics
from klangwerk.engines.composer.instruments.synthesis.note import Floats, Note, Values
from klangwerk.engines.composer.instruments.synthesis.subtractive import Subtractive
from klangwerk.engines.composer.instruments.voices import Character, Voice

SIDES_FROM_HZ = 220.0
RATES_PER_BEAT = (2.0, 3.0, 4.0, 1.5)


def reese(character: Character) -> Voice:
    """Detuned saws whose beating sweeps through the spectrum, with a notch that wanders."""
    return Subtractive(
        character=character,
        spectrum=_reese,
        envelope=lambda note: envelopes.adsr(note, 0.006, 0.6, 0.95),
        release_s=0.09,
        drive=1.1,
        top_hz=6000.0,
        slowest=4,
    )


def wobble(character: Character) -> Voice:
    """A growl whose filter opens and closes with the beat."""
    return Subtractive(
        character=character,
        spectrum=_wobble,
        envelope=lambda note: envelopes.adsr(note, 0.003, 0.6, 0.95),
        release_s=0.07,
        drive=1.6,
        top_hz=8000.0,
        slowest=5,
    )


def _aside(hz: Floats) -> Floats:
    """What of a spectrum may go to the sides."""
    return np.clip((hz - SIDES_FROM_HZ) / 200.0, 0.0, 1.0)


def _reese(note: Note, hz: Floats, seconds: Floats) -> Values:
    number = harmonics.numbers(hz)
    wide = 13.0 + 3.0 * (note.character.seed % 4)
    begin = np.random.default_rng([note.character.seed & 0xFFFFFFFF, 12]).uniform(-0.08, 0.08, 4)
    left = harmonics.beating(number, seconds, note.f0, ((-wide, 1.0, begin[0]), (0.5 * wide, 0.8, begin[3])))
    right = harmonics.beating(
        number, seconds, note.f0, ((0.9 * wide, 1.0, begin[1]), (-0.45 * wide, 0.8, begin[2]))
    )
    cutoff = opened(note, 1500.0) * (1.0 + 0.35 * np.sin(2 * np.pi * 0.23 * seconds - 0.8))
    notch_hz = 500.0 * 2.0 ** (1.3 * np.sin(2 * np.pi * 0.31 * seconds + note.character.seed % 6))
    notch = 1.0 - 0.8 * np.exp(-((np.log2(hz / notch_hz) / 0.35) ** 2))
    shape = -1j / number * notch * filters.low_pass(hz, cutoff, 1.1)
    shape[:, 0] *= 1.6
    steady = np.clip((130.0 - hz) / 60.0, 0.0, 1.0)
    steady[0, 0] = 1.0
    middle = 0.5 * (left + right) * (1.0 - steady) + steady
    return np.stack([shape * middle, shape * (0.5 * (left - right) * _aside(hz))])


def _wobble(note: Note, hz: Floats, seconds: Floats) -> Values:
    number = harmonics.numbers(hz)
    seed = note.character.seed
    turns = note.character.bpm / 60.0 * RATES_PER_BEAT[seed % 4] * seconds
    begins_open = seed % 8 >= 4
    way = 0.5 - 0.5 * np.cos(2 * np.pi * (turns + 0.5 * begins_open))
    cutoff = 110.0 + opened(note, 2600.0) * way**1.7
    # "yoi": the formants part as the mouth opens.
    growl = np.sqrt(
        0.35
        + 1.6 / (1 + ((hz - 380.0 - 420.0 * way) / 130.0) ** 2)
        + 1.1 / (1 + ((hz - 1000.0 - 900.0 * way) / 260.0) ** 2)
        + 0.4 / (1 + ((hz - 3100.0) / 500.0) ** 2)
    )
    low = harmonics.beating(number, seconds, note.f0, ((-11.0, 1.0, 0.0),))
    high = harmonics.beating(number, seconds, note.f0, ((11.0, 1.0, 0.06),))
    middle = (1.0 + low + high) / 3
    middle[:, :2] = 1.0
    odd = number % 2
    wave = -1j * (0.8 + 0.45 * odd) * number**-0.85
    filtered = wave * growl * filters.low_pass(hz, cutoff, 2.4)
    spectra = np.stack([filtered * middle, filtered * (0.25 * (low - high) * _aside(hz))])
    # The sub stays, whatever the filter does.
    spectra[0, :, 0] = -1j * (0.9 + 0.5 * way[:, 0])
    return spectra
