"""The web app, static files, the API's documents, and the headers on all of them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.test import Client

if TYPE_CHECKING:
    from pytest_django.fixtures import SettingsWrapper


@pytest.fixture
def webapp(tmp_path: Path, settings: SettingsWrapper) -> Path:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("<!doctype html><title>the app</title>")
    (tmp_path / "assets" / "index-abc123.js").write_text("1")
    settings.WEBAPP_DIR = tmp_path
    settings.WHITENOISE_ROOT = tmp_path
    return tmp_path


@pytest.mark.parametrize("path", ["/", "/kicks", "/kicks/0192/", "/sign-in-help", "/a/b?c=d"])
def test_every_page_is_the_app(webapp: Path, path: str) -> None:
    answer = Client().get(path)
    assert answer.status_code == 200
    assert "the app" in answer.content.decode()
    assert answer["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "path", ["/api/x", "/media", "/ws/x", "/assets/gone.js", "/favicon.ico", "/x/y.map", "/static/x"]
)
def test_what_is_no_page_is_404(webapp: Path, db: None, path: str) -> None:
    answer = Client().get(path)
    assert answer.status_code == 404
    assert answer.json()["code"] == "not_found"


def test_assets_with_a_hash_are_kept_for_ever(webapp: Path) -> None:
    answer = Client().get("/assets/index-abc123.js")
    assert answer.status_code == 200
    assert "immutable" in answer["Cache-Control"]
    assert "javascript" in answer["Content-Type"]
    assert (
        Client().get("/assets/index-abc123.js", headers={"if-none-match": answer["ETag"]}).status_code == 304
    )


def test_an_app_that_is_not_built_says_so(tmp_path: Path, settings: SettingsWrapper) -> None:
    settings.WEBAPP_DIR = tmp_path
    answer = Client(raise_request_exception=False).get("/")
    assert answer.status_code == 503
    assert "not built" in answer.content.decode()


@pytest.mark.parametrize(
    "path", ["/", "/api/me/", "/api/nothing/", "/admin/login/", "/static/admin/css/base.css", "/api/docs/"]
)
def test_security_headers_are_everywhere(webapp: Path, db: None, path: str) -> None:
    answer = Client().get(path)
    policy = dict(part.split(" ", 1) for part in answer["Content-Security-Policy"].split("; "))
    assert policy["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert policy["frame-ancestors"] == policy["object-src"] == policy["base-uri"] == "'none'"
    assert policy["connect-src"] == policy["media-src"] == "'self' blob:"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]
    assert re.fullmatch(r"[0-9a-f]{32}", answer["X-Request-Id"])
    assert "Strict-Transport-Security" not in answer


def test_answers_of_the_api_are_not_cached(db: None) -> None:
    assert Client().get("/api/me/")["Cache-Control"] == "no-store"


def test_a_request_id_is_taken_over_only_when_it_is_one(db: None) -> None:
    assert Client().get("/api/me/", headers={"x-request-id": "abc-1"})["X-Request-Id"] == "abc-1"
    assert Client().get("/api/me/", headers={"x-request-id": "a b{}"})["X-Request-Id"] != "a b{}"


def test_the_docs_page_runs_no_inline_script(db: None) -> None:
    page = Client().get("/api/docs/").content.decode()
    scripts = re.findall(r"<script\b([^>]*)>(.*?)</script>", page, re.DOTALL)
    assert scripts
    assert all("src=" in attributes and not body.strip() for attributes, body in scripts)
    for source in re.findall(r'(?:src|href)="([^"]+)"', page):
        assert source.startswith("/"), source
        assert Client().get(source.replace("&amp;", "&")).status_code == 200, source


def test_other_sites_may_not_read_answers(db: None, settings: SettingsWrapper) -> None:
    evil = {"origin": "https://evil.example"}
    assert "Access-Control-Allow-Origin" not in Client().get("/api/me/", headers=evil)
    settings.CORS_ALLOWED_ORIGINS = ["https://app.example"]
    answer = Client().options(
        "/api/token/refresh/",
        headers={
            "origin": "https://app.example",
            "access-control-request-method": "POST",
            "access-control-request-headers": "x-klangwerk-client",
        },
    )
    assert answer["Access-Control-Allow-Origin"] == "https://app.example"
    assert (
        "x-klangwerk-client" not in answer["Access-Control-Allow-Headers"]
    )  # the cookie is for our own pages only
    assert "Access-Control-Allow-Credentials" not in answer


def test_behind_a_tls_proxy(clean_environment: dict[str, str], tmp_path: Path) -> None:
    code = """
import django; django.setup()
from django.conf import settings; settings.ALLOWED_HOSTS = ["testserver"]
from django.test import Client
plain, tls = Client().get("/"), Client().get("/static/admin/css/base.css", headers={"x-forwarded-proto": "https"})
probe = Client().get("/healthz")
print(plain.status_code, plain["Location"], tls.status_code, tls["Strict-Transport-Security"], probe.status_code)
print(settings.SESSION_COOKIE_SECURE, settings.DEBUG)
"""
    environ = {
        **clean_environment,
        "DJANGO_SETTINGS_MODULE": "klangwerk.studio.config.settings",
        "KLANGWERK_TLS_PROXY": "true",
        "KLANGWERK_HOME": str(tmp_path),
    }
    found = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, text=True, timeout=120
    )
    assert found.stdout.splitlines() == [
        "301 https://testserver/ 200 max-age=31536000 200",
        "True False",
    ], found.stderr
