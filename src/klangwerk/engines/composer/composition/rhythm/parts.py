"""The drummer and whoever stands beside him."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from klangwerk.engines.composer.composition.feel.playing import VELOCITY_STEPS, played
from klangwerk.engines.composer.composition.plan import Plan
from klangwerk.engines.composer.composition.rhythm.arranging import choose, section_hits
from klangwerk.engines.composer.composition.rhythm.kits import colours_for, main_kit
from klangwerk.engines.composer.composition.rhythm.pattern import Hit, Role
from klangwerk.engines.composer.composition.rhythm.style import Style
from klangwerk.engines.composer.composition.rhythm.styles import STYLES
from klangwerk.engines.composer.composition.rhythm.transitions import transition_notes
from klangwerk.engines.composer.instruments.catalog import Instrument
from klangwerk.engines.composer.instruments.drums import Drum
from klangwerk.engines.composer.score import Note, Part, Stem

_STROKE_BEATS = 0.25  # drums ring as long as they ring; one length is rendered once
_COLOUR_DB = -4.0
_TRANSITIONS_DB = -4.0
_SAME_MOMENT = 1e-6
_ROLES: dict[int, Role] = {
    **dict.fromkeys((Drum.KICK, Drum.KICK_SOFT), Role.KICK),
    **dict.fromkeys((Drum.SNARE, Drum.SNARE_ALT, Drum.CLAP, Drum.RIM), Role.BACK),
    **dict.fromkeys((Drum.HAT_CLOSED, Drum.HAT_OPEN, Drum.HAT_PEDAL, Drum.RIDE), Role.TIME),
}  # whose lateness a drum shares


def percussion_parts(plan: Plan, rng: np.random.Generator) -> tuple[Part, ...]:
    """Kit, further percussion and transition effects of a piece."""
    style = STYLES[plan.brief.genre]
    groove = choose(style, rng)
    kit = main_kit(style, plan.brief, rng)
    groove = replace(groove, colours=colours_for(groove.colours, kit, plan.brief))
    side = float(rng.choice([-0.35, -0.25, 0.25, 0.35]))
    strokes: dict[Instrument, list[Hit]] = {}
    for section in plan.sections:
        for hit in section_hits(plan, section, groove):
            instrument = hit.kit or kit
            if instrument is not None:
                strokes.setdefault(instrument, []).append(hit)
    parts = []
    for instrument, all_hits in strokes.items():
        notes = _notes(all_hits, plan, style, rng)
        main = instrument is kit
        parts.append(
            Part(
                stem=Stem.PERCUSSION,
                instrument=instrument,
                notes=notes,
                level_db=style.level_db if main else style.level_db + _COLOUR_DB,
                pan=0.0 if main else side,
            )
        )
    if Instrument.TRANSITIONS not in plan.brief.without_instruments:
        effects = transition_notes(plan, style)
        if effects:
            exact = played(effects, plan, rng, looseness=0.0)
            parts.append(
                Part(
                    stem=Stem.PERCUSSION,
                    instrument=Instrument.TRANSITIONS,
                    notes=exact,
                    level_db=_TRANSITIONS_DB,
                )
            )
    return tuple(part for part in parts if part.notes)


def _notes(strokes: list[Hit], plan: Plan, style: Style, rng: np.random.Generator) -> tuple[Note, ...]:
    """Strokes of one kit as they are played: in one player's time, each hand as far behind it as it likes to be."""
    written = (
        Note(
            start_beats=hit.beats,
            duration_beats=_STROKE_BEATS,
            pitch=int(hit.drum),
            velocity=max(1.0 / VELOCITY_STEPS, min(1.0, hit.velocity)),
        )
        for hit in _without_doubles(strokes)
    )
    end = plan.bars * plan.beats_per_bar - _SAME_MOMENT
    result: list[Note] = []
    for note in played(written, plan, rng, looseness=style.looseness):
        late = style.late_ms.get(_ROLES.get(note.pitch, Role.COLOUR), 0.0) / 1000.0 / plan.beat_s
        if plan.brief.looping and note.start_beats + late > end:
            late = 0.0
        start = note.start_beats + late
        result.append(
            Note(start_beats=start, duration_beats=_STROKE_BEATS, pitch=note.pitch, velocity=note.velocity)
        )
    return tuple(sorted(result, key=lambda note: (note.start_beats, note.pitch)))


def _without_doubles(strokes: Iterable[Hit]) -> list[Hit]:
    """One stroke for a drum at a time, the loudest; a hat that is opened is not closed as well."""
    loudest: dict[tuple[int, Drum], Hit] = {}
    for hit in strokes:
        key = (round(hit.beats * 960), hit.drum)
        if key not in loudest or loudest[key].velocity < hit.velocity:
            loudest[key] = hit
    return [
        hit
        for (moment, drum), hit in loudest.items()
        if not (drum is Drum.HAT_CLOSED and (moment, Drum.HAT_OPEN) in loudest)
    ]
