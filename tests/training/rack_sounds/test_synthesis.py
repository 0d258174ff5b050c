"""What the stock sounds are made with: circles that close, modes, echoes that disperse, levels."""

from __future__ import annotations

import numpy as np
import pytest

from klangwerk.training.rack_sounds import finish, measure
from klangwerk.training.rack_sounds.impulses import tails
from klangwerk.training.rack_sounds.impulses.dispersion import bins_hz, travelled, tube_delay_s, wire_delay_s
from klangwerk.training.rack_sounds.impulses.images import SOUND_M_PER_S, reflections
from klangwerk.training.rack_sounds.impulses.modes import plate_modes, ringing
from klangwerk.training.rack_sounds.kicks import KICKS
from klangwerk.training.rack_sounds.loops.circle import Circle, band

RATE = 44_100


@pytest.fixture
def circle() -> Circle:
    return Circle(81_920, np.random.default_rng(1))


def test_what_is_made_on_a_circle_goes_on_at_its_beginning(circle):
    late = np.zeros(circle.frames)
    late[-10] = 1.0
    impulse = np.exp(-np.arange(500) / 100)
    rung = circle.through(late, impulse)
    assert rung[-10:] == pytest.approx(impulse[:10], abs=1e-12)
    assert rung[:490] == pytest.approx(impulse[10:], abs=1e-12)


def test_an_impulse_longer_than_the_circle_goes_round_it(circle):
    late = circle.impulse(0.0)
    impulse = np.ones(int(2.5 * circle.frames))
    assert circle.through(late, impulse) == pytest.approx(np.repeat([3.0, 2.0], circle.frames // 2), abs=1e-9)


def test_a_phase_closes_whatever_its_frequency_does(circle):
    phase = circle.phase(431.7 * (1 + 0.1 * circle.drift(fastest_hz=3)))
    around = np.append(phase, 0.0)
    step = np.diff(np.sin(around))
    assert abs(step[-1] - step[-2]) < 0.01
    assert abs((2 * phase[-1] - phase[-2]) / (2 * np.pi) % 1 - 0.5) > 0.49


def test_a_moving_filter_that_stands_still_changes_nothing(circle):
    noise = circle.noise(band(100, 5000))
    same = circle.moving(noise, lambda turn, hz: np.ones(np.broadcast_shapes(turn.shape, hz.shape)))
    assert same == pytest.approx(noise, abs=1e-9)
    with pytest.raises(ValueError, match="512"):
        Circle(81_921, circle.rng).moving(np.zeros(81_921), lambda turn, hz: turn * hz)


def test_modes_are_the_sum_of_decaying_sines():
    hz, weights = np.array([100.0, 333.3, 4567.0]), np.array([[1.0, -0.5, 0.25], [0.3, 0.2, 0.1]])
    x = ringing(hz, decay=((100, 0.5),), weights=weights, seconds=0.4)
    time_s = np.arange(x.shape[1]) / RATE
    direct = weights @ (np.sin(2 * np.pi * hz[:, None] * time_s) * 10 ** (-3 * time_s / 0.5))
    assert x == pytest.approx(direct, abs=1e-9)


def test_the_lowest_mode_of_a_plate_and_a_pickup_on_its_edge():
    hz, weights = plate_modes(
        size_m=(2.0, 1.0),
        stiffness_hz_m2=1.0,
        highest_hz=50.0,
        driver=(0.5, 0.5),
        pickups=((0.3, 0.4), (0.0, 0.4)),
    )
    assert hz.min() == pytest.approx(1.25)
    assert hz.max() < 50.0
    assert np.abs(weights[1]).max() < 1e-12
    assert np.abs(weights[0]).max() > 0.5


def test_highs_run_ahead_on_a_wire_and_nothing_passes_a_tunnel_below_its_cut_off():
    rng, hz = np.random.default_rng(2), bins_hz()
    wire = travelled(
        wire_delay_s(hz, at_100_hz_s=0.2),
        echoes=np.array([1.0]),
        decay=((100, 9.0),),
        blur_rad=0.0,
        rng=rng,
        frames=RATE,
    )
    low, high = (
        np.square(tails.coloured(wire, ((c / 2, -60), (c, 0), (2 * c, -60)))) for c in (200.0, 3200.0)
    )
    middle_s = [float((np.arange(RATE) * part).sum() / part.sum() / RATE) for part in (low, high)]
    assert middle_s == pytest.approx([0.2 / 2**0.5, 0.2 / 32**0.5], rel=0.05)
    assert np.isinf(tube_delay_s(hz, length_m=10.0, cut_off_hz=200.0)[hz < 200]).all()


def test_the_first_reflection_comes_when_geometry_says():
    room, source, listener = (50.0, 40.0, 30.0), (10.0, 20.0, 2.0), (20.0, 20.0, 2.0)
    x = reflections(
        np.random.default_rng(3), room_m=room, source_m=source, listener_m=listener, seconds=0.05, rough_m=0.0
    )
    floor_m = float(np.hypot(10.0, 4.0))
    expected = (floor_m - 10.0) / SOUND_M_PER_S * RATE
    assert int(np.argmax(np.abs(x[0]) > 0)) == pytest.approx(expected, abs=2)


def test_bands_add_up_and_decay_as_asked():
    noise = np.random.default_rng(4).standard_normal(8192)
    assert tails.thirds(noise).sum(0) == pytest.approx(noise, abs=1e-9)
    x = tails.diffuse(np.random.default_rng(5), seconds=1.5, rise_s=0.002, decay=((250, 1.0), (4000, 0.5)))
    found = measure.t60_s(x)
    assert (found[250], found[4000]) == pytest.approx((1.0, 0.5), rel=0.12)


@pytest.mark.parametrize("gain", [0.01, 30.0])
def test_a_reverb_gets_its_level_whatever_it_came_with(gain):
    kick = finish.finished_kick(KICKS[0].make(KICKS[0].generator()))
    tail = tails.diffuse(np.random.default_rng(6), seconds=0.8, rise_s=0.01, decay=((100, 0.7),))
    quiet, own = (
        finish.finished_reverb(x, kick=kick, low_cut_hz=60.0) for x in (tail * gain * [[1.0], [0.2]], tail)
    )
    assert quiet == pytest.approx(own, abs=1e-9)


def test_a_loop_with_crests_is_rounded_and_one_without_stays_under_its_mark():
    rng = np.random.default_rng(7)
    spiky = 0.02 * rng.standard_normal((2, 90_000))
    spiky[:, ::9000] += 1.0
    level = np.sqrt(np.square(finish.finished_noise(spiky)).mean())
    assert 20 * np.log10(level) > -26
    tone = np.repeat(np.sin(2 * np.pi * 100 * np.arange(88_200) / RATE)[None], 2, axis=0)
    flat = finish.finished_noise(tone)
    assert 20 * np.log10(np.sqrt(np.square(flat).mean())) == pytest.approx(-19.5, abs=0.01)
    assert np.abs(flat).max() < finish.NOISE_PEAK
