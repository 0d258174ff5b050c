"""Drums of all genres: what every drummer keeps to, and what each style wants."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klangwerk.engines.composer.composition.plan import Plan
from klangwerk.engines.composer.composition.rhythm.parts import percussion_parts
from klangwerk.engines.composer.genres import FACTS, Genre
from klangwerk.engines.composer.instruments.catalog import Instrument
from klangwerk.engines.composer.instruments.drums import Drum
from klangwerk.engines.composer.score import Note, Part, Section, SectionKind, Stem
from tests.engines.composer.composition.feel.plans import LOOP, SONG, K, plan

CHORUS = ((K.CHORUS, 8, 1.0),)
SNARES = {Drum.SNARE, Drum.CLAP, Drum.RIM, Drum.SNARE_ALT}
KICKS = {Drum.KICK, Drum.KICK_SOFT}
FILL_DRUMS = {
    Drum.SNARE,
    Drum.CLAP,
    Drum.TOM_HIGH,
    Drum.TOM_MID,
    Drum.TOM_LOW,
    Drum.TOM_FLOOR,
    Drum.TIMBALE,
    Drum.CONGA_HIGH,
}
QUIET = {Genre.AMBIENT, Genre.CLASSICAL}


def _parts(made: Plan, seed: int = 0) -> tuple[Part, ...]:
    return percussion_parts(made, np.random.default_rng(seed))


@cache
def _chorus(genre: Genre, seed: int) -> list[Note]:
    """What drums play in eight full bars."""
    return _drums(_parts(plan(genre, form=CHORUS), seed))


def _drums(parts: tuple[Part, ...]) -> list[Note]:
    return [note for part in parts if part.instrument is not Instrument.TRANSITIONS for note in part.notes]


def _effects(parts: tuple[Part, ...]) -> list[Note]:
    return [note for part in parts if part.instrument is Instrument.TRANSITIONS for note in part.notes]


def _places(notes: list[Note], drums: set[Drum], *, quietest: float = 0.0) -> set[float]:
    """Where in the bar some drums are struck, in eighths of a beat that swing and hand are rounded to."""
    return {
        round(note.start_beats * 4) / 4 for note in notes if note.pitch in drums and note.velocity >= quietest
    }


def _within(notes: list[Note], section: Section) -> list[Note]:
    return [
        note for note in notes if section.start_bar * 4 - 0.1 <= note.start_beats < section.stop_bar * 4 - 0.1
    ]


@settings(max_examples=25, deadline=None)
@given(
    genre=st.sampled_from(list(Genre)),
    seed=st.integers(0, 10_000),
    looping=st.booleans(),
    form=st.lists(
        st.tuples(st.sampled_from(list(SectionKind)), st.integers(1, 9), st.floats(0.0, 1.0)),
        min_size=1,
        max_size=5,
    ),
    beats_per_bar=st.sampled_from([3, 4, 4, 4, 6]),
)
def test_any_plan_is_played_in_time_order_inside_the_piece(
    genre: Genre, seed: int, looping: bool, form: list[tuple[SectionKind, int, float]], beats_per_bar: int
) -> None:
    made = plan(genre, form=tuple(form), looping=looping, beats_per_bar=beats_per_bar)
    end = made.bars * made.beats_per_bar
    parts = _parts(made, seed)
    assert len({part.instrument for part in parts}) == len(parts)
    for part in parts:
        assert part.stem is Stem.PERCUSSION
        assert part.notes
        for before, after in pairwise(part.notes):
            assert before.start_beats <= after.start_beats
        for note in part.notes:
            Drum(note.pitch)
            assert 0.0 <= note.start_beats < end + (0.0 if looping else 0.05)
            assert 0.0 < note.velocity <= 1.0
            assert note.velocity * 32 == pytest.approx(round(note.velocity * 32))
            assert note.duration_beats > 0.0
            if part.instrument is not Instrument.TRANSITIONS:
                assert note.pitch > Drum.VINYL


@pytest.mark.parametrize("genre", list(Genre))
def test_chance_decides_and_only_chance(genre: Genre) -> None:
    made = plan(genre, form=LOOP)
    first = _parts(made, 3)
    assert first == _parts(made, 3)
    assert first != _parts(made, 4)


@pytest.mark.parametrize("genre", sorted(set(Genre) - QUIET))
def test_a_beat_can_be_followed(genre: Genre) -> None:
    """In full sections something is struck on nearly every beat, whatever the groove."""
    for seed in range(4):
        notes = _chorus(genre, seed)
        beats = {
            round(note.start_beats)
            for note in notes
            if abs(note.start_beats - round(note.start_beats)) < 0.06
        }
        assert len(beats & set(range(32))) >= 26, seed


@pytest.mark.parametrize("genre", [Genre.HOUSE, Genre.DEEP_HOUSE, Genre.TECHNO, Genre.TRANCE, Genre.DISCO])
def test_the_kick_is_on_every_beat_on_dance_floors(genre: Genre) -> None:
    for seed in range(5):
        kicks = _places(_chorus(genre, seed), KICKS)
        assert len(set(map(float, range(28))) - kicks) <= 2  # a fill may take one


@pytest.mark.parametrize(
    "genre",
    [
        Genre.ROCK,
        Genre.POP,
        Genre.FUNK,
        Genre.DISCO,
        Genre.BOOM_BAP,
        Genre.SYNTHWAVE,
        Genre.UK_GARAGE,
        Genre.LOFI,
        Genre.BLUES,
    ],
)
def test_the_backbeat_is_on_two_and_four(genre: Genre) -> None:
    for seed in range(5):
        struck = _places(_chorus(genre, seed), SNARES, quietest=0.5)
        backbeats = {bar * 4 + beat for bar in range(7) for beat in (1.0, 3.0)}
        assert len(backbeats & struck) >= 10, seed
        assert len({float(bar * 4) for bar in range(7)} & struck) <= 2


@pytest.mark.parametrize("genre", [Genre.DUBSTEP, Genre.TRAP])
def test_half_time_has_its_snare_on_three(genre: Genre) -> None:
    for seed in range(5):
        struck = _places(_chorus(genre, seed), {Drum.SNARE, Drum.CLAP}, quietest=0.65)
        bars = range(6)
        assert {bar * 4 + 2.0 for bar in bars} <= struck
        assert len({bar * 4 + beat for bar in bars for beat in (1.0, 3.0)} & struck) <= 3


def test_drum_and_bass_is_a_two_step_at_least() -> None:
    for seed in range(5):
        notes = _chorus(Genre.DRUM_AND_BASS, seed)
        assert {1.0, 5.0} <= _places(notes, {Drum.SNARE}, quietest=0.6)
        assert 2.5 in _places(notes, KICKS, quietest=0.6)
        assert 2.0 not in _places(notes, KICKS)


def test_reggae_drops_the_one() -> None:
    grooves = [_places(_chorus(Genre.REGGAE, seed), KICKS) for seed in range(12)]
    dropped = [kicks for kicks in grooves if not {0.0, 4.0, 8.0} & kicks]
    assert len(dropped) >= 3
    assert all({1.0, 3.0} <= kicks for kicks in dropped)


def test_bossa_nova_has_a_clave_of_two_bars() -> None:
    for seed in range(4):
        rim = _places(_chorus(Genre.BOSSA_NOVA, seed), {Drum.RIM})
        first, second = ({place % 4 for place in rim if bar * 4 <= place < bar * 4 + 4} for bar in (0, 1))
        assert first != second
        assert {frozenset(first), frozenset(second)} & {frozenset({0.0, 1.5, 3.0}), frozenset({1.0, 2.5})}


def test_jazz_rides() -> None:
    made = plan(Genre.JAZZ, form=CHORUS)
    ride = [note.start_beats for note in _drums(_parts(made, 1)) if note.pitch in (Drum.RIDE, Drum.SNARE_ALT)]
    between = [beats % 1.0 for beats in ride if 0.3 < beats % 1.0 < 0.9]
    assert np.mean(between) == pytest.approx(FACTS[Genre.JAZZ].swing, abs=0.04)
    pedal = _places(_drums(_parts(made, 1)), {Drum.HAT_PEDAL})
    assert {1.0, 3.0, 5.0, 7.0} <= pedal


@pytest.mark.parametrize("genre", sorted(set(Genre) - QUIET))
def test_what_leads_to_a_new_section_is_fuller_than_the_bars_before(genre: Genre) -> None:
    """Strokes of the drums that fills are played on, in last bars and in others, over some tracks."""
    last, others = [], []
    form = ((K.VERSE, 8, 0.7), (K.CHORUS, 8, 1.0), (K.VERSE, 8, 0.7), (K.CHORUS, 8, 1.0))
    made = plan(genre, form=form)
    for seed in range(5):
        counts: dict[int, int] = defaultdict(int)
        for note in _drums(_parts(made, seed)):
            if note.pitch in FILL_DRUMS:
                counts[int((note.start_beats + 0.06) // 4)] += 1
        for section in made.sections[:-1]:
            last.append(counts[section.stop_bar - 1])
            others += [counts[bar] for bar in range(section.start_bar, section.stop_bar - 1)]
    assert np.mean(last) > np.mean(others) + 0.3


def test_builds_accelerate_and_lose_their_kick() -> None:
    made = plan(Genre.TRANCE)
    build = made.sections[2]
    parts = _parts(made, 2)
    strokes = [note for note in _within(_drums(parts), build) if note.pitch == Drum.SNARE]
    bars = [
        sum(bar * 4 <= note.start_beats < bar * 4 + 4 for note in strokes)
        for bar in range(build.start_bar, build.stop_bar)
    ]
    assert bars == sorted(bars)
    assert bars[-1] >= 3 * bars[0]
    assert strokes[-1].velocity > 1.5 * strokes[0].velocity
    kicks = _places(_drums(parts), KICKS)
    assert not {build.stop_bar * 4 - 2.0, build.stop_bar * 4 - 1.0} & kicks
    risers = [note for note in _effects(parts) if note.pitch == Drum.RISER]
    assert any(note.start_beats + note.duration_beats == pytest.approx(build.stop_bar * 4) for note in risers)
    assert any(
        note.pitch == Drum.IMPACT and note.start_beats == build.stop_bar * 4 for note in _effects(parts)
    )


def test_choruses_begin_with_a_crash_and_loops_do_not() -> None:
    made = plan(Genre.POP)
    crashes = _places(_drums(_parts(made, 1)), {Drum.CRASH})
    assert {section.start_bar * 4.0 for section in made.sections if section.kind is K.CHORUS} <= crashes
    for seed in range(6):
        looped = _drums(_parts(plan(Genre.HOUSE, form=LOOP, looping=True), seed))
        assert 0.0 not in _places(looped, {Drum.CRASH})


def test_sections_without_percussion_have_none_and_breakdowns_no_kick() -> None:
    for genre in Genre:
        made = plan(genre, silent=frozenset({K.VERSE}))
        notes = _drums(_parts(made, 1))
        for section in made.sections:
            inside = _within(notes, section)
            if section.kind is K.VERSE:
                assert not inside
            if section.kind is K.BREAKDOWN:
                assert not {note.pitch for note in inside} & KICKS


@pytest.mark.parametrize("genre", [Genre.HOUSE, Genre.ROCK, Genre.CINEMATIC, Genre.POP])
def test_the_ending_is_one_hit(genre: Genre) -> None:
    made = plan(genre)
    ending = _within(_drums(_parts(made, 5)), made.sections[-1])
    assert {Drum.KICK, Drum.CRASH} <= {note.pitch for note in ending}
    assert max(note.start_beats for note in ending) - made.sections[-1].start_bar * 4 < 0.1


def test_intros_are_thinner_than_choruses() -> None:
    for genre in set(Genre) - QUIET - {Genre.JAZZ, Genre.BOSSA_NOVA}:  # who play on as they are
        made = plan(genre)
        notes = _drums(_parts(made, 7))
        intro, chorus = (
            len(_within(notes, made.sections[index])) / made.sections[index].bars for index in (0, 3)
        )
        assert intro < chorus, genre


def test_kits_that_were_asked_for_play_and_those_refused_do_not() -> None:
    asked = plan(Genre.HOUSE, instruments=(Instrument.KIT_808, Instrument.KIT_LATIN))
    for seed in range(4):
        played = {part.instrument for part in _parts(asked, seed)}
        assert {Instrument.KIT_808, Instrument.KIT_LATIN} <= played
        assert Instrument.KIT_909 not in played
    refused = frozenset({Instrument.KIT_LATIN, Instrument.TRANSITIONS, Instrument.KIT_FUNK})
    for seed in range(6):
        played = {part.instrument for part in _parts(plan(Genre.DISCO, without_instruments=refused), seed)}
        assert played == {Instrument.KIT_POP}
    nothing = plan(
        Genre.TECHNO, without_instruments=frozenset({Instrument.KIT_TECHNO, Instrument.TRANSITIONS})
    )
    assert _parts(nothing, 1) == ()


def _profile(genre: Genre, seed: int) -> np.ndarray:
    """How often which kind of drum is struck on which sixteenth of a bar, and the tempo's share of the way to 180 bpm."""
    kinds = [
        KICKS,
        {Drum.SNARE, Drum.CLAP},
        {Drum.RIM, Drum.SNARE_ALT},
        {Drum.HAT_CLOSED, Drum.HAT_PEDAL},
        {Drum.HAT_OPEN},
        {Drum.RIDE, Drum.CRASH},
    ]
    table = np.zeros((len(kinds) + 1, 16))
    for note in _chorus(genre, seed):
        row = next((index for index, kind in enumerate(kinds) if note.pitch in kind), len(kinds))
        table[row, round(note.start_beats * 4) % 16] += note.velocity
    return np.append(table.ravel() / (np.linalg.norm(table) + 1e-9), FACTS[genre].bpm[1] / 180.0)


def test_genres_are_told_apart_by_their_groove_and_tempo() -> None:
    """Tracks are given to the genre whose mean profile of other seeds is nearest."""
    centres = {genre: np.mean([_profile(genre, seed) for seed in range(5)], axis=0) for genre in Genre}
    right = 0
    for genre in Genre:
        other = _profile(genre, 8)
        found = min(centres, key=lambda one: float(np.linalg.norm(centres[one] - other)))
        right += found is genre
    assert right / len(Genre) > 0.75


def test_effects_are_for_genres_that_use_them() -> None:
    assert not _effects(_parts(plan(Genre.JAZZ), 1))
    crackle = [note for note in _effects(_parts(plan(Genre.LOFI), 1)) if note.pitch == Drum.VINYL]
    assert crackle[0].start_beats == 0.0
    assert crackle[-1].start_beats + crackle[-1].duration_beats == pytest.approx(
        sum(bars for _, bars, _ in SONG) * 4
    )
