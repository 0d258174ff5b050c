"""Bodies of bowed instruments, and the hiss of their bows."""

from __future__ import annotations

from klangwerk.engines.composer.instruments.synthesis import filters
from klangwerk.engines.composer.instruments.synthesis.note import Floats

VIOLIN: filters.Peaks = (
    (275.0, 60.0, 0.9), (460.0, 90.0, 1.1), (560.0, 110.0, 1.0), (1050.0, 350.0, 0.7), (1700.0, 600.0, 0.6),
    (2700.0, 1100.0, 0.8),
)  # fmt: skip
CELLO: filters.Peaks = (
    (103.0, 35.0, 0.9), (178.0, 60.0, 1.1), (220.0, 70.0, 1.0), (420.0, 200.0, 0.8), (800.0, 500.0, 0.6),
    (1900.0, 900.0, 0.4),
)  # fmt: skip
MANY: filters.Peaks = (
    (180.0, 120.0, 0.6), (280.0, 120.0, 0.8), (480.0, 260.0, 1.0), (850.0, 500.0, 0.75), (1400.0, 800.0, 0.6),
    (2800.0, 1600.0, 0.75),
)  # fmt: skip


def hair(hz: Floats) -> Floats:
    """The hiss of violins' bows."""
    band = filters.low_pass_level(hz, 5500.0, 3.0) * filters.high_pass_level(hz, 250.0)
    return filters.resonances(hz, VIOLIN, 0.25) * band


def low_hair(hz: Floats) -> Floats:
    """The hiss of cellos' and basses' bows."""
    band = filters.low_pass_level(hz, 3000.0, 3.0) * filters.high_pass_level(hz, 120.0)
    return filters.resonances(hz, CELLO, 0.15) * band
