"""Loudness after ITU-R BS.1770-4 and true peak, on numpy and soxr alone.

pyloudnorm would cost every process that measures one kick 0.6 s (it imports scipy.signal). The tests hold this against
pyloudnorm, against FFmpeg's ebur128 and against the filter tables of the recommendation.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from klangwerk.sound.buffer import AudioBuffer

SILENCE_DB = -150.0  # what a level reads when there is nothing: below the last bit of 24
_BLOCK_S = 0.4
_STEP_S = 0.1  # blocks overlap by 75 %
_ABSOLUTE_GATE_LUFS = -70.0
_RELATIVE_GATE_LU = -10.0
_OFFSET_LUFS = -0.691
_SURROUND_GAIN = 1.41  # +1.5 dB for channels 4 and 5 of a 5.0 or 5.1 layout
_CHUNK_S = 20.0  # filtered in stretches of this length, so that an hour does not need an hour's spectrum
_FILTER_TAIL_S = 0.2  # the high-pass at 38 Hz dies away with exp(-239 t): to -400 dB by then
_TRUE_PEAK_OVERSAMPLING = 4  # BS.1770-4, annex 2
_TRUE_PEAK_BLOCK = 1 << 16  # samples at once: all of a long sound, oversampled, would be gigabytes

Biquad = tuple[tuple[float, float, float], tuple[float, float, float]]


def integrated_lufs(buffer: AudioBuffer) -> float | None:
    """Gated loudness of the whole sound, or None when nothing of it is louder than -70 LUFS.

    A sound shorter than one gating block (0.4 s) is measured as if silence followed it.
    """
    step = round(_STEP_S * buffer.sample_rate)
    if step == 0 or buffer.frames == 0:
        return None
    steps_per_block = round(_BLOCK_S / _STEP_S)
    energy = _weighted_energy(buffer, step=step)
    if energy.size < steps_per_block:
        energy = np.pad(energy, (0, steps_per_block - energy.size))
    blocks = np.convolve(energy, np.ones(steps_per_block), mode="valid") / (step * steps_per_block)
    loud = blocks[blocks > _power(_ABSOLUTE_GATE_LUFS)]
    if loud.size == 0:
        return None
    loud = loud[loud > loud.mean() * 10 ** (_RELATIVE_GATE_LU / 10)]
    return float(_OFFSET_LUFS + 10 * math.log10(loud.mean()))


def true_peak_dbtp(buffer: AudioBuffer) -> float:
    """Highest level between the samples, in dB relative to full scale; -150 for silence."""
    if buffer.frames == 0:
        return SILENCE_DB
    import soxr

    peak = _highest(buffer.samples)
    rate = buffer.sample_rate
    for channel in buffer.samples:
        stream = soxr.ResampleStream(rate, rate * _TRUE_PEAK_OVERSAMPLING, 1, dtype="float32", quality="HQ")
        for start in range(0, channel.size, _TRUE_PEAK_BLOCK):
            block = channel[start : start + _TRUE_PEAK_BLOCK]
            is_last = start + _TRUE_PEAK_BLOCK >= channel.size
            peak = max(peak, _highest(stream.resample_chunk(block, last=is_last)))
    return max(SILENCE_DB, 20 * math.log10(peak)) if peak > 0 else SILENCE_DB


def _highest(samples: npt.NDArray[np.float32]) -> float:
    """The highest absolute value, without a copy of all of them."""
    return max(float(samples.max(initial=0.0)), -float(samples.min(initial=0.0)))


def _power(lufs: float) -> float:
    return float(10 ** ((lufs - _OFFSET_LUFS) / 10))


def _weighted_energy(buffer: AudioBuffer, *, step: int) -> npt.NDArray[np.float64]:
    """Sum of squares of the K-weighted sound per stretch of `step` samples, channels added with their gains."""
    whole_steps = (
        buffer.frames // step
        if buffer.frames >= step * round(_BLOCK_S / _STEP_S)
        else -(-buffer.frames // step)
    )
    total = np.zeros(whole_steps)
    for channel, gain in zip(buffer.samples, _channel_gains(buffer.channels), strict=True):
        if gain == 0:
            continue
        position = 0
        for chunk in _k_weighted(channel, sample_rate=buffer.sample_rate, step=step):
            padded = np.pad(chunk, (0, -chunk.size % step))
            sums = np.square(padded).reshape(-1, step).sum(axis=1)[: whole_steps - position]
            total[position : position + sums.size] += gain * sums
            position += sums.size
    return total


def _channel_gains(channels: int) -> list[float]:
    if channels == 5:
        return [1.0, 1.0, 1.0, _SURROUND_GAIN, _SURROUND_GAIN]
    if channels == 6:  # L R C LFE Ls Rs: the bass channel is left out
        return [1.0, 1.0, 1.0, 0.0, _SURROUND_GAIN, _SURROUND_GAIN]
    return [1.0] * channels


def _k_weighted(
    channel: npt.NDArray[np.float32], *, sample_rate: int, step: int
) -> Iterator[npt.NDArray[np.float64]]:
    """The filtered channel in chunks of whole steps: overlap-add in the frequency domain."""
    chunk = step * max(1, round(_CHUNK_S / _STEP_S))
    chunk = min(chunk, step * -(-channel.size // step))
    tail = round(_FILTER_TAIL_S * sample_rate)
    size = _fast_size(chunk + tail)
    response = _k_response(sample_rate, size=size)
    carried = np.zeros(size)
    for start in range(0, channel.size, chunk):
        part = channel[start : start + chunk]
        filtered = np.fft.irfft(np.fft.rfft(part.astype(np.float64), size) * response, size) + carried
        yield filtered[: part.size]
        carried = np.concatenate([filtered[chunk:], np.zeros(chunk)])


@lru_cache(maxsize=8)
def _k_response(sample_rate: int, *, size: int) -> npt.NDArray[np.complex128]:
    z_inverse = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size)
    response = np.ones(size // 2 + 1, dtype=np.complex128)
    for numerator, denominator in k_weighting(sample_rate):
        b0, b1, b2 = numerator
        _, a1, a2 = denominator
        response *= (b0 + z_inverse * (b1 + z_inverse * b2)) / (1 + z_inverse * (a1 + z_inverse * a2))
    response.setflags(write=False)  # shared by every measurement at this rate
    return response


def k_weighting(sample_rate: int) -> tuple[Biquad, Biquad]:
    """The two filters of BS.1770 for any rate: the head's shelf and the high-pass, each as (b, a).

    The recommendation gives tables for 48 kHz only. These are the analogue prototypes behind the tables (frequency,
    gain and Q recovered from them, as in libebur128) through the bilinear transform.
    """
    frequency_hz, gain_db, q = 1681.974450955533, 3.999843853973347, 0.7071752369554196
    k = math.tan(math.pi * min(frequency_hz, 0.49 * sample_rate) / sample_rate)
    high = 10 ** (gain_db / 20)
    band = high**0.4996667741545416
    a0 = 1 + k / q + k * k
    shelf: Biquad = (
        ((high + band * k / q + k * k) / a0, 2 * (k * k - high) / a0, (high - band * k / q + k * k) / a0),
        (1.0, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0),
    )
    frequency_hz, q = 38.13547087602444, 0.5003270373238773
    k = math.tan(math.pi * min(frequency_hz, 0.49 * sample_rate) / sample_rate)
    a0 = 1 + k / q + k * k
    high_pass: Biquad = ((1.0, -2.0, 1.0), (1.0, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0))
    return shelf, high_pass


def _fast_size(minimum: int) -> int:
    """The next length of the form 2^a, 3*2^a or 5*2^a: the transform is quick and little is padded."""
    return min(factor << max(0, (-(-minimum // factor) - 1).bit_length()) for factor in (1, 3, 5))
