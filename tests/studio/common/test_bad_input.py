"""Whatever a client sends: never a 500, always `{code, message, extra}`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

if TYPE_CHECKING:
    from django.conf import LazySettings
    from rest_framework.test import APIClient

BODIES: list[tuple[str, bytes]] = [
    ("application/json", b""),
    ("application/json", b"{"),
    ("application/json", b"null"),
    ("application/json", b"1"),
    ("application/json", b'"text"'),
    ("application/json", b"[]"),
    ("application/json", b"[[]]"),
    ("application/json", b'{"username": null, "password": null}'),
    ("application/json", b'{"username": 1e308, "password": true}'),
    ("application/json", b'{"username": {"$gt": ""}, "password": {"$gt": ""}}'),
    (
        "application/json",
        b'{"username": "\\u0000", "password": "x", "name": "\\u0000", "refresh": "\\u0000"}',
    ),
    (
        "application/json",
        b'{"username": "\\ud83d", "password": "x", "name": "\\ud83d", "refresh": "\\ud83d"}',
    ),
    ("application/json", b'{"name": 99999999999999999999999999999999}'),
    ("application/json", b"\xff\xfe\x00"),
    ("application/json", b"[" * 50_000),
    ("application/json; charset=utf-16", b'{"a": 1}'),
    ("application/json; charset=hex", b'{"a": 1}'),
    ("application/json; charset=\xc3\x28".encode("latin-1").decode("latin-1"), b"{}"),
    ("application/x-www-form-urlencoded", b"username=alice&password=x"),
    ("multipart/form-data", b"x"),
    ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--x--"),
    ("text/plain", b"x"),
    ("application/xml", b"<x/>"),
    ("", b"x"),
    ("nonsense", b"x"),
    (";;;", b"{}"),
]
PATHS = [
    "/api/register/",
    "/api/token/",
    "/api/token/refresh/",
    "/api/token/revoke/",
    "/api/keys/",
    "/api/token",
]


def assert_refused(answer: Any) -> None:
    assert 400 <= answer.status_code < 500, (answer.status_code, answer.content[:300])
    assert answer["Content-Type"].startswith("application/json")
    body = answer.json()
    assert set(body) == {"code", "message", "extra"}
    assert body["code"]
    assert body["message"]
    assert isinstance(body["extra"], dict)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(("content_type", "body"), BODIES)
def test_bad_bodies(
    alice_api: APIClient, settings: LazySettings, path: str, content_type: str, body: bytes
) -> None:
    settings.KLANGWERK_MULTI_USER = True
    assert_refused(alice_api.generic("POST", path, body, content_type=content_type))


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/api/", 404, "not_found"),
        ("GET", "/api/nothing/at/all", 404, "not_found"),
        ("POST", "/api/nothing/", 404, "not_found"),
        ("GET", "/api/keys/not-a-uuid/", 404, "not_found"),
        ("GET", "/api/keys/%00/", 400, "malformed_request"),
        ("GET", "/api/me/?x=%00", 400, "malformed_request"),
        ("GET", "/api/me/?x=%ff%fe", 200, None),
        ("GET", "/api/%ff%fe/", 404, "not_found"),
        ("GET", "/api/" + "a" * 5000, 404, "not_found"),
        ("PUT", "/api/me/", 405, "method_not_allowed"),
        ("DELETE", "/api/keys/", 405, "method_not_allowed"),
        ("BREW", "/api/me/", 405, "method_not_allowed"),
        ("GET", "/static/nothing.css", 404, "not_found"),
        ("POST", "/somewhere", 405, None),
    ],
)
def test_bad_addresses(alice_api: APIClient, method: str, path: str, status: int, code: str | None) -> None:
    answer = alice_api.generic(method, path)
    assert answer.status_code == status
    if code is not None:
        assert answer.json()["code"] == code
        assert_refused(answer)


@pytest.mark.parametrize("host", ["evil.example", "a b", "x" * 300, "[::1", "\xff"])
def test_bad_hosts(db: None, host: str) -> None:
    answer = Client(raise_request_exception=False).get("/api/me/", HTTP_HOST=host)
    assert_refused(answer)
    assert answer.status_code == 400


def test_a_format_that_is_not_spoken(alice_api: APIClient) -> None:
    answer = alice_api.get("/api/me/", HTTP_ACCEPT="text/html")
    assert_refused(answer)
    assert (answer.status_code, answer.json()["code"]) == (406, "not_acceptable")


def test_a_body_that_is_too_large(alice_api: APIClient) -> None:
    answer = alice_api.generic(
        "POST", "/api/keys/", b'{"name": "' + b"x" * 3_000_000 + b'"}', "application/json"
    )
    assert_refused(answer)
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


@pytest.mark.parametrize("slash", ["", "/"])
@pytest.mark.parametrize("path", ["/api/me", "/api/keys", "/api/schema", "/api/docs"])
def test_every_address_works_with_and_without_its_slash(alice_api: APIClient, path: str, slash: str) -> None:
    assert alice_api.get(path + slash).status_code == 200
