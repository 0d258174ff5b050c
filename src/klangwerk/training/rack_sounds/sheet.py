"""A contact sheet: waveform and spectrogram of every stock sound on one page."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

from klangwerk.sound import io
from klangwerk.training.rack_sounds.recipe import SAMPLE_RATE, Signal

ROWS = (("kicks", 0, 10), ("noises", 0, 10), ("reverbs", 0, 7), ("reverbs", 7, 14))
COLUMNS = 10
GROUND, TEXT = "#0d0f12", "#e9edf2"  # the studio's colours
SOUND = {"kicks": "#f2c14e", "noises": "#7ec8c3", "reverbs": "#c79bd9"}
LEVELS_DB = {"kicks": (-80, 0), "noises": (-70, 0), "reverbs": (-75, 0)}
COLOURS = 96


def draw(folder: Path, target: Path) -> None:
    """Write a PNG of the sounds in a folder with `catalog.json`; each waveform as high as its cell."""
    import matplotlib  # noqa: PLC0415  (extra `train`)

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt  # noqa: PLC0415
    from PIL import Image  # noqa: PLC0415  (comes with matplotlib)

    catalog = json.loads((folder / "catalog.json").read_text(encoding="utf-8"))
    figure, axes = plt.subplots(
        2 * len(ROWS), COLUMNS, figsize=(1.6 * COLUMNS, 2.1 * len(ROWS)), facecolor=GROUND,
        gridspec_kw={"height_ratios": [2, 3] * len(ROWS)},
    )  # fmt: skip
    for axis in axes.flat:
        axis.axis("off")
    for row, (layer, first, last) in enumerate(ROWS):
        for column, entry in enumerate(catalog[layer][first:last]):
            samples = io.read(folder / entry["file"]).samples.astype(np.float64).mean(0)
            title = f"{entry['name']}  {len(samples) / SAMPLE_RATE:.2f} s"
            _cell(axes[2 * row][column], axes[2 * row + 1][column], samples, layer=layer, title=title)
    figure.tight_layout(pad=0.3, h_pad=0.15, w_pad=0.3)
    whole = BytesIO()
    figure.savefig(whole, dpi=100, facecolor=GROUND)
    plt.close(figure)
    Image.open(whole).convert("RGB").quantize(COLOURS).save(target, optimize=True)


def _cell(wave: Any, spectrum: Any, samples: Signal, *, layer: str, title: str) -> None:
    parts = samples[: len(samples) // 400 * 400].reshape(400, -1) / np.abs(samples).max()
    wave.fill_between(np.arange(400), parts.min(axis=1), parts.max(axis=1), color=SOUND[layer], linewidth=0)
    wave.set_ylim(-1.0, 1.0)
    wave.set_xlim(0, 400)
    wave.set_title(title, fontsize=7, color=TEXT, pad=2)
    low_db, high_db = LEVELS_DB[layer]
    picture = _spectrogram(samples)
    spectrum.imshow(
        picture,
        origin="lower",
        aspect="auto",
        cmap="magma",
        vmin=low_db,
        vmax=high_db,
        interpolation="nearest",
    )


def _spectrogram(samples: Signal) -> Signal:
    """(100 rows from 30 Hz to 16 kHz on a logarithmic axis, 120 steps) dB under the loudest."""
    window = np.hanning(2048)
    padded = np.concatenate([np.zeros(1024), samples, np.zeros(1024)])
    starts = np.linspace(0, len(samples) - 1, 120).astype(int)
    grains = padded[starts[:, None] + np.arange(2048)] * window
    level = 20.0 * np.log10(np.abs(np.fft.rfft(grains, axis=1)).T + 1e-9)
    hz = np.geomspace(30.0, 16_000.0, 100)
    rows = np.round(hz * 2048 / SAMPLE_RATE).astype(int)
    return np.asarray(level[rows] - level.max())
