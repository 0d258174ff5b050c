"""A score as a MIDI file, read back with mido."""

from __future__ import annotations

import io

import mido
import pytest

from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.instruments.catalog import Instrument
from klangwerk.engines.composer.instruments.drums import Drum
from klangwerk.engines.composer.keys import Key, Mode
from klangwerk.engines.composer.midi import TICKS_PER_BEAT, to_midi
from klangwerk.engines.composer.score import Note, Part, Score, Section, SectionKind, Stem

ALL = frozenset(Stem)


def note(start: float, duration: float, pitch: int, velocity: float = 0.5) -> Note:
    return Note(start_beats=start, duration_beats=duration, pitch=pitch, velocity=velocity)


def score(*parts: Part, key: Key | None = None, bpm: float = 97.3) -> Score:
    sections = (
        Section(kind=SectionKind.INTRO, start_bar=0, bars=2, energy=0.3, occurrence=0, stems=ALL),
        Section(kind=SectionKind.CHORUS, start_bar=2, bars=2, energy=0.8, occurrence=0, stems=ALL),
    )
    return Score(
        genre=Genre.FUNK, bpm=bpm, beats_per_bar=4, bars=4, key=key or Key(2, Mode.DORIAN), duration_s=9.87, looping=False,
        sections=sections, chords=(), parts=parts,
    )  # fmt: skip


def read(data: bytes) -> mido.MidiFile:
    return mido.MidiFile(file=io.BytesIO(data), charset="utf-8")


def absolute(track: mido.MidiTrack) -> list[tuple[int, mido.Message]]:
    now, found = 0, []
    for message in track:
        now += message.time
        found.append((now, message))
    return found


BASS = Part(
    stem=Stem.BASS,
    instrument=Instrument.SLAP_BASS,
    notes=(note(0, 1, 40), note(1.02, 0.5, 43, 1.0)),
    pan=-0.5,
)
DRUMS = Part(
    stem=Stem.PERCUSSION,
    instrument=Instrument.KIT_FUNK,
    notes=(note(0, 0.25, Drum.KICK), note(1, 0.25, Drum.SNARE), note(2, 1, Drum.VINYL)),
)
RISER = Part(stem=Stem.PERCUSSION, instrument=Instrument.TRANSITIONS, notes=(note(0, 8, Drum.RISER),))


def test_tempo_key_metre_and_sections() -> None:
    file = read(to_midi(score(BASS), title="Ein Stück"))
    conductor = absolute(file.tracks[0])
    assert file.type == 1
    metas = {message.type: message for _, message in conductor}
    assert metas["track_name"].name == "Ein Stück"
    assert mido.tempo2bpm(metas["set_tempo"].tempo) == pytest.approx(97.3, abs=0.001)
    assert (metas["time_signature"].numerator, metas["time_signature"].denominator) == (4, 4)
    assert metas["key_signature"].key == "Dm"
    markers = [(tick, message.text) for tick, message in conductor if message.type == "marker"]
    assert markers == [(0, "Intro"), (2 * 4 * TICKS_PER_BEAT, "Chorus")]


def test_parts_are_tracks_with_names_programs_and_channels() -> None:
    file = read(to_midi(score(BASS, DRUMS, RISER)))
    assert len(file.tracks) == 3  # transition effects are no notes
    assert [track.name for track in file.tracks[1:]] == ["Bass: slap bass", "Percussion: funk kit"]
    programs = [next(m for m in track if m.type == "program_change") for track in file.tracks[1:]]
    assert [(p.channel, p.program) for p in programs] == [(0, 36), (9, 0)]
    pan = next(m for m in file.tracks[1] if m.type == "control_change")
    assert (pan.control, pan.value) == (10, 32)


def test_notes_come_back_as_they_were_played() -> None:
    track = absolute(read(to_midi(score(BASS))).tracks[1])
    heard = [(tick, m.type, m.note, m.velocity) for tick, m in track if m.type in {"note_on", "note_off"}]
    assert heard == [
        (0, "note_on", 40, 64),
        (480, "note_off", 40, 0),
        (490, "note_on", 43, 127),
        (730, "note_off", 43, 0),
    ]
    assert track[-1][0] == 4 * 4 * TICKS_PER_BEAT
    assert track[-1][1].type == "end_of_track"


def test_what_no_general_midi_kit_has_is_left_out() -> None:
    track = read(to_midi(score(DRUMS))).tracks[1]
    assert {m.note for m in track if m.type == "note_on"} == {Drum.KICK, Drum.SNARE}


def test_a_key_struck_again_ends_the_note_before() -> None:
    part = Part(
        stem=Stem.CHORDS,
        instrument=Instrument.GRAND_PIANO,
        notes=(note(0, 4, 60), note(1, 4, 60), note(15, 9, 60)),
    )
    sounding = 0
    for _, message in absolute(read(to_midi(score(part))).tracks[1]):
        if message.type in {"note_on", "note_off"}:
            sounding += 1 if message.type == "note_on" else -1
            assert 0 <= sounding <= 1
    assert sounding == 0


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("tonic", range(12))
def test_every_key_can_be_written(tonic: int, mode: Mode) -> None:
    file = read(to_midi(score(BASS, key=Key(tonic, mode))))
    key = next(m.key for m in file.tracks[0] if m.type == "key_signature")
    names = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
    assert (names[key[0]] + key.count("#") - key.count("b")) % 12 == tonic


def test_more_parts_than_channels() -> None:
    file = read(to_midi(score(*[BASS] * 20)))
    assert len(file.tracks) == 21
    assert all(m.channel != 9 for track in file.tracks for m in track if m.type == "note_on")


def test_the_same_score_gives_the_same_bytes() -> None:
    assert to_midi(score(BASS, DRUMS)) == to_midi(score(BASS, DRUMS))
