"""The master: OTT and distortion for each side, then the limiter for both."""

from __future__ import annotations

import math

import numpy as np

from klangwerk.dsp import Effect
from klangwerk.engines.rack.params import RackParams
from klangwerk.engines.rack.strips import Samples, distortion, stereo


class Master:
    """The master chain with its state. Sides share nothing, so that two threads may work on them."""

    def __init__(self, params: RackParams, *, channels: int) -> None:
        self._sides = [_Side(params) for _ in range(channels)]
        self._limiter = Effect("limiter")
        self._limiter.set(gain_db=20.0 * math.log10(params.master_limiter_amt))
        self.channels = channels
        self.latency_frames = self._limiter.latency_frames

    def process_side(self, number: int, mix: Samples) -> Samples:
        """The next frames of one side of `mix`, up to the limiter: shape (1, frames)."""
        return self._sides[number].process(mix[number : number + 1])

    def limit(self, *sides: Samples) -> Samples:
        """The next frames through the limiter: shape (2, frames), late by `latency_frames`."""
        return self._limiter.process(stereo(np.concatenate(sides)))


class _Side:
    def __init__(self, params: RackParams) -> None:
        self._ott = Effect("ott")
        self._ott.set(amount=params.master_ott_amt, ratio_scale=8.0, low_db=3.0, mid_db=-3.0, high_db=0.0)
        self._distortion = distortion(params.master_dist_amt)

    def process(self, side: Samples) -> Samples:
        pressed = self._ott.process(side)
        return self._distortion.process(pressed) if self._distortion else pressed
