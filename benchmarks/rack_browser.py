"""The rack in Chromium's offline audio renderer, beside the original's chain from plain Web Audio nodes.

    python benchmarks/rack_browser.py [--seconds S] [--rounds N] [--json]

An offline render runs the audio thread's own work as fast as it can on one thread: rendering 20 times faster than real
time means 5 % of the audio thread. The plain chain has the same sounds, filters, convolution and distortion curve;
where the browser has no such effect, it uses what it has: its compressors for the three bands and for the limiter.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from klangwerk.studio.config.env import without_settings

if TYPE_CHECKING:
    from playwright.sync_api import Page

TARGET = 20.0  # times real time
PLAIN = Path(__file__).with_name("rack_browser_plain.js").read_text(encoding="utf-8")
FLAGS = ["--no-sandbox", "--disable-gpu", "--autoplay-policy=no-user-gesture-required"]

# Everything on: the dearest that the rack can be.
VALUES = {
    "bpm": 140, "kickLen": 0.9, "kickDistAmt": 0.2, "kickOttAmt": 0.4, "noiseLowPassFreq": 5000,
    "noiseHighPassFreq": 200, "noiseVolume": -20, "reverbLowPassFreq": 4000, "reverbHighPassFreq": 150,
    "reverbVolume": -8, "masterOttAmt": 0.3, "masterDistAmt": 0.1, "masterLimiterAmt": 2,
}  # fmt: skip

OURS = """async ([values, bars]) => {
  const { rack } = window.__klangwerk;
  const from = performance.now();
  const { mix } = await rack.bounce({ values }, { bars, ending: 'tail', stems: false });
  return [mix[0].length / 44100, (performance.now() - from) / 1000];
}"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--seconds", type=float, default=30.0, help="Of sound in each render.")
    parser.add_argument("--rounds", type=int, default=5, help="Renders of each, one after the other.")
    parser.add_argument("--json", action="store_true", help="Print one JSON object.")
    options = parser.parse_args()
    bars = round(options.seconds * VALUES["bpm"] / 240)
    with (
        tempfile.TemporaryDirectory(prefix="klangwerk-benchmark-") as home,
        studio(Path(home)) as url,
        page_at(url) as page,
    ):
        times: dict[str, list[float]] = {"rack": [], "plain nodes": []}
        for turn in range(options.rounds + 1):
            for name, script, amount in (("rack", OURS, bars), ("plain nodes", PLAIN, options.seconds)):
                sound_s, took_s = page.evaluate(script, [VALUES, amount])
                if turn:  # the first one compiles and fetches
                    times[name].append(sound_s / took_s)
    factors = {name: statistics.median(found) for name, found in times.items()}
    load = os.getloadavg()[0]
    found: dict[str, Any] = {
        "cores": os.cpu_count(),
        "load": load,
        "timesRealTime": factors,
        "audioThreadShare": 1 / factors["rack"],
        "rackToPlain": factors["rack"] / factors["plain nodes"],
        "target": TARGET,
    }
    if options.json:
        print(json.dumps(found))
        return
    print(
        f"{bars} bars at {VALUES['bpm']} bpm, {options.rounds} rounds, {os.cpu_count()} cores, load {load:.1f}"
    )
    for name, factor in factors.items():
        print(f"  {name:12} {factor:6.1f} times real time")
    print(
        f"  the rack takes {100 / factors['rack']:.1f} % of the audio thread (target: {TARGET:g} times real time) "
        f"and has {factors['rack'] / factors['plain nodes']:.2f} of the plain chain's speed"
    )


@contextmanager
def studio(home: Path) -> Iterator[str]:
    """`klangwerk studio` in a home of its own; its address."""
    process = subprocess.Popen(
        [sys.executable, "-m", "klangwerk", "studio", "--port", "0", "--no-browser"],
        env={**without_settings(os.environ), "KLANGWERK_HOME": str(home), "LOG_LEVEL": "WARNING"},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        for line in process.stdout:
            found = re.search(r"Klangwerk runs at (http://\S+)", line)
            if found:
                yield found[1]
                return
        raise SystemExit("the studio did not start")
    finally:
        process.terminate()
        process.wait(30)


@contextmanager
def page_at(url: str) -> Iterator[Page]:
    """The studio page as a guest sees it, with the sounds of the first preset."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        raise SystemExit("This benchmark needs Chromium.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        page = browser.new_page()
        page.goto(f"{url}/studio")
        page.wait_for_function("() => window.__klangwerk?.rack.store.state.get().preset !== null")
        yield page
        browser.close()


if __name__ == "__main__":
    main()
