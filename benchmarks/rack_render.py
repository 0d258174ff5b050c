"""How many times faster than real time a bounce is, beside the same chain written plainly with numpy and scipy.

    python benchmarks/rack_render.py [--bars 32] [--rounds 7] [--at-least 60] [--json]

All layers are on, all effects at work, the impulse response is stereo and two seconds long. Everything is warm, the
rounds are interleaved, so that another load on the machine slows all of them. Exits with 1 when a loop of that many
bars is rendered in less than `--at-least` times real time.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np
from rack_render_plain import plain_render

from klangwerk.engines.rack.params import BounceParams, RackParams
from klangwerk.engines.rack.render import render
from klangwerk.engines.rack.sounds import RackSounds, load
from klangwerk.engines.rack.timing import SAMPLE_RATE, bounce_frames
from klangwerk.sound import AudioBuffer

AT_LEAST = 60.0  # what the project promises
IMPULSE_FRAMES = 2 * SAMPLE_RATE
PARAMS = RackParams(
    bpm=150, kick_len=0.9, kick_dist_amt=0.2, kick_ott_amt=0.5, noise_low_pass_freq=5000.0, noise_high_pass_freq=200.0,
    noise_volume=-20.0, reverb_low_pass_freq=4000.0, reverb_high_pass_freq=60.0, reverb_volume=-9.0, master_ott_amt=0.3,
    master_dist_amt=0.1, master_limiter_amt=2.0, kick_sample="Otto", noise_sample="Staub", reverb_sample="Dom",
)  # fmt: skip


def main() -> int:
    asked = _arguments()
    sounds = _sounds()
    work = {
        "loop": _ours(sounds, bars=asked.bars),
        "loop with stems": _ours(sounds, bars=asked.bars, stems=True),
        "tail": _ours(sounds, bars=asked.bars, ending="tail"),
        "loop of 4 bars": _ours(sounds, bars=4),
        "plain": lambda: plain_render(PARAMS, sounds, bars=asked.bars)["mix"],
    }
    levels_db = {name: _level_db(act()) for name, act in work.items()}  # and everything is warm
    wall_s: dict[str, list[float]] = {name: [] for name in work}
    busy_s: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(asked.rounds):
        for name, act in work.items():
            wall, busy = time.perf_counter(), time.process_time()
            act()
            wall_s[name].append(time.perf_counter() - wall)
            busy_s[name].append(time.process_time() - busy)
    figures = {name: _figures(name, asked.bars, wall_s[name], busy_s[name], levels_db[name]) for name in work}
    ratio = figures["plain"]["wall_ms"] / figures["loop"]["wall_ms"]
    told = {"bars": asked.bars, "rounds": asked.rounds, "ratio": ratio, **figures}
    print(json.dumps(told, indent=2) if asked.json else _text(figures, ratio, asked.rounds))
    slowest = min(figures[name]["times_real_time"] for name in ("loop", "loop with stems"))
    return 0 if slowest >= asked.at_least else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--bars", type=int, default=32, help="of four beats at 150 bpm: 1.6 s each")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument(
        "--at-least", type=float, default=AT_LEAST, help="exit with 1 below this many times real time"
    )
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    if asked.rounds < 1 or not 1 <= asked.bars <= 512:
        parser.error("--rounds must be at least 1, --bars from 1 to 512")
    return asked


def _sounds() -> RackSounds:
    impulse = load("reverb", "Dom").samples[:, :IMPULSE_FRAMES]
    assert impulse.shape == (2, IMPULSE_FRAMES)
    return RackSounds(
        load("kick", PARAMS.kick_sample or ""),
        load("noise", PARAMS.noise_sample),
        AudioBuffer(impulse, SAMPLE_RATE),
    )


def _ours(sounds: RackSounds, *, bars: int, ending: str = "loop", stems: bool = False) -> Callable[[], Any]:
    bounce = BounceParams(bars=bars, ending=ending)
    return lambda: render(PARAMS, bounce, sounds=sounds, stems=stems).mix.samples


def _level_db(samples: Any) -> float:
    return float(10 * np.log10(np.square(samples).mean()))


def _figures(
    name: str, bars: int, wall_s: list[float], busy_s: list[float], level_db: float
) -> dict[str, float]:
    sound_s = bounce_frames(4 if name == "loop of 4 bars" else bars, PARAMS.bpm) / SAMPLE_RATE
    wall = statistics.median(wall_s)
    return {
        "sound_s": sound_s,
        "wall_ms": wall * 1e3,
        "least_ms": min(wall_s) * 1e3,
        "processor_ms": statistics.median(busy_s) * 1e3,
        "times_real_time": sound_s / wall,
        "level_db": level_db,
    }


def _text(figures: dict[str, dict[str, float]], ratio: float, rounds: int) -> str:
    lines = [f"medians of {rounds} interleaved rounds; processor time is that of all threads"]
    lines += [
        f"{name:16} {entry['sound_s']:6.1f} s of sound in {entry['wall_ms']:7.0f} ms (least {entry['least_ms']:.0f},"
        f" processor {entry['processor_ms']:.0f}), {entry['times_real_time']:5.1f} x real time,"
        f" {entry['level_db']:.1f} dB"
        for name, entry in figures.items()
    ]
    return "\n".join([*lines, f"ours is {ratio:.1f} times faster than the plain chain"])


if __name__ == "__main__":
    sys.exit(main())
