"""What a hostile page can make a victim's browser do: nothing. And the headers that see to the rest."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import LazySettings
from django.test import Client
from rest_framework.test import APIClient

if TYPE_CHECKING:
    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.kicks.models import Kick

pytestmark = pytest.mark.django_db

PASSWORD = "correct horse battery"
WEB = {"x-klangwerk-client": "web"}
EVIL = "https://evil.example"
FOREIGN = {
    "another site": {"sec-fetch-site": "cross-site", "origin": EVIL},
    "another port of this machine": {"sec-fetch-site": "same-site", "origin": "http://testserver:3000"},
    "no origin told": {"sec-fetch-site": "cross-site"},
    "another site, old browser": {"origin": EVIL},
    "another port, old browser": {"origin": "http://testserver:3000"},
    "a name that begins alike": {"origin": "http://testserver.evil.example"},
    "a sandbox": {"origin": "null"},
}
OWN = {
    "new browser": {"sec-fetch-site": "same-origin", "origin": "http://testserver"},
    "behind a proxy that renames the host": {
        "sec-fetch-site": "same-origin",
        "origin": "https://studio.example",
    },
    "old browser": {"origin": "http://testserver"},
    "no browser at all": {},
}


def signed_in(user: User) -> APIClient:
    api = APIClient(raise_request_exception=False)
    answer = api.post("/api/token/", {"username": user.username, "password": PASSWORD}, headers=WEB)
    assert answer.status_code == 200
    return api


# --- the cookie of the refresh token ------------------------------------------------------------------------------


@pytest.mark.parametrize("action", ["refresh", "revoke"])
@pytest.mark.parametrize("page", FOREIGN)
def test_a_foreign_page_cannot_use_the_cookie(alice: User, page: str, action: str) -> None:
    browser = signed_in(alice)
    before = browser.cookies["kw_refresh"].value
    answer = browser.post(f"/api/token/{action}/", headers={**WEB, **FOREIGN[page]})
    assert (answer.status_code, answer.json()["code"]) == (403, "permission_denied")
    assert "kw_refresh" not in answer.cookies
    without_header = browser.post(f"/api/token/{action}/", headers=FOREIGN[page])
    assert (without_header.status_code, without_header.json()["code"]) == (400, "invalid_input")
    assert browser.cookies["kw_refresh"].value == before
    assert browser.post("/api/token/refresh/", headers=WEB).status_code == 200, "it was ended all the same"


@pytest.mark.parametrize("page", FOREIGN)
def test_a_foreign_page_cannot_sign_the_browser_in_as_somebody_else(alice: User, page: str) -> None:
    body = {"username": "alice", "password": PASSWORD}
    answer = APIClient().post("/api/token/", body, headers={**WEB, **FOREIGN[page]})
    assert answer.status_code == 403
    assert "kw_refresh" not in answer.cookies


@pytest.mark.parametrize("page", OWN)
def test_our_own_page_can(alice: User, page: str) -> None:
    browser = signed_in(alice)
    assert browser.post("/api/token/refresh/", headers={**WEB, **OWN[page]}).status_code == 200
    assert browser.post("/api/token/revoke/", headers={**WEB, **OWN[page]}).status_code == 204


def test_a_cookie_is_no_credential_for_anything_else(alice: User, kick: Kick) -> None:
    browser = signed_in(alice)
    alice.is_staff = alice.is_superuser = True
    alice.save()
    browser.force_login(alice)  # the session of the admin
    for path in ("/api/me/", "/api/kicks/", "/api/keys/", f"/api/kicks/{kick.pk}/"):
        assert browser.get(path).status_code == 401, path
    assert browser.delete(f"/api/kicks/{kick.pk}/").status_code == 401
    assert browser.post("/api/keys/", {"name": "x"}).status_code == 401


def test_the_admin_wants_its_own_token(alice: User) -> None:
    alice.is_staff = alice.is_superuser = True
    alice.save()
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(alice)
    assert browser.post("/admin/accounts/user/add/", {"username": "mallory"}).status_code == 403
    assert browser.post("/admin/logout/").status_code == 403
    assert browser.get("/admin/").status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("path", ["/api/kicks/not-an-id/", "/api/keys/1", "/api/nothing/", "/media/x"])
def test_an_address_that_is_none_is_404_and_asks_for_no_cookie(path: str, method: str) -> None:
    """Django's own check of forms stands before the view: it answered 403 with a page."""
    answer = Client(enforce_csrf_checks=True).generic(method, path, b"{}", content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


@pytest.mark.parametrize("path", ["/healthz", "/admin/login/"])
def test_a_refused_form_is_an_error_like_all_others(path: str) -> None:
    answer = Client(enforce_csrf_checks=True).post(path)
    assert (answer.status_code, answer.json()["code"]) == (403, "permission_denied")
    assert_guarded(answer, what=path)


@pytest.mark.parametrize("secure", [False, True])
def test_no_cookie_is_readable_by_scripts_or_sent_from_elsewhere(
    alice: User, settings: Any, secure: bool
) -> None:
    from klangwerk.studio.accounts import services

    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = secure  # what KLANGWERK_TLS_PROXY sets
    alice.is_staff = True
    alice.save()
    browser = Client()
    link = services.sign_in_link_create(user=alice)
    found = dict(browser.get(f"/sign-in/{link}/", secure=secure).cookies)
    assert set(found) >= {"kw_refresh", "sessionid"}
    found |= dict(Client().get("/admin/login/", secure=secure).cookies)
    for name, cookie in found.items():
        assert cookie["samesite"] == "Strict", name
        assert bool(cookie["secure"]) is secure, name
        assert not cookie["domain"], name
        assert cookie["httponly"] or name == "csrftoken", name


# --- other origins ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", ["/api/me/", "/api/kicks/words/", "/api/token/", "/media/x/y.wav", "/admin/", "/"]
)
@pytest.mark.parametrize(
    "origin",
    [EVIL, "null", "http://app.example", "https://app.example.evil.example", "https://app.example:444"],
)
def test_only_listed_origins_may_read(settings: LazySettings, path: str, origin: str) -> None:
    settings.CORS_ALLOWED_ORIGINS = ["https://app.example"]
    for answer in (
        Client().get(path, headers={"origin": origin}),
        Client().options(path, headers={"origin": origin, "access-control-request-method": "POST"}),
    ):
        assert not [name for name in answer.headers if name.lower().startswith("access-control-allow")]


@pytest.mark.parametrize("path", ["/api/me/", "/media/x/y.wav"])
def test_a_listed_origin_may_read_but_brings_no_cookies(settings: LazySettings, path: str) -> None:
    settings.CORS_ALLOWED_ORIGINS = ["https://app.example"]
    answer = Client().get(path, headers={"origin": "https://app.example"})
    assert answer["Access-Control-Allow-Origin"] == "https://app.example"
    assert "origin" in answer["Vary"].lower()
    assert "Access-Control-Allow-Credentials" not in answer
    assert "Access-Control-Allow-Origin" not in Client().get(
        "/admin/", headers={"origin": "https://app.example"}
    )


# --- where a browser is sent --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "//evil.example", "//evil.example/", "///evil.example/..", "/\\evil.example", "/%5Cevil.example", "/%2F%2Fevil.example",
        "/sign-in/x/?next=//evil.example", "/sign-in/x/?next=https://evil.example", "/?next=https://evil.example",
        "/api/docs?url=https://evil.example", "/admin//evil.example", "/admin/login/?next=https://evil.example",
        "/admin/jsi18n/?next=//evil.example", "/sign-in/%2F%2Fevil.example/", "/static//evil.example",
    ],
)  # fmt: skip
def test_no_address_leads_elsewhere(path: str) -> None:
    answer = Client(raise_request_exception=False).get(path)
    assert answer.status_code < 500
    target = answer.get("Location", "/")
    assert target.startswith("/")
    assert not target.startswith(("//", "/\\"))


def test_the_admin_sends_nobody_away_after_signing_in(alice: User) -> None:
    alice.is_staff = True
    alice.save()
    form = {"username": "alice", "password": PASSWORD, "next": "https://evil.example/"}
    answer = Client().post("/admin/login/?next=//evil.example/", form)
    assert (answer.status_code, answer["Location"]) == (302, "/admin/")


@pytest.mark.parametrize("path", ["/api/kicks/", "/api/docs/", "/admin/login/", "/media/x/y.wav"])
def test_a_foreign_host_name_is_refused(path: str) -> None:
    """Else a page whose name is made to point at this machine could read everything (DNS rebinding)."""
    answer = Client(raise_request_exception=False).get(path, HTTP_HOST="rebound.evil.example")
    assert (answer.status_code, answer.json()["code"]) == (400, "malformed_request")
    assert "evil" not in answer.content.decode()


def test_links_are_made_of_our_own_name_only(alice_api: APIClient) -> None:
    for name in ("b", "c"):
        alice_api.post("/api/keys/", {"name": name})
    forged = {"x-forwarded-host": "evil.example", "x-forwarded-proto": "https", "x-forwarded-port": "1", "forwarded": "host=evil.example"}  # fmt: skip
    following = alice_api.get("/api/keys/?limit=1", headers=forged).json()["next"]
    assert following.startswith("http://testserver/api/keys/")


def test_an_address_cannot_be_claimed_without_a_proxy(guest_api: APIClient, alice: User) -> None:
    """The throttle of sign-in counts by address: who could choose it would have no throttle."""
    statuses = [
        guest_api.post(
            "/api/token/",
            {"username": f"name{number}", "password": "wrong password"},
            headers={"x-forwarded-for": f"10.0.0.{number}", "x-real-ip": f"10.0.1.{number}"},
        ).status_code
        for number in range(12)
    ]
    assert statuses == [401] * 10 + [429] * 2


# --- headers ------------------------------------------------------------------------------------------------------


def assert_guarded(answer: Any, *, what: str) -> None:
    assert "default-src" in answer["Content-Security-Policy"], what
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"], what
    assert "'unsafe-eval'" not in answer["Content-Security-Policy"], what
    script = next(p for p in answer["Content-Security-Policy"].split("; ") if p.startswith("script-src "))
    assert "'unsafe-inline'" not in script, what
    assert answer["X-Content-Type-Options"] == "nosniff", what
    assert answer["X-Frame-Options"] == "DENY", what
    assert answer["Referrer-Policy"] in {"same-origin", "no-referrer"}, what
    assert "Cross-Origin-Resource-Policy" in answer.headers, what
    assert "Server" not in answer.headers, what
    assert "X-Powered-By" not in answer.headers, what


def test_every_kind_of_answer_is_guarded(
    alice_api: APIClient,
    kick: Kick,
    alice: User,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    from klangwerk.studio.accounts import selectors, services
    from klangwerk.studio.library.selectors import signed_url

    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "index.html").write_text("<!doctype html><title>the app</title>")
    settings.WEBAPP_DIR = tmp_path / "app"
    api, browser = alice_api, Client(raise_request_exception=False)
    sound = signed_url(kick.asset)
    answers = {
        "page 200": browser.get("/kicks"),
        "page 404": browser.get("/nothing.js"),
        "page 405": browser.post("/kicks"),
        "static 200": browser.get("/static/admin/css/base.css"),
        "static 404": browser.get("/static/nothing.css"),
        "api 200": api.get("/api/me/"),
        "api 201": api.post("/api/keys/", {"name": "x"}),
        "api 202": api.post("/api/kicks/generate/", {}, headers={"prefer": "wait=0"}),
        "api 204": api.post("/api/token/revoke/", {"refresh": "x"}),
        "api 400": api.post("/api/keys/", {}),
        "api 401": browser.get("/api/me/"),
        "api 404": api.get("/api/nothing/"),
        "api 405": api.put("/api/me/"),
        "api 413": api.generic("POST", "/api/keys/", b" " * 3_000_000, content_type="application/json"),
        "api 415": api.generic("POST", "/api/keys/", b"<x/>", content_type="text/xml"),
        "docs": browser.get("/api/docs/"),
        "schema": browser.get("/api/schema/"),
        "media 200": browser.get(sound),
        "media 206": browser.get(sound, headers={"range": "bytes=0-9"}),
        "media 304": browser.get(sound, headers={"if-none-match": "*"}),
        "media 403": browser.get("/media/x/y.wav"),
        "media 404": browser.get("/media/x"),
        "media 405": browser.post(sound),
        "media 416": browser.get(sound, headers={"range": "bytes=99999999-"}),
        "admin 302": browser.get("/admin/"),
        "admin 200": browser.get("/admin/login/"),
        "link 302": browser.get(f"/sign-in/{services.sign_in_link_create(user=alice)}/"),
        "probe 200": browser.get("/healthz"),
        "metrics 200": browser.get("/metrics"),
        "host 400": browser.get("/api/me/", HTTP_HOST="evil.example"),
        "nul 400": browser.get("/api/me/?x=%00"),
    }  # fmt: skip
    monkeypatch.setattr(selectors, "me", lambda user: 1 / 0)
    api.raise_request_exception = False
    answers["api 500"] = api.get("/api/me/")
    monkeypatch.setattr(services, "sign_in_link_consume", lambda token: 1 / 0)
    answers["page 500"] = browser.get("/sign-in/x/")
    for what, answer in answers.items():
        if what[-3:].isdigit():
            assert answer.status_code == int(what[-3:]), what
        assert_guarded(answer, what=what)
        if what.startswith(("api", "link")):
            assert answer["Cache-Control"] == "no-store", what
        if hasattr(answer, "streaming_content"):
            b"".join(answer.streaming_content)


def test_even_the_answer_before_all_middleware_is_guarded(monkeypatch: pytest.MonkeyPatch) -> None:
    from klangwerk.studio.config import handler

    monkeypatch.setattr(handler, "REQUEST_BYTES_MAX", 10)
    sent: list[Mapping[str, Any]] = []

    async def receive() -> handler.Message:
        return {"type": "http.request", "body": b"x" * 100, "more_body": True}

    async def send(message: Mapping[str, Any]) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "POST", "path": "/api/token/", "headers": [(b"host", b"localhost")]}
    asyncio.run(handler.StudioHandler()(scope, receive, send))
    headers = dict(sent[0]["headers"])
    assert sent[0]["status"] == 413
    assert headers[b"x-content-type-options"] == b"nosniff"
    assert b"frame-ancestors 'none'" in headers[b"content-security-policy"]
