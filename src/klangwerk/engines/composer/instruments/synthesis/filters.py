"""Responses of filters and bodies at given frequencies; spectra are multiplied with them."""

from __future__ import annotations

import numpy as np

from klangwerk.engines.composer.instruments.synthesis.note import Floats, Values

Peaks = tuple[tuple[float, float, float], ...]
"""Resonances: (centre in Hz, width in Hz, level)."""


def low_pass(hz: Floats, cutoff_hz: Floats | float, resonance: float) -> Values:
    """An analogue low-pass of 4 poles, with its phase. `resonance` is the Q of the resonant pair."""
    ratio = hz / cutoff_hz
    rest = 1.0 - ratio * ratio
    loss: Values = rest + (1j / resonance) * ratio
    loss *= rest + 1.3j * ratio
    return np.asarray(1.0 / loss)


def low_pass_level(hz: Floats, cutoff_hz: Floats | float, poles: float = 4.0) -> Floats:
    """The magnitude of a low-pass without resonance, `poles` of any size: 6 dB per octave each."""
    ratio = hz / cutoff_hz
    return np.asarray((1.0 + ratio * ratio) ** (-poles / 2), float)


def high_pass_level(hz: Floats, cutoff_hz: float) -> Floats:
    """The magnitude of a high-pass of 2 poles without resonance."""
    ratio = cutoff_hz / np.maximum(hz, 1e-3)
    return np.asarray((1.0 + ratio * ratio) ** -1.0, float)


def resonances(hz: Floats, peaks: Peaks, floor: float = 0.0) -> Floats:
    """Resonances, added as powers to a floor: formants of voices, bodies of strings."""
    power: Floats = np.full(np.shape(hz), floor * floor)
    for centre, width, level in peaks:
        offset = (hz - centre * centre / np.maximum(hz, 1.0)) / width
        power = power + (level * level) / (1.0 + offset * offset)
    return np.asarray(np.sqrt(power))
