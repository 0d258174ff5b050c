"""The rack in a page: setting it, bouncing it, and recording what leaves it, sample by sample."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray
    from playwright.sync_api import Page

T = TypeVar("T")

PACK = """
const pack = async (channels) => {
  const joined = new Float32Array(channels.reduce((sum, channel) => sum + channel.length, 0));
  let at = 0;
  for (const channel of channels) { joined.set(channel, at); at += channel.length; }
  const reader = new FileReader();
  await new Promise((resolve) => { reader.onload = resolve; reader.readAsDataURL(new Blob([joined])); });
  return reader.result.split(',')[1];
};"""

BOUNCE = (
    """async ([patch, settings]) => {"""
    + PACK
    + """
  const { rack } = window.__klangwerk;
  const sets = { muted: new Set(settings.muted ?? []), soloed: new Set(settings.soloed ?? []) };
  const { mix, stems } = await rack.bounce(patch, { ...settings, ...sets });
  return { mix: await pack(mix), kick: await pack(stems.kick), noise: await pack(stems.noise), reverb: await pack(stems.reverb) };
}"""
)

# Takes down every sample that leaves the rack, in the audio thread: nothing is missed, however busy the page is.
RECORDER = """
class Recorder extends AudioWorkletProcessor {
  process([input]) {
    const left = input[0] ?? new Float32Array(128);
    this.port.postMessage([currentFrame, left.slice(), (input[1] ?? left).slice()]);
    return true;
  }
}
registerProcessor('recorder', Recorder);
"""
START = """async (code) => {
  const { audio, rack } = window.__klangwerk;
  const module = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  await audio.context.audioWorklet.addModule(module);
  const recorder = new AudioWorkletNode(audio.context, 'recorder');
  window.recorded = [];
  recorder.port.onmessage = ({ data }) => { window.recorded.push(data); };
  rack.analyser.connect(recorder);
  recorder.connect(audio.context.destination); // silent; it makes the context pull
}"""
TAKE = (
    """async () => {"""
    + PACK
    + """
  const blocks = window.recorded;
  window.recorded = [];
  const join = (side) => { const all = new Float32Array(blocks.length * 128); blocks.forEach((block, i) => all.set(block[side], i * 128)); return all; };
  const gaps = blocks.filter((block, i) => i > 0 && block[0] !== blocks[i - 1][0] + 128).length;
  return { first: blocks[0]?.[0] ?? 0, gaps, samples: await pack([join(1), join(2)]) };
}"""
)


def open_rack(page: Page) -> None:
    """The studio page with its first preset in the rack."""
    page.goto("/studio")
    page.wait_for_function("() => window.__klangwerk?.rack.store.state.get().preset !== null")
    page.wait_for_function("() => window.__klangwerk.rack.sounds.catalog.get() !== null")


def bounce(page: Page, patch: Mapping[str, Any], **settings: Any) -> dict[str, NDArray[np.float32]]:
    """Mix and stems as the page renders them, each (2, frames)."""
    packed = page.evaluate(BOUNCE, [patch, settings])
    return {name: _stereo(text) for name, text in packed.items()}


def record(page: Page) -> None:
    """From here on everything that leaves the rack is kept. Needs a context with `bypass_csp`, and a rack that has played."""
    page.evaluate(START, RECORDER)


def take(page: Page) -> NDArray[np.float32]:
    """What left the rack since the last time, (2, frames). Raises Gap."""
    found = page.evaluate(TAKE)
    if found["gaps"]:
        raise Gap
    return _stereo(found["samples"])


class Gap(Exception):
    """The machine was too busy for sound in real time: there are holes, and nothing can be said."""


def undisturbed(attempt: Callable[[], T], *, times: int = 6) -> T:
    """What an attempt to listen gives, again where it was disturbed."""
    for _ in range(times - 1):
        try:
            return attempt()
        except Gap:
            continue
    return attempt()


def set_values(page: Page, **values: float) -> None:
    """Turns knobs, as one step."""
    page.evaluate("(values) => window.__klangwerk.rack.store.set(values, 'Test')", values)


def _stereo(text: str) -> NDArray[np.float32]:
    return np.frombuffer(base64.b64decode(text), dtype="<f4").reshape(2, -1)
