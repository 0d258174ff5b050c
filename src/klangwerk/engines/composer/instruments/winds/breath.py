"""The noise of air in a tube."""

from __future__ import annotations

from klangwerk.engines.composer.instruments.synthesis import filters
from klangwerk.engines.composer.instruments.synthesis.note import Floats

TUBE: filters.Peaks = ((900.0, 900.0, 0.7), (2500.0, 2200.0, 0.6))


def breath(hz: Floats) -> Floats:
    """Its magnitude."""
    return filters.resonances(hz, TUBE, 0.03) * filters.low_pass_level(hz, 6500.0, 2.5)
