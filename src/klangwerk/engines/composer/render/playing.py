"""A strip is played: every distinct stroke is sounded once and laid wherever it occurs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from klangwerk.engines.composer.instruments.catalog import Instrument
from klangwerk.engines.composer.instruments.drums import Drum
from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE, Samples, Stroke, Voice
from klangwerk.engines.composer.render.clock import Clock
from klangwerk.engines.composer.render.strips import Role, Strip
from klangwerk.engines.composer.score import Note
from klangwerk.engines.mastering.convolution import add_at

_LAYERS = 4  # velocities that are sounded; those between are scaled
_LOUDNESS_EXPONENT = 1.4  # of velocity, as the instruments have it: 0.3 is 12 dB under 0.8
_TICKS_PER_BEAT = 24
_DURATION_STEPS = (
    (8, 1),
    (16, 2),
    (36, 3),
    (72, 6),
)  # (below, step) in ticks: a tenth of a note is not heard
_DRUM_S = 0.25  # a drum rings as long as it rings
_SHORT_S = 0.5
_CHOKE_FADE = round(0.02 * SAMPLE_RATE)
_TOGETHER_S = 0.03  # onsets closer than this are one chord, even when a player spreads them

_MACHINES = frozenset(
    {
        Instrument.SUPERSAW, Instrument.SAW_STAB, Instrument.SYNTH_PLUCK, Instrument.SYNTH_BRASS, Instrument.SAW_LEAD,
        Instrument.SQUARE_LEAD, Instrument.SINE_LEAD, Instrument.FM_BELL, Instrument.PULSE_LEAD, Instrument.CHIP_ARP,
        Instrument.CHIP_BASS, Instrument.SUB_BASS, Instrument.BASS_808, Instrument.SAW_BASS, Instrument.ACID_BASS,
        Instrument.FM_BASS, Instrument.ORGAN_BASS, Instrument.REESE_BASS, Instrument.WOBBLE_BASS,
    }
)  # fmt: skip
"""They play a note again as they played it before."""

_BY_DURATION = frozenset({Drum.RISER, Drum.DOWNLIFTER, Drum.REVERSE_CYMBAL, Drum.VINYL})
_CHOKED = frozenset({Drum.HAT_OPEN})
_CHOKING = (Drum.HAT_CLOSED, Drum.HAT_PEDAL, Drum.HAT_OPEN)

_ONE_VOICE = frozenset(
    {
        Instrument.SUB_BASS, Instrument.BASS_808, Instrument.FINGER_BASS, Instrument.PICK_BASS,
        Instrument.SLAP_BASS, Instrument.UPRIGHT_BASS, Instrument.SAW_BASS, Instrument.ACID_BASS,
        Instrument.REESE_BASS, Instrument.WOBBLE_BASS, Instrument.FM_BASS, Instrument.ORGAN_BASS,
        Instrument.CHIP_BASS, Instrument.SAW_LEAD, Instrument.SQUARE_LEAD, Instrument.SINE_LEAD,
        Instrument.PULSE_LEAD, Instrument.TENOR_SAX, Instrument.MUTED_TRUMPET, Instrument.FLUTE,
        Instrument.SOLO_CELLO, Instrument.SOLO_VIOLIN,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Place:
    frame: int
    gain: float
    frames_max: int | None  # until the next note of the same string silences it


def strokes_of(strip: Strip, clock: Clock) -> dict[Stroke, list[_Place]]:
    """What has to be sounded and where it goes, in order of first occurrence."""
    found: dict[Stroke, list[_Place]] = {}
    taken: dict[tuple[int, int, float, int | None], int] = {}
    limits = _limits(strip, clock)
    for note, limit in zip(strip.notes, limits, strict=True):
        start = clock.frame(note.start_beats)
        if start >= clock.frames:
            continue
        layer = min(_LAYERS, max(1, round(note.velocity * _LAYERS)))
        duration_s = _duration_s(strip, note, clock)
        like = (note.pitch, layer, duration_s, note.slide_from)
        takes = _takes(strip, note.pitch, duration_s)
        variant = taken.get(like, 0) % takes
        taken[like] = variant + 1
        stroke = Stroke(
            pitch=note.pitch,
            duration_s=duration_s,
            velocity=layer / _LAYERS,
            variant=variant,
            slide_from=note.slide_from,
        )
        gain = float((note.velocity * _LAYERS / layer) ** _LOUDNESS_EXPONENT)
        found.setdefault(stroke, []).append(_Place(start, gain, limit))
    return found


def play(strip: Strip, voice: Voice, clock: Clock, tick: Callable[[], None]) -> Samples:
    """The strip's notes as samples of shape (1 or 2, frames), dry. `tick` is called before every stroke and may
    raise.
    """
    sum_ = np.zeros((1, clock.frames), dtype=np.float32)
    for stroke, places in strokes_of(strip, clock).items():
        tick()
        sound = _narrowest(voice.play(stroke))
        if sound.shape[0] > sum_.shape[0]:
            sum_ = np.repeat(sum_, sound.shape[0], axis=0)
        for place in places:
            part = sound if place.frames_max is None else _choked(sound, place.frames_max)
            add_at(sum_, part * np.float32(place.gain), place.frame, circular=clock.circular)
    return sum_


def _narrowest(sound: Samples) -> Samples:
    """One channel where both are the same: what is done to it later is done once."""
    return sound[:1] if sound.shape[0] == 2 and np.array_equal(sound[0], sound[1]) else sound


def _duration_s(strip: Strip, note: Note, clock: Clock) -> float:
    if strip.is_kit and note.pitch not in _BY_DURATION:
        return _DRUM_S
    ticks = note.duration_beats * _TICKS_PER_BEAT
    step = next((step for below, step in _DURATION_STEPS if ticks < below), 12)
    return max(1, step * round(ticks / step)) / _TICKS_PER_BEAT * clock.beat_s


def _takes(strip: Strip, pitch: int, duration_s: float) -> int:
    """How many takes of a note are worth their time: repetition is heard in short notes."""
    if strip.is_kit:
        return 1 if pitch in _BY_DURATION else 2 if strip.role is Role.KICK else 3
    return 2 if duration_s < _SHORT_S and strip.part.instrument not in _MACHINES else 1


def _limits(strip: Strip, clock: Clock) -> list[int | None]:
    notes = strip.notes
    if strip.is_kit:
        closing = [note.start_beats for note in notes if note.pitch in _CHOKING]
        choked = [note.pitch in _CHOKED for note in notes]
    elif strip.part.instrument in _ONE_VOICE:
        closing = [note.start_beats for note in notes]
        choked = [True] * len(notes)
    else:
        return [None] * len(notes)
    closing.sort()
    together_beats = _TOGETHER_S / clock.beat_s
    limits: list[int | None] = []
    for note, is_choked in zip(notes, choked, strict=True):
        following = bisect_right(closing, note.start_beats + together_beats)
        if is_choked and following < len(closing):
            limits.append(round((closing[following] - note.start_beats) * clock.beat_s * SAMPLE_RATE))
        else:
            limits.append(None)
    return limits


def _choked(sound: Samples, frames: int) -> Samples:
    if sound.shape[1] <= frames + _CHOKE_FADE:
        return sound
    cut = sound[:, : frames + _CHOKE_FADE].copy()
    cut[:, frames:] *= np.linspace(1.0, 0.0, _CHOKE_FADE, dtype=np.float32)
    return cut
