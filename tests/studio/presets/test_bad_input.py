"""Whatever is sent: never a 500, never a row, and a message under the field's own name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from klangwerk.engines.rack.params import RANGES
from klangwerk.engines.rack.preset_file import wire_name

from .conftest import BOUNCES, PRESETS

if TYPE_CHECKING:
    from rest_framework.test import APIClient

pytestmark = pytest.mark.django_db

Body = Callable[..., dict[str, Any]]
NUMBERS = [wire_name(name) for name in RANGES]
OUTSIDE = [
    (wire_name(name), value)
    for name, (low, high, *_) in RANGES.items()
    for value in (
        low - 0.001 * (high - low) - (name == "bpm"),
        high + 0.001 * (high - low) + (name == "bpm"),
        1e308,
    )
]
NO_NUMBERS = ["0.5", "", "NaN", "inf", True, False, None, [], [1], {}, {"a": 1}]
NO_SOUNDS = ["", "No such", "otto", " Otto", "../Otto", "x" * 101, 7, True, [], {}, "Staub!"]


@pytest.mark.parametrize("field", NUMBERS)
@pytest.mark.parametrize("value", NO_NUMBERS, ids=repr)
def test_what_is_no_number(alice_api: APIClient, body: Body, field: str, value: Any) -> None:
    refused(alice_api.post(PRESETS, {**body(), field: value}), field)


@pytest.mark.parametrize(("field", "value"), [*OUTSIDE, ("bpm", 140.5)])
def test_what_is_out_of_range(alice_api: APIClient, body: Body, field: str, value: float) -> None:
    (message,) = refused(alice_api.post(PRESETS, body(**{field: value})), field)
    assert " from " in message, "it says what would do"


@pytest.mark.parametrize("field", ["kickSample", "noiseSample", "reverbSample"])
@pytest.mark.parametrize("value", NO_SOUNDS, ids=lambda value: repr(value)[:12])
def test_what_is_no_sound(alice_api: APIClient, body: Body, field: str, value: Any) -> None:
    refused(alice_api.post(PRESETS, {**body(), field: value}), field)


@pytest.mark.parametrize("value", ["", "Otto", 7, True, [], {}, "../etc/passwd"])
def test_what_is_no_key(alice_api: APIClient, body: Body, value: Any) -> None:
    refused(alice_api.post(PRESETS, body(kickId=value)), "kickId")


def test_a_sound_that_is_nearly_there_is_offered(alice_api: APIClient, body: Body) -> None:
    (message,) = refused(alice_api.post(PRESETS, body(reverbSample="lagerhale")), "reverbSample")
    assert "“Lagerhalle”" in message


def test_all_that_is_wrong_is_said_at_once(alice_api: APIClient, body: Body) -> None:
    wrong = {"bpm": 1, "kickLen": "x", "noiseSample": "?", "presetName": "-"}
    answer = alice_api.post(PRESETS, body(**wrong))
    assert set(answer.json()["extra"]["fields"]) == set(wrong)


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"{", b"[]", b"null", b"7", b'"x"', b'{"bpm": NaN}', b'{"bpm": Infinity}', b'{"bpm": 1e400}', b"\xff",
        b'{"presetName": "a\\u0000"}', b'{"presetName": "\\ud800"}', b'{"bpm": 1, "bpm": 2}', b"[" * 2000,
        b'{"kickLen": 1, "kick_len": 1}', b'{"bpm": ' + b"9" * 4000 + b"}",
    ],
)  # fmt: skip
def test_bodies_that_are_no_preset(alice_api: APIClient, raw: bytes) -> None:
    for address in (PRESETS, BOUNCES):
        answer = alice_api.generic("POST", address, raw, content_type="application/json")
        assert answer.status_code == 400, answer.content
        assert set(answer.json()) == {"code", "message", "extra"}


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", max_size=3), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
FIELDS = [*NUMBERS, "presetName", "kickSample", "kickId", "noiseSample", "reverbSample"]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(field=st.sampled_from(FIELDS), value=ANY_JSON)
def test_anything_at_all(alice_api: APIClient, body: Body, field: str, value: Any) -> None:
    from klangwerk.studio.presets.models import Preset

    Preset.objects.filter(user__isnull=False).delete()
    answer = alice_api.post(PRESETS, {**body(), field: value})
    assert answer.status_code in {201, 400}, answer.content
    rows = Preset.objects.filter(user__isnull=False)
    assert len(rows) == (answer.status_code == 201)
    if rows:
        rows[0].full_clean()
    else:
        assert list(answer.json()["extra"]["fields"]) == [field]


def refused(answer: Any, field: str) -> list[str]:
    """What is said of the one field at fault; and nothing was saved."""
    from klangwerk.studio.presets.models import Preset

    assert answer.status_code == 400, answer.json()
    found = answer.json()
    assert found["code"] == "invalid_input"
    assert list(found["extra"]["fields"]) == [field]
    messages: list[str] = found["extra"]["fields"][field]
    assert messages
    assert all(isinstance(text, str) and text for text in messages)
    assert not Preset.objects.filter(user__isnull=False).exists()
    return messages
