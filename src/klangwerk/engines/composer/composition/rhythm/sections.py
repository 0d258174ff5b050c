"""How full the drums are in a section, and what of the groove plays there."""

from __future__ import annotations

from klangwerk.engines.composer.composition.plan import Plan
from klangwerk.engines.composer.composition.rhythm.pattern import Role
from klangwerk.engines.composer.composition.rhythm.style import Opening, Style
from klangwerk.engines.composer.genres import FACTS
from klangwerk.engines.composer.score import Section, SectionKind, Stem

_EVERY = frozenset(Role)
_MOOD_WEIGHT = 0.4
_INTRO_SPLIT_BARS = 4
FULL_KINDS = frozenset({SectionKind.CHORUS, SectionKind.DROP})


def fullness(plan: Plan, section: Section) -> float:
    """How many of a groove's lines play, 0 to 1.

    The section's energy is held against the fullest one's, the mood against the genre's usual.
    """
    highest = max(other.energy for other in plan.sections)
    share = section.energy / highest if highest > 0 else 1.0
    if section.kind in FULL_KINDS:
        share = max(share, 0.85)
    usual = FACTS[plan.brief.genre].energy
    return max(0.05, min(1.0, share + _MOOD_WEIGHT * (plan.brief.energy - usual)))


def roles(section: Section, bar: int, opening: Opening, style: Style) -> frozenset[Role]:
    """What plays in the `bar`-th bar of a section."""
    late = section.bars >= _INTRO_SPLIT_BARS and bar >= section.bars // 2
    if section.kind is SectionKind.INTRO:
        if opening is Opening.HATS:
            return (
                _EVERY - {Role.KICK, Role.BACK, Role.GHOST} if not late else _EVERY - {Role.BACK, Role.GHOST}
            )
        if opening is Opening.KICK:
            return frozenset({Role.KICK, Role.TIME}) if late else frozenset({Role.KICK})
        return _EVERY
    if (
        section.kind is SectionKind.BREAKDOWN and Stem.CHORDS in section.stems
    ):  # else it is the band's drum break
        return _EVERY - {Role.KICK, Role.BACK, Role.GHOST}
    if section.kind is SectionKind.OUTRO and late and section.bars > 2:
        return _EVERY - {Role.BACK, Role.GHOST} if style.one_core else _EVERY - {Role.GHOST, Role.COLOUR}
    if section.kind is SectionKind.ENDING:
        return frozenset()
    return _EVERY


def plays(section: Section) -> bool:
    """Whether there are drums in it."""
    return Stem.PERCUSSION in section.stems


def following(plan: Plan, section: Section) -> Section | None:
    """The next one; in a loop the first comes after the last."""
    index = plan.sections.index(section) + 1
    if index < len(plan.sections):
        return plan.sections[index]
    return plan.sections[0] if plan.brief.looping else None


def preceding(plan: Plan, section: Section) -> Section | None:
    """The one before it; in a loop the last comes before the first."""
    index = plan.sections.index(section)
    if index:
        return plan.sections[index - 1]
    return plan.sections[-1] if plan.brief.looping else None
