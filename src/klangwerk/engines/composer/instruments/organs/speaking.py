"""How a sustained sound begins."""

from __future__ import annotations

import numpy as np

from klangwerk.engines.composer.instruments.strings_and_bars.partials import Partials, Reals, joined


def speaking(partials: Partials, seconds: Reals | float) -> Partials:
    """Partials that come up with this time constant: each of them, less itself dying away."""
    away = Partials(
        partials.frequency_hz,
        partials.decay + 1.0 / np.asarray(seconds) * np.ones_like(partials.decay),
        -partials.amplitude,
    )
    return joined(partials, away)
