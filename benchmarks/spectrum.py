"""Long-term spectra in third octaves, and those of fourteen real recordings to hold ours against (real_music.json).

.venv/bin/python benchmarks/spectrum.py FILE...   prints the curve of each file, as real_music.json has them
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np

BANDS_HZ = 1000 * 2 ** (np.arange(-15, 13) / 3)
_SEGMENT = 16_384


def curve(samples: np.ndarray, rate: int) -> np.ndarray:
    """Level of each third octave from 31 Hz to 16 kHz, dB relative to the whole. `samples` is (channels, frames)."""
    from scipy.signal import welch

    hz, power = welch(samples.mean(axis=0), rate, nperseg=_SEGMENT)
    edge = 2 ** (1 / 6)
    shares = [power[(hz >= band / edge) & (hz < band * edge)].sum() / power.sum() for band in BANDS_HZ]
    return 10 * np.log10(np.maximum(shares, 1e-12))


def real_music() -> np.ndarray:
    """The curves of the recordings, one a row."""
    stored = json.loads(Path(__file__).with_name("real_music.json").read_text(encoding="utf-8"))
    return np.array(list(stored["recordings"].values()))


if __name__ == "__main__":
    from klangwerk.sound import io as sound_io

    for name in sys.argv[1:]:
        sound = sound_io.read(Path(name))
        print(name, [round(float(level), 1) for level in curve(sound.samples, sound.sample_rate)])
