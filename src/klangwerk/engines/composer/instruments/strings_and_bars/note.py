"""From partials and noises to a finished note: level, release, ends without clicks."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from klangwerk.engines.composer.instruments.strings_and_bars.partials import Partials, Reals, ring
from klangwerk.engines.composer.instruments.voices import REFERENCE_VELOCITY, SAMPLE_RATE, Samples, Stroke

_REFERENCE = 10.0 ** (-20.0 / 20.0)
_END = 10.0 ** (-68.0 / 20.0)
_RINGS = 10.0 ** (-60.0 / 20.0)
_GLIDE_S = 0.09
_SHORT_FADE_FRAMES, _LONG_FADE_FRAMES = 440, 17_640


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note before it sounds.

    `release` is what the decay gains when the key is let go, in nepers a second, one number or one for each partial;
    None rings on. Noises are added as they are given: `(start_s, samples)`, RMS 1 being as loud as the partials.
    `rise_s` is how long the contact lasts, in which the sound comes up. `gain` is the instrument's own.
    """

    partials: Partials
    release: Reals | float | None
    rise_s: float = 0.001
    noises: tuple[tuple[float, Samples], ...] = ()
    longest_s: float = 8.0
    gain: float = 1.0


def dynamic(velocity: float, *, db_at_a_third: float = -12.0) -> float:
    """The gain of a velocity, 1 at 0.8, `db_at_a_third` at 0.3."""
    exponent = db_at_a_third / (20.0 * math.log10(0.3 / REFERENCE_VELOCITY))
    return float((velocity / REFERENCE_VELOCITY) ** exponent)


def levelled(partials: Partials, *, window_s: float = 0.15) -> Partials:
    """So loud that the first moments of every note are as loud as those of another: power over `window_s`, the ear's
    weighting roughly that of ITU-R BS.1770.
    """
    power = np.sum(np.abs(partials.amplitude) ** 2, axis=0) / 2.0 / partials.channels
    f = partials.frequency_hz
    ear = (f**2 / (f**2 + 55.0**2)) * (1.0 + 0.6 * f**2 / (f**2 + 1500.0**2))
    d = np.maximum(partials.decay, 1e-3)
    lasting = (1.0 - np.exp(-2.0 * d * window_s)) / (2.0 * d * window_s)
    heard = float(np.sum(power * ear**2 * lasting))
    # what is too low to be heard still needs room
    present = float(np.sum(power * lasting))
    return partials.scaled(_REFERENCE / math.sqrt(max(heard, 0.7 * present, 1e-20)))


def sounded(note: Note, stroke: Stroke, *, db_at_a_third: float = -12.0) -> Samples:
    """The samples of a note whose partials are `levelled`, with its dynamics and, if there is one, its slide."""
    partials = note.partials
    held_s = min(max(stroke.duration_s, 0.02), note.longest_s)
    if note.release is None:
        parts = [ring(partials, _frames(_dies_s(partials, note.longest_s)))]
    else:
        alive_s = _dies_s(partials, note.longest_s)
        if alive_s <= held_s:
            parts = [ring(partials, _frames(alive_s))]
        else:
            frames = _frames(held_s)
            left = partials.at(frames / SAMPLE_RATE).damped(note.release)
            # by now it may be quieter than its peak, and need less time to be gone
            peak = float(partials.envelope(np.zeros(1))[0])
            parts = [ring(partials, frames), ring(left, _frames(_dies_s(left, 3.0, peak=peak)))]
    out = np.concatenate(parts, axis=1)
    risen(out, max(int(note.rise_s * SAMPLE_RATE), 4))
    for start_s, noise in note.noises:
        start = int(start_s * SAMPLE_RATE)
        frames = min(noise.shape[1], out.shape[1] - start)
        if frames > 0:
            out[:, start : start + frames] += np.float32(_REFERENCE) * noise[:, :frames]
    gain = np.float32(note.gain * dynamic(stroke.velocity, db_at_a_third=db_at_a_third))
    return glided(closed(out * gain), stroke)


def risen(samples: Samples, frames: int) -> None:
    """Begin softly, over so many frames, in place."""
    frames = min(frames, samples.shape[-1])
    samples[..., :frames] *= np.sin(np.linspace(0.0, math.pi / 2.0, frames, dtype=np.float32)) ** 2


def let_go(samples: Samples, held: int, *, nepers: float) -> None:
    """Fall by so much from the frame `held` on to the end, in place."""
    frames = samples.shape[-1] - held
    samples[..., held:] *= np.exp(np.arange(frames, dtype=np.float32) * np.float32(-nepers / frames))


def set_level(samples: Samples, level: float, *, held: int) -> None:
    """Bring the first quarter of a second, or as much of it as is held, to an RMS, in place: what goes through
    something that clips has no level of its own.
    """
    first = samples[..., : min(SAMPLE_RATE // 4, held)]
    samples *= np.float32(level / max(float(np.sqrt(np.mean(first * first))), 1e-6))


def closed(samples: Samples) -> Samples:
    """With a short fade at its end, or a long one where it still rings."""
    frames = _SHORT_FADE_FRAMES
    if np.abs(samples[:, -frames:]).max(initial=0.0) > _RINGS * np.abs(samples).max(initial=0.0):
        frames = _LONG_FADE_FRAMES
    frames = min(frames, samples.shape[1] // 2)
    if frames:
        samples[:, -frames:] *= np.linspace(1.0, 0.0, frames, dtype=np.float32) ** 2
    return samples


def glided(samples: Samples, stroke: Stroke) -> Samples:
    """With the pitch gliding in from `slide_from`: what is read at another speed, until it has arrived."""
    if stroke.slide_from is None or stroke.slide_from == stroke.pitch:
        return samples
    frames = int(_GLIDE_S * SAMPLE_RATE)
    away = (stroke.slide_from - stroke.pitch) * 0.5 * (1.0 + np.cos(np.linspace(0.0, math.pi, frames)))
    at = np.concatenate(([0.0], np.cumsum(2.0 ** (away / 12.0))))
    arrived = math.ceil(at[-1])
    # the last step lands on a whole frame, so that all that follows is a plain copy
    at *= arrived / at[-1]
    if arrived + 1 >= samples.shape[1]:
        return samples
    index = np.arange(samples.shape[1], dtype=np.float64)
    bent = np.stack([np.interp(at[:-1], index[: arrived + 2], channel[: arrived + 2]) for channel in samples])
    return np.concatenate((bent.astype(np.float32), samples[:, arrived:]), axis=1)


def _frames(seconds: float) -> int:
    return max(int(seconds * SAMPLE_RATE), 1)


def _dies_s(partials: Partials, longest_s: float, *, peak: float | None = None) -> float:
    """When they are inaudible beside the loudest moment."""
    seconds = np.concatenate(([0.0], np.geomspace(0.02, longest_s, 60)))
    envelope = partials.envelope(seconds)
    loudest = envelope[0] if peak is None else peak
    below = np.flatnonzero(envelope < loudest * _END)
    return float(seconds[below[0]]) if below.size else longest_s
