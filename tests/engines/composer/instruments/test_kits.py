"""Every kit answers every key; what each piece sounds like is measured, not trusted."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from klangwerk.engines.composer.instruments.catalog import Instrument
from klangwerk.engines.composer.instruments.drums import Drum
from klangwerk.engines.composer.instruments.voices import (
    SAMPLE_RATE,
    Character,
    Samples,
    Stroke,
    Voice,
    voice,
)

KITS = [instrument for instrument in Instrument if instrument.name.startswith("KIT_")]
KEYS = [key for key in Drum if key >= Drum.KICK_SOFT]
ELECTRONIC = [
    Instrument.KIT_909,
    Instrument.KIT_808,
    Instrument.KIT_DEEP,
    Instrument.KIT_TECHNO,
    Instrument.KIT_BREAKS,
    Instrument.KIT_DUBSTEP,
    Instrument.KIT_TRAP,
    Instrument.KIT_GARAGE,
    Instrument.KIT_SYNTHWAVE,
    Instrument.KIT_AFRO,
]
OF_METAL = {Drum.HAT_CLOSED, Drum.HAT_OPEN, Drum.CABASA, Drum.MARACAS, Drum.TAMBOURINE}


@cache
def kit(instrument: Instrument, seed: int) -> Voice:
    return voice(instrument, Character(seed=seed))


@cache
def _sounded(instrument: Instrument, seed: int, stroke: Stroke) -> Samples:
    return kit(instrument, seed).play(stroke)


def hit(instrument: Instrument, key: Drum, velocity: float = 0.8, variant: int = 0, seed: int = 3) -> Samples:
    """Each stroke is sounded once, however it is asked for."""
    stroke = Stroke(pitch=key, duration_s=0.2, velocity=velocity, variant=variant)
    return _sounded(instrument, seed, stroke)


def peak_db(samples: Samples) -> float:
    return float(20 * np.log10(np.abs(samples).max()))


def spectrum(samples: Samples) -> tuple[np.ndarray, np.ndarray]:
    power = np.abs(np.fft.rfft(samples.mean(axis=0), 1 << 16)) ** 2
    return np.fft.rfftfreq(1 << 16, 1 / SAMPLE_RATE), power


def centroid_hz(samples: Samples) -> float:
    hz, power = spectrum(samples)
    return float((hz * power).sum() / power.sum())


def share(samples: Samples, low_hz: float, high_hz: float) -> float:
    hz, power = spectrum(samples)
    return float(power[(hz >= low_hz) & (hz < high_hz)].sum() / power.sum())


def strongest_hz(samples: Samples) -> float:
    hz, power = spectrum(samples)
    return float(hz[np.argmax(power)])


def decay_s(samples: Samples, by_db: float) -> float:
    """When what is still to come has fallen by so much."""
    left = np.cumsum(samples.mean(axis=0)[::-1].astype(np.float64) ** 2)[::-1]
    return float(np.argmax(left < left[0] * 10 ** (-by_db / 10)) / SAMPLE_RATE)


@pytest.mark.parametrize("instrument", KITS)
def test_every_key_begins_at_once_keeps_its_bounds_and_ends_in_silence(instrument: Instrument) -> None:
    for key in KEYS:
        samples = hit(instrument, key)
        about = f"{instrument.value} {key.name}"
        assert samples.dtype == np.float32, about
        assert samples.shape[0] in (1, 2), about
        assert np.isfinite(samples).all(), about
        peak = np.abs(samples).max()
        assert -20 < peak_db(samples) < -3, about
        begins = np.argmax(np.abs(samples).max(axis=0) > 0.01 * peak)
        assert begins <= 0.0015 * SAMPLE_RATE, about
        assert np.abs(samples[:, 0]).max() < 0.3 * peak, about  # no click
        assert np.abs(samples[:, -1]).max() < 1e-5, about
        assert np.abs(samples[:, -40:]).max() < 0.005 * peak, about
        assert abs(samples.mean()) < 0.012 * peak, about
        assert samples.shape[1] < 4.0 * SAMPLE_RATE, about


@pytest.mark.parametrize("instrument", KITS)
def test_harder_is_louder_and_never_darker(instrument: Instrument) -> None:
    for key in (*KEYS[::8], Drum.SNARE):
        levels = [peak_db(hit(instrument, key, velocity)) for velocity in (0.3, 0.8)]
        assert 10 < levels[1] - levels[0] < 14, key.name
    for key in (Drum.SNARE, Drum.HAT_CLOSED, Drum.TOM_LOW):
        assert centroid_hz(hit(instrument, key, 0.3)) < 1.02 * centroid_hz(hit(instrument, key, 0.9)), (
            key.name
        )


@pytest.mark.parametrize("instrument", KITS)
def test_takes_differ_a_little_and_repeat_exactly(instrument: Instrument) -> None:
    for key in (Drum.KICK, Drum.SNARE, Drum.HAT_CLOSED):
        takes = [hit(instrument, key, variant=variant) for variant in range(4)]
        assert len({take.tobytes() for take in takes}) == 4, key.name
        centroids = [centroid_hz(take) for take in takes]
        assert max(centroids) < 1.35 * min(centroids), key.name
        stroke = Stroke(pitch=key, duration_s=0.2, velocity=0.8, variant=1)
        assert kit(instrument, 3).play(stroke).tobytes() == takes[1].tobytes(), key.name


def test_a_kit_that_is_set_up_again_is_the_same() -> None:
    for instrument in (Instrument.KIT_TECHNO, Instrument.KIT_DUSTY):
        again = voice(instrument, Character(seed=3))
        for key in (Drum.KICK, Drum.SNARE, Drum.CRASH):
            stroke = Stroke(pitch=key, duration_s=0.2, velocity=0.8)
            assert again.play(stroke).tobytes() == hit(instrument, key).tobytes()


def test_another_seed_is_another_kit() -> None:
    for key in (Drum.KICK, Drum.SNARE, Drum.TOM_LOW):
        assert hit(Instrument.KIT_POP, key).tobytes() != hit(Instrument.KIT_POP, key, seed=4).tobytes()


@pytest.mark.parametrize("instrument", ELECTRONIC)
def test_kicks_of_the_engine_are_low(instrument: Instrument) -> None:
    kick = hit(instrument, Drum.KICK)
    settled = kick[:, int(0.02 * SAMPLE_RATE) :]
    assert 33 < strongest_hz(settled) < 80
    assert share(kick, 20, 200) > 0.6
    assert kick.shape[0] == 1 or np.abs(kick[0] - kick[1]).max() < 0.2 * np.abs(kick).max()


@pytest.mark.parametrize("instrument", [Instrument.KIT_808, Instrument.KIT_TECHNO, Instrument.KIT_DUBSTEP])
@pytest.mark.parametrize("tonic", [0, 3, 6, 9])
def test_a_machines_long_kick_is_in_tune(instrument: Instrument, tonic: int) -> None:
    made = voice(instrument, Character(seed=3, tonic=tonic))
    kick = made.play(Stroke(pitch=Drum.KICK, duration_s=0.2, velocity=0.8))
    body = np.abs(np.fft.rfft(kick.mean(axis=0)[int(0.03 * SAMPLE_RATE) :], 1 << 18))
    away = 12 * np.log2(body.argmax() * SAMPLE_RATE / (1 << 18) / 440.0) + 69 - tonic
    assert min(abs((away - step + 6) % 12 - 6) for step in (0, 7)) < 0.5


@pytest.mark.parametrize("instrument", [kit for kit in KITS if kit not in (Instrument.KIT_CHIP,)])
def test_pieces_lie_where_they_should(instrument: Instrument) -> None:
    dull = instrument is Instrument.KIT_DUSTY
    closed, opened = hit(instrument, Drum.HAT_CLOSED), hit(instrument, Drum.HAT_OPEN)
    assert centroid_hz(closed) > (5000 if dull else 7000)
    assert share(closed, 0, 1000) < 0.05
    assert decay_s(opened, 30) > 2 * decay_s(closed, 30) or instrument in (
        Instrument.KIT_CINEMATIC,
        Instrument.KIT_ORCHESTRAL,
    )
    for key in OF_METAL:
        assert centroid_hz(hit(instrument, key)) > (3500 if dull else 6000), key.name
    snare = hit(instrument, Drum.SNARE)
    assert share(snare, 130, 330) > 0.05
    assert share(snare, 2000, 9000) > 0.03
    assert decay_s(snare, 30) < 1.0
    assert 600 < centroid_hz(hit(instrument, Drum.CLAP)) < 4500
    toms = [
        strongest_hz(hit(instrument, key))
        for key in (Drum.TOM_FLOOR, Drum.TOM_LOW, Drum.TOM_MID, Drum.TOM_HIGH)
    ]
    assert toms == sorted(toms)
    assert 50 < toms[0] < 140
    assert toms[3] < 300
    assert decay_s(hit(instrument, Drum.CRASH), 40) > 0.8
    assert strongest_hz(hit(instrument, Drum.CONGA_LOW)) < strongest_hz(hit(instrument, Drum.CONGA_HIGH))
    assert strongest_hz(hit(instrument, Drum.BONGO_LOW)) < strongest_hz(hit(instrument, Drum.BONGO_HIGH))
    assert strongest_hz(hit(instrument, Drum.AGOGO_LOW)) < strongest_hz(hit(instrument, Drum.AGOGO_HIGH))
    assert 2000 < strongest_hz(hit(instrument, Drum.CLAVES)) < 3000
    assert centroid_hz(hit(instrument, Drum.TRIANGLE)) > 4000


def test_timpani_are_in_tune_in_every_track() -> None:
    for key, expected in ((Drum.TOM_FLOOR, 65.41), (Drum.TOM_HIGH, 87.31)):
        for seed in (3, 8):
            heard = strongest_hz(hit(Instrument.KIT_ORCHESTRAL, key, seed=seed))
            assert abs(1200 * np.log2(heard / expected)) < 35


def test_the_gate_shuts() -> None:
    snare = np.abs(hit(Instrument.KIT_SYNTHWAVE, Drum.SNARE)).max(axis=0)

    def level(at_s: float) -> float:
        return float(snare[int(at_s * SAMPLE_RATE) : int((at_s + 0.02) * SAMPLE_RATE)].max(initial=1e-6))

    assert level(0.2) > 0.25 * level(0.05)
    assert level(0.33) < 0.1 * level(0.2)


def test_pieces_stand_at_their_places() -> None:
    def side(key: Drum) -> float:
        left, right = (hit(Instrument.KIT_ROCK, key) ** 2).sum(axis=1)
        return float(10 * np.log10(right / left))

    assert abs(side(Drum.SNARE)) < 1.0
    assert side(Drum.HAT_CLOSED) < -1.0
    assert side(Drum.TOM_HIGH) < -1.0 < 1.0 < side(Drum.TOM_FLOOR)
    assert side(Drum.RIDE) > 1.0


def test_a_key_that_no_kit_has_is_the_nearest_one() -> None:
    machine = kit(Instrument.KIT_909, 3)
    whistle = machine.play(Stroke(pitch=72, duration_s=0.2, velocity=0.8))
    assert whistle.tobytes() == hit(Instrument.KIT_909, Drum.MARACAS).tobytes()
