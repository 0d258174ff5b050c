"""From a mix to a master: cleaned, balanced, held together, as loud as asked, and under its true-peak ceiling."""

from __future__ import annotations

import math
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

import numpy as np

from klangwerk.engines.contracts import CancelToken, Progress, no_progress
from klangwerk.engines.mastering.balance import ANY, Spread, correction_db, curve
from klangwerk.engines.mastering.convolution import Samples, convolve, frozen, grid_hz, minimum_phase
from klangwerk.engines.mastering.gains import apply, compression
from klangwerk.engines.mastering.levels import Envelope, gated_lufs, hop_sums, k_magnitude
from klangwerk.engines.mastering.limiter import limiting
from klangwerk.engines.mastering.peaks import hop_peaks
from klangwerk.sound import AudioBuffer

CODEC_MARGIN_DB = 1.4  # MP3 and AAC at our rates raise the peaks of limited music by less than this

_SUBSONIC_HZ = 20.0
_TAPS = 8192
_GLUE_RATIO = 1.6
_GLUE_BELOW_DB = 1.0  # its threshold lies this far under the loudness of the whole
_GLUE_ATTACK_S, _GLUE_RELEASE_S = 0.025, 0.25
_DRIVE_DB_MAX = 14.0  # beyond what the loudness asks for: what limiting takes away again
_SOLVE_STEPS = 14
_END_FADE_S = 0.005


def master(
    premaster: AudioBuffer,
    *,
    target_lufs: float = -14.0,
    ceiling_dbtp: float = -1.0,
    looping: bool = False,
    spread: Spread = ANY,
    progress: Progress = no_progress,
    cancel: CancelToken | None = None,
) -> AudioBuffer:
    """A master at `target_lufs` integrated whose true peak stays under `ceiling_dbtp`, also after lossy encoding.

    What cannot be that loud without being crushed stays softer; silence stays silence. A loop is mastered as if
    it had played before: gains and filters fit at its seam. `spread` is that of the music which it should stand
    beside. The same samples give the same samples. Raises
    Cancelled.
    """
    cancel = cancel or CancelToken()
    rate = premaster.sample_rate
    mastered = np.empty_like(premaster.samples)
    with ThreadPoolExecutor(max_workers=2) as pool:
        progress(0.0, "Listening to the mix")
        responses = _clean_and_weighted(
            rate, correction_db(premaster.samples, sample_rate=rate, spread=spread)
        )

        def clean(number: int) -> Envelope:
            both = convolve(premaster.samples[number : number + 1], responses, circular=looping)
            mastered[number] = both[0]
            return hop_sums(both[1:])

        numbers = range(premaster.channels)
        weighted = np.sum(list(pool.map(clean, numbers)), axis=0)
        cancel.raise_if_requested()
        lufs = gated_lufs(weighted, sample_rate=rate) if premaster.frames else None
        if lufs is None:
            progress(1.0, "Mastered")
            return premaster
        progress(0.5, "Gluing the mix together")
        glue = compression(
            weighted,
            threshold_db=lufs - _GLUE_BELOW_DB,
            ratio=_GLUE_RATIO,
            attack_s=_GLUE_ATTACK_S,
            release_s=_GLUE_RELEASE_S,
            sample_rate=rate,
            circular=looping,
        )
        ceiling = 10 ** ((ceiling_dbtp - CODEC_MARGIN_DB) / 20)
        matters_above = ceiling * 10 ** ((lufs - target_lufs - _DRIVE_DB_MAX / 2) / 20)

        def peaks_of(number: int) -> Envelope:
            return hop_peaks(mastered[number : number + 1], matters_above=matters_above, circular=looping)

        peaks = np.max(list(pool.map(peaks_of, numbers)), axis=0)
        cancel.raise_if_requested()
        progress(0.7, f"Limiting to {ceiling_dbtp:g} dBTP at {target_lufs:g} LUFS")
        gain = _loud(
            glue, weighted, peaks, target_lufs=target_lufs, ceiling=ceiling, rate=rate, circular=looping
        )
        list(pool.map(lambda number: apply(mastered[number : number + 1], gain, circular=looping), numbers))
    if not looping:
        _end(mastered, rate)
    mastered.setflags(write=False)
    progress(1.0, "Mastered")
    return AudioBuffer(mastered, rate)


def _loud(
    glue: Envelope,
    weighted: Envelope,
    peaks: Envelope,
    *,
    target_lufs: float,
    ceiling: float,
    rate: int,
    circular: bool,
) -> Envelope:
    """The gain per hop that brings the whole to its target: glue, drive and limiter.

    The louder it is driven, the more the limiter takes away; the drive is found by halving. A gain is constant
    over a hop as far as loudness is concerned, so nothing has to be filtered again.
    """
    glued_peaks, glued = peaks * glue, weighted * np.square(glue)
    lufs = gated_lufs(glued, sample_rate=rate)
    low_db = target_lufs - (lufs if lufs is not None else target_lufs)
    high_db = low_db + _DRIVE_DB_MAX
    drive_db = low_db
    for step in range(_SOLVE_STEPS):
        drive = 10 ** (drive_db / 20)
        limited = drive * limiting(drive * glued_peaks, ceiling=ceiling, sample_rate=rate, circular=circular)
        reached = gated_lufs(glued * np.square(limited), sample_rate=rate)
        missing_db = target_lufs - (reached if reached is not None else target_lufs)
        if abs(missing_db) < 0.005:
            break
        if missing_db > 0:
            low_db = drive_db
        else:
            high_db = drive_db
        # Twice what is missing is a better guess than the middle, as long as it lies between the bounds.
        guess = drive_db + 1.3 * missing_db
        drive_db = guess if low_db < guess < high_db and step < _SOLVE_STEPS // 2 else (low_db + high_db) / 2
    return glue * limited


def _end(samples: Samples, sample_rate: int) -> None:
    count = min(samples.shape[1], max(2, math.ceil(_END_FADE_S * sample_rate)))
    samples[:, -count:] *= np.linspace(1.0, 0.0, count, dtype=np.float32)


@lru_cache(maxsize=8)
def _clean_and_weighted(sample_rate: int, balance_db: tuple[float, ...]) -> Samples:
    """Two responses: what takes away DC and what lies below hearing but would use headroom (12 dB an octave), and
    sets the balance; and the same with the weighting of loudness behind it.
    """
    points = (1 << 15) + 1
    hz = grid_hz(points, sample_rate)
    clean = curve(balance_db, hz) / np.sqrt(1 + (_SUBSONIC_HZ / hz) ** 4)
    weighted = clean * k_magnitude(sample_rate, points=points)
    return frozen(np.concatenate([minimum_phase(magnitude, _TAPS) for magnitude in (clean, weighted)]))
