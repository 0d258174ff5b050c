"""Every instrument that is struck, plucked or blown by bellows: in tune, on time, even, alive."""

import math
from functools import cache

import numpy as np
import pytest

from klangwerk.engines.composer.instruments.catalog import CATALOG, Instrument
from klangwerk.engines.composer.instruments.voices import (
    SAMPLE_RATE,
    Character,
    Samples,
    Stroke,
    Voice,
    voice,
)

STRUCK = (
    Instrument.GRAND_PIANO,
    Instrument.FELT_PIANO,
    Instrument.ELECTRIC_PIANO,
    Instrument.VIBRAPHONE,
    Instrument.MARIMBA,
    Instrument.KALIMBA,
    Instrument.MUSIC_BOX,
)
PLUCKED = (
    Instrument.CLAVINET,
    Instrument.HARPSICHORD,
    Instrument.HARP,
    Instrument.PIZZICATO,
    Instrument.NYLON_GUITAR,
    Instrument.STEEL_GUITAR,
    Instrument.CLEAN_GUITAR,
)
SUSTAINED = (Instrument.DRAWBAR_ORGAN, Instrument.CHURCH_ORGAN, Instrument.ACCORDION)
DRIVEN = (Instrument.OVERDRIVEN_GUITAR, Instrument.DISTORTED_GUITAR)
DECAYING = (*STRUCK, *PLUCKED, Instrument.MUTED_GUITAR)
EVERY = (*DECAYING, *DRIVEN, *SUSTAINED)
# three players or three reeds are a chorus, and clipping moves energy between inharmonic partials
CENTS = {
    Instrument.PIZZICATO: 5.0,
    Instrument.ACCORDION: 5.0,
    Instrument.OVERDRIVEN_GUITAR: 4.0,
    Instrument.DISTORTED_GUITAR: 4.0,
}

CHARACTER = Character(seed=5)
VOICES: dict[Instrument, Voice] = {instrument: voice(instrument, CHARACTER) for instrument in EVERY}

every = pytest.mark.parametrize("instrument", EVERY, ids=lambda one: one.name)


@cache
def _sounded(instrument: Instrument, stroke: Stroke) -> Samples:
    samples = VOICES[instrument].play(stroke)
    samples.setflags(write=False)
    return samples


def played(
    instrument: Instrument, pitch: int = 60, duration_s: float = 0.5, velocity: float = 0.8, **more: int
) -> Samples:
    """Each stroke is sounded once, however it is asked for."""
    return _sounded(instrument, Stroke(pitch=pitch, duration_s=duration_s, velocity=velocity, **more))


def db(ratio: float) -> float:
    return 20.0 * math.log10(max(float(ratio), 1e-9))


def rms(samples: Samples) -> float:
    return float(np.sqrt(np.mean(np.square(samples, dtype=np.float64))))


def spectrum(samples: Samples) -> tuple[np.ndarray, np.ndarray]:
    mono = samples.mean(axis=0)
    size = 1 << 16
    return np.fft.rfftfreq(size, 1.0 / SAMPLE_RATE), np.abs(np.fft.rfft(mono * np.hanning(mono.size), size))


def cents_off(samples: Samples, pitch: int) -> float:
    """The strongest line about the fundamental."""
    wanted_hz = 440.0 * 2.0 ** ((pitch - 69) / 12.0)
    frequency, magnitude = spectrum(samples[:, int(0.02 * SAMPLE_RATE) : SAMPLE_RATE])
    low, high = np.searchsorted(frequency, (wanted_hz * 0.96, wanted_hz * 1.04))
    peak = low + int(np.argmax(magnitude[low:high]))
    a, b, c = np.log(magnitude[peak - 1 : peak + 2])
    return 1200.0 * math.log2((peak + 0.5 * (a - c) / (a - 2.0 * b + c)) * frequency[1] / wanted_hz)


def brightness(samples: Samples) -> float:
    """The share of the treble in the first tenth of a second, in dB."""
    frequency, magnitude = spectrum(samples[:, : SAMPLE_RATE // 10])
    high = float(np.sum(magnitude[frequency > 1500.0] ** 2))
    return 10.0 * math.log10(high / float(np.sum(magnitude**2)))


@every
def test_finite_float32_of_one_or_two_channels(instrument):
    for pitch in (CATALOG[instrument].low, CATALOG[instrument].high):
        for velocity in (0.05, 1.0):
            samples = played(instrument, pitch, 0.1, velocity)
            assert samples.dtype == np.float32
            assert samples.ndim == 2
            assert samples.shape[0] in (1, 2)
            assert np.isfinite(samples).all()
            assert 0.0 < np.abs(samples).max() < 1.5


@every
@pytest.mark.parametrize("pitch", [65])
def test_in_tune(instrument, pitch):
    assert abs(cents_off(played(instrument, pitch, 1.2), pitch)) < CENTS.get(instrument, 2.0)


@every
@pytest.mark.parametrize("velocity", [0.3, 1.0])
def test_begins_at_once(instrument, velocity):
    samples = np.abs(played(instrument, velocity=velocity)).max(axis=0)
    assert np.flatnonzero(samples > 0.003 * samples.max())[0] <= SAMPLE_RATE // 1000
    assert samples[0] < 0.03 * samples.max()


@every
@pytest.mark.parametrize("duration_s", [0.05, 0.5])
def test_ends_in_silence(instrument, duration_s):
    for pitch in (CATALOG[instrument].low, 60, CATALOG[instrument].high):
        samples = np.abs(played(instrument, pitch, duration_s))
        assert db(samples[:, -SAMPLE_RATE // 200 :].max() / samples.max()) < -60.0


@pytest.mark.parametrize(
    "instrument",
    [Instrument.GRAND_PIANO, Instrument.ELECTRIC_PIANO, Instrument.VIBRAPHONE],
    ids=lambda one: one.name,
)
def test_what_is_held_too_long_fades(instrument):
    samples = np.abs(played(instrument, 53, 20.0))
    assert db(samples[:, -SAMPLE_RATE // 200 :].max() / samples.max()) < -60.0
    assert samples.shape[1] < 10 * SAMPLE_RATE


@every
def test_no_direct_current(instrument):
    for pitch in (CATALOG[instrument].low, 60, CATALOG[instrument].high):
        samples = played(instrument, pitch)
        assert np.abs(samples.mean(axis=1)).max() < 0.003 * np.abs(samples).max()


@every
def test_peak_of_a_firm_note_leaves_room(instrument):
    assert -12.5 < db(np.abs(played(instrument, 60)).max()) < -3.0


@every
def test_even_across_the_register(instrument):
    entry = CATALOG[instrument]
    levels = [db(rms(played(instrument, pitch)[:, :6615])) for pitch in range(entry.low, entry.high + 1, 11)]
    assert max(levels) - min(levels) < 9.0
    assert np.abs(np.diff(levels)).max() < 5.0


@every
def test_velocity_sets_the_level(instrument):
    soft, firm, hard = (
        db(rms(played(instrument, velocity=velocity)[:, :8820])) for velocity in (0.3, 0.8, 1.0)
    )
    assert -15.0 < soft - firm < -6.5
    assert 0.5 < hard - firm < 5.0


@every
@pytest.mark.parametrize("pitch", [52, 64])
def test_harder_is_brighter(instrument, pitch):
    pitch = max(pitch, CATALOG[instrument].low)
    soft, hard = (brightness(played(instrument, pitch, velocity=velocity)) for velocity in (0.3, 1.0))
    assert hard > soft + 0.5


@every
def test_same_stroke_same_bytes(instrument):
    stroke = Stroke(pitch=64, duration_s=0.3, velocity=0.7, variant=2)
    again = voice(instrument, CHARACTER).play(stroke)
    assert again.tobytes() == VOICES[instrument].play(stroke).tobytes()


@every
def test_variants_and_tracks_differ_a_little(instrument):
    first = played(instrument, 64)
    for other in (
        played(instrument, 64, variant=1),
        voice(instrument, Character(seed=6)).play(Stroke(pitch=64, duration_s=0.5, velocity=0.8)),
    ):
        frames = min(first.shape[1], other.shape[1])
        assert not np.array_equal(first[:, :frames], other[:, :frames])
        assert abs(db(rms(first[:, :8820]) / rms(other[:, :8820]))) < 6.0


@pytest.mark.parametrize("instrument", DECAYING, ids=lambda one: one.name)
def test_struck_and_plucked_notes_decay(instrument):
    samples = played(instrument, 72, 1.5)
    samples = np.pad(samples, ((0, 0), (0, SAMPLE_RATE)))
    early, late = rms(samples[:, 2205:6615]), rms(samples[:, 48_510:52_920])
    assert db(late / early) < -4.0


@pytest.mark.parametrize("instrument", [*SUSTAINED, *DRIVEN], ids=lambda one: one.name)
def test_organs_and_driven_guitars_hold(instrument):
    samples = played(instrument, 57, 2.5)
    early, late = rms(samples[:, 13_230:26_460]), rms(samples[:, 92_610:105_840])
    assert abs(db(late / early)) < 4.5


@every
def test_mono_loses_nothing(instrument):
    for pitch in (CATALOG[instrument].low, 60, CATALOG[instrument].high):
        samples = played(instrument, pitch)
        if samples.shape[0] == 2:
            assert rms(samples[0] - samples[1]) <= 0.8 * rms(samples[0] + samples[1])


@pytest.mark.parametrize(
    "instrument", [Instrument.GRAND_PIANO, Instrument.ELECTRIC_PIANO, Instrument.STEEL_GUITAR, Instrument.CLAVINET, Instrument.DRAWBAR_ORGAN, Instrument.DISTORTED_GUITAR],
    ids=lambda one: one.name,
)  # fmt: skip
def test_letting_go_damps(instrument):
    short, long = played(instrument, 60, 0.2), played(instrument, 60, 1.0)
    assert short.shape[1] < 0.75 * SAMPLE_RATE < long.shape[1]


@pytest.mark.parametrize(
    "instrument", [Instrument.HARP, Instrument.KALIMBA, Instrument.MUSIC_BOX], ids=lambda one: one.name
)
def test_what_nobody_damps_rings_on(instrument):
    assert played(instrument, 60, 0.1).shape[1] > SAMPLE_RATE


@pytest.mark.parametrize(
    "instrument",
    [Instrument.NYLON_GUITAR, Instrument.DISTORTED_GUITAR, Instrument.GRAND_PIANO],
    ids=lambda one: one.name,
)
def test_a_slide_arrives(instrument):
    slid = played(instrument, 64, 1.2, slide_from=60)
    straight = played(instrument, 64, 1.2)
    assert not np.array_equal(slid[:, :2000], straight[:, :2000])
    assert abs(cents_off(slid[:, 8820:], 64)) < 4.0


@pytest.mark.parametrize(
    "instrument",
    [Instrument.GRAND_PIANO, Instrument.CLAVINET, Instrument.STEEL_GUITAR, Instrument.ACCORDION],
    ids=lambda one: one.name,
)
def test_a_bright_track_is_brighter(instrument):
    stroke = Stroke(pitch=60, duration_s=0.5, velocity=0.8)
    dark, bright = (
        brightness(voice(instrument, Character(seed=5, brightness=amount)).play(stroke))
        for amount in (0.1, 0.9)
    )
    assert bright > dark + 1.0
