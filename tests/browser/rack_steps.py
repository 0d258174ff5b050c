"""What people do in the studio with presets and kicks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Locator, Page

    from .conftest import Studio

# The highest sample that leaves the rack, once it is loud, or after a while.
PEAK = """async ([loud, patience_ms]) => {
  const { rack } = window.__klangwerk;
  const until = performance.now() + patience_ms;
  let peak = 0;
  while (performance.now() < until && peak < loud) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (!rack.analyser) continue;
    const samples = new Float32Array(rack.analyser.fftSize);
    rack.analyser.getFloatTimeDomainData(samples);
    for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  }
  return peak;
}"""
LOUD = 0.1
PATIENCE_MS = 20_000


def person(context_make: Callable[..., BrowserContext], studio: Studio, *, unlimited: bool = True) -> Page:
    """Somebody new with an account, in the studio."""
    link = studio.script(
        "from datetime import timedelta",
        "from klangwerk.studio.accounts import services",
        "from klangwerk.studio.accounts.models import User",
        f"user = User.objects.create_user(username=f'rack{{User.objects.count()}}', unlimited={unlimited})",
        "print(services.sign_in_link_create(user=user, lifetime=timedelta(hours=2)))",
    ).split()[-1]
    page = context_make(accept_downloads=True).new_page()
    page.goto(f"/sign-in/{link}/")
    page.get_by_label("Describe a kick").wait_for()
    open_studio(page)
    return page


def open_studio(page: Page) -> None:
    """The studio page, until its first preset is there."""
    page.goto("/studio")
    expect_preset(page, "Init")


def preset(page: Page) -> Locator:
    """The button that says which preset is in the rack, and opens the list."""
    return page.get_by_role("group", name="Preset", exact=True).locator("[aria-haspopup=listbox]")


def expect_preset(page: Page, name: str, *, modified: bool = False) -> None:
    """Waits until this one is in the rack."""
    expect(preset(page)).to_have_text(f"Preset{name}{'• (modified)' if modified else ''}")


def preset_names(page: Page) -> list[str]:
    """As the list has them."""
    preset(page).click()
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    names = options.all_inner_texts()
    page.keyboard.press("Escape")
    return names


def choose(page: Page, group: str, name: str) -> None:
    """From the list of presets or kicks."""
    page.get_by_role("group", name=group, exact=True).locator("[aria-haspopup=listbox]").click()
    page.get_by_role("option", name=name, exact=True).click()


def modify(page: Page) -> None:
    """Turn something."""
    page.evaluate("() => window.__klangwerk.rack.store.set({ kickDistAmt: 0.31 }, 'Kick distortion')")


def value(page: Page, name: str) -> Any:
    """What a knob of the rack stands at."""
    return page.evaluate("name => window.__klangwerk.rack.store.patch.values[name]", name)


def kick(page: Page) -> dict[str, Any]:
    """The kick in the rack."""
    found: dict[str, Any] = page.evaluate("() => window.__klangwerk.rack.store.patch.kick")
    return found


def save_as(page: Page, name: str) -> None:
    """Keep the rack under a name."""
    page.get_by_role("button", name="Save as").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name").fill(name)
    dialog.get_by_role("button", name="Save", exact=True).click()
    expect(dialog).to_have_count(0)
    expect_preset(page, name)


def toast(page: Page, text: str | re.Pattern[str]) -> Locator:
    """A message at the edge of the page."""
    return page.get_by_role("status").locator("> div").filter(has_text=text)


def generate(page: Page, prompt: str) -> str:
    """A kick, in generation mode; its name."""
    before = kick(page)
    page.get_by_label("Describe a kick").fill(prompt)
    page.get_by_label("Describe a kick").press("Enter")
    page.wait_for_function(
        "before => window.__klangwerk.rack.store.patch.kick.name !== before && "
        "window.__klangwerk.rack.store.patch.kick.kind === 'ai'",
        arg=before["name"],
    )
    return str(kick(page)["name"])


def expect_sound(page: Page) -> None:
    """Waits until the rack is heard."""
    peak = page.evaluate(PEAK, [LOUD, PATIENCE_MS])
    assert peak >= LOUD, f"no sound leaves the rack: peak {peak}"
