"""Presets, kicks and bounces in the studio, for guests and for people with an account."""

from __future__ import annotations

import io
import math
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile
from playwright.sync_api import expect

from . import rack_steps as rack
from .conftest import KICKS_PER_DAY, PHONE, Studio
from .steps import card, no_sideways_scroll

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page, Route

pytestmark = pytest.mark.needs("chromium")


def test_a_guest_hears_the_shared_presets_and_is_told_what_signing_in_brings(
    context_make: Callable[..., BrowserContext],
) -> None:
    page = context_make().new_page()
    asked: list[str | None] = []
    page.on("request", lambda request: asked.append(request.headers.get("authorization")))
    page.goto("/")
    expect(page).to_have_url(re.compile(r"/studio$"))
    rack.expect_preset(page, "Init")
    expect(page.get_by_text("Signing in brings presets of your own and kick generation.")).to_be_visible()
    for button in ("Save", "Save as …", "Generate a kick"):
        expect(page.get_by_role("button", name=button)).to_have_count(0)
    names = rack.preset_names(page)
    assert names[0] == "Init"
    assert len(names) > 3
    rack.choose(page, "Preset", names[3])
    rack.expect_preset(page, names[3])
    page.keyboard.press("Space")
    rack.expect_sound(page)
    assert set(asked) == {None}
    page.get_by_role("link", name="Sign in").first.click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    page.get_by_role("link", name="Play the studio").click()
    rack.expect_preset(page, names[3])  # as it was left


def test_next_and_previous_go_round(context_make: Callable[..., BrowserContext]) -> None:
    page = context_make().new_page()
    rack.open_studio(page)
    names = rack.preset_names(page)
    page.get_by_role("button", name="Previous preset").click()
    rack.expect_preset(page, names[-1])
    page.get_by_role("button", name="Next preset").click()
    rack.expect_preset(page, names[0])
    page.get_by_role("button", name="Next preset").click()
    rack.expect_preset(page, names[1])
    page.keyboard.press("ControlOrMeta+z")
    rack.expect_preset(page, names[0])


def test_a_preset_is_saved_changed_undone_and_deleted(
    context_make: Callable[..., BrowserContext], studio: Studio
) -> None:
    page = rack.person(context_make, studio)
    shared = rack.preset_names(page)
    rack.modify(page)
    rack.expect_preset(page, "Init", modified=True)
    page.get_by_role("button", name="Save", exact=True).click()  # shared: it needs a name of its own
    expect(page.get_by_role("dialog")).to_contain_text("“Init” is shared with everybody")
    page.get_by_label("Name").fill("  Äther  von 東京 9 ")
    page.get_by_label("Name").press("Enter")
    rack.expect_preset(page, "Äther von 東京 9")
    assert rack.preset_names(page) == [*shared, "Äther von 東京 9"]

    page.keyboard.press("=")
    rack.expect_preset(page, "Äther von 東京 9", modified=True)
    page.get_by_role("button", name="Save", exact=True).click()
    rack.expect_preset(page, "Äther von 東京 9")
    page.reload()
    rack.expect_preset(page, "Init")
    rack.choose(page, "Preset", "Äther von 東京 9")
    assert (rack.value(page, "bpm"), rack.value(page, "kickDistAmt")) == (141, 0.31)

    page.get_by_role("button", name="Delete Äther von 東京 9").click()
    rack.expect_preset(page, "Not saved yet")
    rack.toast(page, "is deleted").get_by_role("button", name="Undo").click()
    rack.expect_preset(page, "Äther von 東京 9")
    page.get_by_role("button", name="Delete Äther von 東京 9").click()
    assert rack.preset_names(page) == shared
    with page.expect_response(lambda answer: answer.request.method == "DELETE") as deleted:
        pass
    assert deleted.value.status == 204
    assert rack.value(page, "bpm") == 141  # the sound stays


def test_loading_another_preset_loses_nothing(context_make: Callable[..., BrowserContext]) -> None:
    page = context_make().new_page()
    rack.open_studio(page)
    rack.modify(page)
    page.get_by_role("button", name="Next preset").click()
    assert rack.value(page, "kickDistAmt") != 0.31
    rack.toast(page, "can come back").get_by_role("button", name="Undo").click()
    rack.expect_preset(page, "Init", modified=True)
    assert rack.value(page, "kickDistAmt") == 0.31


def test_names_are_checked_where_they_are_typed(
    context_make: Callable[..., BrowserContext], studio: Studio
) -> None:
    page = rack.person(context_make, studio)
    rack.save_as(page, "House 1")
    page.get_by_role("button", name="Save as").click()
    dialog = page.get_by_role("dialog")
    name = dialog.get_by_label("Name")
    expect(name).to_be_focused()
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("alert")).to_have_text("Give it a name.")
    for wrong, why in (
        ("Kick & Bass", "Letters, digits and spaces only."),
        ("x" * 33, "At most 32 characters; this has 33."),
    ):
        name.fill(wrong)
        expect(dialog.get_by_role("alert")).to_have_text(why)
    name.fill("House 1")
    expect(dialog.get_by_role("alert")).to_contain_text("You have a preset of this name")

    held: list[Route] = []  # a name that is taken in the meantime is the server's to refuse
    page.route("**/api/presets/", lambda route: held.append(route))
    name.fill("House 2")
    with page.expect_request("**/api/presets/"):
        name.press("Enter")
    other = page.context.new_page()
    rack.open_studio(other)
    rack.save_as(other, "House 2")
    held[0].continue_()
    expect(dialog.get_by_role("alert")).to_contain_text("name")
    expect(name).to_have_value("House 2")


def test_a_save_that_fails_keeps_everything_and_can_be_repeated(
    context_make: Callable[..., BrowserContext], studio: Studio
) -> None:
    page = rack.person(context_make, studio)
    rack.save_as(page, "Mine")
    rack.modify(page)
    page.route("**/api/presets/*/", lambda route: route.abort())
    page.get_by_role("button", name="Save", exact=True).click()
    trouble = rack.toast(page, "“Mine” was not saved")
    expect(trouble).to_contain_text("What you set up stands as it is.")
    rack.expect_preset(page, "Mine", modified=True)
    page.unroute("**/api/presets/*/")
    trouble.get_by_role("button", name="Try again").click()
    rack.expect_preset(page, "Mine")


def test_other_tabs_learn_of_it(context_make: Callable[..., BrowserContext], studio: Studio) -> None:
    one = rack.person(context_make, studio)
    two = one.context.new_page()
    rack.open_studio(two)
    rack.save_as(one, "From the other tab")
    rack.choose(two, "Preset", "From the other tab")
    rack.modify(one)
    one.get_by_role("button", name="Save", exact=True).click()
    rack.expect_preset(one, "From the other tab")
    rack.expect_preset(two, "From the other tab", modified=True)  # what it was is not what is kept now
    one.get_by_role("button", name="Delete From the other tab").click()
    rack.expect_preset(two, "Not saved yet")


def test_an_address_loads_a_preset(context_make: Callable[..., BrowserContext]) -> None:
    page = context_make().new_page()
    rack.open_studio(page)
    page.get_by_role("button", name="Next preset").click()
    loaded = page.evaluate("() => window.__klangwerk.rack.store.state.get().preset")
    page.goto(f"/studio?preset={loaded['id']}")
    rack.expect_preset(page, loaded["name"])
    page.goto("/studio?preset=00000000-0000-4000-8000-000000000000")
    expect(rack.toast(page, "This preset is not here")).to_be_visible()
    rack.expect_preset(page, "Init")


def test_signing_in_and_out_begins_with_init_and_loses_nothing(
    context_make: Callable[..., BrowserContext], studio: Studio
) -> None:
    studio.script(
        "from klangwerk.studio.accounts.models import User",
        "User.objects.create_user(username='racksigner', password='correct horse battery', unlimited=True)",
    )
    page = context_make().new_page()
    rack.open_studio(page)
    page.get_by_role("button", name="Next preset").click()
    rack.modify(page)
    page.get_by_role("banner").get_by_role("link", name="Sign in").click()
    page.get_by_label("User name").fill("racksigner")
    page.get_by_label("Password").fill("correct horse battery")
    page.get_by_role("button", name="Sign in").click()
    rack.expect_preset(page, "Init")
    rack.toast(page, "You are signed in").get_by_role("button", name="Bring it back").click()
    assert rack.value(page, "kickDistAmt") == 0.31
    rack.save_as(page, "Secret")
    page.get_by_role("button", name="Account of").click()
    page.get_by_role("menuitem", name="Sign out").click()
    expect(page.get_by_text("You hear the presets that are shared")).to_be_visible()
    rack.expect_preset(page, "Init")
    assert "Secret" not in rack.preset_names(page)
    page.keyboard.press("ControlOrMeta+z")
    rack.expect_preset(page, "Init")
    assert rack.value(page, "kickDistAmt") == 0


def test_a_generated_kick_plays_in_the_rack_at_once_until_a_limit_says_until_when(
    context_make: Callable[..., BrowserContext], studio: Studio
) -> None:
    page = rack.person(context_make, studio, unlimited=False)
    page.get_by_role("button", name="Generate a kick").click()
    expect(page.get_by_text("Press Generate for a first kick.")).to_be_visible()
    for count in range(KICKS_PER_DAY):
        name = rack.generate(page, ["hard techno", "deep house"][count % 2])
        assert name.startswith("AI: ")
        expect(page.get_by_role("button", name=f"Generated kick {name}")).to_be_visible()
        expect(page.get_by_role("button", name="Stop", exact=True)).to_be_visible()
        rack.expect_sound(page)
    expect(page.get_by_role("alert")).to_contain_text("That was today's last kick")
    expect(page.get_by_role("alert")).to_contain_text(re.compile(r"New ones .*at \d"))
    page.get_by_role("button", name="Back", exact=True).click()
    rack.expect_preset(page, "Init", modified=True)
    expect(page.get_by_role("button", name=f"Kick {name}")).to_be_visible()


def test_a_preset_follows_the_name_of_its_kick_and_goes_with_it(
    context_make: Callable[..., BrowserContext], studio: Studio
) -> None:
    page = rack.person(context_make, studio)
    page.get_by_role("button", name="Generate a kick").click()
    kept = rack.generate(page, "deep house")
    name = rack.generate(page, "hard techno")
    page.get_by_role("button", name="Back", exact=True).click()
    rack.save_as(page, "With my kick")

    other = page.context.new_page()
    other.goto("/kicks")
    card(other, name).get_by_role("button", name=f"Rename {name}").click()
    other.keyboard.type("AI: Umbenannt")
    other.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Kick AI: Umbenannt")).to_be_visible()  # in the rack, by itself
    rack.expect_preset(page, "With my kick")  # and no change of the preset

    page.get_by_role("button", name="Generate a kick").click()
    page.get_by_role("button", name="Delete AI: Umbenannt").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Delete the kick").click()
    expect(dialog.get_by_role("list", name="Presets that use the kick")).to_have_text("With my kick")
    dialog.get_by_role("button", name="Keep it").click()
    assert rack.kick(page)["name"] == "AI: Umbenannt"
    page.get_by_role("button", name="Delete AI: Umbenannt").click()
    dialog.get_by_role("button", name="Delete the kick").click()
    dialog.get_by_role("button", name="Delete with its presets").click()
    expect(
        page.get_by_role("button", name=f"Generated kick {kept}")
    ).to_be_visible()  # the next one is loaded
    page.get_by_role("button", name="Back", exact=True).click()
    rack.expect_preset(page, "Not saved yet")
    assert "With my kick" not in rack.preset_names(page)


def test_a_kick_opens_in_the_studio(context_make: Callable[..., BrowserContext], studio: Studio) -> None:
    page = rack.person(context_make, studio)
    page.get_by_role("button", name="Generate a kick").click()
    name = rack.generate(page, "short clean 909")
    page.reload()
    rack.expect_preset(page, "Init")
    page.get_by_role("link", name="Kicks").click()
    page.get_by_role("button", name=f"More for {name}").last.click()
    page.get_by_role("menuitem", name="Open in the studio").click()
    expect(page.get_by_role("button", name=f"Kick {name}")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/studio$"))
    rack.choose(page, "Kick", "Bodo")
    page.get_by_role("button", name="Previous kick").click()
    assert rack.kick(page) == {"kind": "stock", "name": "Otto"}
    page.get_by_role("button", name="Previous kick").click()
    assert rack.kick(page)["name"] == name  # round and round


def _download(page: Page, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("dialog").get_by_role("button", name="Download").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_a_guest_downloads_a_loop(context_make: Callable[..., BrowserContext], tmp_path: Path) -> None:
    page = context_make(accept_downloads=True).new_page()
    rack.open_studio(page)
    page.keyboard.press("ControlOrMeta+b")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("button", name="Save to library")).to_have_count(0)
    dialog.get_by_role("button", name="2 bars", exact=True).click()
    expect(dialog.get_by_role("status")).to_contain_text("3.43 s at 140 BPM")
    path = _download(page, tmp_path)
    expect(dialog).to_have_count(0)
    assert path.name == "init-140bpm-2bars.wav"
    samples, rate_hz = soundfile.read(path, always_2d=True)
    assert (rate_hz, soundfile.info(path).subtype) == (44_100, "PCM_24")
    assert samples.shape == (math.floor(2 * 4 * 60 / 140 * 44_100 + 0.5), 2)
    peak = np.abs(samples).max()
    assert 0.2 < peak <= 1
    beat = round(60 / 140 * 44_100)
    # In a seamless loop each beat is like the next one, but for the tail of the reverb, which is the same everywhere.
    first, second = samples[:beat], samples[beat : 2 * beat]
    assert np.abs(first - second).max() < 0.02 * peak


def test_bars_are_checked_and_stems_come_in_a_zip(
    context_make: Callable[..., BrowserContext], tmp_path: Path
) -> None:
    page = context_make(accept_downloads=True).new_page()
    rack.open_studio(page)
    page.get_by_role("button", name="Bounce …").click()
    dialog = page.get_by_role("dialog")
    bars = dialog.get_by_role("textbox", name="Bars")
    for wrong, why in (
        ("0", "A whole number"),
        ("513", "A whole number"),
        ("two", "A whole number"),
        ("12,5", "A whole number"),
    ):
        bars.fill(wrong)
        expect(dialog.get_by_role("alert")).to_contain_text(why)
    bars.fill("1")
    dialog.get_by_role("radio", name="Ring out").check()
    dialog.get_by_role("combobox").select_option("FLAC, 16 bit")
    dialog.get_by_role("checkbox", name="Stems").check()
    path = _download(page, tmp_path)
    assert path.name == "init-140bpm-1bar.zip"
    with zipfile.ZipFile(path) as files:
        sounds = {
            name: soundfile.read(io.BytesIO(files.read(name)), always_2d=True)[0] for name in files.namelist()
        }
    assert list(sounds) == [f"init-140bpm-1bar{layer}.flac" for layer in ("", "-kick", "-noise", "-reverb")]
    lengths = {len(samples) for samples in sounds.values()}
    assert len(lengths) == 1
    assert lengths.pop() > 4 * 60 / 140 * 44_100
    assert np.abs(sounds["init-140bpm-1bar-kick.flac"]).max() > 0.2
    assert np.abs(sounds["init-140bpm-1bar-noise.flac"]).max() == 0  # Init has none


def test_a_long_bounce_tells_how_far_it_is_and_can_be_stopped(
    context_make: Callable[..., BrowserContext],
) -> None:
    page = context_make(accept_downloads=True).new_page()
    downloads: list[object] = []
    page.on("download", lambda download: downloads.append(download))
    rack.open_studio(page)
    page.get_by_role("button", name="Bounce …").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox", name="Bars").fill("512")
    dialog.get_by_role("button", name="Download").click()
    expect(dialog.get_by_text(re.compile(r"^[1-9]\d? % · .* left$"))).to_be_visible()
    dialog.get_by_role("button", name="Cancel").click()
    expect(dialog).to_have_count(0)
    page.keyboard.press("Space")
    rack.expect_sound(page)  # and the rack plays on
    assert downloads == []


def test_a_loop_is_kept_played_and_deleted(
    context_make: Callable[..., BrowserContext], studio: Studio
) -> None:
    page = rack.person(context_make, studio)
    page.get_by_role("button", name="Bounce …").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="1 bar", exact=True).click()
    dialog.get_by_role("checkbox", name="Stems").check()
    dialog.get_by_role("button", name="Save to library").click()
    expect(dialog).to_have_count(0)
    loops = page.get_by_role("region", name="Your loops")
    loop = loops.get_by_role("article", name="Init", exact=True)
    expect(loop).to_contain_text("1 bar · 140 BPM · 1.71 s · WAV 24 · seamless")
    page.keyboard.press("Space")
    rack.expect_sound(page)
    loop.get_by_role("button", name="Play Init").click()
    page.wait_for_function("() => window.__klangwerk.audio.played.length === 1")
    assert page.evaluate("() => window.__klangwerk.rack.playing") is False  # one thing at a time
    loop.get_by_role("button", name="More for Init").click()
    for layer in ("kick", "noise", "reverb"):
        expect(page.get_by_role("menuitem", name=f"Download the {layer} stem")).to_be_visible()
    page.get_by_role("menuitem", name="Delete").click()
    expect(loops).to_have_count(0)
    rack.toast(page, "“Init” is deleted").get_by_role("button", name="Undo").click()
    expect(loop).to_be_visible()


def test_on_a_phone_nothing_stands_out(context_make: Callable[..., BrowserContext], studio: Studio) -> None:
    page = rack.person(context_make, studio)
    page.set_viewport_size(PHONE)
    no_sideways_scroll(page)
    page.get_by_role("button", name="Generate a kick").click()
    no_sideways_scroll(page)
    page.get_by_role("button", name="Bounce …").click()
    expect(page.get_by_role("button", name="Download")).to_be_in_viewport()
    no_sideways_scroll(page)
