"""Kicks from the kick engine, made when a kit is set up."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

import numpy as np

from klangwerk.engines.composer.instruments.kits.hit import Hit, Signal
from klangwerk.engines.composer.instruments.kits.noise import colour, shaped
from klangwerk.engines.composer.instruments.kits.tones import attack, decay, frames_of, peak_one, released
from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE, Character, hertz
from klangwerk.engines.kick import SEED_MAX, KickModel, KickParams, generate, load_model

_ONSET = 0.02  # of the peak
_FASTER_MAX = (
    1.33  # what settles lower than asked is played faster: loudspeakers and bass leave no room there
)
_SOFT_HZ = 260.0  # a soft hit keeps what is below


@dataclass(frozen=True, slots=True, kw_only=True)
class KickOrder:
    """What a kit asks the kick engine for. `pitch_hz` is a range to draw from; a `tuned` kick then moves to the tonic
    or the fifth of the track, as producers tune the kicks of machines.

    A kick ends after `most_s` and after `most_beats` at the latest. At least the share `click` of its first 20 ms is
    above 2 kHz, or a mix would bury it.
    """

    prompt: str
    pitch_hz: tuple[float, float]
    tuned: bool = False
    length_s: float
    punch: float | None = None
    drive: float | None = None
    brightness: float | None = None
    most_s: float = 0.9
    most_beats: float = 1.0  # two kicks must not stand on one another in a four-on-the-floor
    click: float = 0.001


@dataclass(frozen=True, slots=True, eq=False)
class EngineKick:
    """A kick as the engine made it, and how it sounds when hardly touched; a hit lies between the two."""

    hard: Signal
    soft: Signal

    def render(self, hit: Hit) -> Signal:
        """(1, frames)."""
        rng = hit.take()
        share = np.float32(min(1.0, 0.12 + 0.88 * hit.velocity**0.8) * (1.0 + 0.02 * rng.uniform(-1, 0)))
        out = self.hard * share + self.soft * (1 - share)
        if hit.variant:  # another take: the whole kick a few cents apart
            stretch = 1.0 + 0.004 * rng.uniform(-1, 1)
            out = np.interp(np.arange(len(out)) * stretch, np.arange(len(out)), out).astype(np.float32)
        return out[None, :]


def engine_kick(order: KickOrder, character: Character) -> EngineKick:
    """The kick of a track. Raises EngineError."""
    rng = np.random.default_rng([character.seed, 36])
    seed = int(rng.integers(SEED_MAX))
    pitch_hz = float(rng.uniform(*order.pitch_hz))
    params = KickParams(
        prompt=order.prompt,
        pitch_hz=pitch_hz,
        length_s=order.length_s,
        punch=order.punch,
        drive=order.drive,
        brightness=order.brightness,
    )
    most_s = min(order.most_s, order.most_beats * 60.0 / character.bpm)
    made = _trimmed(generate(params, seed=seed, model=_model()).audio.samples[0], most_s)
    body_hz = _body_hz(made)
    wanted_hz = min(max(body_hz, 0.9 * pitch_hz), _FASTER_MAX * body_hz)
    if order.tuned and character.tonic is not None:
        wanted_hz = in_tune(wanted_hz, character.tonic)
    hard = _clicking(_trimmed(_played_faster(made, wanted_hz / body_hz), most_s), order.click, rng)
    soft = _below(hard, _SOFT_HZ)
    return EngineKick(hard, peak_one(soft) * np.float32(np.abs(hard).max()))


def in_tune(pitch_hz: float, tonic: int) -> float:
    """The nearest note, in Hz, that is the pitch class `tonic` or the fifth above it: three and a half semitones away
    at most.
    """
    pitch = 69.0 + 12.0 * math.log2(pitch_hz / 440.0)
    notes = (note for note in range(128) if (note - tonic) % 12 in {0, 7})
    return hertz(min(notes, key=lambda note: abs(note - pitch)))


@cache
def _model() -> KickModel:
    """Asking for it reads the file's checksum each time, which takes as long as five kicks."""
    return load_model()


def _body_hz(kick: Signal) -> float:
    """Where the body is strongest once it has settled."""
    size = 1 << 18
    power = np.abs(np.fft.rfft(kick[frames_of(0.03) :], size))
    return max(float(np.argmax(power)) * SAMPLE_RATE / size, 1.0)


def _played_faster(kick: Signal, speed: float) -> Signal:
    if speed == 1.0:
        return kick
    at = np.arange(0.0, len(kick) - 1.0, speed)
    faster: Signal = np.interp(at, np.arange(len(kick)), kick).astype(np.float32)
    return faster


def _clicking(kick: Signal, share: float, rng: np.random.Generator) -> Signal:
    """With as much of a beater's click as it lacks."""
    begin = frames_of(0.02)
    power = np.abs(np.fft.rfft(kick[:begin], 4096)) ** 2
    high = power[round(2000 * 4096 / SAMPLE_RATE) :].sum() / max(power.sum(), 1e-12)
    if high >= share:
        return kick
    frames = frames_of(0.008)
    click = shaped(rng, frames, colour(2200, 6000, 18, 12)) * decay(frames, 0.007)
    click = attack(click, 0.0002) * np.sqrt((share - high) * np.sum(kick[:begin] ** 2) / np.sum(click**2))
    out = kick.copy()
    out[:frames] += click.astype(np.float32)[: len(out)]
    return out


def _trimmed(kick: Signal, most_s: float) -> Signal:
    """From a quarter of a millisecond before its onset to where it is 60 dB down, faded out."""
    loud = np.flatnonzero(np.abs(kick) > _ONSET * np.abs(kick).max())
    begin = max(0, int(loud[0]) - frames_of(0.00025))
    heard = np.flatnonzero(np.abs(kick) > 1e-3 * np.abs(kick).max())
    cut = kick[begin : min(int(heard[-1]) + 1, begin + frames_of(most_s))].astype(np.float32, copy=True)
    released(cut, 0.08 if len(cut) >= frames_of(most_s) else 0.02)
    cut -= cut.mean()
    rise = frames_of(0.0002)
    cut[:rise] *= np.linspace(0.0, 1.0, rise, dtype=np.float32)
    return cut


def _below(kick: Signal, hz: float) -> Signal:
    size = 1 << len(kick).bit_length()
    spectrum = np.fft.rfft(kick, size)
    # two poles with their phase: without it the beginning would be smeared to before the onset
    curve = 1.0 / (1.0 + 1j * np.fft.rfftfreq(size, 1 / SAMPLE_RATE) / hz) ** 2
    return np.fft.irfft(spectrum * curve, size)[: len(kick)].astype(np.float32)
