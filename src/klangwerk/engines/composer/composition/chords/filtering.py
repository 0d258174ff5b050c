"""How filters open and close with the form."""

from __future__ import annotations

from klangwerk.engines.composer.composition.plan import Plan
from klangwerk.engines.composer.score import SectionKind

_K = SectionKind
_SWEEPS: dict[SectionKind, tuple[float, float]] = {
    _K.INTRO: (0.3, 0.75),
    _K.VERSE: (0.65, 0.7),
    _K.BUILD: (0.35, 1.0),
    _K.CHORUS: (0.9, 1.0),
    _K.DROP: (0.95, 1.0),
    _K.BREAKDOWN: (0.4, 0.8),
    _K.BRIDGE: (0.6, 0.75),
    _K.SOLO: (0.85, 0.95),
    _K.OUTRO: (0.8, 0.3),
    _K.ENDING: (0.7, 0.5),
}
_JUMP_BEATS = 1.0 / 24


def sweep(plan: Plan) -> tuple[tuple[float, float], ...]:
    """Points for `Part.cutoff`: each section has its own way."""
    points: list[tuple[float, float]] = []
    for section in plan.sections:
        first, last = _SWEEPS[section.kind]
        start, stop = section.start_bar * plan.beats_per_bar, section.stop_bar * plan.beats_per_bar
        points += [(float(start), first), (stop - _JUMP_BEATS, last)]
    return tuple(points)
