"""A contact sheet: waveform and spectrogram of many prompts on one page."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.kick.generate import generate
from klangwerk.engines.kick.model import KickModel
from klangwerk.engines.kick.params import KickParams
from klangwerk.engines.kick.spec import SPEC

PROMPTS = (
    "hit house", "deep punchy house", "bright deep house", "garage", "big room", "trance",
    "techno", "hard techno", "minimal techno", "rumble techno", "psytrance zappy", "dark techno",
    "808", "808 long deep", "808 distorted", "electro", "trap", "drill",
    "phonk distorted", "909", "909 tight", "disco", "synthwave", "punchy 909 bright",
    "acoustic", "rock", "jazz soft", "funk tight", "metal clicky", "pop",
    "dnb", "dubstep", "breakbeat snappy", "hardstyle", "gabber", "rawstyle",
    "lofi", "boombap dusty", "chillhop warm", "industrial", "ebm", "cinematic huge",
    "short high", "long deep", "clean soft pure", "distorted noisy", "dark muffled", "bright crisp clicky",
)  # fmt: skip
COLUMNS = 8
GROUND, TEXT, SOUND = "#0d0f12", "#e9edf2", "#f2c14e"  # the studio's colours
SHOWN_S = 1.0


def draw(model: KickModel, target: Path, *, seed: int = 1) -> None:
    """Write a PNG of all PROMPTS, one kick each."""
    import matplotlib  # noqa: PLC0415  (extra `train`)

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt  # noqa: PLC0415

    rows = -(-len(PROMPTS) // COLUMNS)
    figure, axes = plt.subplots(2 * rows, COLUMNS, figsize=(2.0 * COLUMNS, 2.1 * rows), facecolor=GROUND)
    for axis in axes.flat:
        axis.set_facecolor(GROUND)
        axis.set_xticks([])
        axis.set_yticks([])
        for spine in axis.spines.values():
            spine.set_visible(False)
    for index, prompt in enumerate(PROMPTS):
        samples = generate(KickParams(prompt=prompt), seed=seed + index, model=model).audio.samples[0]
        samples = samples[: int(SHOWN_S * SPEC.sample_rate)]
        wave, spectrum = (axes[2 * (index // COLUMNS) + i][index % COLUMNS] for i in (0, 1))
        parts = samples[: len(samples) // 400 * 400].reshape(400, -1)
        wave.fill_between(np.arange(400), parts.min(axis=1), parts.max(axis=1), color=SOUND, linewidth=0)
        wave.set_ylim(-1.0, 1.0)
        wave.set_title(prompt, fontsize=7, color=TEXT, pad=2)
        spectrum.imshow(_spectrogram(samples), origin="lower", aspect="auto", cmap="magma", vmin=-90, vmax=0)
    figure.tight_layout(pad=0.3, h_pad=0.2)
    figure.savefig(target, dpi=90, facecolor=GROUND)
    plt.close(figure)


def _spectrogram(samples: NDArray[np.float32]) -> NDArray[np.float64]:
    """(120 rows from 30 Hz to 16 kHz on a logarithmic axis, steps) dB under the loudest."""
    window = np.hanning(2048)
    padded = np.concatenate([np.zeros(1024), samples, np.zeros(1024)])
    grains = np.lib.stride_tricks.sliding_window_view(padded, 2048)[::256] * window
    level = 20.0 * np.log10(np.abs(np.fft.rfft(grains, axis=1)).T + 1e-9)
    hz = np.geomspace(30.0, 16_000.0, 120)
    rows = np.round(hz * 2048 / SPEC.sample_rate).astype(int)
    return np.asarray(level[rows] - level.max())
