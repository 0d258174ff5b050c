"""Pieces of the mixing desk by themselves."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.instruments.catalog import Instrument
from klangwerk.engines.composer.instruments.drums import Drum
from klangwerk.engines.composer.instruments.voices import Samples, Stroke
from klangwerk.engines.composer.render.channel import sound
from klangwerk.engines.composer.render.clock import Clock
from klangwerk.engines.composer.render.ducking import Ducking, ducked_share
from klangwerk.engines.composer.render.mix_tables import MIXES
from klangwerk.engines.composer.render.modulation import wow
from klangwerk.engines.composer.render.playing import play, strokes_of
from klangwerk.engines.composer.render.spaces import Echo, Space, space_response, with_echo
from klangwerk.engines.composer.render.strips import Role, Strip, kick_onsets_beats, strips_of
from klangwerk.engines.composer.render.sweeps import sweep
from klangwerk.engines.composer.render.tone import Eq, response
from klangwerk.engines.composer.score import Note, Part, Stem

RATE = 44_100


class Pulse:
    """A voice that is one frame, then 0.1 s of a tenth of it; as loud for a velocity as instruments are."""

    def play(self, stroke: Stroke) -> Samples:
        level = stroke.velocity**1.4
        ring = np.full((1, 4410), level / 10, dtype=np.float32)
        ring[0, 0] = level
        return ring


def strip_of(*notes: Note, instrument: Instrument = Instrument.KALIMBA, role: Role = Role.KEYS) -> Strip:
    return Strip(Part(stem=Stem.CHORDS, instrument=instrument, notes=notes), role, notes)


def note(start: float, pitch: int = 60, velocity: float = 0.75, duration: float = 1.0) -> Note:
    return Note(start_beats=start, duration_beats=duration, pitch=pitch, velocity=velocity)


def test_notes_lie_at_their_frames_and_keep_their_velocities():
    clock = Clock(RATE * 4, 0.5, circular=False)
    played = play(strip_of(note(0), note(1.3, velocity=0.8)), Pulse(), clock, lambda: None)
    assert played[0, 0] == pytest.approx(0.75**1.4)
    at = round(1.3 * 0.5 * RATE)
    assert played[0, at] == pytest.approx(0.8**1.4)


def test_what_rings_beyond_a_loop_comes_round_and_beyond_a_piece_is_dropped():
    for circular in (False, True):
        clock = Clock(1000, 0.5, circular=circular)
        played = play(strip_of(note(0.04)), Pulse(), clock, lambda: None)
        assert bool(played[0, 0]) is circular
        assert played[0, 882] > 0.6 or not circular


def test_alike_strokes_are_sounded_once_a_take():
    clock = Clock(RATE * 20, 0.5, circular=False)
    many = [note(0.5 * k, duration=0.25) for k in range(30)]
    assert len(strokes_of(strip_of(*many), clock)) == 2
    assert sum(len(places) for places in strokes_of(strip_of(*many), clock).values()) == 30


def test_a_closed_hat_silences_an_open_one():
    clock = Clock(RATE * 2, 0.5, circular=False)
    hats = (note(0, Drum.HAT_OPEN), note(0.1, Drum.HAT_CLOSED))

    played = play(
        strip_of(*hats, instrument=Instrument.KIT_909, role=Role.HATS), Pulse(), clock, lambda: None
    )
    alone = played[0, 1000]
    assert alone > 0
    assert played[0, round(0.05 * RATE) + 1500] == pytest.approx(alone)  # only the closed one


def test_kits_come_apart_into_roles(piece):
    strips = strips_of(piece())
    assert [strip.role for strip in strips] == [
        Role.KICK,
        Role.SNARE,
        Role.HATS,
        Role.BASS,
        Role.KEYS,
        Role.LEAD,
    ]
    assert kick_onsets_beats(piece(bars=1)) == [0, 1, 2, 3]


def test_a_channel_comes_to_its_level_however_loud_its_voice_is():
    clock = Clock(RATE * 4, 0.5, circular=False)
    strip = strip_of(*(note(beat) for beat in range(8)))

    class Tone(Pulse):
        def __init__(self, level: float) -> None:
            self.level = level

        def play(self, stroke: Stroke) -> Samples:
            tone = self.level * np.sin(2 * np.pi * 600 * np.arange(9000) / RATE) * np.linspace(1, 0, 9000)
            return tone.astype(np.float32)[np.newaxis]

    soft, loud = (sound(strip, Tone(level), MIXES[Genre.POP], clock, lambda: None) for level in (0.05, 0.9))
    assert np.abs(soft.samples * soft.gain - loud.samples * loud.gain).max() < 1e-4


def test_a_curve_is_what_was_drawn():
    hz = np.fft.rfftfreq(1 << 14, 1 / RATE)
    gain_db = 20 * np.log10(
        np.abs(np.fft.rfft(response(Eq(high_pass_hz=100.0, high_shelf=(4000.0, 3.0)))[0], 1 << 14))
    )
    assert gain_db[np.argmin(abs(hz - 100))] == pytest.approx(-3.0, abs=0.5)
    assert gain_db[np.argmin(abs(hz - 1000))] == pytest.approx(0.2, abs=0.3)
    assert gain_db[np.argmin(abs(hz - 12_000))] == pytest.approx(2.7, abs=0.4)


def test_a_room_decays_in_its_time_and_its_sides_differ():
    room = space_response(Space(decay_s=1.0, damping=2.0))
    power = np.square(room).sum(axis=0)
    left = np.cumsum(power[::-1])[::-1] + 1e-12
    level_db = 10 * np.log10(left / left[0])
    t20_s = (np.argmax(level_db < -25) - np.argmax(level_db < -5)) / RATE
    assert 0.15 < t20_s < 0.4
    assert float(np.square(room).sum()) == pytest.approx(1.0, abs=1e-3)
    assert abs(np.corrcoef(room)[0, 1]) < 0.2


def test_echoes_alternate_between_sides_at_the_tempo():
    silent = np.zeros((2, 100), dtype=np.float32)
    echoes = with_echo(silent, Echo(beats=0.75, feedback=0.5, level_db=-6.0), beat_s=0.5, under_db=0.0)
    period = round(0.375 * RATE)
    first, second = (np.abs(echoes[:, k * period : k * period + 400]).max(axis=1) for k in (1, 2))
    assert first[0] > 2 * first[1]
    assert second[1] > 2 * second[0]
    assert not echoes[:, 200 : period - 1].any()


@settings(max_examples=20, deadline=None)
@given(onsets=st.lists(st.floats(0, 3.99), max_size=6), circular=st.booleans(), release=st.floats(0.1, 2.0))
def test_ducking_is_down_at_every_kick_and_never_jumps(onsets, circular, release):
    clock = Clock(RATE * 2, 0.5, circular=circular)
    ducking = Ducking(bass_db=9, chords_db=6, melody_db=3, release_beats=release)
    share = ducked_share(sorted(onsets), ducking, clock)
    assert all(share[clock.frame(beats) % clock.frames] > 0.98 for beats in onsets)
    steps = np.abs(np.diff(np.append(share, share[0]) if circular else share))
    assert steps.max(initial=0) < 0.01
    assert share.min(initial=0) >= 0
    assert share.max(initial=0) <= 1


@pytest.mark.parametrize("circular", [False, True])
def test_a_dark_filter_takes_highs_away_and_an_open_one_nothing(circular):
    clock = Clock(RATE * 2, 0.5, circular=circular)
    time_s = np.arange(clock.frames) / RATE
    tones = (np.sin(2 * np.pi * 100 * time_s) + np.sin(2 * np.pi * 6000 * time_s)).astype(np.float32)[
        np.newaxis
    ]
    half = tones.copy()
    sweep(half, ((0.0, 1.0), (4.0, 1.0)), clock)
    assert (half == tones).all()
    sweep(half, ((0.0, 0.3), (1.0, 0.3), (2.0, 1.0)), clock)
    spectrum = [np.abs(np.fft.rfft(half[0, at : at + 8820])) for at in (8820, 70_000)]
    low, high = 20, 1200  # bins of 5 Hz
    assert spectrum[0][high] < 0.05 * spectrum[0][low]
    assert spectrum[1][high] == pytest.approx(spectrum[1][low], rel=0.05)
    seam = np.append(half[0], half[0, :1])
    if circular:
        assert abs(seam[-1] - seam[-2]) < np.abs(np.diff(half[0, -300:])).max() * 1.3


def test_moving_delays_keep_level_and_close_the_circle():
    clock = Clock(RATE * 2, 0.5, circular=True)
    tone = np.sin(2 * np.pi * 440 * np.arange(clock.frames) / RATE).astype(np.float32)[np.newaxis]
    wavering = np.repeat(tone, 2, axis=0).copy()
    wow(wavering, clock, 10.0)
    assert np.abs(wavering).max() == pytest.approx(1.0, abs=0.01)
    steps = np.abs(np.diff(np.concatenate((wavering, wavering[:, :1]), axis=1), axis=1))
    assert steps[:, -1].max() <= steps[:, :-1].max()
