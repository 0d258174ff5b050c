"""How many times faster than real time each effect runs in Python: the best of several rounds of 20 s of noise."""

from __future__ import annotations

import time

import numpy as np

from klangwerk.dsp import Effect

RATE_HZ = 44_100
LENGTH_S = 20
ROUNDS = 7
SETTINGS = {
    "ott": {"amount": 0.5, "ratio_scale": 10.0, "low_db": 9.0, "mid_db": -3.0},
    "distortion": {"amount": 0.25},
    "limiter": {"gain_db": 6.0},
}


def measure(name: str, samples: np.ndarray) -> float:
    """Seconds for all samples, module compiled and instances warm."""
    effect = Effect(name)
    effect.set(**SETTINGS[name])
    effect.process(samples[:, :100])
    rounds_s = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        effect.process(samples)
        rounds_s.append(time.perf_counter() - started)
    return min(rounds_s)


def main() -> None:
    samples = np.random.default_rng(0).normal(0, 0.2, (2, LENGTH_S * RATE_HZ)).astype(np.float32)
    for name in SETTINGS:
        for channels in (1, 2):
            if name == "limiter" and channels == 1:
                continue
            taken_s = measure(name, samples[:channels])
            print(f"{name:10} {channels} ch  {LENGTH_S / taken_s:6.0f} x real time")


if __name__ == "__main__":
    main()
