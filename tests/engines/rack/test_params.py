"""Parameters out of range, of the wrong type, and what a bounce may be."""

from __future__ import annotations

import dataclasses
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klangwerk.engines.contracts import InvalidParams
from klangwerk.engines.rack.params import LAYERS, RANGES, BounceParams, RackParams
from klangwerk.engines.rack.timing import beat_frame, bounce_frames

NAMES = {"kick_sample": "a", "noise_sample": "b", "reverb_sample": "c"}


def test_the_defaults_are_those_of_the_ranges():
    made = RackParams(**NAMES)
    assert {name: getattr(made, name) for name in RANGES} == {
        name: entry.default for name, entry in RANGES.items()
    }
    assert len(RANGES) == 13
    assert {field.name for field in dataclasses.fields(RackParams)} == {*RANGES, *NAMES}


@pytest.mark.parametrize("name", RANGES)
def test_bounds_are_allowed_and_a_step_beyond_is_not(name):
    low, high, *_ = RANGES[name]
    for value in (low, high):
        assert getattr(RackParams(**NAMES, **{name: value}), name) == value
    step = 1 if name == "bpm" else 1e-6
    for wrong in (low - step, high + step, math.nan, math.inf, -math.inf, 10**400, "1", None, True, [1], {}):
        with pytest.raises(InvalidParams) as told:
            RackParams(**NAMES, **{name: wrong})
        assert told.value.field == name
        assert told.value.message.startswith(RANGES[name].title)


def test_the_tempo_is_a_whole_number():
    assert isinstance(RackParams(**NAMES, bpm=140.0).bpm, int)
    with pytest.raises(InvalidParams, match="whole number from 60 to 365"):
        RackParams(**NAMES, bpm=140.5)


def test_whole_numbers_and_fractions_are_the_same_params():
    assert RackParams(**NAMES, noise_volume=-20) == RackParams(**NAMES, noise_volume=-20.0)
    assert isinstance(RackParams(**NAMES, noise_volume=-20).noise_volume, float)


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("noise_sample", None),
        ("kick_sample", ""),
        ("kick_sample", 3),
        ("reverb_sample", "x" * 101),
        ("noise_sample", ["a"]),
    ],
)
def test_sounds_are_named_by_texts(field, wrong):
    with pytest.raises(InvalidParams) as told:
        RackParams(**{**NAMES, field: wrong})
    assert told.value.field == field
    assert RackParams(**{**NAMES, "kick_sample": None}).kick_sample is None


@pytest.mark.parametrize("name", ["noise_volume", "reverb_volume"])
def test_the_lowest_volume_is_off_and_the_next_is_not(name):
    low = RANGES[name].low
    assert RackParams(**NAMES, **{name: low}).gain(name) == 0.0
    assert RackParams(**NAMES, **{name: low + 0.001}).gain(name) == pytest.approx(10 ** (low / 20), rel=1e-3)
    assert RackParams(**NAMES, **{name: -6.0}).gain(name) == pytest.approx(0.501187, rel=1e-6)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"bars": 0}, "bars"),
        ({"bars": 513}, "bars"),
        ({"bars": 4.0}, "bars"),
        ({"bars": True}, "bars"),
        ({"ending": "fade"}, "ending"),
        ({"ending": None}, "ending"),
        ({"muted": {"snare"}}, "muted"),
        ({"soloed": ["kick", "master"]}, "soloed"),
    ],
)
def test_a_bounce_is_checked(given, field):
    with pytest.raises(InvalidParams) as told:
        BounceParams(**given)
    assert told.value.field == field


@given(muted=st.sets(st.sampled_from(LAYERS)), soloed=st.sets(st.sampled_from(LAYERS)))
def test_mute_wins_and_solo_leaves_the_sends(muted, soloed):
    bounce = BounceParams(muted=frozenset(muted), soloed=frozenset(soloed))
    for layer in LAYERS:
        assert bounce.hears(layer) == (layer not in muted and (layer in soloed or not soloed))
        assert bounce.feeds_reverb(layer) == (layer not in muted)


@pytest.mark.parametrize("bpm", [60, 139, 140, 365])
def test_a_quarter_of_an_hour_fits_and_a_bar_more_does_not(bpm):
    fit = 15 * bpm // 4
    if fit < 512:
        assert bounce_frames(fit, bpm) <= 15 * 60 * 44_100
        with pytest.raises(InvalidParams, match=rf"{fit} fit") as told:
            bounce_frames(fit + 1, bpm)
        assert told.value.field == "bars"
    assert bounce_frames(1, bpm) == beat_frame(4, bpm)
