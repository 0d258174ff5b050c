"""Which sections are calm: where players do less."""

from __future__ import annotations

from klangwerk.engines.composer.composition.plan import Plan
from klangwerk.engines.composer.genres import FACTS
from klangwerk.engines.composer.score import Section, SectionKind

_K = SectionKind
CALM_KINDS = frozenset({_K.INTRO, _K.VERSE, _K.BREAKDOWN, _K.BRIDGE, _K.OUTRO})
_MUCH = 0.2  # of energy, less or more than is usual in the genre


def is_calm(plan: Plan, section: Section) -> bool:
    """By its kind, unless the prompt wants the whole piece much calmer or wilder than its genre is."""
    excess = plan.brief.energy - FACTS[plan.brief.genre].energy
    if excess <= -_MUCH:
        return True
    if excess >= _MUCH and section.kind is _K.VERSE:
        return False
    return section.kind in CALM_KINDS


def calm_sections(plan: Plan) -> frozenset[Section]:
    """All that are calm; the ending goes with what precedes it."""
    found: set[Section] = set()
    calm = True
    for section in plan.sections:
        if section.kind is not _K.ENDING:
            calm = is_calm(plan, section)
        if calm:
            found.add(section)
    return frozenset(found)
