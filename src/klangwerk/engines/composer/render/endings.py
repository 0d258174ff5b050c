"""How a piece that is no loop ends."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE, Samples
from klangwerk.engines.composer.score import Score

_FADE_S_MAX, _FADE_S_MIN = 3.0, 0.05
_AFTER_ONSET_S = 0.12  # the last hit keeps its attack


def fade_out(stems: Iterable[Samples], score: Score) -> None:
    """Let what still rings come to silence at the last frame, in place. It starts after the last onset, at most
    3 s before the end.
    """
    last_s = max(
        (note.start_beats * score.beat_s for part in score.parts for note in part.notes), default=0.0
    )
    rest_s = score.duration_s - last_s - _AFTER_ONSET_S
    for samples in stems:
        frames = min(samples.shape[1], round(max(_FADE_S_MIN, min(_FADE_S_MAX, rest_s)) * SAMPLE_RATE))
        if frames > 1:
            samples[:, -frames:] *= 0.5 + 0.5 * np.cos(
                np.pi * np.linspace(0.0, 1.0, frames, dtype=np.float32)
            )
            samples[:, -1] = 0.0
