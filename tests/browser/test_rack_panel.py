"""The front of the rack: hands, keys, meters and pictures; by mouse, finger and keyboard alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from .conftest import DESKTOP, PHONE
from .rack import open_rack, set_values

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Locator, Page

pytestmark = pytest.mark.needs("chromium")

INITIAL = {
    "bpm": 140, "kickLen": 0.5, "kickDistAmt": 0.2, "kickOttAmt": 0.2, "noiseLowPassFreq": 1000, "noiseHighPassFreq": 100,
    "noiseVolume": -30, "reverbLowPassFreq": 1000, "reverbHighPassFreq": 100, "reverbVolume": -12, "masterOttAmt": 0.2,
    "masterDistAmt": 0.2, "masterLimiterAmt": 2,
}  # fmt: skip
# Key, what it turns, and where that stands after one press: the table of the instrument.
HOT_KEYS = [
    ("-", "bpm", 139), ("=", "bpm", 141), ("q", "kickLen", 0.475), ("w", "kickLen", 0.525),
    ("a", "kickDistAmt", 0.19), ("s", "kickDistAmt", 0.21), ("z", "kickOttAmt", 0.18), ("x", "kickOttAmt", 0.22),
    ("e", "noiseLowPassFreq", 900), ("r", "noiseLowPassFreq", 1100), ("d", "noiseHighPassFreq", 90),
    ("f", "noiseHighPassFreq", 110), ("c", "noiseVolume", -31), ("v", "noiseVolume", -29), ("t", "reverbLowPassFreq", 900),
    ("y", "reverbLowPassFreq", 1100), ("g", "reverbHighPassFreq", 90), ("h", "reverbHighPassFreq", 110),
    ("b", "reverbVolume", -13), ("n", "reverbVolume", -11), ("u", "masterOttAmt", 0.18), ("i", "masterOttAmt", 0.22),
    ("j", "masterDistAmt", 0.19), ("k", "masterDistAmt", 0.21), ("m", "masterLimiterAmt", 1.9), (",", "masterLimiterAmt", 2.1),
]  # fmt: skip
PICTURES = """() => [...document.querySelectorAll('main canvas')].map((canvas) => canvas.toDataURL())"""
HEIGHTS = """() => [...document.querySelectorAll('[title^="Peak of the"] > * > :first-child')]
  .map((bar) => bar.style.clipPath)"""
FIGURE = re.compile(r"^−?\d+\.\d$")
SMALL = """() => [...document.querySelectorAll('main button, main [role=slider], main [role=spinbutton]')]
  .map((each) => [each.getAttribute('aria-label') ?? each.textContent, each.getBoundingClientRect()])
  .filter(([, box]) => Math.min(box.width, box.height) < 40).map(([name]) => name)"""


@pytest.fixture
def page(context_make: Callable[..., BrowserContext]) -> Page:
    """A guest at the rack, with numbers that can go both ways."""
    made = context_make().new_page()
    open_rack(made)
    set_values(made, **INITIAL)
    return made


def values(page: Page) -> dict[str, float]:
    """Where everything stands."""
    found: dict[str, float] = page.evaluate("() => window.__klangwerk.rack.store.patch.values")
    return found


def turned(page: Page) -> dict[str, float]:
    """What no longer stands where the test began."""
    return {name: value for name, value in values(page).items() if value != INITIAL[name]}


def knob(page: Page, name: str) -> Locator:
    """A knob or fader by its full name."""
    return page.get_by_role("slider", name=name, exact=True)


def drag(page: Page, target: Locator, up_px: int, *, rest_ms: int = 0) -> None:
    """By mouse, with a rest in the middle."""
    box = target.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y - up_px / 2, steps=5)
    page.wait_for_timeout(rest_ms)
    page.mouse.move(x, y - up_px, steps=5)
    page.mouse.up()


def playing(page: Page) -> bool:
    """Whether the transport runs."""
    return bool(page.evaluate("() => window.__klangwerk.rack.playing"))


def test_every_hot_key_turns_its_number_by_its_step(page: Page) -> None:
    for key, name, after in HOT_KEYS:
        set_values(page, **INITIAL)
        page.keyboard.press(key)
        assert turned(page) == {name: pytest.approx(after)}, key
    for key, way in (("[", -1), ("]", 1)):
        set_values(page, **INITIAL)
        page.keyboard.press(key)
        assert turned(page) == {
            "kickOttAmt": pytest.approx(0.2 + 0.02 * way),
            "masterOttAmt": pytest.approx(0.2 + 0.02 * way),
            "reverbVolume": -12 + way,
        }


def test_hot_keys_rest_while_typing_in_dialogs_lists_and_with_other_keys_held(page: Page) -> None:
    for keys in ("Control+s", "Alt+q", "Meta+k"):
        page.keyboard.press(keys)
    assert turned(page) == {}

    page.get_by_role("spinbutton", name="Tempo").focus()
    page.keyboard.press("1")
    page.keyboard.type("7qwas ")
    assert turned(page) == {}
    assert not playing(page)
    page.keyboard.press("Escape")
    assert turned(page) == {}, "Esc takes nothing"

    page.get_by_role("group", name="Noise", exact=True).locator("[aria-haspopup=listbox]").click()
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.type("qwas")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.type("qwas ")
    assert turned(page) == {}
    assert not playing(page)
    page.keyboard.press("Escape")
    page.keyboard.press("q")
    assert turned(page) == {"kickLen": pytest.approx(0.475)}


def test_hot_keys_belong_to_the_studio_page(page: Page) -> None:
    page.get_by_role("link", name="Kicks").click()
    expect(knob(page, "Master distortion")).to_have_count(0)
    page.evaluate("() => document.activeElement.blur()")
    page.keyboard.type("qwas")
    assert turned(page) == {}


def test_a_drag_turns_half_a_hundredth_a_pixel_and_is_one_step_to_undo(page: Page) -> None:
    dist = knob(page, "Master distortion")
    drag(page, dist, 80, rest_ms=1300)
    assert values(page)["masterDistAmt"] == pytest.approx(0.4, abs=0.003)  # 0.2, and 0.4 of a range of 0.5
    page.keyboard.down("Shift")
    drag(page, dist, -80)
    page.keyboard.up("Shift")
    assert values(page)["masterDistAmt"] == pytest.approx(0.375, abs=0.003)
    page.keyboard.press("Control+z")
    assert values(page)["masterDistAmt"] == pytest.approx(0.4, abs=0.003)
    redo = page.get_by_role("button", name="Redo", exact=True)
    expect(redo).to_have_attribute("title", "Redo: Master distortion (Ctrl+Shift+Z)")
    page.keyboard.press("Control+z")
    assert turned(page) == {}
    page.keyboard.press("Control+Shift+z")
    page.keyboard.press("Control+y")
    assert values(page)["masterDistAmt"] == pytest.approx(0.375, abs=0.003)
    dist.dblclick()
    assert values(page)["masterDistAmt"] == 0
    page.get_by_role("button", name="Undo", exact=True).click()
    assert values(page)["masterDistAmt"] == pytest.approx(0.375, abs=0.003)


def test_faders_boxes_and_the_wheel(page: Page) -> None:
    fader = knob(page, "Reverb volume")
    expect(fader).to_have_attribute("aria-orientation", "vertical")
    drag(page, fader, -300)
    expect(fader).to_have_attribute("aria-valuetext", "off")
    drag(page, fader, 100)
    expect(fader).to_have_attribute("aria-valuetext", "−30.0 dB")
    tempo = page.get_by_role("spinbutton", name="Tempo")
    drag(page, tempo, 20)
    assert values(page)["bpm"] == 150

    box = tempo.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 30, box["y"] + 20)
    page.mouse.wheel(0, -100)
    expect(tempo).to_have_attribute("aria-valuenow", "151")
    limiter = knob(page, "Limiter gain")
    limiter.hover()
    page.mouse.wheel(0, -100)  # it has not the focus: scrolling over it turns nothing
    page.wait_for_timeout(200)
    assert values(page)["masterLimiterAmt"] == 2
    assert values(page)["bpm"] == 151


@pytest.mark.parametrize(
    ("name", "typed", "spoken"),
    [
        ("Noise low-pass", "200", "200 Hz"),
        ("Noise low-pass", "2.1k", "2.1 kHz"),
        ("Reverb high-pass", "A3", "220 Hz"),
        ("Noise volume", "-12 dB", "−12.0 dB"),
        ("Noise volume", "off", "off"),
        ("Kick OTT", "35 %", "35 %"),
        ("Limiter gain", "6 dB", "×2 (+6.0 dB)"),
    ],
)
def test_values_are_typed_with_units(page: Page, name: str, typed: str, spoken: str) -> None:
    knob(page, name).focus()
    page.keyboard.press("Enter")
    page.keyboard.type(typed)
    page.keyboard.press("Enter")
    expect(knob(page, name)).to_have_attribute("aria-valuetext", spoken)
    expect(knob(page, name)).to_be_focused()


def test_knobs_turn_by_keys_alone(page: Page) -> None:
    low_pass = knob(page, "Noise low-pass")
    low_pass.focus()
    page.keyboard.press("ArrowUp")
    expect(low_pass).to_have_attribute("aria-valuenow", "1100")
    page.keyboard.press("Shift+ArrowDown")
    expect(low_pass).to_have_attribute("aria-valuenow", "1089")
    page.keyboard.press("Home")
    expect(low_pass).to_have_attribute("aria-valuetext", "30 Hz")
    page.keyboard.press("End")
    expect(low_pass).to_have_attribute("aria-valuetext", "7 kHz")
    page.keyboard.press("PageDown")
    assert values(page)["noiseLowPassFreq"] == pytest.approx(30 * (7000 / 30) ** 0.9, rel=1e-3)
    page.keyboard.type("9000")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("It goes from 30 Hz to 7 kHz.")
    page.keyboard.press("Escape")
    expect(low_pass).to_be_focused()
    page.keyboard.press("Delete")
    expect(low_pass).to_have_attribute("aria-valuetext", "7 kHz")


def test_enter_cues_while_held_and_presses_the_button_that_has_the_focus(page: Page) -> None:
    cue = page.get_by_role("button", name="Cue", exact=True)
    page.keyboard.down("Enter")
    expect(cue).to_have_attribute("aria-pressed", "true")
    page.keyboard.up("Enter")
    expect(cue).to_have_attribute("aria-pressed", "false")

    page.keyboard.down("Enter")
    page.evaluate("() => window.dispatchEvent(new Event('blur'))")  # another window came in front
    expect(cue).to_have_attribute("aria-pressed", "false")
    page.keyboard.up("Enter")

    mute = page.get_by_role("button", name="Mute kick")
    mute.click()
    expect(mute).to_have_attribute("aria-pressed", "true")
    page.keyboard.down("Enter")  # a click leaves no focus behind
    expect(cue).to_have_attribute("aria-pressed", "true")
    page.keyboard.up("Enter")
    expect(mute).to_have_attribute("aria-pressed", "true")
    mute.focus()
    page.keyboard.press("Enter")
    expect(mute).to_have_attribute("aria-pressed", "false")
    expect(cue).to_have_attribute("aria-pressed", "false")

    cue.focus()
    page.keyboard.down("Enter")
    expect(cue).to_have_attribute("aria-pressed", "true")
    page.keyboard.up("Enter")
    expect(cue).to_have_attribute("aria-pressed", "false")
    box = cue.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    expect(cue).to_have_attribute("aria-pressed", "true")
    page.mouse.up()
    expect(cue).to_have_attribute("aria-pressed", "false")


def test_space_plays_and_stops_even_with_a_knob_or_button_in_focus(page: Page) -> None:
    for target in (knob(page, "Kick OTT"), page.get_by_role("button", name="Solo noise")):
        target.focus()
        page.keyboard.press("Space")
        expect(page.get_by_role("button", name="Stop", exact=True)).to_be_visible()
        page.keyboard.press("Space")
        expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Solo noise")).to_have_attribute("aria-pressed", "false")


def test_space_stops_the_rack_from_other_pages(page: Page) -> None:
    page.keyboard.press("Space")
    assert playing(page)
    page.get_by_role("link", name="Kicks").click()
    page.wait_for_url("**/kicks")
    page.evaluate("() => document.activeElement.blur()")
    page.keyboard.press("Space")
    assert not playing(page)


def test_taps_give_the_tempo(page: Page) -> None:
    for _ in range(5):
        page.keyboard.press("p")
        page.wait_for_timeout(500)
    assert values(page)["bpm"] == pytest.approx(115, abs=8)  # 120, and what pressing takes
    page.keyboard.press("Control+z")
    assert turned(page) == {}, "all taps are one step"


@pytest.mark.slow
def test_meters_figures_and_pictures_move_with_the_sound(page: Page) -> None:
    expect(page.get_by_text("cues for as long as you hold it")).to_be_visible()
    page.keyboard.press("Space")
    page.wait_for_function("() => window.__klangwerk.rack.status === 'ready'")
    expect(page.get_by_text("cues for as long as you hold it")).to_be_hidden()
    page.wait_for_timeout(1500)
    before = page.evaluate(PICTURES)
    page.wait_for_timeout(400)
    after = page.evaluate(PICTURES)
    assert len(before) == 2
    assert all(old != new for old, new in zip(before, after, strict=True))
    master = page.get_by_role("region", name="Master")
    expect(master.locator("[title^='Loudness of the last 3 s'] b")).to_have_text(FIGURE)
    expect(master.get_by_title("The highest peak so far").locator("b")).to_have_text(FIGURE)
    heights = page.evaluate(HEIGHTS)
    assert len(heights) == 4
    assert all(clip not in ("", "inset(100% 0px 0px)") for clip in (heights[0], heights[3])), heights
    page.keyboard.press("Space")
    page.wait_for_timeout(8000)  # it has rung out, meters have fallen, and nothing is drawn any more
    still = page.evaluate(PICTURES)
    page.wait_for_timeout(300)
    assert page.evaluate(PICTURES) == still


def test_pictures_stand_still_for_those_who_want_no_motion(
    context_make: Callable[..., BrowserContext],
) -> None:
    page = context_make(reduced_motion="reduce").new_page()
    open_rack(page)
    page.keyboard.press("Space")
    page.wait_for_function("() => window.__klangwerk.rack.status === 'ready'")
    seen = []
    for _ in range(6):
        page.wait_for_timeout(300)
        seen.append(tuple(page.evaluate(PICTURES)))
    assert len(set(seen)) <= 2, "at most one new picture in four seconds"


def test_everything_is_on_one_screen_of_a_desktop(page: Page) -> None:
    height = page.evaluate("() => document.documentElement.scrollHeight")
    assert height <= DESKTOP["height"]
    for name in ("Kick length", "Noise volume", "Reverb high-pass", "Limiter gain"):
        expect(knob(page, name)).to_be_in_viewport(ratio=1)


def test_nothing_is_cut_at_twice_the_size(page: Page) -> None:
    page.set_viewport_size({"width": 720, "height": 450})
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 720
    for name in ("Kick length", "Noise volume", "Limiter gain"):
        knob(page, name).focus()
        expect(knob(page, name)).to_be_in_viewport(ratio=1)


def test_fingers(context_make: Callable[..., BrowserContext]) -> None:
    page = context_make(viewport=PHONE, has_touch=True, is_mobile=True).new_page()
    open_rack(page)
    set_values(page, **INITIAL)
    assert page.evaluate("() => document.documentElement.scrollWidth") == PHONE["width"]
    assert page.evaluate(SMALL) == []
    play = page.get_by_role("button", name="Play", exact=True)
    limiter = knob(page, "Limiter gain")
    limiter.scroll_into_view_if_needed()
    expect(play).to_be_in_viewport(ratio=1)

    box = limiter.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    scrolled = page.evaluate("() => window.scrollY")
    touch = page.context.new_cdp_session(page)
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 11):
        touch.send(
            "Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y - 5 * step}]}
        )
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert values(page)["masterLimiterAmt"] == pytest.approx(2 + 7 * 50 / 200, abs=0.2)
    assert page.evaluate("() => window.scrollY") == scrolled, "a knob that is turned does not move the page"

    tempo = page.get_by_role("spinbutton", name="Tempo")
    tempo.tap()
    page.keyboard.type("172")
    page.keyboard.press("Enter")
    expect(tempo).to_have_attribute("aria-valuenow", "172")
    play.tap()
    expect(page.get_by_role("button", name="Stop", exact=True)).to_be_visible()
