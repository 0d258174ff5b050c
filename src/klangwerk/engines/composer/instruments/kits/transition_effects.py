"""What leads from one section to the next: risers, downlifters, impacts, reversed cymbals. And a record's crackle."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.composer.instruments.drums import Drum
from klangwerk.engines.composer.instruments.kits.cymbals import Cymbal
from klangwerk.engines.composer.instruments.kits.hit import Hit, Signal, loudness
from klangwerk.engines.composer.instruments.kits.noise import FRAMES, burst, colour, shaped, swept
from klangwerk.engines.composer.instruments.kits.tones import (
    attack,
    decay,
    falling_sine,
    frames_of,
    modes,
    released,
    summed,
)
from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE, Character, Samples, Stroke

_LEVELS_DB = {
    Drum.RISER: -8.0,
    Drum.DOWNLIFTER: -8.0,
    Drum.IMPACT: -4.0,
    Drum.REVERSE_CYMBAL: -8.0,
    Drum.VINYL: -20.0,
}


class Transitions:
    """RISER, DOWNLIFTER, REVERSE_CYMBAL and VINYL are exactly as long as their stroke; IMPACT rings for 3 s."""

    def __init__(self, character: Character) -> None:
        self._seed = character.seed
        self._tilt_db = 3.0 * (character.brightness - 0.5)

    def play(self, stroke: Stroke) -> Samples:
        """(2, frames)."""
        key = min(_LEVELS_DB, key=lambda known: abs(known - stroke.pitch))
        velocity = min(max(stroke.velocity, 0.02), 1.0)
        hit = Hit(
            velocity=velocity,
            duration_s=max(stroke.duration_s, 0.05),
            tune=2.0 ** np.random.default_rng([self._seed, 3000]).uniform(-0.1, 0.1),
            length=1.0,
            tilt_db=self._tilt_db,
            seed=self._seed,
            key=key,
            variant=stroke.variant,
        )
        made = _MAKERS[key](hit)
        peak = 10 ** (_LEVELS_DB[key] / 20) * loudness(velocity)
        made *= np.float32(peak / max(float(np.abs(made).max()), 1e-9))
        return made


def _riser(hit: Hit) -> Signal:
    frames, rng = frames_of(hit.duration_s), hit.take()
    x = np.linspace(0.0, 1.0, frames, dtype=np.float32)
    middle = swept(rng, frames, 350.0, 9500.0 * 2 ** -hit.dark_octaves(0.6), 1.1, hit.tilt_db)
    side = swept(rng, frames, 700.0, 11_000.0, 1.1, hit.tilt_db) * (0.35 * x)
    noise = np.stack([middle + side, middle - side]) * (0.04 + 0.96 * x**1.7)
    # a tone that climbs two octaves, quiet: it belongs to no key, so it must not stand still
    climb = 110.0 * hit.tune * 4.0 ** (x.astype(np.float64) ** 1.4)
    turn = np.exp(2j * np.pi * np.cumsum(climb) / SAMPLE_RATE).astype(np.complex64)
    wide = turn * np.exp(1j * np.cumsum(0.006 * climb) * 2 * np.pi / SAMPLE_RATE).astype(np.complex64)
    tone = np.stack([_bright_wave(turn), _bright_wave(wide)]) * (0.28 * x**2.2)
    return _closed(noise + tone, 0.004, 0.008)


def _bright_wave(turn: NDArray[np.complex64]) -> Signal:
    """Five harmonics of a saw from its fundamental as a complex number."""
    square = turn * turn
    third = square * turn
    wave = (
        turn.imag + square.imag / 2 + third.imag / 3 + (square * square).imag / 4 + (square * third).imag / 5
    )
    return np.asarray(wave, dtype=np.float32)


def _downlifter(hit: Hit) -> Signal:
    frames, rng = frames_of(hit.duration_s), hit.take()
    x = np.linspace(0.0, 1.0, frames, dtype=np.float32)
    middle = swept(rng, frames, 9000.0 * 2 ** -hit.dark_octaves(0.6), 160.0, 1.2, hit.tilt_db)
    side = swept(rng, frames, 9000.0, 400.0, 1.2, hit.tilt_db) * (0.5 * (1 - 0.6 * x))
    noise = np.stack([middle + side, middle - side]) * (1 - x) ** 1.6
    drop = falling_sine(frames, 620.0 * hit.tune, 48.0 * hit.tune, max(0.05, hit.duration_s * 0.2))
    return _closed(noise + drop * (0.35 * (1 - x) ** 1.3), 0.001, 0.02)


def _impact(hit: Hit) -> Signal:
    rng, frames = hit.take(), frames_of(3.0)
    boom = falling_sine(frames, 115.0 * hit.tune, 38.0 * hit.tune, 0.09) * decay(frames, 2.2)
    boom = np.tanh(1.6 * boom) * np.float32(0.9)
    body = modes(
        frames_of(0.7),
        np.array([71.0, 118.0, 163.0, 221.0]) * hit.tune,
        [0.9, 0.7, 0.5, 0.4],
        [0.3, 0.25, 0.2, 0.12],
    )
    crash = burst(hit, rng, frames_of(0.35), 0.28, colour(200, 4000, 9, 7), 4.0) * np.float32(0.35)
    tail = np.empty((2, frames), dtype=np.float32)
    dark, air = colour(90, 900, 12, 8), colour(1500, 6500, 12, 9)
    for side in tail:
        side[:] = shaped(rng, frames, dark) * decay(frames, 3.0) * np.float32(0.16)
        side += shaped(rng, frames, air) * decay(frames, 1.5) * np.float32(0.05 + 0.05 * hit.velocity)
    tail = attack(tail, 0.02)
    return _closed(attack(summed([boom, body, crash, tail]), 0.0006), 0.0005, 0.4)


def _reverse_cymbal(hit: Hit) -> Signal:
    frames = frames_of(hit.duration_s)
    cymbal = Cymbal(t60_s=max(0.6, hit.duration_s * 1.8), metal=0.35, bloom_s=0.001, cast=9).render(hit)
    # without the stick, which would be a click where the next section begins
    ringing = attack(cymbal[:, :frames], 0.03)
    out = np.zeros((2, frames), dtype=np.float32)
    out[:, frames - ringing.shape[1] :] = ringing[:, ::-1]
    # reversed as it is, it would be heard only in its last tenth
    x = np.linspace(0.0, 1.0, frames, dtype=np.float32)
    return _closed(out * (2.2 - 1.2 * x), 0.01, 0.006)


def _vinyl(hit: Hit) -> Signal:
    frames, rng = frames_of(hit.duration_s), hit.take()
    # the bank of noise goes round without a seam, so hiss of any length is one turn of it
    turn = np.stack([shaped(rng, min(frames, FRAMES), colour(400, 5000, 5, 9)) for _ in range(2)])
    turn += shaped(rng, min(frames, FRAMES), colour(62, 110, 9, 18)) * np.float32(0.25)
    hiss = (
        np.resize(turn, (2, frames)) if frames <= FRAMES else np.tile(turn, -(-frames // FRAMES))[:, :frames]
    )
    out = hiss * np.float32(0.055)
    pops = max(1, round(hit.duration_s * 11))
    at = rng.integers(0, max(1, frames - 400), pops)
    size = np.minimum(0.12 * rng.pareto(1.9, pops) + 0.06, 1.0) * rng.choice([-1.0, 1.0], pops)
    place, ring, width = (
        rng.uniform(0.3, 0.7, pops),
        rng.uniform(900, 5200, pops),
        rng.integers(40, 380, pops),
    )
    for begin, level, left, hz, long in zip(at, size, place, ring, width, strict=True):
        t = np.arange(min(long, frames - begin))
        click = (level * np.sin(2 * np.pi * hz / SAMPLE_RATE * t) * np.exp(-5.0 * t / long)).astype(
            np.float32
        )
        out[0, begin : begin + len(click)] += click * np.float32(2 * left)
        out[1, begin : begin + len(click)] += click * np.float32(2 * (1 - left))
    return _closed(out, 0.02, 0.03)


def _closed(signal: Signal, rise_s: float, fall_s: float) -> Signal:
    """Float32 with its ends at zero."""
    return released(attack(np.asarray(signal, dtype=np.float32), rise_s), fall_s)


_MAKERS = {
    Drum.RISER: _riser,
    Drum.DOWNLIFTER: _downlifter,
    Drum.IMPACT: _impact,
    Drum.REVERSE_CYMBAL: _reverse_cymbal,
    Drum.VINYL: _vinyl,
}
