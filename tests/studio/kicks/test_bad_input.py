"""Whatever is sent: never a 500, and a message that helps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from .conftest import GENERATE, KICKS

if TYPE_CHECKING:
    from rest_framework.test import APIClient

    from klangwerk.studio.kicks.models import Kick

pytestmark = pytest.mark.django_db

NOW = {"prefer": "wait=0"}
UNKNOWN = "00000000-0000-7000-8000-000000000000"

WRONG: list[tuple[str, Any]] = [
    ("prompt", "x" * 501),
    ("prompt", ["deep"]),
    ("prompt", {"text": "deep"}),
    ("prompt", True),
    ("seed", -1),
    ("seed", 2**32),
    ("seed", 10**18),
    ("seed", 1.5),
    ("seed", "seven"),
    ("seed", []),
    ("seed", True),
    ("lengthS", 0),
    ("lengthS", 0.049),
    ("lengthS", 1.81),
    ("lengthS", "NaN"),
    ("lengthS", "inf"),
    ("lengthS", "-Infinity"),
    ("lengthS", "long"),
    ("lengthS", True),
    ("lengthS", [0.5]),
    ("pitchHz", 24.9),
    ("pitchHz", 151),
    ("pitchHz", 1e308),
    ("pitchNote", "X1"),
    ("pitchNote", "C9"),
    ("pitchNote", "F"  * 9),
    ("pitchNote", 12),
    ("punch", -0.01),
    ("drive", 1.01),
    ("brightness", "bright"),
    ("noise", {}),
    ("steps", 0),
    ("steps", 65),
    ("steps", 2.5),
    ("cfgScale", -1),
    ("cfgScale", 10.1),
    ("variationOf", "no id"),
    ("variationOf", []),
]  # fmt: skip


@pytest.mark.parametrize(("field", "value"), WRONG, ids=[f"{name}={value!r}"[:40] for name, value in WRONG])
def test_a_wrong_field_is_named(alice_api: APIClient, field: str, value: object) -> None:
    response = alice_api.post(GENERATE, {field: value}, headers=NOW)
    assert response.status_code == 400, response.json()
    found = response.json()
    assert found["code"] == "invalid_input"
    assert list(found["extra"]["fields"]) == [field]
    assert all(isinstance(text, str) and text for text in found["extra"]["fields"][field])
    assert alice_api.get(KICKS).json()["remainingGensToday"] == 10


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"pitchHz": 50, "pitchNote": "F1"}, "pitchNote"),
        ({"strength": 0.5}, "strength"),
        ({"mix": 0.5}, "mix"),
        ({"interpolateWith": UNKNOWN}, "interpolateWith"),
        ({"variationOf": UNKNOWN, "mix": 0.5}, "mix"),
        ({"variationOf": UNKNOWN, "interpolateWith": UNKNOWN, "strength": 0.5}, "strength"),
        ({"variationOf": UNKNOWN, "strength": 1.5}, "strength"),
    ],
)
def test_what_does_not_go_together(alice_api: APIClient, body: dict[str, Any], field: str) -> None:
    response = alice_api.post(GENERATE, body, headers=NOW)
    assert response.status_code == 400
    assert field in response.json()["extra"]["fields"]


def test_nulls_are_as_good_as_left_out(alice_api: APIClient) -> None:
    body = dict.fromkeys(
        ["prompt", "seed", "lengthS", "pitchHz", "pitchNote", "punch", "drive", "brightness", "noise", "steps",
         "cfgScale", "variationOf", "strength", "interpolateWith", "mix"]
    )  # fmt: skip
    assert alice_api.post(GENERATE, body, headers=NOW).status_code == 202


def test_snake_case_is_understood_too(alice_api: APIClient) -> None:
    response = alice_api.post(GENERATE, {"length_s": 99}, headers=NOW)
    assert list(response.json()["extra"]["fields"]) == ["lengthS"]


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"{", b"[]", b"null", b'"deep"', b"7", b'{"prompt": "\xff"}', b'{"prompt": "a\\u0000b"}',
        b'{"prompt": "\\ud800"}', b'{"seed": 1e400}', b'{"seed": NaN}', b'{"lengthS": ' + b"9" * 5000 + b"}",
        b"[" * 2000, b'{"a":' * 100 + b"1" + b"}" * 100,
    ],
)  # fmt: skip
def test_bodies_that_are_no_order(alice_api: APIClient, raw: bytes) -> None:
    response = alice_api.generic("POST", GENERATE, raw, content_type="application/json", headers=NOW)
    assert response.status_code in {202, 400}, response.content
    if raw != b"":
        assert response.status_code == 400
        assert set(response.json()) == {"code", "message", "extra"}


def test_other_media_types(alice_api: APIClient) -> None:
    for content_type in (
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
    ):
        response = alice_api.generic("POST", GENERATE, b"x=1", content_type=content_type, headers=NOW)
        assert response.status_code == 415, content_type
        assert response.json()["code"] == "unsupported_media_type"


@pytest.mark.parametrize(
    "text", ["🥁" * 100, "\u202e\u200b", "'; DROP TABLE kicks; --", "%s%n{0}", "ä" * 500, "\r\n\t"]
)
def test_strange_prompts_are_orders(alice_api: APIClient, text: str) -> None:
    assert alice_api.post(GENERATE, {"prompt": text}, headers=NOW).status_code == 202


@pytest.mark.parametrize(
    "query",
    [
        "favourite=perhaps", "ordering=size", "ordering=owner__password", "ordering=--name", "limit=0", "limit=-1",
        "limit=x", "offset=-1", "offset=99999999999999999999", "search=" + "x" * 201, "search=%00",
    ],
)  # fmt: skip
def test_wrong_queries(alice_api: APIClient, query: str) -> None:
    response = alice_api.get(f"{KICKS}?{query}")
    assert response.status_code == 400, response.json()
    assert response.json()["message"]


@pytest.mark.parametrize(
    "query", ["search=%ff", "search=%F0%9F%A5%81", "search=_%25'\"", "favourite=", "ordering=", "x=y"]
)
def test_strange_queries_that_make_sense(alice_api: APIClient, query: str) -> None:
    assert alice_api.get(f"{KICKS}?{query}").status_code == 200


@pytest.mark.parametrize(
    "name", ["x", "0", UNKNOWN[:-1], "generate/x", "..", "%2e%2e", "ä", UNKNOWN.upper() + "x"]
)
def test_addresses_of_no_kick(alice_api: APIClient, name: str) -> None:
    response = alice_api.get(f"{KICKS}{name}/")
    assert response.status_code == 404
    assert response.json()["code"] == "not_found"


def test_methods_that_an_address_does_not_take(alice_api: APIClient, kick: Kick) -> None:
    for method, path in (
        ("get", GENERATE),
        ("post", KICKS),
        ("put", f"{KICKS}{kick.pk}/"),
        ("delete", KICKS),
    ):
        response = getattr(alice_api, method)(path)
        assert response.status_code == 405, (method, path)
        assert response.json()["code"] == "method_not_allowed"


@pytest.mark.parametrize("key", ["", " ", "x" * 256, "a b", "ä", "tab\tkey"])
def test_idempotency_keys_that_are_none(alice_api: APIClient, key: str) -> None:
    response = alice_api.post(GENERATE, {}, headers={**NOW, "idempotency-key": key})
    assert response.status_code == 400
    assert "Idempotency-Key" in response.json()["message"]
