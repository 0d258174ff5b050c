"""The account page: keys that are shown once and can be revoked."""

from __future__ import annotations

import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from .conftest import Studio

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.needs("chromium")


def _status(studio: Studio, key: str) -> int:
    request = urllib.request.Request(f"{studio.url}/api/me/", headers={"X-API-Key": key})
    try:
        with urllib.request.urlopen(request) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code


def test_an_api_key_is_shown_once_works_and_is_revoked(owner_page: Page, studio: Studio) -> None:
    page = owner_page
    page.get_by_role("button", name="Account of").click()
    page.get_by_role("menuitem", name="API keys").click()
    page.get_by_label("What is it for?").fill("My sampler")
    page.get_by_role("button", name="Make a key").click()
    key = page.get_by_test_id("api-key").inner_text()
    assert key.startswith("kw_")
    assert _status(studio, key) == 200
    page.reload()
    expect(page.get_by_text("My sampler")).to_be_visible()
    expect(page.get_by_text(key)).to_have_count(0)
    page.get_by_role("button", name="Revoke My sampler").click()
    page.get_by_role("button", name="Revoke the key").click()
    expect(page.get_by_text("My sampler")).to_have_count(0)
    assert _status(studio, key) == 401


def test_the_token_is_nowhere_a_script_of_another_could_look(owner_page: Page) -> None:
    kept = owner_page.evaluate("() => JSON.stringify({...localStorage, ...sessionStorage}) + document.cookie")
    assert "eyJ" not in kept  # how every JWT begins
    assert "kw_refresh" not in kept
