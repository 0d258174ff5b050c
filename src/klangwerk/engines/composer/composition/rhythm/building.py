"""Sections that build up to what follows."""

from __future__ import annotations

from dataclasses import replace

from klangwerk.engines.composer.composition.plan import Plan
from klangwerk.engines.composer.composition.rhythm.pattern import Hit, Role
from klangwerk.engines.composer.composition.rhythm.style import Build
from klangwerk.engines.composer.instruments.drums import Drum
from klangwerk.engines.composer.score import Section

_PACES = (1.0, 0.5, 0.25, 0.125)  # beats between strokes, faster in every part
_PARTS = (0.0, 0.5, 0.75, 0.9)  # of the section, where they begin
_QUICKEST_S = 0.05  # between strokes; quicker ones are a buzz
_LONG_BARS = 4  # builds from here on lose their kick for a whole bar, shorter ones for half of one
_BREATH_BEATS = 0.5  # of silence before the drop


def built(hits: list[Hit], plan: Plan, section: Section, build: Build) -> list[Hit]:
    """The strokes of a section of the kind BUILD, so that they grow until it ends."""
    start = float(section.start_bar * plan.beats_per_bar)
    stop = float(section.stop_bar * plan.beats_per_bar)
    if build is Build.SWELL:
        return [replace(hit, velocity=hit.velocity * _grown(hit.beats, start, stop, 0.75)) for hit in hits]
    if build is Build.ROLL:
        without_kick = plan.beats_per_bar if section.bars >= _LONG_BARS else plan.beats_per_bar / 2
        ends = {Role.TIME: stop - _BREATH_BEATS, Role.KICK: stop - without_kick}
        kept = [hit for hit in hits if hit.beats < ends.get(hit.role, start) - 1e-6]
        return [*kept, *_roll(start, stop, plan.beat_s)]
    kept = [
        replace(hit, velocity=hit.velocity * _grown(hit.beats, start, stop, 0.8))
        for hit in hits
        if hit.role in (Role.TIME, Role.KICK)
    ]
    return [*kept, *_drums(start, stop)]


def _grown(beats: float, start: float, stop: float, low: float) -> float:
    return low + (1.0 - low) * (beats - start) / (stop - start)


def _roll(start: float, stop: float, beat_s: float) -> list[Hit]:
    """Quarters, eighths, sixteenths, thirty-seconds of the snare, from soft to loud."""
    result = []
    beats = start
    while beats < stop - _BREATH_BEATS - 1e-6:
        place = (beats - start) / (stop - start)
        pace = max(
            _PACES[sum(place >= part - 1e-6 for part in _PARTS) - 1],
            next(pace for pace in reversed(_PACES) if pace * beat_s >= _QUICKEST_S),
        )
        on_beat = abs(beats - round(beats)) < 1e-6
        velocity = (0.35 + 0.6 * place) * (1.0 if on_beat else 0.85)
        result.append(Hit(beats=beats, drum=Drum.SNARE, velocity=velocity, role=Role.BACK))
        beats += pace
    return result


def _drums(start: float, stop: float) -> list[Hit]:
    """Eighths on the snare and the floor tom, sixteenths in the last quarter."""
    result = []
    beats = start
    while beats < stop - 1e-6:
        place = (beats - start) / (stop - start)
        on_beat = abs(beats - round(beats)) < 1e-6
        velocity = (0.35 + 0.6 * place) * (1.0 if on_beat else 0.8)
        result.append(Hit(beats=beats, drum=Drum.SNARE, velocity=velocity, role=Role.BACK))
        if place >= 0.5 and on_beat:
            result.append(Hit(beats=beats, drum=Drum.TOM_FLOOR, velocity=velocity, role=Role.BACK))
        beats += 0.5 if place < 0.75 else 0.25
    return result
