"""Strings, winds, pads, synthesizers, chip sounds and basses: in tune, even, alive, and without faults."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from klangwerk.engines.composer.instruments.catalog import CATALOG, Instrument
from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE, Character, Samples, Stroke, voice

MODULES = {"bowed", "winds", "pads", "synths", "chip", "basses"}
ALL = [instrument for instrument, entry in CATALOG.items() if entry.maker.split(":")[0] in MODULES]
I = Instrument  # noqa: E741
BASSES = [i for i in ALL if CATALOG[i].maker.startswith("basses:")] + [I.CHIP_BASS, I.ORCHESTRAL_BASS]
SLOW = {
    I.STRING_ENSEMBLE, I.SOLO_CELLO, I.SOLO_VIOLIN, I.ORCHESTRAL_BASS, I.CHOIR, I.FRENCH_HORNS, I.BRASS_SECTION, I.TENOR_SAX,
    I.FLUTE, I.MUTED_TRUMPET, I.WARM_PAD, I.GLASS_PAD, I.DARK_PAD, I.SYNTH_BRASS,
}  # fmt: skip
DECAYING = {
    I.STRING_STACCATO, I.SAW_STAB, I.SYNTH_PLUCK, I.FM_BELL, I.CHIP_ARP, I.BASS_808, I.SLAP_BASS, I.PICK_BASS, I.FINGER_BASS,
    I.UPRIGHT_BASS,
}  # fmt: skip
SLIDING = [
    I.BASS_808,
    I.SUB_BASS,
    I.SAW_LEAD,
    I.SINE_LEAD,
    I.ACID_BASS,
    I.REESE_BASS,
    I.SOLO_CELLO,
    I.TENOR_SAX,
]
SEED = 11


def middle(instrument: Instrument) -> int:
    entry = CATALOG[instrument]
    return (entry.low + entry.high) // 2


@cache
def _played(instrument: Instrument, character: Character, stroke: Stroke) -> Samples:
    return voice(instrument, character).play(stroke)


def play(instrument: Instrument, seed: int = SEED, brightness: float = 0.5, **stroke) -> Samples:
    """Each stroke is sounded once, however it is asked for."""
    given = {"pitch": middle(instrument), "duration_s": 0.6, "velocity": 0.8} | stroke
    return _played(instrument, Character(seed=seed, brightness=brightness), Stroke(**given))


def db(value: float) -> float:
    return 20 * float(np.log10(value + 1e-12))


def hertz(pitch: float) -> float:
    return 440.0 * 2 ** ((pitch - 69) / 12)


def cents_off(sound: Samples, f0_hz: float, from_s: float, to_s: float) -> float:
    """Power-weighted distance of the first harmonics from where they should be."""
    part = sound[:, int(from_s * SAMPLE_RATE) : int(to_s * SAMPLE_RATE)].mean(axis=0)
    size = 1 << 17
    power = np.abs(np.fft.rfft(part * np.hanning(part.size), size)) ** 2
    hz = np.fft.rfftfreq(size, 1 / SAMPLE_RATE)
    total = weight = 0.0
    for number in range(1, 6):
        near = np.abs(1200 * np.log2(np.maximum(hz, 1e-3) / (number * f0_hz))) < 70
        share = float(power[near].sum())
        total += share * 1200 * float(np.log2((hz[near] * power[near]).sum() / share / (number * f0_hz)))
        weight += share
    return total / weight


def amplitude_centroid(sound: Samples) -> float:
    level = np.abs(np.fft.rfft(sound.mean(axis=0)))
    level[level < 2e-3 * level.max()] = 0.0  # breath between the harmonics is not what makes a tone bright
    hz = np.fft.rfftfreq(sound.shape[1], 1 / SAMPLE_RATE)
    return float((hz * level).sum() / level.sum())


@pytest.mark.parametrize("instrument", ALL)
class TestEvery:
    def test_is_in_tune(self, instrument):
        entry = CATALOG[instrument]
        for pitch in (entry.low + 5, entry.high - 5):
            sound = play(instrument, pitch=pitch, duration_s=1.2)
            assert abs(cents_off(sound, hertz(pitch), 0.2, 1.2)) < (4.0 if pitch > 43 else 6.0), (
                pitch
            )  # unisons beat slowly down there

    def test_is_clean(self, instrument):
        for duration_s in (0.05, 0.6):
            sound = play(instrument, duration_s=duration_s)
            peak = np.abs(sound).max()
            assert sound.dtype == np.float32
            assert sound.ndim == 2
            assert sound.shape[0] in (1, 2)
            assert np.isfinite(sound).all()
            assert np.abs(sound[:, -8:]).max() < 1e-4  # ends in silence
            assert np.abs(np.diff(sound[:, -600:], axis=1)).max() < 0.01 * peak  # without a click
            assert np.abs(sound[:, 0]).max() < 0.02  # begins at zero

    def test_has_no_offset(self, instrument):
        sound = play(instrument)
        assert np.abs(sound.mean(axis=1)).max() < 1e-3 * np.abs(sound).max()

    def test_begins_at_once(self, instrument):
        sound = np.abs(play(instrument)).max(axis=0)
        peak = sound.max()
        if instrument in SLOW:
            assert sound[: int(0.08 * SAMPLE_RATE)].max() > 0.1 * peak
        else:
            assert np.argmax(sound > 0.01 * peak) < 0.001 * SAMPLE_RATE
            assert sound[: int(0.04 * SAMPLE_RATE)].max() > 0.4 * peak

    def test_is_even_over_its_range(self, instrument):
        entry = CATALOG[instrument]
        sounds = [play(instrument, pitch=int(p)) for p in np.linspace(entry.low, entry.high, 3)]
        power = [db(float(np.sqrt(np.mean(np.square(sound))))) for sound in sounds]
        assert max(power) - min(power) < 7.0
        assert all(-16.0 < db(np.abs(sound).max()) < -2.0 for sound in sounds)

    def test_velocity_is_level_and_colour(self, instrument):
        soft, hard = play(instrument, velocity=0.3), play(instrument, velocity=0.8)
        assert -15.5 < db(np.abs(soft).max()) - db(np.abs(hard).max()) < -8.0
        assert db(np.abs(play(instrument, velocity=1.0)).max()) < 0.0
        assert amplitude_centroid(hard) > 1.015 * amplitude_centroid(soft)

    def test_sounds_as_long_as_it_is_held(self, instrument):
        short, long = play(instrument, duration_s=0.3), play(instrument, duration_s=1.2)
        held = int(1.2 * SAMPLE_RATE)
        assert short.shape[1] < 1.7 * SAMPLE_RATE
        assert held - 0.6 * SAMPLE_RATE < long.shape[1] < held + 1.4 * SAMPLE_RATE
        if instrument not in DECAYING:
            late = np.abs(long[:, held - 8000 : held - 2000]).max()
            assert late > 0.2 * np.abs(long).max()

    def test_same_stroke_same_samples(self, instrument):
        first = play(instrument, variant=1)
        again = voice(instrument, Character(seed=SEED))
        again.play(Stroke(pitch=middle(instrument) + 1, duration_s=0.1, velocity=0.5))
        stroke = Stroke(pitch=middle(instrument), duration_s=0.6, velocity=0.8, variant=1)
        assert again.play(stroke).tobytes() == first.tobytes()

    def test_takes_and_tracks_differ(self, instrument):
        one = play(instrument)
        for other in (
            play(instrument, variant=1),
            play(instrument, variant=2),
            play(instrument, seed=SEED + 1),
        ):
            frames = min(one.shape[1], other.shape[1])
            assert np.abs(one[:, :frames] - other[:, :frames]).max() > 1e-4

    def test_brightness_brightens(self, instrument):
        assert amplitude_centroid(play(instrument, brightness=0.9)) > amplitude_centroid(
            play(instrument, brightness=0.1)
        )

    def test_is_the_same_in_mono(self, instrument):
        sound = play(instrument).astype(float)
        assert np.mean(np.square(sound.mean(axis=0))) > 0.6 * np.mean(np.square(sound))

    def test_leans_to_neither_side(self, instrument):
        power = np.mean(np.square(play(instrument).astype(float)), axis=1)
        assert 0.5 < power[0] / power[-1] < 2.0

    def test_bears_notes_that_nobody_should_write(self, instrument):
        given = (
            {"pitch": 12, "duration_s": 0.1},
            {"pitch": 120, "duration_s": 0.001},
            {"velocity": 0.01, "slide_from": 100},
        )
        for stroke in given:
            sound = play(instrument, brightness=1.0, **stroke)
            assert np.isfinite(sound).all()
            assert np.abs(sound).max() < 1.0

    def test_is_not_harsh(self, instrument):
        sound = play(instrument, velocity=1.0, brightness=0.8)
        power = np.abs(np.fft.rfft(sound.mean(axis=0))) ** 2
        hz = np.fft.rfftfreq(sound.shape[1], 1 / SAMPLE_RATE)
        assert 10 * np.log10(power[hz > 8000].sum() / power.sum()) < -13.0
        assert 10 * np.log10(power[hz > 19_000].sum() / power.sum()) < -45.0


@pytest.mark.parametrize("instrument", BASSES)
def test_basses_are_mono_and_solid_below_120_hz(instrument):
    sound = play(instrument, pitch=33, duration_s=1.5)
    spectrum = np.abs(np.fft.rfft(np.atleast_2d(sound), axis=1)) ** 2
    hz = np.fft.rfftfreq(sound.shape[1], 1 / SAMPLE_RATE)
    low = np.abs(np.fft.rfft(sound, axis=1)[:, hz < 120])
    if sound.shape[0] == 2:
        side = np.abs(np.fft.rfft(sound[0] - sound[1]))[hz < 120]
        assert (side**2).sum() < 1e-3 * (low**2).sum()
    fundamental = spectrum[:, (hz > 50) & (hz < 60)].sum()
    assert fundamental > 0.08 * spectrum.sum()


@pytest.mark.parametrize("instrument", [i for i in BASSES if i is not I.ORCHESTRAL_BASS])
def test_basses_begin_in_the_same_phase(instrument):
    one, two = play(instrument, pitch=33), play(instrument, pitch=33, variant=2)
    frames = int(0.1 * SAMPLE_RATE)
    wave = np.exp(-2j * np.pi * 55.0 * np.arange(frames) / SAMPLE_RATE) * np.hanning(frames)
    low = [(sound.mean(axis=0)[:frames] * wave).sum() for sound in (one, two)]
    assert abs(np.angle(low[0] / low[1])) < 0.25


@pytest.mark.parametrize("instrument", SLIDING)
def test_a_slide_arrives(instrument):
    pitch = middle(instrument)
    sound = play(instrument, pitch=pitch, slide_from=pitch - 5, duration_s=1.2)
    plain = play(instrument, pitch=pitch, duration_s=1.2)
    assert abs(cents_off(sound, hertz(pitch), 0.25, 1.2)) < 5.0
    frames = int(0.06 * SAMPLE_RATE)
    crossings = [int(np.sum(np.diff(np.signbit(x[:, :frames].mean(axis=0))))) for x in (sound, plain)]
    assert crossings[0] <= crossings[1] + 1
    assert np.abs(sound[:, :frames] - plain[:, :frames]).max() > 0.05


def test_a_wobble_moves_with_the_beat():
    brightness = {}
    for bpm in (100.0, 140.0):
        character = Character(seed=8, bpm=bpm)  # two movements in a beat
        sound = (
            voice(I.WOBBLE_BASS, character).play(Stroke(pitch=33, duration_s=4.0, velocity=0.8)).mean(axis=0)
        )
        frames = 1024
        levels = np.abs(np.fft.rfft(sound[: 4 * SAMPLE_RATE // frames * frames].reshape(-1, frames), axis=1))
        high = np.log(levels[:, 20:100].sum(axis=1) + 1e-9)
        spectrum = np.abs(np.fft.rfft((high - high.mean()) * np.hanning(high.size), 4096))
        brightness[bpm] = np.argmax(spectrum) * SAMPLE_RATE / frames / 4096
    assert brightness[100.0] == pytest.approx(100 / 60 * 2, rel=0.04)
    assert brightness[140.0] == pytest.approx(140 / 60 * 2, rel=0.04)


def test_an_808_drops_into_its_note_and_decays():
    sound = play(I.BASS_808, pitch=33, duration_s=2.5)[0]
    zero = np.flatnonzero(np.diff(np.signbit(sound)))
    early, late = zero[2] - zero[0], zero[40] - zero[38]
    assert early < 0.8 * late
    assert np.abs(sound[2 * SAMPLE_RATE : 2 * SAMPLE_RATE + 4000]).max() < 0.5 * np.abs(sound).max()
    spectrum = np.abs(np.fft.rfft(sound))
    hz = np.fft.rfftfreq(sound.size, 1 / SAMPLE_RATE)
    audible_on_small_speakers = spectrum[hz > 140].max() / spectrum.max()
    assert db(audible_on_small_speakers) > -32.0


def test_vibrato_comes_late():
    for instrument in (I.SOLO_VIOLIN, I.SOLO_CELLO, I.TENOR_SAX):
        sound = play(instrument, duration_s=2.0)[0]
        f0 = hertz(middle(instrument))
        turn = np.exp(-2j * np.pi * f0 * np.arange(sound.size) / SAMPLE_RATE)
        base = np.convolve((sound * turn)[::20], np.hanning(80), mode="same")
        cents = 1200 * np.log2(
            np.maximum(1 + np.diff(np.unwrap(np.angle(base))) * SAMPLE_RATE / 20 / (2 * np.pi * f0), 0.5)
        )
        early, late = cents[200:380].std(), cents[2250:4000].std()
        assert late > 3.0
        assert early < 0.5 * late
