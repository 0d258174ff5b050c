"""Scores by hand: four bars in which every stem plays, made of what the test asks for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from klangwerk.engines.composer.brief import Brief
from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.instruments.catalog import Instrument
from klangwerk.engines.composer.instruments.drums import Drum
from klangwerk.engines.composer.keys import Key, Mode
from klangwerk.engines.composer.score import Note, Part, Score, Stem

KEY = Key(9, Mode.MINOR)


def notes(*found: tuple[float, float, int, float]) -> tuple[Note, ...]:
    return tuple(
        Note(start_beats=start, duration_beats=duration, pitch=int(pitch), velocity=velocity)
        for start, duration, pitch, velocity in sorted(found)
    )


@pytest.fixture(scope="session")
def brief() -> Brief:
    return Brief(
        prompt="",
        language="en",
        genre=Genre.HOUSE,
        duration_s=8.0,
        bpm=120.0,
        key=KEY,
        energy=0.7,
        brightness=0.6,
    )


@pytest.fixture(scope="session")
def piece() -> Callable[..., Score]:
    """`piece(bars=2, looping=True)`: 120 beats a minute, so a bar is 2 s; `tail_s` after the last bar."""

    def make(
        *,
        genre: Genre = Genre.HOUSE,
        bars: int = 2,
        looping: bool = False,
        tail_s: float = 1.0,
        without: tuple[Stem, ...] = (),
        cutoff: tuple[tuple[float, float], ...] = (),
    ) -> Score:
        beats = range(4 * bars)
        drums = [(beat, 0.25, Drum.KICK, 0.875) for beat in beats]
        drums += [(beat + 0.5, 0.25, Drum.HAT_CLOSED, 0.5) for beat in beats]
        drums += [(beat, 0.25, Drum.SNARE, 0.75) for beat in beats if beat % 2]
        bass = [(beat + 0.5, 0.4375, 33, 0.75) for beat in beats]
        chords = [(4 * bar, 4, 57 + step, 0.625) for bar in range(bars) for step in (0, 3, 7)]
        lead = [(beat, 0.75, 69 + (0, 3, 7, 5)[beat % 4], 0.75) for beat in beats]
        parts = (
            Part(stem=Stem.PERCUSSION, instrument=Instrument.KIT_909, notes=notes(*drums)),
            Part(stem=Stem.BASS, instrument=Instrument.FINGER_BASS, notes=notes(*bass)),
            Part(stem=Stem.CHORDS, instrument=Instrument.ELECTRIC_PIANO, notes=notes(*chords), cutoff=cutoff),
            Part(stem=Stem.MELODY, instrument=Instrument.KALIMBA, notes=notes(*lead), pan=0.2),
        )
        return Score(
            genre=genre,
            bpm=120.0,
            beats_per_bar=4,
            bars=bars,
            key=KEY,
            duration_s=2.0 * bars + (0.0 if looping else tail_s),
            looping=looping,
            sections=(),
            chords=(),
            parts=tuple(part for part in parts if part.stem not in without),
        )

    return make
