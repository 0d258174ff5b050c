"""What people do on the kick page, and what the speakers get."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

# An ear in the audio thread: it misses nothing, however busy the page is. `take` gives what was heard and forgets it.
EAR = """
class Ear extends AudioWorkletProcessor {
  constructor() {
    super();
    this.peak = 0;
    this.loud = 0;
    this.port.onmessage = () => {
      this.port.postMessage({ peak: this.peak, loud: this.loud });
      this.peak = 0;
      this.loud = 0;
    };
  }
  process([input]) {
    for (const channel of input) for (const sample of channel) {
      const level = Math.abs(sample);
      if (level > this.peak) this.peak = level;
      if (level > 0) this.loud++;
    }
    return true;
  }
}
registerProcessor('ear', Ear);
"""
INSTALL = """async (code) => {
  const { audio } = window.__klangwerk;
  const module = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  await audio.context.audioWorklet.addModule(module);
  const ear = new AudioWorkletNode(audio.context, 'ear');
  audio.analyser.connect(ear);
  ear.connect(audio.context.destination); // silent; it makes the context pull
  window.takeHeard = () => new Promise((resolve) => {
    ear.port.onmessage = ({ data }) => resolve(data);
    ear.port.postMessage('take');
  });
}"""
LISTEN = """async (patience_ms) => {
  const { audio } = window.__klangwerk;
  const from = performance.now();
  let peak = 0, loud = 0;
  for (;;) {
    const heard = await window.takeHeard();
    peak = Math.max(peak, heard.peak);
    loud += heard.loud;
    const quiet = heard.loud === 0 && audio.state.status !== 'playing' && audio.state.status !== 'loading';
    if ((peak > 0 && quiet) || performance.now() - from > patience_ms) break;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return { peak, loud, heard: audio.played.at(-1) };
}"""
LISTEN_MS = 45_000


def open_ears(page: Page) -> None:
    """From here on every sample that the page plays is heard. Needs a context with `bypass_csp`."""
    page.keyboard.press("Shift")  # browsers open the sound with the first key
    page.wait_for_function("() => window.__klangwerk.audio.context?.state === 'running'")
    page.evaluate(INSTALL, EAR)


def listen(page: Page) -> dict[str, Any]:
    """What was played since the last time, until it is silent: peak, samples that are not zero, id of the sound."""
    if not page.evaluate("() => 'takeHeard' in window"):
        open_ears(page)
    result: dict[str, Any] = page.evaluate(LISTEN, LISTEN_MS)
    return result


def prompt(page: Page) -> Locator:
    """The prompt field."""
    return page.get_by_label("Describe a kick")


def stage(page: Page) -> Locator:
    """The large picture of the sound one is at."""
    return page.get_by_label("Now", exact=True)


def stage_name(page: Page) -> str:
    """The name of the kick on the stage."""
    name = stage(page).get_by_role("button", name="Rename").get_attribute("aria-label")
    assert name is not None
    return name.removeprefix("Rename ")


STAGE_NAME = (
    """() => document.querySelector('section[aria-label=Now] [aria-label^="Rename "]')?.ariaLabel ?? ''"""
)


def make(page: Page, text: str, *, key: str = "Enter") -> str:
    """Make a kick and wait until it is on the stage; its name. The list is read anew after that: see `expect_kick_count`."""
    stage(page).locator('[aria-label^="Play "], [aria-label^="Stop "]').first.wait_for()
    before = page.evaluate(STAGE_NAME)
    prompt(page).fill(text)
    prompt(page).press(key)
    page.wait_for_function(f"before => ![before, ''].includes(({STAGE_NAME})())", arg=before)
    return stage_name(page)


def card(page: Page, name: str) -> Locator:
    """A kick in the list."""
    return page.get_by_role("article", name=name, exact=True)


def kick_count(page: Page) -> int:
    """How many kicks the page says there are; of the cards only those near the screen exist."""
    shown = page.get_by_label("Your kicks", exact=True).get_by_role("status")
    expect(shown).to_have_text(re.compile(r"\d"))  # empty until the list is there
    return int(shown.inner_text().split()[0].replace(",", ""))


def expect_kick_count(page: Page, count: int) -> None:
    """Waits until the page says that there are so many."""
    shown = page.get_by_label("Your kicks", exact=True).get_by_role("status")
    expect(shown).to_have_text(f"{count:,} {'kick' if count == 1 else 'kicks'}")


def no_sideways_scroll(page: Page) -> None:
    """Nothing stands out of the page."""
    width, shown = page.evaluate("() => [document.scrollingElement.scrollWidth, window.innerWidth]")
    assert width <= shown, f"the page is {width} px wide and {shown} px are shown"
