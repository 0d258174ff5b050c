"""What people type becomes words and values, and nothing they typed is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klangwerk.engines.kick.params import DEFAULT_PROMPT, SLIDERS
from klangwerk.engines.kick.prompt import Mapping, ReadAs, parse
from klangwerk.engines.kick.prompt_stopwords import ADVERBS, FILLERS, NEGATION_LINKS, NEGATORS
from klangwerk.engines.kick.vocabulary import PHRASES, WORD_INDEX, WORDS, Word, phrase_key
from klangwerk.engines.language.tokens import normalised, tokenise


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("deep punchy house", "deep punchy house"),
        ("DEEP, Punchy; HOUSE!", "deep punchy house"),
        ("I want a really deep kick with a long tail", "deep kick long"),
        ("hard-hitting trap 808", "punchy trap 808"),
        ("old-school hip hop kick, dusty vinyl", "boombap kick dusty"),
        ("deep house", "deephouse"),
        ("deep, house", "deep house"),
        ("drum and bass", "dnb"),
        ("drum & bass kick", "dnb kick"),
        ("drum'n'bass", "dnb"),
        ("drum’n’bass", "dnb"),
        ("D&B", "dnb"),
        ("lo-fi", "lofi"),
        ("TR-808", "808"),
        ("80s", "synthwave"),
        ("808s", "808"),
        ("8-bit", "bitcrushed"),
        ("a little dark", "dark"),
        ("a little kick", "small kick"),
        ("rock kick in a big room", "rock kick roomy"),
        ("Sehr tiefer, druckvoller Techno-Kick", "deep punchy techno kick"),
        ("ein richtig fetter, dreckiger Gabber-Kick", "fat distorted gabber kick"),
        ("weicher runder Bass mit langem Ausklang", "soft round subby long"),
        ("dumpf und staubig wie von Kassette", "muffled dusty tape"),
        ("kurzer klickiger Minimal-Kick", "short clicky minimal kick"),
        ("metallischer Industrie-Schlag", "metallic industrial hit"),
        ("übersteuert", "overdriven"),
        ("uebersteuerter", "overdriven"),
        ("u\u0308bersteuertes", "overdriven"),
        ("GROSSE TROMMEL", "kick"),
        ("große Trommel", "kick"),
        ("leicht verzerrt", "distorted"),
        ("leichter Kick", "light kick"),
        ("ein wenig Hall", "reverberant"),
        ("deep deep DEEP", "deep"),
        ("ｄｅｅｐ", "deep"),
    ],
)
def test_known_phrases_in_english_and_german(text: str, words: str) -> None:
    parsed = parse(text)
    assert parsed.words == tuple(words.split())
    assert parsed.mapped == ()
    assert parsed.ignored == ()
    assert parsed.known == parsed.words


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("punhcy", "punchy"),
        ("distored", "distorted"),
        ("tehcno", "techno"),
        ("hardstle", "hardstyle"),
        ("analouge", "analog"),
        ("ubersteuert", "overdriven"),
        ("reverbrant", "reverberant"),
        ("deeper", "deep"),
        ("fattest", "fat"),
        ("punchiest", "punchy"),
        ("verzerrtere", "distorted"),
        ("superdeep", "deep"),
        ("technobeat", "techno"),
    ],
)
def test_an_unlisted_word_goes_to_the_nearest_known_one_and_says_so(text: str, word: str) -> None:
    parsed = parse(f"{text} please")
    assert parsed.words == (word,)
    assert parsed.mapped == (Mapping(said=text, to=word),)
    assert parsed.ignored == ()
    assert parsed.known == ()


def test_a_compound_says_all_its_words() -> None:
    parsed = parse("Holzkick")
    assert parsed.words == ("woody", "kick")
    assert parsed.mapped == (Mapping("Holzkick", "woody"), Mapping("Holzkick", "kick"))


@pytest.mark.parametrize(
    "text", ["cat", "hat", "mouse", "horse", "harp", "42", "707", "日本語", "🔥🔥", "مرحبا", "नमस्ते", "xqzzw"]
)
def test_what_is_near_nothing_is_returned_as_ignored(text: str) -> None:
    parsed = parse(f"deep {text} kick")
    assert parsed.words == ("deep", "kick")
    assert parsed.ignored == (text,)
    assert parsed.mapped == ()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("no noise", "pure"),
        ("without click", "smooth"),
        ("w/o click", "smooth"),
        ("not distorted", "clean"),
        ("not too dark", "bright"),
        ("less bright", "dark"),
        ("free of noise", "pure"),
        ("without any of the reverb", "dry"),
        ("don't make it distorted", "clean"),
        ("not distored", "clean"),
        ("not without reverb", "reverberant"),
        ("ohne hall", "dry"),
        ("kein Rauschen", "pure"),
        ("weniger hell", "dark"),
        ("nicht stark verzerrt", "clean"),
        ("nicht zu lang", "short"),
        ("wenig Hall", "dry"),
    ],
)
def test_a_negated_word_is_its_opposite(text: str, word: str) -> None:
    parsed = parse(text)
    assert parsed.words == (word,)
    assert parsed.mapped == (Mapping(said=text, to=word),)
    assert parsed.ignored == ()


@pytest.mark.parametrize(
    "text", ["no house", "kein Techno", "not 50 Hz", "without flibber", "no drum", "less"]
)
def test_a_negation_without_opposite_is_ignored_whole(text: str) -> None:
    parsed = parse(text)
    assert parsed.words == ()
    assert parsed.ignored == (text,)
    assert (parsed.length_s, parsed.pitch_hz) == (None, None)


@pytest.mark.parametrize(
    "text", ["no noise or click", "weder Rauschen noch Klick", "neither noisy nor clicky"]
)
def test_or_carries_a_negation_on(text: str) -> None:
    assert parse(text).words == ("pure", "smooth")


def test_a_comma_ends_a_negation() -> None:
    parsed = parse("no, deep please")
    assert parsed.words == ("deep",)
    assert parsed.ignored == ("no",)


@pytest.mark.parametrize(
    ("text", "length_s"),
    [
        ("0.4 s", 0.4),
        ("0,4 s", 0.4),
        (".4s", 0.4),
        ("400 ms", 0.4),
        ("400ms", 0.4),
        ("400 milliseconds", 0.4),
        ("0.4-second", 0.4),
        ("decay of 0.4 s", 0.4),
        ("Länge: 0,4 Sekunden", 0.4),
        ("halbe Sekunde", 0.5),
        ("eine halbe Sekunde lang", 0.5),
        ("half a second", 0.5),
        ("1/2 s", 0.5),
        ("½ s", 0.5),
        ("one second", 1.0),
        ("anderthalb Sekunden", 1.5),
        ("1.8 s", 1.8),
    ],
)
def test_a_length_sets_the_slider(text: str, length_s: float) -> None:
    parsed = parse(f"{text} kick")
    assert parsed.length_s == pytest.approx(length_s)
    assert parsed.words == ("kick",)
    assert (parsed.ignored, parsed.mapped) == ((), ())


@pytest.mark.parametrize(
    ("text", "pitch_hz"),
    [
        ("50 Hz", 50.0),
        ("50hz", 50.0),
        ("55.5 hertz", 55.5),
        ("0.05 kHz", 50.0),
        ("tuned to 50 Hz", 50.0),
        ("F1", 43.654),
        ("F#1", 46.249),
        ("Bb1", 58.270),
        ("tuned to G", 48.999),
        ("tuned to F#", 46.249),
        ("key of A", 55.0),
        ("in A minor", 55.0),
        ("in B flat minor", 58.270),
        ("F minor", 43.654),
        ("gestimmt auf Fis", 46.249),
        ("auf H", 61.735),
        ("in Es", 38.891),
    ],
)
def test_a_pitch_sets_the_slider(text: str, pitch_hz: float) -> None:
    parsed = parse(f"kick, {text}")
    assert parsed.pitch_hz == pytest.approx(pitch_hz, abs=0.001)
    assert parsed.words == ("kick",)
    assert (parsed.ignored, parsed.mapped) == ((), ())


@pytest.mark.parametrize(
    "text", ["in a warm room", "IN A WARM ROOM", "tuned: a warm room", "in his warm room", "auf des"]
)
def test_an_article_is_no_note(text: str) -> None:
    assert parse(text).pitch_hz is None


@pytest.mark.parametrize(
    "text",
    ["2 seconds", "1 ms", "440 Hz", "-50 Hz", "A4", "20 Hz", "1/0 s", "99999999999 s", "zwei Sekunden"],
)
def test_a_value_out_of_range_is_ignored_and_said(text: str) -> None:
    parsed = parse(f"deep {text}")
    assert (parsed.length_s, parsed.pitch_hz) == (None, None)
    assert parsed.ignored == (text,)


def test_a_second_value_for_a_slider_is_said_to_be_ignored() -> None:
    parsed = parse("50 Hz, 60 Hz")
    assert parsed.pitch_hz == 50.0
    assert parsed.ignored == ("60 Hz",)


@pytest.mark.parametrize("text", ["", "   ", "...", "\n\t", "—!?"])
def test_an_empty_prompt_is_the_default_one(text: str) -> None:
    assert parse(text) == parse(DEFAULT_PROMPT)
    assert parse(text).words == ("hit", "house")


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.name)
def test_every_name_and_synonym_is_known(word: Word) -> None:
    for phrase in word.phrases():
        parsed = parse(phrase)
        assert (parsed.words, parsed.mapped, parsed.ignored) == ((word.name,), (), ()), phrase


def test_a_lone_surrogate_can_be_stored_and_sent() -> None:
    parsed = parse("deep \ud83d kick")
    assert parsed.words == ("deep", "kick")
    parsed.text.encode("utf-8")
    assert parsed.ignored == ("\ufffd",)


_PIECES = st.one_of(
    st.sampled_from([phrase for word in WORDS for phrase in word.phrases()]),
    st.sampled_from([" ".join(key) for key in NEGATORS]),
    st.sampled_from(sorted(FILLERS | ADVERBS)),
    st.sampled_from(
        [
            "50 Hz",
            "F1",
            "tuned to G",
            "0,4 s",
            "halbe Sekunde",
            "9 s",
            "in A minor",
            "-3 Hz",
            "punhcy",
            "🔥",
            "😀\u200d😀",
            ",",
        ]
    ),
    st.text(max_size=12),
)
_PROMPTS = st.one_of(st.text(max_size=500), st.lists(_PIECES, max_size=12).map(" ".join))


@given(_PROMPTS)
def test_any_text_is_read_and_every_token_of_it_accounted_for(text: str) -> None:
    parsed = parse(text)
    if not tokenise(normalised(text)):
        assert parsed == parse(DEFAULT_PROMPT)
        return
    assert set(parsed.words) <= set(WORD_INDEX)
    said = [token.key for token in tokenise(parsed.text)]
    accounted = [token.key for reading in parsed.readings for token in tokenise(reading.said)]
    assert accounted == said
    for reading in parsed.readings:
        match reading.read_as:
            case ReadAs.WORD:
                assert (PHRASES[phrase_key(reading.said)].name,) == reading.to
            case ReadAs.MAPPED:
                assert reading.to
                assert {Mapping(reading.said, word) for word in reading.to} <= set(parsed.mapped)
            case ReadAs.IGNORED:
                assert reading.said in parsed.ignored
            case ReadAs.SLIDER:
                assert getattr(parsed, reading.to[0]) is not None
            case ReadAs.FILLER:
                assert tokenise(reading.said)[0].key in FILLERS | ADVERBS
    assert set(parsed.words) == {w for r in parsed.readings if r.read_as in ("word", "mapped") for w in r.to}


@given(_PROMPTS)
def test_values_from_a_prompt_are_values_a_slider_can_have(text: str) -> None:
    parsed = parse(text)
    for name in ("length_s", "pitch_hz"):
        value = getattr(parsed, name)
        assert value is None or SLIDERS[name].low <= value <= SLIDERS[name].high


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_a_single_word_is_never_dropped_in_silence(token: str) -> None:
    parsed = parse(token)
    reported = parsed.words or parsed.mapped or parsed.ignored
    assert reported or token in FILLERS | NEGATION_LINKS
