"""The timeline in a page: projects laid out beforehand, what it bounces, and what leaves it, sample by sample."""

from __future__ import annotations

import base64
import io
import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from klangwerk.sound import io as sound_io

from .rack import PACK, RECORDER, TAKE, Gap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray
    from playwright.sync_api import Page

RATE = 44_100
SAVED = "() => window.__klangwerk?.timeline.saved === 'saved'"
# As the page does it: by the cookie, to which scripts of the page have no way but this.
CALL = """async ([method, path, body]) => {
  const headers = { 'Content-Type': 'application/json', 'X-Klangwerk-Client': 'web', Prefer: 'wait=30' };
  window.accessForTests ??= (await (await fetch('/api/token/refresh/', { method: 'POST', headers, body: '{}' })).json()).access;
  headers.Authorization = 'Bearer ' + window.accessForTests;
  const answer = await fetch(path, { method, headers, ...(body === null ? {} : { body }) });
  return [answer.status, await answer.text()];
}"""
BOUNCE = (
    """async ([from, to]) => {"""
    + PACK
    + """
  const { channels, peak, silent } = await window.__klangwerk.timeline.bounce(from, to);
  return { samples: await pack(channels), peak, silent };
}"""
)
START = """async (code) => {
  const { audio, timeline } = window.__klangwerk;
  const module = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  await audio.context.audioWorklet.addModule(module);
  const recorder = new AudioWorkletNode(audio.context, 'recorder');
  window.recorded = [];
  recorder.port.onmessage = ({ data }) => { window.recorded.push(data); };
  timeline.analyser.connect(recorder);
  recorder.connect(audio.context.destination); // silent; it makes the context pull
}"""


@dataclass(frozen=True)
class Kick:
    """A sound to arrange."""

    asset_id: str
    name: str
    samples: NDArray[np.float64]
    """(2, frames) at the rate of the timeline."""


def best_db(attempt: Callable[[], float], below_db: float, times: int = 4) -> float:
    """The first difference below the bound, or the least of several. A busy machine lets the sound card run dry now and
    then; what is wrong is wrong every time.
    """
    least_db = math.inf
    for _ in range(times):
        least_db = min(least_db, attempt())
        if least_db < below_db:
            break
    return least_db


def call(page: Page, method: str, path: str, body: Any = None) -> Any:
    """Asks the API as the person of the page."""
    status, text = page.evaluate(CALL, [method, path, None if body is None else json.dumps(body)])
    assert status < 400, (method, path, status, text)
    return json.loads(text) if text else None


def make_kicks(page: Page, count: int) -> list[Kick]:
    """Newly made."""
    made = []
    for seed in range(count):
        answer = call(page, "POST", "/api/kicks/generate/", {"prompt": "long deep 808", "seed": seed})
        found = call(page, "GET", f"/api/kicks/{answer['id']}/")
        file = page.request.get(found["audioUrl"]).body()
        sound = sound_io.read(io.BytesIO(file))
        assert sound.sample_rate == RATE
        samples = np.broadcast_to(sound.samples.astype(np.float64), (2, sound.samples.shape[1]))
        made.append(Kick(found["assetId"], found["name"], samples))
    return made


def clip(kick: Kick, start: int, **fields: Any) -> dict[str, Any]:
    """A clip as the API takes it: all of the kick, as it is, unless something else is said."""
    clip.count += 1  # type: ignore[attr-defined]
    return {
        "id": f"clip-{clip.count}", "assetId": kick.asset_id, "name": kick.name, "startFrames": start,  # type: ignore[attr-defined]
        "offsetFrames": 0, "lengthFrames": kick.samples.shape[1], "gainDb": 0, "fadeInFrames": 0, "fadeOutFrames": 0,
    } | fields  # fmt: skip


clip.count = 0  # type: ignore[attr-defined]


def track(name: str, *clips: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """A track as the API takes it."""
    plain = {"id": name, "name": name, "type": "kick", "gainDb": 0, "pan": 0, "muted": False, "soloed": False}
    return {**plain, **fields, "clips": list(clips)}


def open_project(page: Page, tracks: Sequence[dict[str, Any]], **fields: Any) -> str:
    """Lays a project out and opens it; its id."""
    project = call(
        page, "POST", "/api/projects/", {"name": "Test", "bpm": 120, "tracks": list(tracks), **fields}
    )
    page.goto(f"/timeline?project={project['id']}")
    page.wait_for_function(SAVED)
    page.wait_for_function(
        "(count) => window.__klangwerk.timeline.arrangement.tracks.length === count", arg=len(tracks)
    )
    return str(project["id"])


def arrangement(page: Page) -> dict[str, Any]:
    """As the page has it."""
    found: dict[str, Any] = page.evaluate("() => window.__klangwerk.timeline.arrangement")
    return found


def wait_until_saved(page: Page) -> None:
    """Nothing is on the page only."""
    page.wait_for_function(SAVED)


def bounce(page: Page, start: int, stop: int) -> NDArray[np.float64]:
    """What the page renders, (2, frames)."""
    answer = page.evaluate(BOUNCE, [start, stop])
    assert answer["silent"] == []
    return _stereo(answer["samples"])


def record(page: Page) -> None:
    """From here on everything that leaves the mixer is kept. Needs `bypass_csp`, and a timeline that has played."""
    page.evaluate(START, RECORDER)


def take(page: Page) -> NDArray[np.float64]:
    """What was heard since the last time, (2, frames). Raises Gap."""
    found = page.evaluate(TAKE)
    if found["gaps"]:
        raise Gap
    return _stereo(found["samples"])


def summed(
    tracks: Sequence[dict[str, Any]], kicks: Sequence[Kick], start: int, stop: int
) -> NDArray[np.float64]:
    """What an arrangement is by its numbers: every clip's samples, faded, panned and added up."""
    sounds = {kick.asset_id: kick.samples for kick in kicks}
    total = np.zeros((2, stop))
    soloed = any(each["soloed"] for each in tracks)
    for each in tracks:
        if each["muted"] or (soloed and not each["soloed"]):
            continue
        far = np.cos(np.pi / 2 * abs(each["pan"]))
        sides = np.array([[far], [1.0]]) if each["pan"] > 0 else np.array([[1.0], [far]])
        for one in each["clips"]:
            length = one["lengthFrames"]
            cut = sounds[one["assetId"]][:, one["offsetFrames"] : one["offsetFrames"] + length]
            gain = 10 ** ((one["gainDb"] + each["gainDb"]) / 20) * _fades(one)
            first = one["startFrames"]
            last = min(stop, first + length)
            if first < last:
                total[:, first:last] += (cut * gain * sides)[:, : last - first]
    return total[:, start:]


def _fades(one: dict[str, Any]) -> NDArray[np.float64]:
    length, rise, fall = one["lengthFrames"], one["fadeInFrames"], one["fadeOutFrames"]
    gain = np.ones(length)
    gain[:rise] *= np.sin(np.pi / 2 * np.arange(rise) / max(1, rise))
    gain[length - fall :] *= np.cos(np.pi / 2 * np.arange(fall) / max(1, fall))
    return gain


def _stereo(text: str) -> NDArray[np.float64]:
    return np.frombuffer(base64.b64decode(text), dtype="<f4").reshape(2, -1).astype(np.float64)
