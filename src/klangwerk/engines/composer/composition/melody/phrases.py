"""Sections become phrases: what is made of the motif in which unit of one or two bars.

A plan of four units is written as a word: `A` the motif, `S` on another step, `V` ornamented, `I` answered upside
down, `T` with another tail, `F` its beginning twice, `H` its beginning and a rest, `L` in long values, `o` ending open,
`c` ending closed, `.` a rest.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import numpy as np

from klangwerk.engines.composer.composition.melody import motif as motifs
from klangwerk.engines.composer.composition.melody.motif import Motif
from klangwerk.engines.composer.score import Section, SectionKind

_FULL = ("AoAc", "ASAc", "ATSc", "AVIc", "AISc", "AoVc", "AFSc", "ATAc")
_AIRY = ("A.Ac", "A.S.", "Ao.c", "A.T.", "H.Ac", "A.Vc", "AH.c")
_BARE = ("A...", "H.H.", "..A.", "A..c")
_SOFT = ("L.L.", "LoLc", "L.Lc", "A.L.")
_RISING = ("AFSF", "ASFF", "HSFF")
_HYPNOTIC = ("AAAA", "AAAT", "A.A.", "AAAS", "AA.A")
_TWELVE = ("AoAoTc", "ASASTc", "AoSoTc")  # units of twelve bars, as the blues has them
_TWELVE_AIRY = ("A.A.Tc", "A.S.Tc", "AHAHTc")
_BUILD_STEPS = 5  # of the scale that a build climbs
_CLIMAX_PLACE = 0.65


@dataclass(frozen=True, slots=True)
class Unit:
    """One motif in its place: `shift` in steps of the scale; `ending` is "open", "closed" or ""."""

    start_beats: float
    beats: float
    motif: Motif
    shift: int
    ending: str
    climax: bool


def units(
    section: Section,
    theme: Motif,
    unit_bars: int,
    beats_per_bar: int,
    *,
    sparseness: float,
    hypnotic: bool,
    seed: int,
    leads_back: bool,
) -> list[Unit]:
    """The phrases of a section. What returns has the same plan, its ornaments differ.

    With `leads_back` the last unit rests at its end.
    """
    unit_bars = min(unit_bars, section.bars)
    beats = float(unit_bars * beats_per_bar)
    count = section.bars // unit_bars
    theme = motifs.head(theme, beats)
    kind = zlib.crc32(section.kind.encode())
    word = _word(section, count, sparseness, hypnotic, np.random.default_rng([seed, kind]))
    varied = np.random.default_rng([seed, kind, section.occurrence])
    sequence = int(np.random.default_rng([seed, kind, 1]).choice([-2, -1, 1, 2]))
    sounding = [index for index, letter in enumerate(word) if letter not in ".L"]
    climax = min(sounding, key=lambda index: abs(index / max(1, count) - _CLIMAX_PLACE)) if sounding else -1
    result = []
    for index, letter in enumerate(word):
        if letter == "." or not theme:
            continue
        made, shift, ending = _made(letter, theme, beats, sequence, varied)
        if section.occurrence and letter in "AS" and index % 4 == 2:
            made = motifs.ornamented(made, varied)
        if section.kind is SectionKind.BUILD:
            shift += _BUILD_STEPS * index // count
        if leads_back and index == count - 1 and len(made) > 2:
            made = motifs.head(made, beats * 0.75)
        result.append(
            Unit(
                start_beats=float(section.start_bar * beats_per_bar) + index * beats,
                beats=beats,
                motif=made,
                shift=shift,
                ending=ending,
                climax=index == climax and count > 2,
            )
        )
    return result


def _word(section: Section, count: int, sparseness: float, hypnotic: bool, rng: np.random.Generator) -> str:
    """A letter for each unit of a section."""
    pool: tuple[str, ...] = _FULL
    if section.kind in (SectionKind.INTRO, SectionKind.OUTRO):
        pool = _BARE if sparseness > 0.2 else _AIRY
    elif section.kind is SectionKind.BREAKDOWN:
        pool = _SOFT
    elif section.kind is SectionKind.BUILD:
        pool = _RISING
    elif section.kind in (SectionKind.VERSE, SectionKind.BRIDGE):
        pool = _AIRY if rng.random() < sparseness * 1.4 else _FULL
    elif rng.random() < sparseness * 0.5:
        pool = _AIRY
    if hypnotic and pool in (_FULL, _AIRY):
        pool = _HYPNOTIC
    if count == 6 and pool in (_FULL, _AIRY):
        return str(rng.choice(_TWELVE if pool is _FULL else _TWELVE_AIRY))
    if count == 1:
        return "A"
    if count == 2:
        return str(rng.choice(["Ac", "AV", "oc"] if pool is _FULL else ["A.", "Ac", "Hc"]))
    if count == 3:
        return str(rng.choice(["ASc", "AAc", "AoA"] if pool is _FULL else ["A.c", "AH.", "A.A"]))
    first = str(rng.choice(pool))
    second = first if rng.random() < 0.5 else str(rng.choice(pool))
    word = first
    while len(word) < count:
        word += second if len(word) // 4 % 2 else first
    return word[: count - 1] + (word[count - 1] if count % 4 == 0 or pool in (_BARE, _HYPNOTIC) else "c")


def _made(
    letter: str, theme: Motif, beats: float, sequence: int, rng: np.random.Generator
) -> tuple[Motif, int, str]:
    """What a letter makes of the motif: notes, shift, ending."""
    match letter:
        case "S":
            return theme, sequence, ""
        case "V":
            return motifs.ornamented(theme, rng), 0, ""
        case "I":
            return motifs.inverted(theme), 1, ""
        case "T":
            return motifs.retailed(theme, rng), 0, ""
        case "F":
            return motifs.fragmented(theme, beats, 1 if sequence > 0 else -1), 0, ""
        case "H":
            return motifs.head(theme, beats / 2), 0, ""
        case "L":
            return motifs.augmented(theme, beats), 0, ""
        case "o":
            return theme, 0, "open"
        case "c":
            return theme, 0, "closed"
        case _:
            return theme, 0, ""
