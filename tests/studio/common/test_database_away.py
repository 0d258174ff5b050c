"""While the database is away every address says so with 503, those outside of the API too."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections
from django.test import Client

from klangwerk.studio.library import links

SOUND = "a sound"


@pytest.fixture
def database_away(db: None, tmp_path: Path) -> Iterator[None]:
    """A database whose file cannot be opened: what Django raises then is what a stopped server makes it raise."""
    usual, kept = connections.settings["default"], connections["default"]
    settings = connections.configure_settings(
        {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(tmp_path / "gone" / "db.sqlite3")}}
    )
    del connections["default"]
    connections.settings["default"] = settings["default"]
    try:
        yield
    finally:
        connections["default"].close()
        connections.settings["default"] = usual
        connections["default"] = kept


@pytest.mark.parametrize("path", [SOUND, "/sign-in/some-token/", "/admin/", "/api/me/"])
def test_it_is_503_and_says_when_to_try_again(database_away: None, path: str) -> None:
    if path == SOUND:
        path = links.make(uuid.uuid4(), file_name="AI Burkhard.wav", download=False, lifetime_s=600)
    # With the cookies of somebody who was signed in: pages of the admin look those up.
    headers = {"x-api-key": "kw_something"} if path.startswith("/api/") else {}
    client = Client(raise_request_exception=False, headers=headers)
    client.cookies.load({"sessionid": "a" * 32})
    answer = client.get(path)
    assert (answer.status_code, answer.json()["code"]) == (503, "unavailable"), answer.content
    assert "database" in answer.json()["message"]
    assert int(answer["Retry-After"]) >= 1
    assert "gone" not in answer.content.decode()


def test_what_needs_no_database_goes_on(database_away: None) -> None:
    assert Client().get("/healthz").status_code == 200
