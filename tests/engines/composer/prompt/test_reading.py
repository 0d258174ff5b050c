"""What a description is taken to mean."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klangwerk.engines.composer.brief import Brief
from klangwerk.engines.composer.genres import FACTS, Genre
from klangwerk.engines.composer.instruments.catalog import Instrument as I
from klangwerk.engines.composer.keys import SCALES, Key, Mode
from klangwerk.engines.composer.params import TrackParams
from klangwerk.engines.composer.prompt.reading import read
from klangwerk.engines.composer.prompt.vocabulary.lexicon import PHRASES
from klangwerk.engines.composer.prompt.vocabulary.terms import GenreTerm
from klangwerk.engines.composer.score import SectionKind, Stem
from klangwerk.engines.contracts import InvalidParams


def brief(prompt: str, *, seed: int = 1, **beside: object) -> Brief:
    return read(TrackParams(prompt=prompt, **beside), seed=seed)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("prompt", "seconds"),
    [
        ("30 seconds of house", 30),
        ("30s house", 30),
        ("a 45-second jingle", 45),
        ("2:30 techno", 150),
        ("house, 2:05 min long", 125),
        ("half a minute of jazz", 30),
        ("one and a half minutes of jazz", 90),
        ("1.5 minutes", 90),
        ("1,5 Minuten", 90),
        ("2 min 30 s", 150),
        ("2 minutes and 10 seconds of funk", 130),
        ("two minutes of rock", 120),
        ("a minute and a half of rock", 90),
        ("thirty seconds", 30),
        ("eine halbe Minute Jazz", 30),
        ("anderthalb Minuten", 90),
        ("90 Sekunden Techno", 90),
        ("eine Minute lang", 60),
        ("dreißig Sekunden", 30),
        ("zwei Minuten", 120),
    ],
)
def test_durations(prompt: str, seconds: float) -> None:
    found = brief(prompt)
    assert found.duration_s == seconds
    assert "duration_s" in found.asked


def test_bars_are_a_duration() -> None:
    assert brief("8 bars of techno at 120 bpm").duration_s == pytest.approx(16)
    assert brief("16 Takte House bei 128 bpm").duration_s == pytest.approx(30)


@pytest.mark.parametrize(("prompt", "seconds"), [("techno, 20 minutes", 300), ("1 second of house", 4)])
def test_a_length_out_of_range_is_bent_and_told(prompt: str, seconds: float) -> None:
    found = brief(prompt)
    assert found.duration_s == seconds
    assert any("became" in note for note in found.notes)


@pytest.mark.parametrize(
    ("prompt", "bpm"),
    [
        ("house at 124 bpm", 124),
        ("174bpm drum and bass", 174),
        ("tempo 95 hip hop", 95),
        ("Tempo: 72, reggae", 72),
        ("bpm 140 trap", 140),
        ("120 beats per minute", 120),
        ("90 Schläge pro Minute", 90),
        ("99.5 bpm", 99.5),
    ],
)
def test_tempi(prompt: str, bpm: float) -> None:
    found = brief(prompt)
    assert found.bpm == bpm
    assert "bpm" in found.asked


def test_a_tempo_out_of_range_is_bent_and_told() -> None:
    found = brief("techno at 900 bpm")
    assert found.bpm == 220
    assert any("900" in note for note in found.notes)


@pytest.mark.parametrize(
    ("prompt", "key"),
    [
        ("house in A minor", Key(9, Mode.MINOR)),
        ("jazz in F# minor", Key(6, Mode.MINOR)),
        ("jazz in F-sharp minor", Key(6, Mode.MINOR)),
        ("Eb major ballad", Key(3, Mode.MAJOR)),
        ("pop in B flat major", Key(10, Mode.MAJOR)),
        ("techno in Cm", Key(0, Mode.MINOR)),
        ("trap, F#m", Key(6, Mode.MINOR)),
        ("funk in D dorian", Key(2, Mode.DORIAN)),
        ("Klassik in a-Moll", Key(9, Mode.MINOR)),
        ("Pop in Cis-Dur", Key(1, Mode.MAJOR)),
        ("Rock in h-Moll", Key(11, Mode.MINOR)),
        ("Rock in B-Dur", Key(10, Mode.MAJOR)),
        ("rock in B major", Key(11, Mode.MAJOR)),
        ("Walzer in es-Moll", Key(3, Mode.MINOR)),
        ("metal in E phrygian", Key(4, Mode.PHRYGIAN)),
        ("C harmonic minor", Key(0, Mode.HARMONIC_MINOR)),
    ],
)
def test_keys(prompt: str, key: Key) -> None:
    found = brief(prompt)
    assert found.key == key
    assert "key" in found.asked


def test_a_tonic_alone_leaves_the_mode_to_the_genre() -> None:
    assert brief("house in G").key.tonic == 7
    assert brief("key of d, metal").key.tonic == 2


@pytest.mark.parametrize(
    "prompt", ["a minor hit", "play it in a loop", "in a rush", "an as good as new beat", "das Es"]
)
def test_what_is_no_key_is_not_taken_for_one(prompt: str) -> None:
    assert "key" not in brief(prompt).asked


def test_mode_words() -> None:
    for seed in range(8):
        assert brief("house in major", seed=seed).key.mode in {Mode.MAJOR, Mode.LYDIAN, Mode.MIXOLYDIAN}
        assert brief("pop in Moll", seed=seed).key.is_minor


def test_sad_leans_to_minor_and_happy_to_major() -> None:
    sad = sum(brief("sad pop", seed=seed).key.is_minor for seed in range(60))
    happy = sum(brief("happy pop", seed=seed).key.is_minor for seed in range(60))
    assert sad > 25
    assert happy < 15


@pytest.mark.parametrize("genre", list(Genre))
def test_every_genre_is_known_by_its_name(genre: Genre) -> None:
    found = brief(f"some {genre.value} please")
    assert found.genre is genre
    assert "genre" in found.asked
    low, _, high = FACTS[genre].bpm
    assert low <= found.bpm <= high
    assert found.key.mode in FACTS[genre].modes
    assert not found.ignored


@pytest.mark.parametrize(
    ("prompt", "genre"),
    [
        ("30 seconds peaceful lo-fi chill hop track", Genre.CHILLHOP),
        ("dnb roller", Genre.DRUM_AND_BASS),
        ("epische Filmmusik", Genre.CINEMATIC),
        ("klassisches Streichquartett", Genre.CLASSICAL),
        ("jazzy house", Genre.HOUSE),
        ("house with jazzy chords", Genre.HOUSE),
        ("funky", Genre.FUNK),
        ("8-bit video game music", Genre.CHIPTUNE),
        ("hiphop", Genre.BOOM_BAP),
        ("technobeat", Genre.TECHNO),
        ("dubstpe", Genre.DUBSTEP),
        ("reggea", Genre.REGGAE),
        ("distorted guitars everywhere", Genre.METAL),
        ("something for studying on a rainy day", Genre.LOFI),
        ("80er Synthesizer", Genre.SYNTHWAVE),
        ("acoustic campfire song", Genre.FOLK),
    ],
)
def test_genres_by_other_names(prompt: str, genre: Genre) -> None:
    assert brief(prompt).genre is genre


def test_a_genre_that_is_none_of_ours_leads_to_the_nearest_and_is_told() -> None:
    found = brief("country with banjo")
    assert found.genre is Genre.FOLK
    assert any("country" in note and "folk" in note for note in found.notes)


def test_a_second_genre_is_told() -> None:
    found = brief("techno with a reggae break")
    assert found.genre is Genre.TECHNO
    assert any("reggae" in note for note in found.notes)


@pytest.mark.parametrize(
    ("prompt", "without"),
    [
        ("house, no drums", {Stem.PERCUSSION}),
        ("house without drums or bass", {Stem.PERCUSSION, Stem.BASS}),
        ("Jazz ohne Schlagzeug", {Stem.PERCUSSION}),
        ("Jazz ohne Bass und Schlagzeug", {Stem.PERCUSSION, Stem.BASS}),
        ("kein Bass, Techno", {Stem.BASS}),
        ("drumless ambient", {Stem.PERCUSSION}),
        ("metal, no melody", {Stem.MELODY}),
        ("solo piano", {Stem.PERCUSSION, Stem.BASS}),
        ("nur Schlagzeug", {Stem.MELODY, Stem.BASS, Stem.CHORDS}),
        ("only drums and bass guitar, funk", {Stem.MELODY, Stem.CHORDS}),
        ("drums, no intro", set()),
    ],
)
def test_what_stays_silent(prompt: str, without: set[Stem]) -> None:
    assert brief(prompt).without == without


def test_everything_ruled_out_leaves_the_melody() -> None:
    found = brief("no drums, no bass, no chords, no melody")
    assert Stem.MELODY not in found.without
    assert found.notes


@pytest.mark.parametrize(
    ("prompt", "wanted", "unwanted"),
    [
        ("techno with a big drop", {SectionKind.DROP}, set()),
        ("pop, no intro", set(), {SectionKind.INTRO}),
        (
            "Rock mit Strophe und Refrain, ohne Intro",
            {SectionKind.VERSE, SectionKind.CHORUS},
            {SectionKind.INTRO},
        ),
        ("trance with a build-up and a breakdown", {SectionKind.BUILD, SectionKind.BREAKDOWN}, set()),
        ("jazz with a solo", {SectionKind.SOLO}, set()),
    ],
)
def test_structure(prompt: str, wanted: set[SectionKind], unwanted: set[SectionKind]) -> None:
    found = brief(prompt)
    assert found.wanted_sections == wanted
    assert found.unwanted_sections == unwanted


@pytest.mark.parametrize(
    "prompt", ["loopable house", "a seamless techno loop", "Endlosschleife, Jazz", "house, looping"]
)
def test_loops(prompt: str) -> None:
    assert brief(prompt).looping
    assert brief("house", looping=True).looping
    assert not brief("house, no loop").looping


def test_a_loop_with_a_tempo_is_whole_bars_and_the_difference_is_told() -> None:
    found = brief("house loop, 20 seconds, 126 bpm")
    bars = found.duration_s * 126 / 240
    assert bars == pytest.approx(round(bars))
    assert any("whole bars" in note for note in found.notes)
    assert not brief("house loop, 16 seconds, 120 bpm").notes


@pytest.mark.parametrize(
    ("prompt", "instrument"),
    [
        ("house with piano", I.GRAND_PIANO),
        ("lo-fi with rhodes", I.ELECTRIC_PIANO),
        ("Folk mit Gitarre", I.CLEAN_GUITAR),
        ("techno with a 303", I.ACID_BASS),
        ("trap with 808s", I.BASS_808),
        ("jazz sax", I.TENOR_SAX),
        ("Streicher und Chor", I.CHOIR),
        ("a violin piece", I.SOLO_VIOLIN),
    ],
)
def test_instruments(prompt: str, instrument: I) -> None:
    assert instrument in brief(prompt).instruments


def test_instruments_that_are_not_wanted() -> None:
    assert I.GRAND_PIANO in brief("house without piano").without_instruments
    assert I.GRAND_PIANO not in brief("house without piano").instruments


def test_moods_move_energy_and_brightness() -> None:
    plain, calm, wild, dark = (brief(f"{mood} house") for mood in ("", "calm", "aggressive", "dark"))
    assert calm.energy < plain.energy < wild.energy
    assert dark.brightness < plain.brightness
    assert brief("not dark house").brightness > plain.brightness


def test_slow_and_fast() -> None:
    for seed in range(10):
        assert brief("slow techno", seed=seed).bpm < brief("techno", seed=seed).bpm + 3
        assert brief("fast techno", seed=seed).bpm > FACTS[Genre.TECHNO].bpm[1]
        assert brief("langsamer Techno", seed=seed).bpm < FACTS[Genre.TECHNO].bpm[1]


def test_voices_cannot_be_made_and_that_is_said() -> None:
    assert any("Voices" in note for note in brief("pop with female vocals").notes)
    assert not any("Voices" in note for note in brief("pop without vocals").notes)


def test_what_was_not_understood_is_said() -> None:
    found = brief("house with unicorns and glitter")
    assert found.ignored == ("unicorns", "glitter")


def test_what_is_given_beside_the_prompt_wins() -> None:
    found = brief("house at 120 bpm in C major, 2 minutes", bpm=100.0, key="f#m", duration_s=10.0)
    assert (found.bpm, found.key, found.duration_s) == (100.0, Key(6, Mode.MINOR), 10.0)


@pytest.mark.parametrize("key", ["", "H#x", "purple", "in a loop", "C E G", "c#minorish", "9"])
def test_a_key_that_is_none_is_refused(key: str) -> None:
    with pytest.raises(InvalidParams) as refusal:
        brief("house", key=key)
    assert refusal.value.field == "key"


@pytest.mark.parametrize(
    "beside",
    [
        {"duration_s": 3.9},
        {"duration_s": 301.0},
        {"bpm": float("nan")},
        {"bpm": 221.0},
        {"duration_s": float("inf")},
    ],
)
def test_numbers_out_of_range_are_refused(beside: dict[str, float]) -> None:
    with pytest.raises(InvalidParams):
        brief("house", **beside)


def test_a_prompt_too_long_is_refused() -> None:
    with pytest.raises(InvalidParams):
        brief("x" * 1001)


@pytest.mark.parametrize(
    ("prompt", "language"),
    [
        ("dark techno with a drop", "en"),
        ("ruhiges Klavierstück ohne Schlagzeug", "de"),
        ("fröhlicher Pop in C-Dur", "de"),
    ],
)
def test_languages(prompt: str, language: str) -> None:
    assert brief(prompt).language == language


@settings(max_examples=150, deadline=None)
@given(prompt=st.text(max_size=200), seed=st.integers(0, 2**31 - 1))
def test_any_text_gives_a_brief_that_can_be_composed(prompt: str, seed: int) -> None:
    found = brief(prompt, seed=seed)
    assert 4 <= found.duration_s <= 300
    assert 40 <= found.bpm <= 220
    assert 0 <= found.energy <= 1
    assert 0 <= found.brightness <= 1
    assert found.key.mode in SCALES
    assert found == brief(prompt, seed=seed)
    found.to_dict()


_WORDS = st.sampled_from(
    [" ".join(phrase) for phrase in PHRASES] + ["no", "ohne", "and", "30 s", "120 bpm", "in A minor", "2:00"]
)


@settings(max_examples=100, deadline=None)
@given(words=st.lists(_WORDS, max_size=12))
def test_any_words_of_the_vocabulary_give_a_brief(words: list[str]) -> None:
    found = brief(" ".join(words))
    assert found.without != set(Stem)
    assert not found.wanted_sections & found.unwanted_sections


def test_seeds_differ_where_the_prompt_is_open() -> None:
    found = {(b.bpm, b.key) for b in (brief("house", seed=seed) for seed in range(12))}
    assert len(found) > 8


def test_every_genre_has_several_names() -> None:
    for genre in Genre:
        names = [
            phrase for phrase, term in PHRASES.items() if isinstance(term, GenreTerm) and term.genre is genre
        ]
        assert len(names) >= 4
