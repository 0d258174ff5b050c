"""Secrets stay where they belong: not in the log, not in errors, not in what anybody may read."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings as django_settings
from django.db import OperationalError, connection
from django.test import Client
from rest_framework.test import APIClient

if TYPE_CHECKING:
    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.kicks.models import Kick

pytestmark = pytest.mark.django_db

PASSWORD = "correct horse battery"


def test_the_log_holds_no_secret(
    logged: io.StringIO, alice: User, alice_api: APIClient, guest_api: APIClient, kick: Kick, settings: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    from klangwerk.studio.accounts import services
    from klangwerk.studio.library import selectors

    settings.KLANGWERK_MULTI_USER = True
    secrets: dict[str, str] = {"password": PASSWORD, "secret key": settings.SECRET_KEY}
    pair = guest_api.post("/api/token/", {"username": "alice", "password": PASSWORD}).json()
    guest_api.post("/api/token/", {"username": "alice", "password": "a wrong one, nearly right"})
    secrets |= {
        "wrong password": "a wrong one, nearly right",
        "access": pair["access"],
        "refresh": pair["refresh"],
    }
    fresh = guest_api.post("/api/token/refresh/", {"refresh": pair["refresh"]}).json()
    guest_api.post("/api/token/refresh/", {"refresh": pair["refresh"]})
    secrets |= {"next access": fresh["access"], "next refresh": fresh["refresh"]}
    guest_api.post("/api/register/", {"username": "carol", "password": "a brand new one"})
    secrets["new password"] = "a brand new one"
    secrets["key"] = alice_api.post("/api/keys/", {"name": "script"}).json()["key"]
    for _ in range(2):
        guest_api.get("/api/me/", headers={"x-api-key": secrets["key"]})
    guest_api.get("/api/me/", headers={"authorization": f"Bearer {secrets['access']}x"})
    secrets["ticket"] = alice_api.post("/api/events/ticket/").json()["ticket"]
    Client().get(f"/ws/events?ticket={secrets['ticket']}")
    secrets["link"] = services.sign_in_link_create(user=alice)
    secrets["sound"] = alice_api.get(f"/api/kicks/{kick.pk}/").json()["audioUrl"].split("/")[2]
    browser = Client(raise_request_exception=False)
    b"".join(browser.get(f"/media/{secrets['sound']}/AI%20x.wav"))
    Client().get(f"/sign-in/{secrets['link']}/")
    Client().post("/admin/login/", {"username": "alice", "password": PASSWORD})

    # The worst is what breaks half way: Django itself logs the address of a request that ends with a 5xx.
    def broken(*_: Any, **__: Any) -> Any:
        raise OperationalError("the database is away")

    secrets["unused link"] = services.sign_in_link_create(user=alice)
    monkeypatch.setattr(services, "sign_in_link_consume", broken)
    monkeypatch.setattr(selectors, "asset_for_link", broken)
    assert browser.get(f"/sign-in/{secrets['unused link']}/").status_code >= 500
    address = selectors.signed_url(kick.asset)
    secrets["broken sound"] = address.split("/")[2]
    assert browser.get(address).status_code >= 500

    text = logged.getvalue()
    assert "/sign-in/***" in text
    assert "the database is away" in text
    assert [name for name, secret in secrets.items() if secret in text] == []


def test_a_fault_says_nothing_of_the_inside(alice_api: APIClient, monkeypatch: pytest.MonkeyPatch) -> None:
    from klangwerk.studio.accounts import selectors, services

    def broken(*_: Any, **__: Any) -> Any:
        raise RuntimeError("postgresql://klangwerk:hunter2@10.0.0.7/klangwerk")

    monkeypatch.setattr(selectors, "me", broken)
    monkeypatch.setattr(services, "sign_in_link_consume", broken)
    for answer in (alice_api.get("/api/me/"), Client(raise_request_exception=False).get("/sign-in/x/")):
        assert answer.status_code == 500
        assert set(answer.json()) == {"code", "message", "extra"}
        for inside in ("hunter2", "10.0.0.7", "Traceback", "RuntimeError", "site-packages", ".py", "/src/"):
            assert inside not in answer.content.decode()


def test_a_database_that_is_away_is_not_described(
    alice_api: APIClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    from klangwerk.studio.accounts import selectors

    def away(*_: Any, **__: Any) -> Any:
        raise OperationalError("connection to 10.0.0.7 failed: password hunter2")

    monkeypatch.setattr(selectors, "me", away)
    answer = alice_api.get("/api/me/")
    assert answer.status_code == 503
    assert "hunter2" not in answer.content.decode()
    monkeypatch.setattr(connection, "cursor", away)
    ready = Client().get("/readyz")
    assert ready.status_code == 503
    assert "hunter2" not in ready.content.decode()
    assert "10.0.0.7" not in ready.content.decode()


def test_refusals_do_not_repeat_passwords(guest_api: APIClient, settings: Any) -> None:
    settings.KLANGWERK_MULTI_USER = True
    for path in ("/api/register/", "/api/token/"):
        for password in ("hunter2", "hunter2" * 60, ["hunter2"], {"hunter2": 1}):
            answer = guest_api.post(path, {"username": "carol", "password": password})
            assert 400 <= answer.status_code < 500
            assert "hunter2" not in answer.content.decode(), (path, password)


def test_a_taken_name_is_not_told_without_being_counted(
    guest_api: APIClient, alice: User, settings: Any
) -> None:
    """Registering tells which names exist; so it may be tried five times an hour, not five thousand."""
    settings.KLANGWERK_MULTI_USER = True
    body = {"username": "alice", "password": "another good password"}
    assert [guest_api.post("/api/register/", body).status_code for _ in range(7)] == [400] * 5 + [429] * 2


def test_probes_and_metrics_tell_counts_and_nothing_else(
    alice: User, kick: Kick, things: dict[str, Any]
) -> None:
    for path in ("/healthz", "/readyz", "/metrics", "/api/schema/", "/api/kicks/words/"):
        text = Client().get(path).content.decode()
        private = (
            alice.username, alice.email, kick.name, "deep house", str(kick.pk), *map(str, things.values()),
            kick.asset.storage_key, str(django_settings.KLANGWERK_HOME), django_settings.SECRET_KEY,
            str(connection.settings_dict["NAME"]),
        )  # fmt: skip
        assert [secret for secret in private if path != "/api/kicks/words/" and secret in text] == [], path
    assert 'klangwerk_jobs{status="completed"' in Client().get("/metrics").content.decode()


@pytest.mark.parametrize("sent", ["", "Bearer", "Bearer ", "Bearer secret-toke", "Bearer secret-tokenx", "secret-token", "Basic secret-token", "Bearer \xff"])  # fmt: skip
def test_locked_metrics_open_to_their_token_only(settings: Any, sent: str) -> None:
    settings.KLANGWERK_METRICS_TOKEN = "secret-token"
    answer = Client().get("/metrics", headers={"authorization": sent} if sent else {})
    assert answer.status_code == 401
    assert "klangwerk_jobs" not in answer.content.decode()
    assert Client().get("/metrics", headers={"authorization": "Bearer secret-token"}).status_code == 200


def test_a_wrong_line_of_dotenv_is_not_shown(tmp_path: Any) -> None:
    """It may well be the second line of a secret."""
    from klangwerk.studio.config import env

    file = tmp_path / ".env"
    file.write_text("SECRET_KEY=first half\nhunter2, the second half\n")
    with pytest.raises(env.ConfigError, match="line 2") as raised:
        env.read_dotenv(file)
    assert "hunter2" not in str(raised.value)


def test_the_store_does_not_show_its_key() -> None:
    from klangwerk.studio.config.storage import S3Store as Setting
    from klangwerk.studio.library.storage.s3 import S3Address, S3Store

    parts: dict[str, Any] = {
        "endpoint_url": "https://s3.example", "bucket": "b", "access_key": "AK", "secret_key": "hunter2",
        "region": "r", "prefix": "",
    }  # fmt: skip
    store = S3Store(S3Address(**parts))
    for shown in (repr(Setting(**parts)), repr(store.address), repr(store), store.describe()):
        assert "hunter2" not in shown


def test_the_admin_is_throttled_even_for_the_right_password(alice: User) -> None:
    alice.is_staff = True
    alice.save()
    for _ in range(10):
        Client().post("/admin/login/", {"username": "alice", "password": "wrong password"})
    answer = Client().post("/admin/login/", {"username": "ALICE", "password": PASSWORD})
    assert answer.status_code == 200
    assert "sessionid" not in answer.cookies
    api = APIClient().post("/api/token/", {"username": "alice", "password": PASSWORD})
    assert (api.status_code, api.json()["code"]) == (429, "rate_limited")
    assert int(api["Retry-After"]) > 0


def test_json_logs_are_one_object_a_line_whatever_is_in_them() -> None:
    import logging

    from klangwerk.studio.common.logging import JsonFormatter

    record = logging.makeLogRecord({"name": "x", "msg": 'a\n{"level": "ERROR"}\u2028"', "given": "b\nc"})
    line = JsonFormatter().format(record)
    assert len(line.splitlines()) <= 2  # U+2028 splits for Python, for no reader of lines
    assert "\n" not in line
    assert json.loads(line)["message"].startswith("a\n")
