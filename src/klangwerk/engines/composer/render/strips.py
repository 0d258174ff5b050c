"""Channels of the mixing desk: one for every part, and for a drum kit one for each kind of drum."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from klangwerk.engines.composer.instruments.catalog import CATALOG, Instrument
from klangwerk.engines.composer.instruments.drums import Drum
from klangwerk.engines.composer.score import Note, Part, Score, Stem


class Role(StrEnum):
    """What a channel is for in the mix."""

    KICK = "kick"
    SNARE = "snare"
    HATS = "hats"
    DRUMS = "drums"  # toms and hand percussion
    EFFECTS = "effects"
    NOISE = "noise"  # vinyl
    BASS = "bass"
    KEYS = "keys"
    PAD = "pad"
    LEAD = "lead"


@dataclass(frozen=True, slots=True)
class Strip:
    """Notes of one part that share a channel."""

    part: Part
    role: Role
    notes: tuple[Note, ...]

    @property
    def is_kit(self) -> bool:
        """Whether pitches are drums."""
        return CATALOG[self.part.instrument].is_kit


_DRUM_ROLES = {
    **dict.fromkeys((Drum.KICK_SOFT, Drum.KICK), Role.KICK),
    **dict.fromkeys((Drum.RIM, Drum.SNARE, Drum.CLAP, Drum.SNARE_ALT), Role.SNARE),
    **dict.fromkeys(
        (
            Drum.HAT_CLOSED, Drum.HAT_PEDAL, Drum.HAT_OPEN, Drum.CRASH, Drum.RIDE, Drum.RIDE_BELL,
            Drum.TAMBOURINE, Drum.CABASA, Drum.MARACAS, Drum.TRIANGLE,
        ),
        Role.HATS,
    ),
    **dict.fromkeys((Drum.RISER, Drum.DOWNLIFTER, Drum.IMPACT, Drum.REVERSE_CYMBAL), Role.EFFECTS),
    Drum.VINYL: Role.NOISE,
}  # fmt: skip

_PADS = frozenset(
    {
        Instrument.STRING_ENSEMBLE,
        Instrument.CHOIR,
        Instrument.CHURCH_ORGAN,
        Instrument.FRENCH_HORNS,
        Instrument.WARM_PAD,
        Instrument.GLASS_PAD,
        Instrument.DARK_PAD,
    }
)

_STEM_ORDER = (Stem.PERCUSSION, Stem.BASS, Stem.CHORDS, Stem.MELODY)


def strips_of(score: Score) -> list[Strip]:
    """All channels that a score needs, stem by stem."""
    return [
        strip
        for stem in _STEM_ORDER
        for part in score.of(stem)
        if part.notes
        for strip in _strips_of_part(part)
    ]


def kick_onsets_beats(score: Score) -> list[float]:
    """When a kick sounds: what ducks others."""
    return sorted(
        note.start_beats for strip in strips_of(score) if strip.role is Role.KICK for note in strip.notes
    )


def _strips_of_part(part: Part) -> list[Strip]:
    if not CATALOG[part.instrument].is_kit:
        return [Strip(part, _role_of(part), part.notes)]
    grouped: dict[Role, list[Note]] = {}
    for note in part.notes:
        role = _DRUM_ROLES.get(note.pitch, Role.DRUMS)  # type: ignore[call-overload]
        grouped.setdefault(role, []).append(note)
    return [Strip(part, role, tuple(grouped[role])) for role in Role if role in grouped]


def _role_of(part: Part) -> Role:
    if part.stem is Stem.BASS:
        return Role.BASS
    if part.stem is Stem.MELODY:
        return Role.LEAD
    return Role.PAD if part.instrument in _PADS else Role.KEYS
