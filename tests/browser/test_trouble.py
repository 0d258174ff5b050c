"""Limits, a lost connection, two tabs, work that takes long, tokens that grow old."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from .conftest import KICKS_PER_DAY, Studio, sign_in
from .steps import card, listen, make, open_ears, prompt, stage

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, Route

pytestmark = pytest.mark.needs("chromium")


def test_a_new_account_meets_its_daily_limit(context_make: Callable[..., BrowserContext]) -> None:
    page = context_make(bypass_csp=True).new_page()
    page.goto("/kicks")
    page.get_by_role("button", name="Make an account").click()
    page.get_by_label("User name").fill("alice")
    page.get_by_label("Password").fill("12345678")
    page.get_by_role("button", name="Make the account").click()
    expect(page.get_by_role("alert").first).to_contain_text(re.compile("password", re.IGNORECASE))
    page.get_by_label("Password").fill("correct horse battery")
    page.get_by_role("button", name="Make the account").click()

    prompt(page).wait_for()
    open_ears(page)
    expect(page.get_by_text(f"{KICKS_PER_DAY} of {KICKS_PER_DAY} left today")).to_be_visible()
    for left in range(KICKS_PER_DAY - 1, -1, -1):
        make(page, "deep house")
        if left:
            expect(page.get_by_text(f"{left} of {KICKS_PER_DAY} left today")).to_be_visible()
    expect(page.get_by_role("alert")).to_contain_text("That was today's last kick")
    expect(page.get_by_role("alert")).to_contain_text(re.compile(r"New ones (at|tomorrow at) \d\d:\d\d"))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    prompt(page).press("Enter")
    page.get_by_role("button", name="Make a kick").click(force=True)
    expect(page.get_by_role("article")).to_have_count(KICKS_PER_DAY)
    assert not [url for url in asked if url.endswith("/generate/")]
    listen(page)
    page.get_by_role("heading", name="Your kicks").click()
    page.keyboard.press("Space")  # what is there still plays
    assert listen(page)["peak"] > 0.1


def test_wrong_password_and_used_link(context_make: Callable[..., BrowserContext], studio: Studio) -> None:
    page = context_make().new_page()
    link = studio.link()
    page.goto(link)
    prompt(page).wait_for()
    page.context.clear_cookies()
    page.goto(link)
    expect(page.get_by_role("alert")).to_contain_text("used up")
    page.get_by_label("User name").fill("nobody")
    page.get_by_label("Password").fill("wrong horse battery")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_text("User name or password is wrong.")).to_be_visible()


def test_offline_says_so_keeps_playing_and_comes_back(heard_page: Page) -> None:
    page = heard_page
    name = make(page, "deep house")
    listen(page)
    page.context.set_offline(True)
    prompt(page).fill("hard techno")
    prompt(page).press("Enter")
    expect(page.get_by_role("alert").filter(has_text="What you made is kept there").first).to_be_visible()
    expect(prompt(page)).to_have_value("hard techno")
    page.get_by_role("heading", name="Your kicks").click()
    page.keyboard.press("Space")
    assert listen(page)["heard"] == card(page, name).get_attribute("data-kick")
    page.context.set_offline(False)
    expect(page.get_by_role("button", name="Try now")).to_have_count(0)
    assert make(page, "hard techno") != name


def test_a_page_that_opens_while_the_studio_is_away(
    context_make: Callable[..., BrowserContext], studio: Studio
) -> None:
    page = context_make().new_page()
    page.route("**/api/token/refresh/", lambda route: route.abort())
    page.goto("/kicks")
    expect(page.get_by_text("The studio does not answer")).to_be_visible()
    page.unroute("**/api/token/refresh/")
    page.get_by_role("button", name="Try now").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_an_old_token_is_renewed_without_a_word(heard_page: Page) -> None:
    page = heard_page
    refused: list[str] = []

    def refuse_once(route: Route) -> None:
        if refused:
            route.continue_()
            return
        refused.append(route.request.url)
        body = '{"code": "invalid_token", "message": "The token is too old.", "extra": {}}'
        route.fulfill(status=401, content_type="application/json", body=body)

    page.route("**/api/kicks/generate/", refuse_once)
    make(page, "deep house")
    assert refused
    assert listen(page)["peak"] > 0.1


def test_two_tabs_share_one_sign_in(context_make: Callable[..., BrowserContext], studio: Studio) -> None:
    context = context_make()
    one, two = context.new_page(), context.new_page()
    sign_in(one, studio)
    two.goto("/kicks")
    prompt(two).wait_for()
    name = make(one, "deep house")
    expect(card(two, name)).to_be_visible()  # by itself
    for page in (one, two):  # both renew at once, and neither is taken for a thief
        page.reload(wait_until="commit")
    prompt(one).wait_for()
    prompt(two).wait_for()
    card(two, name).get_by_role("button", name="Mark as favourite").click()
    expect(card(one, name).get_by_role("button", name="No longer a favourite")).to_be_visible()
    one.get_by_role("button", name="Account of").click()
    one.get_by_role("menuitem", name="Sign out").click()
    expect(one.get_by_role("heading", name="Sign in")).to_be_visible()
    expect(two.get_by_role("heading", name="Sign in")).to_be_visible()
    two.reload()
    expect(two.get_by_role("heading", name="Sign in")).to_be_visible()


@pytest.fixture
def worker_asleep(studio: Studio) -> Iterator[Callable[[], None]]:
    """The worker is stopped in its tracks; call it to let it go on."""
    worker = studio.worker_id()
    os.kill(worker, signal.SIGSTOP)
    yield lambda: os.kill(worker, signal.SIGCONT)
    os.kill(worker, signal.SIGCONT)


def test_work_is_shown_goes_on_without_the_page_and_can_be_stopped(
    owner_page: Page, worker_asleep: Callable[[], None]
) -> None:
    page = owner_page
    prompt(page).fill("slow house")
    prompt(page).press("Enter")
    expect(page.get_by_role("progressbar", name="Making a kick")).to_be_visible()
    page.get_by_role("button", name="Work: 1 running").click()
    tray = page.get_by_role("region", name="Running work")
    expect(tray).to_contain_text("Next in line")
    tray.get_by_role("button", name="Stop").click()
    expect(tray).to_contain_text("Stopped")
    expect(page.get_by_role("progressbar", name="Making a kick")).to_have_count(0)

    prompt(page).fill("patient house")
    prompt(page).press("Enter")
    expect(page.get_by_role("button", name="Work: 1 running")).to_be_visible()
    page.reload()
    expect(page.get_by_role("button", name="Work: 1 running")).to_be_visible()  # it went on without the page
    worker_asleep()
    expect(page.get_by_role("button", name="Work: nothing is running")).to_be_visible()
    expect(page.get_by_role("article").filter(has_text="patient house").first).to_be_visible()


def test_a_kick_that_is_late_still_comes(heard_page: Page) -> None:
    """The server may answer with the running work instead of the kick."""
    page = heard_page

    def in_no_hurry(route: Route) -> None:
        route.continue_(headers={**route.request.headers, "prefer": "respond-async"})

    page.route("**/api/kicks/generate/", in_no_hurry)
    make(page, "late deep house")
    assert listen(page)["peak"] > 0.1


def test_sound_that_is_gone_is_told(heard_page: Page) -> None:
    page = heard_page
    name = make(page, "deep house")
    listen(page)
    page.route("**/media/**", lambda route: route.fulfill(status=404, body="gone"))
    page.reload()
    card(page, name).get_by_role("button", name=f"Play {name}").click()
    expect(stage(page).get_by_role("alert")).to_contain_text("could not be loaded")


def test_closing_the_page_does_not_forget_a_deletion(
    context_make: Callable[..., BrowserContext], studio: Studio
) -> None:
    context = context_make()
    page = context.new_page()
    sign_in(page, studio)
    name = make(page, "deep house")
    stage(page).get_by_role("button", name=f"Delete {name}").click()
    expect(card(page, name)).to_have_count(0)
    page.reload()
    prompt(page).wait_for()
    time.sleep(1)
    page.reload()
    expect(page.get_by_role("status").filter(has_text="kick")).to_be_visible()
    expect(card(page, name)).to_have_count(0)


def test_no_such_page(owner_page: Page) -> None:
    owner_page.goto("/tracks/17")
    expect(owner_page.get_by_text("There is nothing at this address")).to_be_visible()
    owner_page.get_by_role("link", name="To the kicks").click()
    expect(prompt(owner_page)).to_be_visible()
