"""On a phone, zoomed in, and with ten thousand kicks."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from .conftest import PHONE, Studio, sign_in
from .steps import card, listen, make, no_sideways_scroll, open_ears, prompt, stage

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

pytestmark = pytest.mark.needs("chromium")


def test_on_a_phone(context_make: Callable[..., BrowserContext], studio: Studio) -> None:
    page = context_make(viewport=PHONE, has_touch=True, is_mobile=True, bypass_csp=True).new_page()
    sign_in(page, studio)
    open_ears(page)
    no_sideways_scroll(page)
    prompt(page).fill("deep punchy house")
    page.get_by_role("button", name="Make a kick").tap()
    expect(stage(page).get_by_role("button", name="Rename")).to_be_attached()
    assert listen(page)["peak"] > 0.1
    no_sideways_scroll(page)
    page.get_by_role("button", name="Shape").tap()
    knob = page.get_by_role("slider", name="Punch", exact=True)
    expect(knob).to_be_visible()
    no_sideways_scroll(page)
    page.get_by_role("button", name="Words").tap()
    expect(page.get_by_role("dialog")).to_be_in_viewport()
    page.get_by_role("dialog").get_by_role("button", name="Close").tap()
    page.get_by_role("button", name="Work:").tap()
    expect(page.get_by_role("region", name="Running work")).to_be_in_viewport(ratio=1)


def test_at_200_percent(context_make: Callable[..., BrowserContext], studio: Studio) -> None:
    page = context_make(viewport={"width": 720, "height": 450}, device_scale_factor=2).new_page()
    sign_in(page, studio)
    make(page, "deep house")
    no_sideways_scroll(page)
    page.goto("/account")
    expect(page.get_by_role("heading", name="Account")).to_be_visible()
    no_sideways_scroll(page)


def test_without_motion(context_make: Callable[..., BrowserContext], studio: Studio) -> None:
    page = context_make(reduced_motion="reduce").new_page()
    sign_in(page, studio)
    moving = page.evaluate(
        "() => [...document.querySelectorAll('*')].filter((element) =>"
        " parseFloat(getComputedStyle(element).transitionDuration) > 0).length"
    )
    assert moving == 0


CROWD = 10_000
COPY_KICKS = f"""
from datetime import timedelta
from django.utils import timezone
from klangwerk.studio.accounts.models import User
from klangwerk.studio.accounts import services
from klangwerk.studio.kicks.models import Kick
from klangwerk.studio.library.models import Asset
pattern = Kick.objects.select_related("asset").first()
crowd = User.objects.create_user(username="crowd", unlimited=True)
now = timezone.now()
same = {{f.attname: getattr(pattern.asset, f.attname) for f in Asset._meta.fields if f.name not in ("id", "owner", "storage_key", "created_at")}}
assets = Asset.objects.bulk_create(
    [Asset(owner=crowd, storage_key=f"users/{{crowd.pk}}/kick/copy-{{i}}.wav", **same) for i in range({CROWD})], batch_size=500)
same = {{f.attname: getattr(pattern, f.attname) for f in Kick._meta.fields if f.name not in ("id", "owner", "asset", "name", "created_at", "updated_at")}}
kicks = Kick.objects.bulk_create(
    [Kick(owner=crowd, asset=asset, name=f"Copy {{i:05}}", **same) for i, asset in enumerate(assets)], batch_size=500)
for i, kick in enumerate(kicks):
    kick.created_at = now - timedelta(seconds=i)
Kick.objects.bulk_update(kicks, ["created_at"], batch_size=500)
print(services.sign_in_link_create(user=crowd, lifetime=timedelta(hours=2)))
"""


@pytest.mark.slow
def test_ten_thousand_kicks(context_make: Callable[..., BrowserContext], studio: Studio) -> None:
    own = context_make().new_page()
    sign_in(own, studio)
    make(own, "deep house")
    token = studio.script(COPY_KICKS).split()[-1]

    page = context_make().new_page()
    page.goto(f"/sign-in/{token}/")
    expect(page.get_by_role("status").filter(has_text="10,000 kicks")).to_be_visible()
    expect(card(page, "Copy 00000")).to_be_visible()
    assert page.get_by_role("article").count() < 80
    page.evaluate("() => window.scrollTo(0, document.body.scrollHeight)")
    expect(card(page, "Copy 09999")).to_be_visible()
    assert page.get_by_role("article").count() < 80
    page.evaluate("() => window.scrollTo(0, 0)")
    began_s = time.monotonic()
    page.get_by_label("Search your kicks").fill("Copy 04711")
    expect(page.get_by_role("status").filter(has_text="1 match")).to_be_visible()
    assert time.monotonic() - began_s < 10
