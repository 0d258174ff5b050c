"""The multiband compressor: flat at 0, its static curves, its times, its limits."""

from __future__ import annotations

import math

import numpy as np
import pytest

from klangwerk.dsp import Effect
from tests.dsp.signals import RATE_HZ, amplitude, db, noise, sine

FLAT = {"low_db": 0.0, "mid_db": 0.0, "high_db": 0.0}
# A frequency in the middle of each band, its attack and release, and its upward ratio at amount 1.
BANDS = {
    "low": (25, 0.010, 0.100, 3),
    "mid": (500, 0.005, 0.075, 4),
    "high": (12_000, 0.001, 0.050, 5),
}


def squeezed(x: np.ndarray, amount: float, **values: float) -> np.ndarray:
    effect = Effect("ott")
    effect.set(amount=amount, **{**FLAT, **values})
    return effect.process(x)


def level_seen(level_db: float, frequency_hz: float, attack_s: float, release_s: float) -> float:
    """What a peak follower shows for a sine, in dB: it sags between the peaks."""
    rise, fall = (1 - math.exp(-1 / (time_s * RATE_HZ)) for time_s in (attack_s, release_s))
    level, seen = 0.0, []
    for value in np.abs(sine(frequency_hz, level_db, 1.0)[0].astype(float)):
        level += (rise if value > level else fall) * (value - level)
        seen.append(level)
    return db(float(np.exp(np.mean(np.log(np.maximum(seen[-RATE_HZ // 5 :], 1e-9))))))


def curve(level_db: float, amount: float, ratio_scale: float, up_ratio: float) -> float:
    """The gain in dB for a band at this level."""
    down = 1 - 1 / (1 + amount * ratio_scale)
    up = 1 - 1 / (1 + amount * (up_ratio - 1))
    lift = max(0.0, min(up * (-40 - level_db), 2 * (level_db + 84)))
    return down * 10 - down * max(0.0, level_db + 20) + lift


def test_at_0_it_is_flat():
    """The level of every frequency stays within 0.005 dB, from 20 Hz to 18 kHz."""
    x = np.zeros((1, 4 * RATE_HZ), dtype=np.float32)
    x[0, 0] = 1
    y = squeezed(x, 0)
    response_db = 20 * np.log10(np.abs(np.fft.rfft(y[0].astype(np.float64))))
    frequencies_hz = np.fft.rfftfreq(y.shape[1], 1 / RATE_HZ)
    audible = (frequencies_hz >= 20) & (frequencies_hz <= 18_000)
    assert np.abs(response_db[audible]).max() < 0.005


@pytest.mark.parametrize("level_db", [-60, -20, 0, 12])
def test_at_0_no_level_changes_the_level(level_db):
    for frequency_hz in (50, 100, 800, 2_500, 9_000):
        y = squeezed(sine(frequency_hz, level_db), 0)[:, -RATE_HZ // 2 :]
        assert db(amplitude(y, frequency_hz)) == pytest.approx(level_db, abs=0.05)


@pytest.mark.parametrize("band", BANDS)
@pytest.mark.parametrize("level_db", [0, -6, -15, -22, -35, -45, -55, -65])
@pytest.mark.parametrize(("amount", "ratio_scale"), [(1.0, 10), (0.3, 8)])
def test_static_curve(band, level_db, amount, ratio_scale):
    frequency_hz, attack_s, release_s, up_ratio = BANDS[band]
    seen_db = level_seen(level_db, frequency_hz, attack_s, release_s)
    expected_db = curve(seen_db, amount, ratio_scale, up_ratio)
    y = squeezed(sine(frequency_hz, level_db, 3), amount, ratio_scale=ratio_scale)[:, -RATE_HZ:]
    # What leaks of a mid tone into both neighbours, 56 dB down, is lifted there by up to 33 dB and adds to it.
    tolerance_db = 0.9 if band == "mid" else 0.6
    assert db(amplitude(y, frequency_hz)) - level_db == pytest.approx(expected_db, abs=tolerance_db)


@pytest.mark.parametrize("amount", [0.05, 0.2, 0.5, 1.0])
def test_the_kept_level_is_kept_at_any_amount(amount):
    """A mid band that its detector sees at -10 dBFS comes out as loud as it went in (and see above)."""
    y = squeezed(sine(500, -9.2, 2), amount)[:, -RATE_HZ:]
    assert db(amplitude(y, 500)) == pytest.approx(-9.2, abs=0.9)


def test_more_amount_is_never_quieter():
    """A kick-like sound: the knob goes one way, and the whole way adds less than 12 dB."""
    t = np.arange(RATE_HZ // 2) / RATE_HZ
    sweep = np.sin(2 * np.pi * np.cumsum(45 + 300 * np.exp(-t * 40)) / RATE_HZ) * np.exp(-t * 6)
    x = np.tile(0.9 * sweep, 4).astype(np.float32)[np.newaxis]
    levels_db = [
        db(float(squeezed(x, amount, ratio_scale=10, low_db=9, mid_db=-3)[:, x.shape[1] // 2 :].std()))
        for amount in (0, 0.1, 0.2, 0.3, 0.5, 0.7, 1)
    ]
    assert levels_db == sorted(levels_db)
    assert 3 < levels_db[-1] - levels_db[0] < 12


@pytest.mark.parametrize("band", BANDS)
def test_equaliser_follows_the_amount(band):
    frequency_hz = BANDS[band][0]
    x = sine(frequency_hz, -30, 2)
    for amount in (0.5, 1.0):
        plain, lifted = (
            amplitude(squeezed(x, amount, **{f"{band}_db": gain_db})[:, -RATE_HZ:], frequency_hz)
            for gain_db in (0, 6)
        )
        assert db(lifted / plain) == pytest.approx(6 * amount, abs=0.1)


def gain_after_step(band: str, before_db: float, after_db: float) -> np.ndarray:
    """Times in s and gains in dB after the level of a tone has jumped, heard at the tone's frequency only.

    The jump itself is a click, which the other bands lift.
    """
    frequency_hz, window_s = {"low": (25, 0.040), "mid": (1_000, 0.002), "high": (10_000, 0.001)}[band]
    x = np.hstack([sine(frequency_hz, before_db, 1), sine(frequency_hz, after_db, 1)])
    y = squeezed(x, 1.0)
    width = round(window_s * RATE_HZ)
    starts = range(RATE_HZ, 2 * RATE_HZ - width, width // 2)
    gains_db = [
        db(amplitude(y[:, at : at + width], frequency_hz) / amplitude(x[:, at : at + width], frequency_hz))
        for at in starts
    ]
    return np.array([(np.array(starts) - RATE_HZ + width / 2) / RATE_HZ, gains_db])


@pytest.mark.parametrize(("band", "attack_s"), [("low", 0.010), ("mid", 0.005), ("high", 0.001)])
def test_attack(band, attack_s):
    """Let through at first; four time constants (and a cycle of the bass) after a jump the gain is there to 1.5 dB."""
    times_s, gains_db = gain_after_step(band, -40, -3)
    settled_db = float(np.median(gains_db[-10:]))
    assert gains_db[0] > settled_db + 3
    arrived_s = times_s[np.argmax(gains_db < settled_db + 1.5)]
    assert 0 < arrived_s <= 6 * attack_s + (0.02 if band == "low" else 0.001)


@pytest.mark.parametrize(("band", "release_s"), [("low", 0.100), ("mid", 0.075), ("high", 0.050)])
def test_release(band, release_s):
    """The follower falls by 8.7 dB in a time constant, and the gain comes back by 10/11 of that."""
    times_s, gains_db = gain_after_step(band, -3, -33)
    falling = (times_s > 0.04) & (times_s < 1.5 * release_s)
    slope_db = float(np.polyfit(times_s[falling], gains_db[falling], 1)[0])
    assert slope_db == pytest.approx(20 / math.log(10) * 10 / 11 / release_s, rel=0.15)
    assert gains_db[falling][0] < gains_db[-1] - 6


def test_what_does_not_sound_is_not_lifted():
    """Rounding noise of 16 bits stays where it is, but for the make-up of 9.1 dB."""
    x = noise(2 * RATE_HZ, peak=2**-16)
    y = squeezed(x, 1.0, ratio_scale=10)
    assert db(float(y[:, -RATE_HZ:].std() / x.std())) < 9.5
    lifts_db = [
        db(amplitude(squeezed(sine(12_000, level_db, 1), 1.0)[:, -RATE_HZ // 2 :], 12_000)) - level_db
        for level_db in (-90, -84, -77, -71, -65)
    ]
    assert lifts_db[:2] == pytest.approx([9.1, 9.1], abs=0.2)  # the make-up
    assert max(lifts_db) == lifts_db[3] == pytest.approx(9.1 + 25, abs=1.5)


def test_silence_stays_silence():
    assert not squeezed(np.zeros((2, RATE_HZ), dtype=np.float32), 1.0).any()


def test_a_transient_comes_through():
    """The first cycle of a kick is louder than the compressed rest: that is what the attack is for."""
    x = sine(60, -3, 1)
    y = squeezed(x, 1.0)
    onset = np.abs(y[0, : RATE_HZ // 100]).max()
    later = np.abs(y[0, -RATE_HZ // 10 :]).max()
    assert db(float(onset / later)) > 4


@pytest.mark.parametrize(
    ("frequency_hz", "bend_db", "other_db"), [(50, -40, -110), (500, -55, -85), (9_000, -90, -65)]
)
def test_a_steady_tone_stays_clean(frequency_hz, bend_db, other_db):
    """Harmonics come from detectors that follow single cycles, and at 9 kHz some fold back: all are small."""
    y = squeezed(sine(frequency_hz, -6, 4), 1.0)[0, -RATE_HZ:].astype(np.float64)
    spectrum = np.abs(np.fft.rfft(y * np.blackman(y.size)))
    orders = range(22_050 // frequency_hz + 1)
    near = np.zeros(spectrum.size, dtype=bool)
    for order in orders:
        near[max(0, order * frequency_hz - 6) : order * frequency_hz + 7] = True
    harmonics = [spectrum[order * frequency_hz] for order in orders[2:12]]
    assert db(float(np.linalg.norm(harmonics)) / spectrum[frequency_hz]) < bend_db
    assert db(float(np.linalg.norm(spectrum[~near])) / spectrum[frequency_hz]) < other_db


@pytest.mark.parametrize("amount", [0.3, 0.8])
def test_every_hit_sounds_the_same(amount):
    """The same click, on whatever frame it falls, comes out the same to the bit: no grid of the effect's own is heard."""
    hit = np.exp(-np.arange(3000) / 300) * np.cos(np.arange(3000) ** 1.2 / 40)
    sounds = []
    for first_frame in range(7):
        x = np.zeros((1, first_frame + RATE_HZ), dtype=np.float32)
        x[0, first_frame : first_frame + hit.size] = hit
        sounds.append(squeezed(x, amount)[0, first_frame:])
    for sound in sounds[1:]:
        np.testing.assert_array_equal(sound, sounds[0])
