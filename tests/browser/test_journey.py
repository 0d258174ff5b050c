"""From the sign-in link to a kick on the disk: the whole way, with the sound that really plays."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile
from playwright.sync_api import expect

from .steps import card, listen, make, open_ears, prompt, stage, stage_name

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.needs("chromium")

AMBER_PIXELS = """canvas => {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let amber = 0;
  for (let i = 0; i < data.length; i += 4) if (data[i] > 150 && data[i + 1] > 110 && data[i + 2] < 130 && data[i + 3] > 128) amber++;
  return amber;
}"""


def test_a_fresh_studio_has_a_sound_to_play_and_prompts_to_try(newcomer_page: Page) -> None:
    page = newcomer_page
    expect(stage(page)).to_contain_text("A plain kick")
    page.keyboard.press("Space")
    heard = listen(page)
    assert heard["heard"] == "starter"
    assert 0.3 < heard["peak"] <= 1.0
    page.get_by_text("Your kicks will stand here").wait_for()
    page.get_by_role("button", name="huge cinematic boom").click()
    expect(stage(page).get_by_role("button", name="Rename")).to_be_attached()
    expect(prompt(page)).to_have_value("huge cinematic boom")
    assert listen(page)["peak"] > 0.1


def test_a_prompt_is_heard_seen_named_varied_downloaded_and_deleted(heard_page: Page, tmp_path: Path) -> None:
    page = heard_page
    name = make(page, "deep punchy house florp")
    heard = listen(page)
    assert heard["peak"] > 0.1, "nothing came out of the audio context"
    assert heard["loud"] > 1000
    for word in ("deep", "punchy", "house"):
        expect(stage(page).get_by_text(word, exact=True)).to_be_visible()
    expect(stage(page).get_by_text("florp: not known")).to_be_visible()
    assert stage(page).locator("canvas").first.evaluate(AMBER_PIXELS) > 500

    expect(card(page, name)).to_be_visible()

    # The card plays where it stands, and its waveform is the seek bar.
    card(page, name).get_by_role("button", name=f"Play {name}").click()
    assert listen(page)["heard"] == card(page, name).get_attribute("data-kick")
    card(page, name).get_by_role("slider").click(position={"x": 20, "y": 20})
    assert listen(page)["peak"] > 0.001

    card(page, name).get_by_role("button", name=f"Rename {name}").click()
    page.get_by_label("Name", exact=True).fill("Tiefer Keller")
    page.get_by_label("Name", exact=True).press("Enter")
    expect(card(page, "Tiefer Keller")).to_be_visible()
    card(page, "Tiefer Keller").get_by_role("button", name="Mark as favourite").click()
    page.reload()
    prompt(page).wait_for()
    open_ears(page)
    expect(card(page, "Tiefer Keller").get_by_role("button", name="No longer a favourite")).to_be_visible()
    page.get_by_role("button", name="Favourites").click()
    expect(page.get_by_role("status").filter(has_text="1 match")).to_be_visible()
    page.get_by_role("button", name="Favourites").click()

    stage(page).get_by_label("How far from this kick").fill("0.3")
    stage(page).get_by_role("button", name="Vary").click()
    expect(stage(page).get_by_text("A variation")).to_be_visible()
    variation = stage_name(page)
    assert variation != "Tiefer Keller"
    assert listen(page)["peak"] > 0.1

    with page.expect_download() as coming:
        card(page, "Tiefer Keller").get_by_role("button", name="Download").click()
    assert "Tiefer Keller" in coming.value.suggested_filename
    coming.value.save_as(tmp_path / "kick.wav")
    samples, rate_hz = soundfile.read(io.BytesIO((tmp_path / "kick.wav").read_bytes()))
    assert rate_hz == 44_100
    assert 0.9 < np.abs(samples).max() < 0.95  # -0.5 dBFS

    stage(page).get_by_role("button", name=f"Delete {variation}").click()
    expect(card(page, variation)).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(card(page, variation)).to_be_visible()
    with page.expect_response(lambda answer: answer.request.method == "DELETE"):
        card(page, variation).get_by_role("button", name=f"More for {variation}").click()
        page.get_by_role("menuitem", name="Delete").click()
    page.reload()
    expect(card(page, "Tiefer Keller")).to_be_visible()
    expect(card(page, variation)).to_have_count(0)


def test_the_same_seed_makes_the_same_sound(owner_page: Page) -> None:
    page = owner_page
    first = make(page, "short dry techno, 45 Hz")
    stage(page).get_by_role("button", name="Use settings").click()
    expect(prompt(page)).to_have_value("short dry techno, 45 Hz")
    second = make(page, "short dry techno, 45 Hz")
    assert first != second
    pixels = "element => element.querySelector('canvas').toDataURL()"
    page.get_by_role("heading", name="Your kicks").click()
    page.mouse.move(5, 5)
    page.evaluate("() => new Promise((done) => setTimeout(done, 2500))")  # until it has played to its end
    assert card(page, first).evaluate(pixels) == card(page, second).evaluate(pixels)


def test_two_kicks_are_blended(heard_page: Page) -> None:
    page = heard_page
    one = make(page, "long dark 808")
    two = make(page, "bright clicky drum and bass")
    stage(page).get_by_role("button", name="Blend").click()
    dialog = page.get_by_role("dialog", name=re.compile("Blend"))
    dialog.get_by_role("button", name=re.compile(re.escape(one)), pressed=False).last.click()
    dialog.get_by_role("button", name="Make the blend").click()
    expect(stage(page).get_by_text("A blend")).to_be_visible()
    assert stage_name(page) not in (one, two)
    assert listen(page)["peak"] > 0.1


def test_search_and_order(owner_page: Page) -> None:
    page = owner_page
    name = make(page, "woody acoustic kick")
    page.get_by_label("Search your kicks").fill("woody acoustic")
    expect(page.get_by_role("status").filter(has_text="1 match")).to_be_visible()
    expect(card(page, name)).to_be_visible()
    page.get_by_label("Search your kicks").fill("no such kick anywhere")
    expect(page.get_by_text("Nothing found")).to_be_visible()
    page.get_by_role("button", name="Show all").click()
    page.get_by_label("Order").select_option("Oldest first")
    expect(card(page, name)).to_have_count(1)
