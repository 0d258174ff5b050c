"""The bus of a stem: its channels are added up, sent into a room, ducked, held together."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE, Samples
from klangwerk.engines.composer.render.channel import STEP, Sounded
from klangwerk.engines.composer.render.channel_levels import level_db
from klangwerk.engines.composer.render.clock import Clock
from klangwerk.engines.composer.render.ducking import duck
from klangwerk.engines.composer.render.mixes import DRY, Glue, Mix
from klangwerk.engines.composer.render.modulation import wow
from klangwerk.engines.composer.render.spaces import space_response, with_echo
from klangwerk.engines.composer.score import Stem
from klangwerk.engines.mastering.convolution import convolve
from klangwerk.engines.mastering.gains import apply, compression
from klangwerk.engines.mastering.levels import HOP, hop_sums

_CHUNK = 1 << 16
_SOUNDING_SHARE = 0.1  # of the mean power: hops below do not count for its loudness
_WAVERING = (Stem.CHORDS, Stem.MELODY)
_BALANCED = (Stem.BASS, Stem.CHORDS, Stem.MELODY)  # several parts together are as loud as one


class Bus:
    """One stem while it is made. `samples` of shape (2, frames) is what it has become."""

    def __init__(self, stem: Stem, mix: Mix, clock: Clock) -> None:
        self.stem = stem
        self.samples: Samples = np.zeros((2, clock.frames), dtype=np.float32)
        self._send: Samples | None = None
        self._mix = mix
        self._clock = clock
        self._energies = np.zeros(-(-clock.frames // STEP))
        self._loudest_db = -math.inf
        self._reference_send_db = DRY

    @property
    def is_silent(self) -> bool:
        """Whether nothing was added."""
        return self._loudest_db == -math.inf

    def add(self, sounded: Sounded) -> None:
        """Mix a channel in: panned, and sent."""
        if sounded.gain == 0.0:
            return
        channel, part = sounded.channel, sounded.strip.part
        left, right = _panned(sounded.samples.shape[0], max(-1.0, min(1.0, channel.pan + part.pan)))
        send_db = channel.send_db
        wet = 0.0 if send_db <= DRY or self.stem not in self._mix.spaces else 10 ** (send_db / 20)
        if wet and self._send is None:
            self._send = np.zeros((1, self._clock.frames), dtype=np.float32)
        rows = sounded.samples
        _add(self.samples[0], rows[0], left * sounded.gain)
        _add(self.samples[1], rows[-1], right * sounded.gain)
        if wet and self._send is not None:
            # both sides of what is stereo: the send is mono and as loud as they were
            share = wet * sounded.gain * (1.0 if rows.shape[0] == 1 else math.sqrt(0.5))
            for row in rows:
                _add(self._send[0], row, share)
        self._energies += sounded.energies
        alone = level_db(sounded.energies, STEP)
        if alone is not None:
            self._loudest_db = max(self._loudest_db, alone)
        self._reference_send_db = max(self._reference_send_db, send_db)

    def finish(self, ducked: NDArray[np.float32] | None, tick: Callable[[], None]) -> None:
        """Everything after the sum, in place. `ducked` is how far the kick pushes it down, frame by frame."""
        if self.is_silent:
            return
        tick()
        if self._send is not None:
            convolve(self._send, self._room(), circular=self._clock.circular, out=self.samples)
            self._send = None
        tick()
        if self._mix.wow_cents and self.stem in _WAVERING:
            wow(self.samples, self._clock, self._mix.wow_cents)
        if self.stem in _BALANCED:
            self._balance()
        self._duck(ducked)
        tick()
        self._glue(self._mix.glues.get(self.stem, Glue()))

    def _room(self) -> Samples:
        room = space_response(self._mix.spaces[self.stem])
        echo = self._mix.echoes.get(self.stem)
        if echo is None:
            return room
        return with_echo(room, echo, beat_s=self._clock.beat_s, under_db=self._reference_send_db)

    def _balance(self) -> None:
        together = level_db(self._energies, STEP)
        if together is not None and together > self._loudest_db:
            self.samples *= np.float32(10 ** ((self._loudest_db - together) / 20))

    def _duck(self, ducked: NDArray[np.float32] | None) -> None:
        ducking = self._mix.ducking
        if ducking is None or ducked is None:
            return
        depths = {Stem.BASS: ducking.bass_db, Stem.CHORDS: ducking.chords_db, Stem.MELODY: ducking.melody_db}
        if depth_db := depths.get(self.stem, 0.0):
            duck(self.samples, ducked, depth_db)

    def _glue(self, glue: Glue) -> None:
        if glue.ratio <= 1.0 and not glue.drive:
            return
        sums = hop_sums(self.samples)
        loud = sums[sums > _SOUNDING_SHARE * sums.mean()]
        mean_db = round(10 * math.log10(float(loud.mean()) / HOP + 1e-12), 3)
        if glue.ratio > 1.0:
            gain = compression(
                sums,
                threshold_db=mean_db + glue.over_db,
                ratio=glue.ratio,
                attack_s=glue.attack_s,
                release_s=glue.release_s,
                sample_rate=SAMPLE_RATE,
                circular=self._clock.circular,
            )
            apply(self.samples, gain, circular=self._clock.circular)
        if glue.drive:
            _saturate(self.samples, glue.drive, mean_db)


def _add(target: Samples, row: Samples, gain: float) -> None:
    """Add a row to another in place, piece by piece, so that no scaled copy of a whole piece is made."""
    scaled = np.empty(_CHUNK, dtype=np.float32)
    for start in range(0, row.size, _CHUNK):
        some = row[start : start + _CHUNK]
        target[start : start + _CHUNK] += np.multiply(some, np.float32(gain), out=scaled[: some.size])


def _saturate(samples: Samples, drive: float, mean_db: float) -> None:
    """Round off what stands out, in place: a tangent that is straight for what is as loud as the mean."""
    scale = np.float32(drive / (4.0 * 10 ** (mean_db / 20) / math.sqrt(2)))
    for row in samples:
        for start in range(0, row.size, _CHUNK):
            some = row[start : start + _CHUNK]
            np.multiply(some, scale, out=some)
            np.tanh(some, out=some)
            np.divide(some, scale, out=some)


def _panned(channels: int, pan: float) -> tuple[float, float]:
    """Gains of left and right: equal power for mono, balance for stereo, which keeps its sides."""
    if channels == 1:
        angle = (pan + 1) * math.pi / 4
        return math.cos(angle), math.sin(angle)
    return min(1.0, 1.0 - pan), min(1.0, 1.0 + pan)
