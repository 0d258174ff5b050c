"""Plans by hand: a frame in every genre, as players are given it."""

from __future__ import annotations

from klangwerk.engines.composer.brief import Brief
from klangwerk.engines.composer.composition.plan import Plan
from klangwerk.engines.composer.genres import FACTS, Genre
from klangwerk.engines.composer.instruments.catalog import Instrument
from klangwerk.engines.composer.keys import Key, Mode
from klangwerk.engines.composer.score import Chord, Section, SectionKind, Stem

K = SectionKind
SONG = (
    (K.INTRO, 4, 0.4),
    (K.VERSE, 8, 0.6),
    (K.BUILD, 4, 0.75),
    (K.CHORUS, 8, 1.0),
    (K.BREAKDOWN, 4, 0.3),
    (K.VERSE, 8, 0.65),
    (K.CHORUS, 8, 1.0),
    (K.OUTRO, 4, 0.4),
    (K.ENDING, 1, 0.3),
)
LOOP = ((K.CHORUS, 8, 0.8),)


def plan(
    genre: Genre,
    *,
    form: tuple[tuple[SectionKind, int, float], ...] = SONG,
    looping: bool = False,
    mode: Mode | None = None,
    tonic: int = 0,
    bpm: float | None = None,
    beats_per_bar: int | None = None,
    instruments: tuple[Instrument, ...] = (),
    without_instruments: frozenset[Instrument] = frozenset(),
    silent: frozenset[SectionKind] = frozenset(),
) -> Plan:
    """A form of (kind, bars, energy), a chord a bar (I, vi, IV, V). In sections of the kinds in `silent` nobody plays."""
    facts = FACTS[genre]
    tempo = float(bpm or facts.bpm[1])
    metre = beats_per_bar or facts.beats_per_bar
    key = Key(tonic, mode or next(iter(facts.modes)))
    sections, start, seen = [], 0, dict.fromkeys(SectionKind, 0)
    for kind, bars, energy in form:
        stems = frozenset() if kind in silent else frozenset(Stem)
        sections.append(
            Section(
                kind=kind,
                start_bar=start,
                bars=bars,
                energy=energy * facts.energy,
                occurrence=seen[kind],
                stems=stems,
            )
        )
        seen[kind] += 1
        start += bars
    chords = tuple(_chord(key, (0, 5, 3, 4)[bar % 4], bar * metre, metre) for bar in range(start))
    duration_s = start * metre * 60.0 / tempo
    brief = Brief(
        prompt="",
        language="en",
        genre=genre,
        duration_s=duration_s,
        bpm=tempo,
        key=key,
        energy=facts.energy,
        brightness=facts.brightness,
        looping=looping,
        instruments=instruments,
        without_instruments=without_instruments,
    )
    return Plan(
        brief=brief,
        bpm=tempo,
        beats_per_bar=metre,
        bars=start,
        duration_s=duration_s,
        sections=tuple(sections),
        chords=chords,
    )


def _chord(key: Key, step: int, start: int, length: int) -> Chord:
    root = (key.tonic + key.degree(step)) % 12
    intervals = tuple(key.degree(step + third) - key.degree(step) for third in (0, 2, 4))
    return Chord(
        start_beats=float(start),
        duration_beats=float(length),
        root=root,
        intervals=intervals,
        name=f"{step}",
        bass=root,
    )
