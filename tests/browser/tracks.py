"""What people do on the tracks page."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from .timeline import call

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

SHORT = "lo-fi chill hop, 4 seconds"


def open_tracks(page: Page) -> None:
    """By the navigation."""
    page.get_by_role("link", name="Tracks", exact=True).click()
    page.get_by_label("Describe a track").wait_for()


def make(page: Page, text: str = SHORT) -> str:
    """Make a track and wait until it is ready; its name."""
    made = page.get_by_role("region", name="Just made").get_by_role("heading")
    before = made.text_content() if made.count() else ""
    page.get_by_label("Describe a track").fill(text)
    page.get_by_label("Describe a track").press("Enter")
    page.wait_for_function(
        "before => ![before, undefined].includes(document.querySelector('[aria-label=\"Just made\"] h2')?.textContent)",
        arg=before,
    )
    name = made.text_content() or ""
    expect(card(page, name)).to_be_visible()
    return name


def order(page: Page, text: str = SHORT, **rest: Any) -> dict[str, Any]:
    """As a program would, and wait for it: the generation."""
    task = call(page, "POST", "/api/tracks/generate/", {"prompt": {"text": text}, "durationS": 4, **rest})[
        "taskId"
    ]
    for _ in range(600):
        found: dict[str, Any] = call(page, "GET", f"/api/tracks/generations/{task}/", None)
        if found["status"] not in {"composing", "running"}:
            assert found["status"] == "composed", json.dumps(found)
            return found
        page.wait_for_timeout(100)
    raise AssertionError("nothing was composed")


def card(page: Page, name: str) -> Locator:
    """A track in the catalog."""
    return page.get_by_role("article", name=name, exact=True)


def expect_count(page: Page, words: str) -> None:
    """What the page says how many there are."""
    expect(page.get_by_label("Your tracks", exact=True).get_by_role("status").first).to_have_text(words)


def audio_state(page: Page) -> dict[str, Any]:
    """What plays."""
    state: dict[str, Any] = page.evaluate("() => window.__klangwerk.audio.state")
    return state


def wait_for_state(page: Page, status: str) -> None:
    """Until it plays, pauses, or is idle."""
    page.wait_for_function("status => window.__klangwerk.audio.state.status === status", arg=status)


def sounds_fetched(page: Page) -> list[str]:
    """A list that grows with every answer that is sound."""
    heard: list[str] = []
    page.on(
        "response",
        lambda answer: (
            heard.append(answer.url) if re.match("audio/", answer.headers.get("content-type", "")) else None
        ),
    )
    return heard
