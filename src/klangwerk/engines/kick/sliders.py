"""Sliders on the model's scale: every slider becomes a number in -1..1 in which the training data is spread evenly.

Length and pitch are given in seconds and Hz and looked up; punch, drive, brightness and noise are given as 0..1,
the share of training kicks that have less of it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from klangwerk.engines.kick.params import SLIDERS, KickParams

PHYSICAL = ("length_s", "pitch_hz")


@dataclass(frozen=True)
class SliderScale:
    """quantiles: for each slider in order, the measured values at equal steps of rank from 0 to 1."""

    quantiles: tuple[tuple[float, ...], ...]

    def ranks(self, measured: tuple[float, ...]) -> tuple[float, ...]:
        """Measured values (seconds, Hz, dB, dB, Hz, dB) to -1..1."""
        return tuple(_rank(value, q) for value, q in zip(measured, self.quantiles, strict=True))

    def inputs(self, params: KickParams) -> tuple[list[float], list[float]]:
        """The network's slider and mask inputs, six each."""
        values: list[float] = []
        mask: list[float] = []
        for (name, value), q in zip(params.sliders().items(), self.quantiles, strict=True):
            mask.append(0.0 if value is None else 1.0)
            if value is None:
                values.append(0.0)
            elif name in PHYSICAL:
                values.append(_rank(value, q))
            else:
                values.append(2.0 * value - 1.0)
        return values, mask

    def to_lists(self) -> list[list[float]]:
        """For the model's metadata."""
        return [list(q) for q in self.quantiles]

    @classmethod
    def from_lists(cls, lists: list[list[float]]) -> SliderScale:
        """Inverse of `to_lists`. Raises ValueError when the count of sliders is wrong."""
        if len(lists) != len(SLIDERS):
            raise ValueError(f"expected {len(SLIDERS)} sliders, found {len(lists)}")
        return cls(tuple(tuple(q) for q in lists))


def _rank(value: float, quantiles: tuple[float, ...]) -> float:
    """Where a measured value lies among the quantiles, -1..1."""
    return 2.0 * float(np.interp(value, quantiles, np.linspace(0.0, 1.0, len(quantiles)))) - 1.0
