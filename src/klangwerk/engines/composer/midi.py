"""A score as a Standard MIDI File: one track for each part, with tempo, key and section markers."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from itertools import cycle

import mido

from klangwerk.engines.composer.instruments.catalog import CATALOG, Instrument
from klangwerk.engines.composer.score import Part, Score

TICKS_PER_BEAT = 480
_DRUM_CHANNEL = 9
_MELODIC_CHANNELS = tuple(channel for channel in range(16) if channel != _DRUM_CHANNEL)
_GM_DRUM_MIN = 27  # below are our transition effects, which no other kit has


def to_midi(score: Score, *, title: str = "") -> bytes:
    """The file (type 1, 480 ticks a quarter, General MIDI programs, drums on channel 10). The same score gives the same
    bytes.

    Notes are as they are played, swing and all. Transition effects are left out: they are sounds, not notes.
    """
    file = mido.MidiFile(type=1, ticks_per_beat=TICKS_PER_BEAT, charset="utf-8")
    end = _ticks(score.length_beats)
    file.tracks.append(_track(_conductor(score, title), end))
    channels = cycle(_MELODIC_CHANNELS)
    for part in score.parts:
        if part.instrument is Instrument.TRANSITIONS:
            continue
        channel = _DRUM_CHANNEL if CATALOG[part.instrument].is_kit else next(channels)
        file.tracks.append(_track(_messages(part, channel, end), end))
    written = io.BytesIO()
    file.save(file=written)
    return written.getvalue()


Timed = tuple[int, int, mido.Message | mido.MetaMessage]  # tick, rank among those of one tick, message


def _conductor(score: Score, title: str) -> Iterator[Timed]:
    yield 0, 0, mido.MetaMessage("track_name", name=title or f"{score.genre.value} in {score.key}")
    yield 0, 1, mido.MetaMessage("set_tempo", tempo=mido.bpm2tempo(score.bpm))
    yield 0, 2, mido.MetaMessage("time_signature", numerator=score.beats_per_bar, denominator=4)
    # A signature knows major and minor only; a mode is written as the one with its third, so that the tonic is right.
    yield (
        0,
        3,
        mido.MetaMessage("key_signature", key=score.key.tonic_name + ("m" if score.key.is_minor else "")),
    )
    for section in score.sections:
        tick = _ticks(section.start_bar * score.beats_per_bar)
        yield tick, 4, mido.MetaMessage("marker", text=section.kind.value.capitalize())


def _messages(part: Part, channel: int, end: int) -> Iterator[Timed]:
    entry = CATALOG[part.instrument]
    name = f"{part.stem.value.capitalize()}: {part.instrument.value}"
    yield 0, 0, mido.MetaMessage("track_name", name=name)
    yield 0, 1, mido.Message("program_change", channel=channel, program=max(0, entry.gm_program))
    pan = round(64 + 63 * min(1.0, max(-1.0, part.pan)))
    yield 0, 2, mido.Message("control_change", channel=channel, control=10, value=pan)
    for pitch, start, stop, velocity in _separate(part, end):
        yield start, 4, mido.Message("note_on", channel=channel, note=pitch, velocity=velocity)
        yield stop, 3, mido.Message("note_off", channel=channel, note=pitch, velocity=0)


def _separate(part: Part, end: int) -> Iterator[tuple[int, int, int, int]]:
    """Pitch, start, stop and velocity; a note ends where the same key is struck again, and all end with the piece."""
    by_pitch: dict[int, list[tuple[int, int, int]]] = {}
    for note in part.notes:
        start = min(_ticks(note.start_beats), end - 1)
        stop = min(end, start + max(1, _ticks(note.duration_beats)))
        velocity = max(1, min(127, round(127 * note.velocity)))
        if note.pitch >= _GM_DRUM_MIN or not CATALOG[part.instrument].is_kit:
            by_pitch.setdefault(note.pitch, []).append((start, stop, velocity))
    for pitch, strokes in by_pitch.items():
        strokes.sort()
        for (start, stop, velocity), (next_start, _, _) in zip(
            strokes, [*strokes[1:], (end, end, 0)], strict=True
        ):
            if next_start > start:  # of two strokes on one tick the louder one, which is the later in order
                yield pitch, start, min(stop, next_start), velocity


def _track(messages: Iterable[Timed], end: int) -> mido.MidiTrack:
    track, now = mido.MidiTrack(), 0
    for tick, _, message in sorted(messages, key=lambda timed: timed[:2]):
        track.append(message.copy(time=tick - now))
        now = tick
    track.append(mido.MetaMessage("end_of_track", time=max(0, end - now)))
    return track


def _ticks(beats: float) -> int:
    return round(beats * TICKS_PER_BEAT)
