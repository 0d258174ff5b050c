"""Presets as JSON: both spellings, what is missing, what is too much, and AI kicks."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klangwerk.engines.contracts import InvalidParams
from klangwerk.engines.rack.params import RANGES
from klangwerk.engines.rack.preset_file import parse, wire_name
from klangwerk.engines.rack.sounds import UnknownSound, catalog, load, sounds_of


def told(text: str | bytes) -> InvalidParams:
    with pytest.raises(InvalidParams) as caught:
        parse(text)
    return caught.value


def test_both_spellings_say_the_same():
    camel = {wire_name(name): entry.high for name, entry in RANGES.items()}
    snake = {name: entry.high for name, entry in RANGES.items()}
    assert "kickLen" in camel
    assert parse(json.dumps(camel)) == parse(json.dumps(snake))
    assert parse(json.dumps(camel)).params.master_limiter_amt == 8.0


def test_what_is_missing_is_as_in_init():
    preset = parse("{}")
    params = preset.params
    assert {name: getattr(params, name) for name in RANGES} == {
        name: entry.default for name, entry in RANGES.items()
    }
    assert params.kick_sample == catalog().kicks[0].name
    assert params.noise_sample == catalog().noises[0].name
    assert params.reverb_sample == catalog().reverbs[0].name
    assert (preset.name, preset.ai_kick) == (None, None)


def test_what_the_api_gives_is_taken_as_it_is():
    answer = {
        "id": "0190…", "presetName": "Dröhnung", "isShared": False, "isOwn": True, "bpm": 151,
        "kickSample": catalog().kicks[1].name, "kickId": None, "kickUrl": None, "kickLen": 0.5,
        "noiseSample": catalog().noises[1].name, "reverbSample": catalog().reverbs[1].name,
        "createdAt": "2026-01-01T00:00:00Z", "updatedAt": "2026-01-01T00:00:00Z",
    }  # fmt: skip
    preset = parse(json.dumps(answer, ensure_ascii=False).encode())
    assert preset.name == "Dröhnung"
    assert (preset.params.bpm, preset.params.kick_len) == (151, 0.5)
    assert preset.params.noise_sample == catalog().noises[1].name


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"kickId": "0190-key", "kickSample": "AI: Burkhard"}, "AI: Burkhard"),
        ({"kickId": "0190-key"}, "0190-key"),
        ({"kickSample": "AI: Burkhard"}, "AI: Burkhard"),
        ({"kickId": "0190-key", "kickSample": "Renamed"}, "Renamed"),
    ],
)
def test_an_ai_kick_is_known_by_its_key_or_name(fields, named):
    preset = parse(json.dumps(fields))
    assert preset.ai_kick == named
    assert preset.params.kick_sample is None
    with pytest.raises(InvalidParams, match="no stock sound") as caught:
        sounds_of(preset.params)
    assert caught.value.field == "kick_sample"


@pytest.mark.parametrize(
    ("text", "field", "said"),
    [
        ("", "preset", "not JSON"),
        ("{", "preset", "line 1, column 2"),
        ("[]", "preset", "JSON object"),
        ("null", "preset", "JSON object"),
        (b"\xff\xfe\x00", "preset", "not JSON"),
        ("[" * 100_000, "preset", "JSON"),
        ('{"bpm": ' + "9" * 5000 + "}", "preset", "JSON"),
        ('{"kickLenn": 1}', "preset", "Do you mean “kickLen”"),
        ('{"kick_lenn": 1}', "preset", "Do you mean “kick_len”"),
        ('{"xyz": 1}', "preset", "no field “xyz”"),
        ('{"bpm": 1, "bpm": 2}', "preset", "twice"),
        ('{"kickLen": 1, "kick_len": 1}', "kick_len", "twice"),
        ('{"bpm": NaN}', "bpm", "60 to 365"),
        ('{"bpm": Infinity}', "bpm", "60 to 365"),
        ('{"bpm": "140"}', "bpm", "a number"),
        ('{"bpm": null}', "bpm", "a number"),
        ('{"noiseVolume": 0}', "noise_volume", "-70 to -6 dB"),
        ('{"noiseSample": 5}', "noise_sample", "a text"),
        ('{"presetName": 5}', "preset_name", "a text"),
        ('{"kickId": 5}', "kick_id", "a text"),
    ],
)
def test_what_is_no_preset_is_told(text, field, said):
    error = told(text)
    assert error.field == field
    assert said in error.message


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(["bpm", "kickLen", "kickId", "noiseSample", "presetName", "x"]), inner
            )
        ),
    )
)
def test_any_json_is_a_preset_or_is_refused(value):
    with contextlib.suppress(InvalidParams):
        assert parse(json.dumps(value)).params.bpm >= 60


def test_sounds_that_there_are_not_are_told_with_some_that_there_are():
    name = catalog().kicks[0].name
    with pytest.raises(UnknownSound, match=f"“{name}”") as caught:
        load("kick", name.lower() + "x")
    assert caught.value.field == "kick_sample"
    with pytest.raises(UnknownSound, match="There are: ") as caught:
        load("reverb", "zzzzzzzzzzzzz")
    assert caught.value.field == "reverb_sample"


def test_stock_sounds_are_loaded_once_and_are_playable():
    params = parse("{}").params
    sounds = sounds_of(params)
    assert sounds.kick.frames == catalog().kicks[0].frames
    assert sounds_of(params).noise is sounds.noise
