"""The timeline: arranging by hand and keyboard, what is kept of it, and its sound sample by sample."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from playwright.sync_api import expect

from .conftest import PHONE
from .rack import undisturbed
from .steps import no_sideways_scroll
from .test_accessible import AXE, RULES
from .timeline import (
    RATE,
    SAVED,
    arrangement,
    best_db,
    bounce,
    call,
    clip,
    make_kicks,
    open_project,
    record,
    summed,
    take,
    track,
    wait_until_saved,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from playwright.sync_api import Page

    from .timeline import Kick

pytestmark = pytest.mark.needs("chromium")

BEAT = RATE // 2  # at 120 bpm
SAME_DB = -90.0


def starts(page: Page) -> list[list[int]]:
    """Where the clips of each track start."""
    return [[each["startFrames"] for each in row["clips"]] for row in arrangement(page)["tracks"]]


def place(page: Page, row: int, frame: int) -> tuple[float, float]:
    """A place on the screen: the body of what lies at a frame of a row."""
    seen = page.locator(f"[data-row='{row}'] canvas").bounding_box()
    assert seen is not None
    width = page.evaluate(
        "() => { const button = document.querySelector('[data-clip]');"
        " const { arrangement } = window.__klangwerk.timeline;"
        " const clip = arrangement.tracks.flatMap((each) => each.clips).find((each) => each.id === button.dataset.clip);"
        " return [parseFloat(button.style.width), clip.lengthFrames]; }"
    )
    return seen["x"] + frame * width[0] / width[1], seen["y"] + 0.7 * seen["height"]


def drag(page: Page, start: tuple[float, float], stop: tuple[float, float]) -> None:
    """By mouse, in a few steps."""
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move((start[0] + stop[0]) / 2, (start[1] + stop[1]) / 2, steps=3)
    page.mouse.move(*stop, steps=3)
    page.mouse.up()


def test_arranging(newcomer_page: Page) -> None:
    """From nothing: add sounds, drag, trim, split, duplicate, undo; and all of it is there again after a reload."""
    page = newcomer_page
    names = [kick.name for kick in make_kicks(page, 2)]
    page.get_by_role("link", name="Timeline").click()
    page.get_by_role("button", name="New project").click()
    sounds = page.get_by_role("complementary", name="Add sounds")
    sounds.get_by_role("button", name="Kicks", exact=True).click()
    for name in names:
        sounds.get_by_role("button", name=f"Add {name}", exact=True).click()
    assert starts(page) == [[0], [0]]
    sounds.get_by_role("button", name="Close the sounds").click()

    grab = place(page, 0, BEAT)
    drag(page, grab, (place(page, 0, 2 * BEAT)[0] + 3, grab[1]))  # about a beat: it snaps to one
    assert starts(page) == [[BEAT], [0]]
    page.keyboard.press("Control+z")
    assert starts(page) == [[0], [0]]
    page.keyboard.press("Control+y")
    drag(page, place(page, 1, BEAT), place(page, 0, 5 * BEAT))  # to the track above, four beats later
    assert starts(page) == [[BEAT, 4 * BEAT], []]

    second = arrangement(page)["tracks"][0]["clips"][1]
    end = second["startFrames"] + second["lengthFrames"]
    edge = place(page, 0, end)
    drag(page, (edge[0] - 3, edge[1]), (place(page, 0, 6 * BEAT)[0], edge[1]))
    assert arrangement(page)["tracks"][0]["clips"][1]["lengthFrames"] == 2 * BEAT

    ruler = page.get_by_role("slider", name="Playhead")
    box = ruler.bounding_box()
    assert box is not None
    page.mouse.click(place(page, 0, 5 * BEAT)[0], box["y"] + 30)
    expect(ruler).to_have_attribute("aria-valuetext", "bar 2, beat 2")
    page.keyboard.press("s")
    assert starts(page) == [[BEAT, 4 * BEAT, 5 * BEAT], []]
    page.keyboard.press("Control+d")
    assert starts(page) == [[BEAT, 4 * BEAT, 5 * BEAT, 6 * BEAT], []]
    page.keyboard.press("Delete")
    assert starts(page) == [[BEAT, 4 * BEAT, 5 * BEAT], []]
    page.get_by_role("button", name=f"Mute {names[1]}", exact=True).click()

    wait_until_saved(page)
    before = arrangement(page)
    page.reload()
    page.wait_for_function(SAVED)
    assert arrangement(page) == before
    assert before["tracks"][1]["muted"] is True


def test_keyboard_alone(newcomer_page: Page) -> None:
    """Every clip is reached, moved along the grid and between tracks, and it is said where it is."""
    page = newcomer_page
    kicks = make_kicks(page, 1)
    open_project(page, [track("One", clip(kicks[0], 0), clip(kicks[0], 8 * BEAT)), track("Two")])
    page.get_by_role("slider", name="Playhead").focus()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.dataset.clip !== undefined"):
            break
    at = page.locator("[data-clip]")
    expect(at).to_be_focused()
    expect(at).to_have_accessible_name(re.compile(r"bar 1, beat 1 to bar 2, beat 1, clip 1 of 2 on One"))
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    assert starts(page) == [[8 * BEAT], [2 * BEAT]]
    expect(page.get_by_text(re.compile(r"bar 1, beat 3, Two")).first).to_be_attached()
    page.keyboard.press("Control+ArrowUp")
    expect(at).to_have_accessible_name(re.compile("clip 1 of 1 on One"))
    page.keyboard.press("Delete")
    assert starts(page) == [[], [2 * BEAT]]
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")  # the three presses of arrows
    page.keyboard.press("Control+z")
    assert starts(page) == [[0, 8 * BEAT], []]


def test_changed_elsewhere(newcomer_page: Page) -> None:
    """Nothing is written over: one chooses, and keeping mine makes a copy."""
    page = newcomer_page
    kicks = make_kicks(page, 1)
    project = open_project(page, [track("One", clip(kicks[0], 0))])
    call(page, "PATCH", f"/api/projects/{project}/", {"name": "Theirs"})
    page.get_by_role("button", name="Mute One").click()
    dialog = page.get_by_role("dialog", name="This project was changed elsewhere")
    dialog.get_by_role("button", name="Keep mine as a copy").click()
    expect(dialog).to_have_count(0)
    wait_until_saved(page)
    assert arrangement(page)["name"] == "Test (mine)"
    found = {each["name"]: each["id"] for each in call(page, "GET", "/api/projects/")["results"]}
    assert set(found) == {"Theirs", "Test (mine)"}
    assert call(page, "GET", f"/api/projects/{found['Theirs']}/")["tracks"][0]["muted"] is False
    assert call(page, "GET", f"/api/projects/{found['Test (mine)']}/")["tracks"][0]["muted"] is True


def test_sounds_brought_by_the_address(newcomer_page: Page) -> None:
    """`?add=` puts tracks of the catalog on tracks of their own, in a project made for them, at its tempo."""
    page = newcomer_page
    order = {"prompt": {"text": "8 seconds of techno at 130 bpm"}, "format": "wav", "seed": 3}
    task = call(page, "POST", "/api/tracks/generate/", order)["taskId"]
    for _ in range(240):
        found = call(page, "GET", f"/api/tracks/generations/{task}/")
        if found["status"] in {"composed", "failed"}:
            break
        page.wait_for_timeout(250)
    assert found["status"] == "composed", found
    stems = [found["stems"]["bass"], found["stems"]["percussion"]]
    page.goto(f"/timeline?add={','.join(stems)}")
    expect(page.get_by_text("2 sounds are on the timeline.")).to_be_visible()
    wait_until_saved(page)
    made = arrangement(page)
    assert [row["name"] for row in made["tracks"]] == ["Bass", "Percussion"]
    assert [row["clips"][0]["trackId"] for row in made["tracks"]] == stems
    assert made["bpm"] == 130
    assert starts(page) == [[0], [0]]
    assert "add=" not in page.url
    page.reload()
    page.wait_for_function(SAVED)
    assert len(arrangement(page)["tracks"]) == 2


def test_projects(newcomer_page: Page) -> None:
    """Renamed, duplicated, deleted and brought back."""
    page = newcomer_page
    kicks = make_kicks(page, 1)
    open_project(page, [track("One", clip(kicks[0], 0))])
    more = page.get_by_role("button", name="More for the project")
    more.click()
    page.get_by_role("menuitem", name="Duplicate project").click()
    page.wait_for_function("() => window.__klangwerk.timeline.arrangement.name === 'Test copy'")
    assert starts(page) == [[0]]
    more.click()
    page.get_by_role("menuitem", name="Delete project").click()
    expect(page.get_by_role("heading", name="Put your sounds together")).to_be_visible()
    page.get_by_role("button", name="Undo", exact=True).click()
    page.wait_for_function("() => window.__klangwerk.timeline.arrangement.name === 'Test copy'")
    page.get_by_role("button", name="Project Projects").click()
    page.get_by_role("option", name=re.compile("^Test1 clip|^Test 1 clip|^Test")).last.click()
    page.wait_for_function("() => window.__klangwerk.timeline.arrangement.name === 'Test'")


def test_accessible(newcomer_page: Page) -> None:
    """By axe-core, with clips, with the sounds, and with a dialog."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed (make setup-dev)")
    page = newcomer_page
    kicks = make_kicks(page, 1)
    open_project(page, [track("One", clip(kicks[0], 0)), track("Two", muted=True)])
    page.keyboard.press("Control+a")
    page.get_by_role("button", name="Add sounds").click()
    expect(page.get_by_role("complementary", name="Add sounds")).to_be_visible()
    violations(page)
    page.get_by_role("button", name="Bounce …").click()
    violations(page)


def violations(page: Page) -> None:
    """Fails with what axe finds."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "async (rules) => (await axe.run(document, { runOnly: rules })).violations.map((rule) =>"
        " [rule.id, rule.nodes.map((node) => node.html.slice(0, 160))])",
        RULES,
    )
    assert found == []


def piece(kicks: list[Kick]) -> list[dict[str, Any]]:
    """Everything that can be set: cuts on odd frames, gains, fades that meet, overlap, pan, mute."""
    one, two = kicks
    return [
        track("One", clip(one, 0), clip(two, 60_001, gainDb=-7.5), gainDb=-6, pan=-0.35),
        track(
            "Two",
            clip(two, 12_345, offsetFrames=1_234, lengthFrames=44_321, fadeInFrames=20_000, fadeOutFrames=24_321),
            clip(one, 40_000, offsetFrames=333, lengthFrames=50_000, fadeInFrames=777, gainDb=3),
            pan=0.8,
            gainDb=-9,
        ),
        track("Silent", clip(one, 0), muted=True),
    ]  # fmt: skip


def difference_db(found: NDArray[np.float64], wanted: NDArray[np.float64]) -> float:
    """The loudest wrong sample, below full scale."""
    return float(20 * np.log10(max(np.abs(found - wanted).max(), 1e-12)))


def test_bounce_is_the_sum_of_its_clips(newcomer_page: Page) -> None:
    """On the very samples, also over the seams of the stretches in which it is rendered."""
    page = newcomer_page
    kicks = make_kicks(page, 2)
    tracks = piece(kicks)
    late = 20 * RATE - 30_000  # it lies over the end of a stretch, and so does its fade
    tracks[0]["clips"].append(clip(kicks[1], late, fadeInFrames=50_000))
    open_project(page, tracks)
    stop = late + 88_200
    wanted = summed(tracks, kicks, 0, stop)
    assert np.abs(wanted).max() > 0.2
    found = bounce(page, 0, stop)
    assert found.shape == wanted.shape
    assert difference_db(found, wanted) < SAME_DB
    assert difference_db(bounce(page, 20_001, 90_000), summed(tracks, kicks, 20_001, 90_000)) < SAME_DB
    assert difference_db(found[:, 1:], wanted[:, :-1]) > -40  # a sample of delay would be seen


def test_bounce_as_a_file(newcomer_page: Page) -> None:
    """The dialog gives a WAV of the arrangement."""
    import io

    from klangwerk.sound import io as sound_io

    page = newcomer_page
    kicks = make_kicks(page, 2)
    tracks = piece(kicks)
    open_project(page, tracks)
    page.keyboard.press("Control+b")
    dialog = page.get_by_role("dialog", name="Bounce")
    dialog.get_by_label("File").select_option("wav32")
    with page.expect_download() as waiting:
        dialog.get_by_role("button", name="Download").click()
    assert waiting.value.suggested_filename == "test-120bpm.wav"
    sound = sound_io.read(io.BytesIO(waiting.value.path().read_bytes()))
    wanted = summed(tracks, kicks, 0, sound.samples.shape[1])
    wanted *= min(1.0, 10 ** (-0.1 / 20) / np.abs(wanted).max())
    assert difference_db(sound.samples, wanted) < SAME_DB
    expect(dialog).to_have_count(0)


def test_out_and_in_again_as_dawproject(newcomer_page: Page) -> None:
    """What is exported comes back as it was, at the same frames, with the same sounds."""
    page = newcomer_page
    kicks = make_kicks(page, 2)
    tracks = [row for row in piece(kicks) if not row["muted"]]
    open_project(page, tracks)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="DAWproject", exact=True).click()
    page.get_by_label("A DAWproject file").set_input_files(
        {
            "name": "again.dawproject",
            "mimeType": "application/zip",
            "buffer": waiting.value.path().read_bytes(),
        }
    )
    expect(page.get_by_text("The file is a project now.")).to_be_visible()
    wait_until_saved(page)
    assert difference_db(bounce(page, 0, 100_000), summed(tracks, kicks, 0, 100_000)) < SAME_DB


def play(page: Page, for_ms: int) -> NDArray[np.float64]:
    """What is heard from Space to Space."""

    def attempt() -> NDArray[np.float64]:
        page.wait_for_timeout(300)
        page.evaluate("() => { window.recorded = []; }")
        page.keyboard.press("Space")
        page.wait_for_function("() => window.__klangwerk.timeline.status === 'playing'")
        page.wait_for_timeout(for_ms)
        page.keyboard.press("Space")
        page.wait_for_timeout(200)
        return take(page)

    return undisturbed(attempt)


def heard(page: Page) -> None:
    """Plays once, so that everything is there, and then listens."""
    page.keyboard.press("Space")
    page.wait_for_function("() => window.__klangwerk.timeline.status === 'playing'")
    page.keyboard.press("Space")
    page.wait_for_timeout(300)
    record(page)


def first_sound(samples: NDArray[np.float64]) -> int:
    """The first frame that is not silent."""
    return int(np.flatnonzero(np.abs(samples).max(axis=0) > 0)[0])


def test_what_is_played_is_what_is_bounced(newcomer_page: Page) -> None:
    page = newcomer_page
    kicks = make_kicks(page, 2)
    tracks = piece(kicks)
    open_project(page, tracks)
    heard(page)
    wanted = summed(tracks, kicks, 0, 80_000)

    def attempt_db() -> float:
        found = play(page, 3_200)
        start = first_sound(found) - first_sound(wanted)
        return difference_db(found[:, start : start + 80_000], wanted)

    assert best_db(attempt_db, SAME_DB) < SAME_DB


def test_the_loop_has_no_seam(newcomer_page: Page) -> None:
    """Round after round the same samples, to the frame, though both ends cut through sound."""
    page = newcomer_page
    kicks = make_kicks(page, 2)
    tracks = piece(kicks)
    first, last = 30_011, 57_012
    open_project(page, tracks, loop={"enabled": True, "startFrames": first, "stopFrames": last})
    heard(page)
    wanted = summed(tracks, kicks, 0, last)
    rounds = np.concatenate([wanted, *[wanted[:, first:]] * 2], axis=1)

    def attempt_db() -> float:
        found = play(page, 3_200)
        start = first_sound(found) - first_sound(wanted)
        return difference_db(found[:, start : start + rounds.shape[1]], rounds)

    assert best_db(attempt_db, SAME_DB) < SAME_DB


def test_edits_are_heard_while_it_plays(newcomer_page: Page) -> None:
    """A clip that comes while it plays sounds on its frame, and what was not touched goes on as it was."""
    page = newcomer_page
    kicks = make_kicks(page, 2)
    tracks = [track("One", clip(kicks[0], 0)), track("Two", clip(kicks[1], 20 * BEAT))]
    open_project(page, tracks)
    heard(page)
    page.get_by_label("Snap").select_option("bar")
    page.mouse.click(*place(page, 0, BEAT))
    page.keyboard.press("Control+ArrowDown")  # to the second track's clip
    page.wait_for_function("() => window.__klangwerk.timeline.selection.length === 1")

    def attempt() -> NDArray[np.float64]:
        page.wait_for_timeout(300)
        page.evaluate("() => { window.recorded = []; }")
        page.keyboard.press("Space")
        page.wait_for_function("() => window.__klangwerk.timeline.status === 'playing'")
        for _ in range(3):
            page.keyboard.press("ArrowLeft")
        page.wait_for_timeout(5_000)
        page.keyboard.press("Space")
        page.wait_for_timeout(200)
        for _ in range(3):
            page.keyboard.press("ArrowRight")
        return take(page)

    moved = [tracks[0], track("Two", clip(kicks[1], 8 * BEAT))]
    wanted = summed(moved, kicks, 0, 10 * BEAT)
    found = undisturbed(attempt)
    start = first_sound(found) - first_sound(wanted)
    assert difference_db(found[:, start : start + wanted.shape[1]], wanted) < SAME_DB


def test_on_a_phone(newcomer_page: Page) -> None:
    page = newcomer_page
    page.set_viewport_size(PHONE)
    kicks = make_kicks(page, 1)
    open_project(page, [track("One", clip(kicks[0], 0)), track("Two")])
    no_sideways_scroll(page)
    page.get_by_role("button", name="Settings of One").click()
    expect(page.get_by_role("dialog").get_by_role("slider", name="Pan of One")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Add sounds").click()
    expect(page.get_by_role("complementary", name="Add sounds")).to_be_in_viewport()
    no_sideways_scroll(page)
