"""A loop as a circle: everything is made with circular filters, so that the end meets the beginning by construction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import fft

from klangwerk.training.rack_sounds.recipe import SAMPLE_RATE, Signal

Shape = Callable[[Signal], Signal]  # gain at frequencies in Hz
GRAIN = 2048  # samples of a grain of a moving filter, about 46 ms


@dataclass(frozen=True, slots=True)
class Circle:
    """One turn of `frames` samples. All signals here are one-dimensional and periodic."""

    frames: int
    rng: np.random.Generator

    @property
    def seconds(self) -> float:
        """Length of one turn."""
        return self.frames / SAMPLE_RATE

    @property
    def turn(self) -> Signal:
        """Position on the circle, 0 to 1."""
        return np.arange(self.frames) / self.frames

    @property
    def bins_hz(self) -> Signal:
        """Frequencies of the spectrum of one turn."""
        return np.asarray(np.arange(self.frames // 2 + 1) * (SAMPLE_RATE / self.frames))

    def noise(self, shape: Shape) -> Signal:
        """Gaussian noise of that spectrum, of unit deviation."""
        return unit(self.filtered(self.rng.standard_normal(self.frames), shape))

    def filtered(self, x: Signal, shape: Shape) -> Signal:
        """`x` through a filter without phase."""
        return np.asarray(fft.irfft(fft.rfft(x) * shape(self.bins_hz), self.frames))

    def through(self, x: Signal, impulse: Signal) -> Signal:
        """`x` convolved with an impulse response; what rings beyond the end goes on at the beginning."""
        whole = np.zeros(-(-len(impulse) // self.frames) * self.frames)
        whole[: len(impulse)] = impulse
        wrapped = whole.reshape(-1, self.frames).sum(0)
        return np.asarray(fft.irfft(fft.rfft(x) * fft.rfft(wrapped), self.frames))

    def drift(self, *, fastest_hz: float, slowest_turns: int = 1) -> Signal:
        """Smooth wandering of unit deviation, nothing faster than `fastest_hz`."""
        turns = np.arange(slowest_turns, max(slowest_turns + 1, int(fastest_hz * self.seconds)) + 1)
        phases = self.rng.uniform(0, 2 * np.pi, len(turns))
        weights = self.rng.rayleigh(1.0, len(turns)) / np.sqrt(turns)
        spectrum = np.zeros(self.frames // 2 + 1, np.complex128)
        spectrum[turns] = weights * np.exp(1j * phases)
        return unit(np.asarray(fft.irfft(spectrum, self.frames)))

    def whole_turns(self, hz: float) -> float:
        """The frequency nearest to `hz` that fits the circle."""
        return max(1, round(hz * self.seconds)) / self.seconds

    def phase(self, hz: Signal | float) -> Signal:
        """Running phase in radians of an oscillator of that frequency, bent so that it closes."""
        step = np.broadcast_to(np.asarray(hz, np.float64), (self.frames,)) / SAMPLE_RATE
        running = np.cumsum(step) - step
        missing = round(float(step.sum())) - float(step.sum())
        return np.asarray(2 * np.pi * (running + missing * self.turn))

    def away(self, place: float) -> Signal:
        """How far each sample is from `place`, in turns, -0.5 to 0.5."""
        return np.asarray((self.turn - place + 0.5) % 1 - 0.5)

    def impulse(self, place: float) -> Signal:
        """One, at that place of the turn."""
        out = np.zeros(self.frames)
        out[int(place * self.frames)] = 1.0
        return out

    def events(self, *, count: float, level: Callable[[int], Signal], where: Signal | None = None) -> Signal:
        """About `count` impulses at random places; `level(n)` gives n heights, `where` how likely each place is."""
        drawn = int(self.rng.poisson(count))
        chances = np.cumsum(np.ones(self.frames) if where is None else np.maximum(where, 0.0))
        places = np.searchsorted(chances, self.rng.random(drawn) * chances[-1])
        train = np.zeros(self.frames)
        np.add.at(train, places % self.frames, level(drawn))
        return train

    def moving(self, x: Signal, gains: Callable[[Signal, Signal], Signal]) -> Signal:
        """`x` through a filter that changes: `gains(turn, hz)` for shapes (grains, 1) and (1, bins)."""
        hop = GRAIN // 4
        if self.frames % hop:
            raise ValueError(f"A moving filter needs a circle of whole steps of {hop} samples.")
        starts = np.arange(0, self.frames, hop)
        index = (starts[:, None] + np.arange(GRAIN)) % self.frames
        window = np.sqrt(np.hanning(GRAIN + 1)[:-1])
        hz = fft.rfftfreq(GRAIN, 1 / SAMPLE_RATE)[None, :]
        turn = (((starts + GRAIN / 2) % self.frames) / self.frames)[:, None]
        grains = fft.irfft(fft.rfft(x[index] * window, axis=1) * gains(turn, hz), GRAIN, axis=1) * window
        out = np.zeros(self.frames)
        np.add.at(out, index, grains)
        return np.asarray(out / (GRAIN / 2 / hop))


def unit(x: Signal) -> Signal:
    """Without mean, of unit deviation."""
    centred = x - x.mean()
    return np.asarray(centred / (centred.std() + 1e-12))


def band(low_hz: float, high_hz: float, *, slope_db: float = 12.0) -> Shape:
    """Flat between the corners, falling on both sides by `slope_db` per octave."""
    order = slope_db / 6.02

    def shape(hz: Signal) -> Signal:
        f = np.maximum(hz, 1e-3)
        return np.asarray(1 / np.sqrt((1 + (low_hz / f) ** (2 * order)) * (1 + (f / high_hz) ** (2 * order))))

    return shape


def narrow(centre_hz: float, width_hz: float) -> Shape:
    """A bell around one frequency."""
    return lambda hz: np.asarray(np.exp(-(((hz - centre_hz) / width_hz) ** 2)))


def combed(step_hz: float, phase_rad: float) -> Shape:
    """Soft peaks and valleys along frequency; two phases of it make a stereo sound of a mono one."""
    return lambda hz: np.asarray(0.4 + 0.6 * np.cos(hz / step_hz + phase_rad) ** 2)


def tilted(db_per_octave: float, shape: Shape) -> Shape:
    """`shape` with a slope through 1 kHz."""
    return lambda hz: np.asarray(shape(hz) * (np.maximum(hz, 10.0) / 1000) ** (db_per_octave / 6.02))


def at(curve: Signal, turn: Signal) -> Signal:
    """A curve on the circle, read at the positions `turn` (0 to 1)."""
    return np.asarray(curve[np.minimum((turn * len(curve)).astype(int), len(curve) - 1)])


def panned(x: Signal, position: Signal | float) -> NDArray[np.float64]:
    """Mono to stereo (2, n) at equal power; -1 is left, 1 is right."""
    angle = (np.clip(position, -1, 1) + 1) * np.pi / 4
    return np.stack([x * np.cos(angle), x * np.sin(angle)])
