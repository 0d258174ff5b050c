"""A pitched tone whose harmonics change over time: wavetables made of spectra, read with interpolation.

The spectrum of every frame holds only harmonics below the Nyquist frequency, so nothing aliases, and any filter is a
multiplication: resonances, formants and decays cost nothing per sample and ring neither before the onset nor after.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.composer.instruments.synthesis.note import (
    BLOCK,
    BLOCK_S,
    Floats,
    Note,
    Singles,
    Values,
)

Indices = NDArray[np.intp]
POINTS_PER_HARMONIC = 4.5  # straight lines between points leave images 22 dB below the highest harmonic
CHUNK_BLOCKS = 64  # keeps what is at work in the processor's cache
TOP_HZ = 17_000.0
PEAK = 0.45
RMS = 0.19


def count(f0_hz: float, top_hz: float = TOP_HZ) -> int:
    """How many harmonics fit below `top_hz`."""
    return int(np.clip(top_hz / f0_hz, 1, 512))


def frame_blocks(note: Note, widest: int = 16) -> Indices:
    """Blocks at which spectra are taken: dense at the onset and after the release, `widest` blocks apart in between."""
    blocks = note.blocks
    held = min(int(note.held_s / BLOCK_S), blocks)
    steps = [0]
    for start, stop in ((0, held), (held, blocks)):
        gap, at = 1.0, float(start)
        while at < stop:
            at += min(gap, widest)
            gap *= 1.35
            steps.append(min(int(at), stop))
    return np.unique(np.array([*steps, blocks], np.intp))


def tables(spectra: Values) -> Singles:
    """One period per spectrum: harmonics 1 to K, (..., K), -> (..., N), N a power of two. A real
    spectrum is a sum of cosines.
    """
    harmonics = spectra.shape[-1]
    size = 64
    while size < POINTS_PER_HARMONIC * harmonics:
        size *= 2
    bins = np.zeros((*spectra.shape[:-1], size // 2 + 1), np.complex64)
    bins[..., 1 : harmonics + 1] = spectra
    waves: Singles = np.fft.irfft(bins, size).astype(np.float32, copy=False)
    waves *= np.float32(size / 2)
    return waves


def spectra_of(waves: Singles, harmonics: int) -> Values:
    """The first harmonics of waves that hold one period each, (frames, N) -> (frames, K)."""
    spectra = np.zeros((waves.shape[0], harmonics), np.complex64)
    found = np.fft.rfft(waves, axis=1)[:, 1 : harmonics + 1] / (waves.shape[1] / 2)
    spectra[:, : found.shape[1]] = found
    return spectra


def even_gain(waves: Singles) -> np.float32:
    """Brings the loudest of the tables to a level that lies between equal peaks and equal power."""
    power = float(np.sqrt(np.max(np.mean(np.square(waves), axis=1)))) + 1e-9
    peak = float(np.max(np.abs(waves))) + 1e-9
    return np.float32(np.sqrt((PEAK / peak) * (RMS / power)))


def read(waves: Singles, at_blocks: Indices, cycles: Floats) -> Singles:
    """The tone: (layers, samples). Of each layer, the tables `waves` (layers, frames, N) hold at `at_blocks`; `cycles`
    is the phase at the ends of blocks, in periods.
    """
    layers, frames, size = waves.shape
    blocks = len(cycles) - 1
    pairs = np.empty(waves.shape, np.complex64)  # a value and the step to the next, in one fetch
    pairs.real = waves
    pairs.imag[..., :-1] = waves[..., 1:] - waves[..., :-1]
    pairs.imag[..., -1] = waves[..., 0] - waves[..., -1]
    flat = pairs.reshape(layers, -1)
    start = (np.mod(cycles[:-1], 1.0) * size).astype(np.float32)
    step = (np.diff(cycles) * (size / BLOCK)).astype(np.float32)
    frame = np.clip(np.searchsorted(at_blocks, np.arange(blocks), side="right") - 1, 0, max(frames - 2, 0))
    ramp = np.arange(BLOCK, dtype=np.float32)
    if frames > 1:
        width = np.diff(at_blocks)[frame]
        weight = ((np.arange(blocks) - at_blocks[frame]) / width).astype(np.float32)
        rise = (1.0 / (width * BLOCK)).astype(np.float32)
    out = np.empty((layers, blocks, BLOCK), np.float32)
    for low in range(0, blocks, CHUNK_BLOCKS):
        part = slice(low, min(low + CHUNK_BLOCKS, blocks))
        phase = step[part, None] * ramp
        phase += start[part, None]
        index = phase.astype(np.intp)
        phase -= index
        index &= size - 1
        index += (frame[part] * size)[:, None]
        fetched = [table.take(index) for table in flat]
        if frames > 1:
            index += size
            share = rise[part, None] * ramp
            share += weight[part, None]
            for table, wave in zip(flat, fetched, strict=True):
                later = table.take(index)
                later -= wave
                later *= share
                wave += later
        for wave, into in zip(fetched, out, strict=True):
            np.multiply(phase, wave.imag, out=into[part])
            into[part] += wave.real
    return out.reshape(layers, -1)


def beating(
    number: Floats, seconds: Floats, f0_hz: float, voices: Sequence[tuple[float, float, float]]
) -> Values:
    """What detuned voices make of each harmonic over time, to multiply a spectrum with: a unison for the price of one.

    `number` (1, K) are the harmonics from 1 up, `seconds` (frames, 1); `voices` are (cents, level, phase in periods).
    The result is 1 where all are in phase. Frames must be closer than the beats that are to be heard.
    """
    total = sum(level for _, level, _ in voices)
    result = np.zeros((seconds.shape[0], number.shape[1]), np.complex64)
    for cents, level, begin in voices:
        cycles = np.asarray(f0_hz * (2.0 ** (cents / 1200.0) - 1.0) * seconds + begin, float)
        turn = np.exp(2j * np.pi * cycles).astype(np.complex64)
        powers = np.cumprod(np.broadcast_to(turn, result.shape), axis=1)
        result += powers * np.float32(level / total)
    return result


def numbers(hz: Values) -> Values:
    """The numbers of the harmonics that `hz` (1, K) are the frequencies of, in single precision: (1, K)."""
    return np.arange(1, hz.shape[1] + 1, dtype=np.float32)[None, :]
