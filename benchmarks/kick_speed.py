"""How long a kick takes: a network of the original's sizes with its 50 guided steps, against ours, in one process.

    python benchmarks/kick_speed.py [--rounds 7] [--threads 1] [--at-least 100] [--json]

Both are warm, both get the same number of threads, and the rounds are interleaved, so that another load on the machine
slows both. Needs PyTorch: pip install "klangwerk[train]". Exits with 1 when ours is not `--at-least` times faster.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

AT_LEAST = 100.0  # what the project promises; it aims at 200
OURS_PER_ROUND = 10  # a single one is so short that the clock and the scheduler would show
PROMPT = "hit house"


def main() -> int:
    asked = _arguments()
    for name in (
        "OMP_NUM_THREADS",
        "OPENBLAS_NUM_THREADS",
        "MKL_NUM_THREADS",
    ):  # read when numpy and torch are imported
        os.environ[name] = str(asked.threads)
    try:
        import torch
    except ModuleNotFoundError:
        print(
            'This benchmark runs the original\'s network in PyTorch: pip install "klangwerk[train]".',
            file=sys.stderr,
        )
        return 2
    torch.set_num_threads(asked.threads)
    torch.set_flush_denormal(
        True
    )  # random weights make denormal numbers, trained ones do not; they would slow the original

    from kick_speed_original import check_sizes, original_network

    from klangwerk.engines.kick import KickParams, generate, load_model

    original = original_network()
    sizes = check_sizes(original)
    model = load_model()
    params = KickParams(prompt=PROMPT)

    original_s: list[float] = []
    ours_s: list[float] = []
    generate(params, seed=0, model=model)
    for seed in range(asked.rounds):
        original_s.append(_timed(lambda seed=seed: original.generate(seed=seed)))
        ours_s += [
            _timed(
                lambda seed=seed, turn=turn: generate(params, seed=seed * OURS_PER_ROUND + turn, model=model)
            )
            for turn in range(OURS_PER_ROUND)
        ]

    figures = _figures(original_s, ours_s, sizes=sizes, threads=asked.threads)
    print(json.dumps(figures, indent=2) if asked.json else _text(figures))
    return 0 if figures["ratio"] >= asked.at_least else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--rounds", type=int, default=7, help="kicks of the original; ours makes ten in each round"
    )
    parser.add_argument("--threads", type=int, default=1, help="for both; ours uses one whatever is given")
    parser.add_argument("--at-least", type=float, default=AT_LEAST, help="exit with 1 below this ratio")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    if asked.rounds < 1 or asked.threads < 1:
        parser.error("--rounds and --threads must be at least 1")
    return asked


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _figures(
    original_s: list[float], ours_s: list[float], *, sizes: dict[str, float], threads: int
) -> dict[str, Any]:
    original, ours = statistics.median(original_s), statistics.median(ours_s)
    return {
        "threads": threads,
        "original": {
            "median_ms": original * 1e3,
            "least_ms": min(original_s) * 1e3,
            "runs": len(original_s),
            **sizes,
        },
        "ours": {"median_ms": ours * 1e3, "least_ms": min(ours_s) * 1e3, "runs": len(ours_s)},
        "ratio": original / ours,
        "ratio_of_least": min(original_s) / min(ours_s),
    }


def _text(figures: dict[str, Any]) -> str:
    original, ours = figures["original"], figures["ours"]
    parameters = ", ".join(
        f"{part} {original[part] / 1e6:.2f} M" for part in ("autoencoder", "diffusion", "vocoder")
    )
    return "\n".join(
        [
            f"{figures['threads']} thread(s); medians of {original['runs']} and {ours['runs']} interleaved runs",
            f"original's sizes, 50 guided steps  {original['median_ms']:9.1f} ms  (least {original['least_ms']:.1f})",
            f"    {parameters}; {original['macs'] / 1e9:.1f} G multiply-adds",
            f"klangwerk                          {ours['median_ms']:9.1f} ms  (least {ours['least_ms']:.1f})",
            f"ours is {figures['ratio']:.0f} times faster (of the least times: {figures['ratio_of_least']:.0f})",
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
