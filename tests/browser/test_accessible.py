"""WCAG AA by axe-core, contrast included, on every page and dialog."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from .conftest import PHONE, ROOT, Studio, sign_in
from .rack_steps import expect_preset, generate, person, preset
from .steps import make, prompt, stage

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.needs("chromium")

AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def check() -> Callable[[Page], None]:
    """Fails with what axe finds on the page."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed (make setup-dev)")

    def run(page: Page) -> None:
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate(
            "async (rules) => (await axe.run(document, { runOnly: rules })).violations.map((rule) =>"
            " [rule.id, rule.nodes.map((node) => node.html.slice(0, 160) + ' ' + node.failureSummary)])",
            RULES,
        )
        assert found == []

    return run


def test_kick_page(owner_page: Page, check: Callable[[Page], None]) -> None:
    make(owner_page, "deep punchy house florp")
    expect(stage(owner_page).get_by_text("Sounds at")).to_be_visible()
    check(owner_page)
    prompt(owner_page).fill("tec")
    prompt(owner_page).press_sequentially("h")
    expect(owner_page.get_by_role("option").first).to_be_visible()
    check(owner_page)


def test_dialogs_menus_and_tray(owner_page: Page, check: Callable[[Page], None]) -> None:
    page = owner_page
    make(page, "deep house")
    for button in ("Words", "Blend"):
        page.get_by_role("button", name=button, exact=True).click()
        expect(page.get_by_role("dialog")).to_be_visible()
        check(page)
        page.keyboard.press("Escape")
    page.get_by_role("button", name="Keys (?)").click()
    check(page)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="More for").first.click()
    expect(page.get_by_role("menu")).to_be_visible()
    check(page)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Work:").click()
    check(page)


def test_account_and_sign_in(
    owner_page: Page, context_make: Callable[..., BrowserContext], check: Callable[[Page], None]
) -> None:
    owner_page.goto("/account")
    expect(owner_page.get_by_role("heading", name="API keys")).to_be_visible()
    check(owner_page)
    guest = context_make().new_page()
    guest.goto("/kicks")
    expect(guest.get_by_role("heading", name="Sign in")).to_be_visible()
    check(guest)
    guest.get_by_role("button", name="Make an account").click()
    check(guest)


def test_phone(
    context_make: Callable[..., BrowserContext], studio: Studio, check: Callable[[Page], None]
) -> None:
    page = context_make(viewport=PHONE, has_touch=True).new_page()
    sign_in(page, studio)
    make(page, "deep house")
    page.get_by_role("button", name="Shape").click()
    check(page)


def test_studio_page(
    context_make: Callable[..., BrowserContext], studio: Studio, check: Callable[[Page], None]
) -> None:
    guest = context_make().new_page()
    guest.goto("/")
    expect_preset(guest, "Init")
    check(guest)
    page = person(context_make, studio)
    preset(page).click()
    check(page)
    page.keyboard.press("Escape")
    for button in ("Save as …", "Bounce …"):
        page.get_by_role("button", name=button).click()
        expect(page.get_by_role("dialog")).to_be_visible()
        check(page)
        page.keyboard.press("Escape")
    page.get_by_role("button", name="Generate a kick").click()
    name = generate(page, "deep house")
    check(page)
    page.get_by_role("button", name=f"Delete {name}").click()
    check(page)
    page.keyboard.press("Escape")
    page.set_viewport_size(PHONE)
    check(page)
