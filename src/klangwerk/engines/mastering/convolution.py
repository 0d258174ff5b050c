"""Filtering by convolution of spectra, in float32; a loop is filtered as the circle that it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]
Spectrum = NDArray[np.complex64]
Watch = Callable[[int, Spectrum, int], None]

_SIZE_MIN = 1 << 14
_LONG_TAPS = 1 << 16  # a longer response is transformed in less than it would take, lest it leave the cache
_ROWS_AT_ONCE = 8  # transforms of several rows go through the vector unit side by side


def convolve(
    samples: Samples,
    response: Samples,
    *,
    circular: bool,
    out: Samples | None = None,
) -> Samples:
    """`samples` of shape (channels, frames) through `response` of shape (channels, taps); one channel of either
    serves all of the other. What rings beyond the end is dropped, or comes round in a circle. The result is
    added to `out` if it is given.
    """
    taps = response.shape[1]
    step = block_frames(taps)
    channels = max(samples.shape[0], response.shape[0])
    result = np.zeros((channels, samples.shape[1]), dtype=np.float32) if out is None else out
    for start, wet in _pieces(samples, response, max(1, _ROWS_AT_ONCE // channels)):
        for number in range(wet.shape[1]):
            at = start + number * step
            length = min(step, samples.shape[1] - at) + taps - 1
            add_at(result, wet[:, number, :length], at, circular=circular)
    return result


def convolve_in_place(
    samples: Samples, response: Samples, *, circular: bool, watch: Watch | None = None
) -> None:
    """As `convolve`, over `samples` themselves: a long sound is there once. The response must have one channel or as
    many as the samples, and be shorter than a block.

    Blocks of `block_frames(taps)` are transformed. `watch(number, spectra, size)` sees the spectra of those that
    are not silent, from block `number` on, before they are transformed back: shape (channels, blocks, bins).
    """
    frames, taps = samples.shape[1], response.shape[1]
    step = block_frames(taps)
    rings = np.zeros((samples.shape[0], taps - 1), dtype=np.float32)
    rings_at = 0
    for start, wet in _pieces(samples, response, max(1, _ROWS_AT_ONCE // samples.shape[0]), watch):
        stop = min(frames, start + wet.shape[1] * step)
        samples[:, start:stop] = 0.0  # read already
        _add_rings(samples, rings, rings_at, circular=circular)
        rings_at = stop
        rings = np.zeros_like(rings)
        for number in range(wet.shape[1]):
            at = start + number * step
            inner = min(stop - at, step + taps - 1)
            beyond = min(stop - at, step) + taps - 1 - inner
            samples[:, at : at + inner] += wet[:, number, :inner]
            rings[:, :beyond] += wet[:, number, inner : inner + beyond]
    _add_rings(samples, rings, rings_at, circular=circular)


def _add_rings(samples: Samples, rings: Samples, at: int, *, circular: bool) -> None:
    if at < samples.shape[1] or circular:
        add_at(samples, rings, at % samples.shape[1] if samples.shape[1] else 0, circular=circular)


def _pieces(
    samples: Samples, response: Samples, at_once: int, watch: Watch | None = None
) -> Iterator[tuple[int, Samples]]:
    """Filtered blocks, several at once, with what rings after each: (first frame, (channels, blocks, size)). Blocks in
    which nothing sounds are left out.
    """
    import scipy.fft

    fft: Any = scipy.fft
    taps = response.shape[1]
    size, step = transform_size(taps), block_frames(taps)
    weights = _spectrum_of(response, size)[:, np.newaxis]
    for first in range(0, -(-samples.shape[1] // step), at_once):
        blocks = samples[:, first * step : (first + at_once) * step]
        if not blocks.any():
            continue
        if rest := -blocks.shape[1] % step:
            blocks = np.pad(blocks, ((0, 0), (0, rest)))
        spectra = fft.rfft(blocks.reshape(samples.shape[0], -1, step), size)
        if weights.shape[0] > spectra.shape[0]:
            spectra = spectra * weights
        else:
            spectra *= weights
        if watch is not None:
            watch(first, spectra, size)
        yield first * step, fft.irfft(spectra, size, overwrite_x=True)


def add_at(target: Samples, sound: Samples, start: int, *, circular: bool) -> None:
    """Add `sound` to `target` from frame `start` on; beyond the end it is dropped, or goes on at the beginning."""
    frames = target.shape[1]
    done = 0
    while done < sound.shape[1]:
        count = min(sound.shape[1] - done, frames - start)
        if count > 0:
            target[:, start : start + count] += sound[:, done : done + count]
        if not circular:
            return
        done += count
        start = 0


def transform_size(taps: int) -> int:
    """The length of the transforms that `convolve` uses: a power of two above that of the response."""
    return max(_SIZE_MIN, 1 << ((2 if taps > _LONG_TAPS else 4) * taps - 1).bit_length())


def block_frames(taps: int) -> int:
    """How many frames of the input a transform takes in."""
    return transform_size(taps) - taps + 1


def minimum_phase(magnitude: NDArray[np.float64], taps: int) -> Samples:
    """The causal response of shape (1, taps) that has this magnitude (from 0 to half the rate, 2^n + 1 points)
    and rings shortest after its onset: the cepstrum folded onto positive times.
    """
    response = minimum_phase_impulse(np.log(np.maximum(magnitude, 1e-6)))[:taps]
    fade = min(taps // 4, 512)
    response[-fade:] *= 0.5 + 0.5 * np.cos(np.pi * np.arange(fade) / fade)
    return frozen(response[np.newaxis, :])


def minimum_phase_impulse(log_magnitude: NDArray[np.float64]) -> NDArray[np.float64]:
    """As `minimum_phase`, from the natural logarithm of the magnitude and whole: (2^(n + 1),), not faded."""
    import scipy.fft

    size = 2 * (log_magnitude.size - 1)
    cepstrum = scipy.fft.irfft(log_magnitude, size)
    cepstrum[1 : size // 2] *= 2.0
    cepstrum[size // 2 + 1 :] = 0.0
    impulse: NDArray[np.float64] = scipy.fft.irfft(np.exp(scipy.fft.rfft(cepstrum)), size)
    return impulse


def frozen(array: NDArray[Any]) -> Samples:
    """As float32 that nobody can write to, for caches."""
    kept = np.ascontiguousarray(array, dtype=np.float32)
    kept.setflags(write=False)
    return kept


def grid_hz(points: int, sample_rate: int) -> NDArray[np.float64]:
    """Frequencies of `points` bins from 0 to half the rate; the first is moved off zero, where logarithms end."""
    found = np.linspace(0.0, sample_rate / 2, points)
    found[0] = found[1] / 4
    return found


_SPECTRA_KEPT_BYTES = 1 << 22


def _spectrum_of(response: Samples, size: int) -> Spectrum:
    if response.flags.writeable or response.nbytes > _SPECTRA_KEPT_BYTES:
        return _transformed(response, size)
    return _kept_spectrum(_Identity(response), size)


class _Identity:
    """A read-only array as a key of a cache: it holds the array, so that its identity stays its own."""

    __slots__ = ("array",)

    def __init__(self, array: Samples) -> None:
        self.array = array

    def __hash__(self) -> int:
        return id(self.array)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and self.array is other.array


@lru_cache(maxsize=32)
def _kept_spectrum(response: _Identity, size: int) -> Spectrum:
    found = _transformed(response.array, size)
    found.setflags(write=False)
    return found


def _transformed(response: Samples, size: int) -> Spectrum:
    import scipy.fft

    found: Spectrum = scipy.fft.rfft(response, size)
    return found
