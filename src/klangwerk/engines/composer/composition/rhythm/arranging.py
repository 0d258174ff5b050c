"""A groove through the sections of a piece: layers, variation, fills, crashes."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from klangwerk.engines.composer.composition.plan import Plan
from klangwerk.engines.composer.composition.rhythm import building, rolls, sections
from klangwerk.engines.composer.composition.rhythm.pattern import Hit, Line, Role, hits
from klangwerk.engines.composer.composition.rhythm.style import Build, Core, Fill, Opening, Style
from klangwerk.engines.composer.instruments.drums import Drum
from klangwerk.engines.composer.score import Section, SectionKind

_PHRASE_BARS = 4
_RETHINK_BARS = 8  # then ghost notes and phrase endings are chosen anew
_HELD_BACK = 0.15  # of fullness, in the first bars of long sections
_QUIETEST = 0.74  # of a hit's velocity, where a section is emptiest


@dataclass(frozen=True, slots=True, kw_only=True)
class Groove:
    """What a track took from its genre's style. `lively` plays in choruses, drops and solos, `steady` elsewhere."""

    style: Style
    steady: Core
    lively: Core
    times: Core
    colours: Core
    opening: Opening
    rolls: bool
    seed: int

    def core(self, section: Section) -> Core:
        """Kick and backbeat of a section."""
        if section.kind is SectionKind.BRIDGE and self.style.half_time:
            return self.style.half_time
        lively = (SectionKind.CHORUS, SectionKind.DROP, SectionKind.SOLO)
        return self.lively if section.kind in lively else self.steady


def choose(style: Style, rng: np.random.Generator) -> Groove:
    """A track's groove."""
    steady = style.cores[int(rng.integers(len(style.cores)))]
    lively = steady
    if not style.one_core and rng.random() < 0.5:
        lively = style.cores[int(rng.integers(len(style.cores)))]
    return Groove(
        style=style,
        steady=steady,
        lively=lively,
        times=style.times[int(rng.integers(len(style.times)))],
        colours=style.colours[int(rng.integers(len(style.colours)))],
        opening=style.openings[int(rng.integers(len(style.openings)))],
        rolls=bool(rng.random() < style.hat_rolls),
        seed=int(rng.integers(2**31)),
    )


def section_hits(plan: Plan, section: Section, groove: Groove) -> list[Hit]:
    """All strokes of a section, in beats from the start of the piece."""
    if not sections.plays(section):
        return []
    start = float(section.start_bar * plan.beats_per_bar)
    if section.kind is SectionKind.ENDING:
        return [
            Hit(beats=start, drum=drum, velocity=velocity, role=Role.COLOUR)
            for drum, velocity in groove.style.ending
        ]
    full = sections.fullness(plan, section)
    loud = _QUIETEST + (1.0 - _QUIETEST) * full
    rng = np.random.default_rng([groove.seed, zlib.crc32(section.kind.encode()), section.occurrence])
    result: list[Hit] = []
    phrase: list[list[Hit]] = []
    for bar in range(section.bars):
        if bar % _RETHINK_BARS == 0:
            held_back = _HELD_BACK if bar == 0 and section.bars >= 2 * _RETHINK_BARS else 0.0
            phrase = _phrase(plan, section, groove, full - held_back, bar // _RETHINK_BARS)
        allowed = sections.roles(section, bar, groove.opening, groove.style)
        played = [hit for hit in phrase[bar % len(phrase)] if hit.role in allowed]
        fill = _fill(plan, section, groove, bar, full, rng)
        if fill is not None:
            played = _filled(played, fill, plan.beats_per_bar)
        at = start + bar * plan.beats_per_bar
        result.extend(replace(hit, beats=hit.beats + at, velocity=hit.velocity * loud) for hit in played)
    if section.kind is SectionKind.BUILD:
        result = building.built(result, plan, section, groove.style.build)
    result.extend(_crashes(plan, section, groove, full, rng))
    return result


def _phrase(plan: Plan, section: Section, groove: Groove, full: float, turn: int) -> list[list[Hit]]:
    """Four bars of the groove, the same wherever the section returns, but for what a return adds."""
    rng = np.random.default_rng([groove.seed, zlib.crc32(section.kind.encode()), turn])
    lines: list[Line] = [
        line
        for line in (*groove.core(section), *groove.times, *groove.colours)
        if line.at <= full < line.below
    ]
    length = max([_PHRASE_BARS, *(len(line.bars) for line in lines)])
    bars = []
    for bar in range(length):
        played = [hit for line in lines for hit in hits(line, bar, plan.beats_per_bar, rng)]
        if bar % _PHRASE_BARS == _PHRASE_BARS - 1:
            played = _varied(played, rng, full, plan.beats_per_bar)
        if groove.rolls and full > 0.4:
            played = rolls.rolled(played, bar, plan.beats_per_bar, rng)
        bars.append(played)
    if section.occurrence and full > 0.5:
        bars[1] = _varied(
            bars[1], np.random.default_rng([groove.seed, 7, section.occurrence]), full, plan.beats_per_bar
        )
    return bars


def _varied(bar: list[Hit], rng: np.random.Generator, full: float, beats_per_bar: int) -> list[Hit]:
    """The same bar with a pickup of the kick or an opened hat, as a drummer ends a phrase."""
    kicks = [hit for hit in bar if hit.role is Role.KICK]
    choice = rng.random()
    if kicks and choice < 0.45 and full > 0.5 and any(hit.drum is Drum.KICK for hit in kicks):
        beats = float(beats_per_bar - rng.choice([0.25, 0.5, 1.25, 2.25]))
        taken = {hit.beats for hit in bar if hit.role in (Role.KICK, Role.BACK)}
        if beats not in taken:
            return [*bar, replace(kicks[0], beats=beats, velocity=0.62)]
    if choice < 0.8 and full > 0.4:
        opened = [
            hit for hit in bar if hit.drum is Drum.HAT_CLOSED and abs(hit.beats - beats_per_bar + 0.5) < 1e-6
        ]
        if opened:
            rest = [hit for hit in bar if hit not in opened]
            return [*rest, replace(opened[0], drum=Drum.HAT_OPEN, velocity=0.6)]
    return bar


def _fill(
    plan: Plan, section: Section, groove: Groove, bar: int, full: float, rng: np.random.Generator
) -> Fill | None:
    """What ends the `bar`-th bar of a section, if anything."""
    style = groove.style
    chance = rng.random()
    last = bar == section.bars - 1
    coming = sections.following(plan, section)
    if section.kind is SectionKind.BUILD and style.build is not Build.SWELL:
        return None  # is a fill itself
    if last and coming is not None and sections.plays(coming):
        climaxes = coming.kind in sections.FULL_KINDS or (coming.kind is SectionKind.ENDING and full > 0.5)
        rising = coming.energy >= section.energy or climaxes
        intimate = section.kind in (SectionKind.BREAKDOWN, SectionKind.INTRO) and full < 0.4
        pool = style.big_fills if rising and not intimate else style.small_fills or style.big_fills
        if plan.brief.looping and section is plan.sections[-1]:
            pool = style.small_fills if full < 0.6 or chance < 0.4 else style.big_fills
        wanted = chance < max(style.fill_chance, 0.92 if style.fill_chance >= 0.4 else style.fill_chance)
    else:
        pool = style.small_fills
        ends_eight = bar % 8 == 7
        ends_four = bar % 4 == 3
        quiet = section.kind in (SectionKind.INTRO, SectionKind.BREAKDOWN, SectionKind.OUTRO)
        wanted = (
            (not last)
            and not quiet
            and full > 0.4
            and (
                (ends_eight and chance < style.fill_chance)
                or (ends_four and chance < 0.4 * style.fill_chance)
            )
        )
    if not wanted or not pool:
        return None
    fill = pool[int(rng.integers(len(pool)))]
    return fill if fill.beats <= plan.beats_per_bar else None


def _filled(bar: list[Hit], fill: Fill, beats_per_bar: int) -> list[Hit]:
    start = float(beats_per_bar - fill.beats)
    kept = [hit for hit in bar if hit.beats < start - 1e-6 or hit.role not in fill.mutes]
    return [*kept, *fill_hits(fill, start)]


def fill_hits(fill: Fill, start: float) -> Iterable[Hit]:
    """The strokes of a fill that begins at `start`."""
    for drum, steps in fill.lines:
        written = Line(Role.COLOUR, drum, (steps,))
        step = fill.beats / len(steps)
        for hit in hits(written, 0, 4, np.random.default_rng(0)):
            yield replace(hit, beats=start + hit.beats / 4.0 * len(steps) * step)


def _crashes(
    plan: Plan, section: Section, groove: Groove, full: float, rng: np.random.Generator
) -> Iterable[Hit]:
    style = groove.style
    chance = rng.random()
    if style.crash is None or section.kind in (SectionKind.BREAKDOWN, SectionKind.BUILD, SectionKind.INTRO):
        return
    before = sections.preceding(plan, section)
    start = float(section.start_bar * plan.beats_per_bar)
    if section.start_bar == 0:
        wanted = style.crash_in_loops if plan.brief.looping else section.kind in sections.FULL_KINDS
    else:
        wanted = before is None or section.energy >= before.energy or section.kind in sections.FULL_KINDS
    if wanted and full > 0.45:
        yield Hit(
            beats=start,
            drum=style.crash,
            velocity=style.crash_velocity * (0.7 + 0.3 * full),
            role=Role.COLOUR,
        )
    if full > 0.8 and style.crash_in_loops and section.bars > 8 and chance < 0.6:
        for bar in range(8, section.bars, 8):
            beats = start + bar * plan.beats_per_bar
            yield Hit(beats=beats, drum=style.crash, velocity=style.crash_velocity * 0.8, role=Role.COLOUR)
