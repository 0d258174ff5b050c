"""What a description may say: `python -m klangwerk.engines.composer.prompt.documentation > docs/track-prompts.md`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from klangwerk.engines.composer.genres import FACTS, Genre
from klangwerk.engines.composer.params import (
    BPM_MAX,
    BPM_MIN,
    DURATION_S_MAX,
    DURATION_S_MIN,
    PROMPT_CHARS_MAX,
)
from klangwerk.engines.composer.prompt.choosing import DURATION_S_DEFAULT
from klangwerk.engines.composer.prompt.vocabulary.genre_words import genre_terms
from klangwerk.engines.composer.prompt.vocabulary.instrument_words import instrument_terms
from klangwerk.engines.composer.prompt.vocabulary.mood_words import mood_terms
from klangwerk.engines.composer.prompt.vocabulary.structure_words import structure_terms
from klangwerk.engines.composer.prompt.vocabulary.terms import InstrumentTerm, SectionTerm

_INTRODUCTION = f"""\
# What the description of a track understands

<!-- Made by `python -m klangwerk.engines.composer.prompt.documentation`; do not edit. -->

Free text in English or German, mixed as you like, at most {PROMPT_CHARS_MAX} characters. It is read from left to
right, the longest known phrase first. `metadata.interpretation` says what was understood, `ignored` which words were
not, and `notes` what was decided where a description contradicts itself or asks for what cannot be. What it leaves
open is chosen by the seed.

| Said | Examples | If nothing is said |
|---|---|---|
| length | "30 seconds", "2:30", "half a minute", "anderthalb Minuten", "8 bars" | {DURATION_S_DEFAULT:g} s |
| tempo | "124 bpm", "tempo 95", "90 Schläge pro Minute", "slow", "schnell" | a usual one of the genre |
| key | "in F# minor", "Eb major", "Cm", "D dorian", "a-Moll", "H-Dur", "in minor" | one that suits genre and mood |
| without | "no drums", "ohne Bass", "drumless", "solo piano", "nur Schlagzeug" | all four stems play |
| loop | "loop", "seamless", "Endlosschleife" | it begins and ends |

Lengths are {DURATION_S_MIN:g} s to {DURATION_S_MAX / 60:g} minutes, tempi {BPM_MIN:g} to {BPM_MAX:g} bpm; what lies
beyond is bent to the nearest and told. A loop is whole bars; where length and tempo are both given, the nearest
number of bars is taken. German B is B flat where Dur or Moll follows. Voices cannot be made: an instrument takes the
melody. *No, not, without, ohne, kein, nicht …* turn what follows into its opposite.

Inflected German words are understood ("ruhiges", "dunkler"), and so are plurals and slips of the fingers in longer
words.
"""


def document() -> str:
    """The whole page."""
    return "\n".join([_INTRODUCTION, *_genres(), *_moods(), *_instruments(), *_structure()]).rstrip() + "\n"


def _genres() -> Iterator[str]:
    names: dict[Genre, list[str]] = {genre: [] for genre in Genre}
    nearest: dict[Genre, list[str]] = {genre: [] for genre in Genre}
    for said, term in genre_terms():
        (nearest if term.nearest_to else names)[term.genre] += _split(said)
    yield "## Genres\n"
    yield "| Genre | bpm | Also | Taken as the nearest, and said so |"
    yield "|---|---|---|---|"
    for genre, facts in FACTS.items():
        also = _listed(name for name in names[genre] if name != genre.value)
        yield f"| {genre.value} | {facts.bpm[0]:g} to {facts.bpm[2]:g} | {also} | {_listed(nearest[genre])} |"
    yield ""


def _moods() -> Iterator[str]:
    yield "## Moods and scenes\n"
    yield "| Mood | Energy | Brightness | Leans to | Also |"
    yield "|---|---|---|---|---|"
    for said, term in mood_terms():
        lean = {-1: "minor", 0: "", 1: "major"}[term.mode]
        also = _listed(name for name in _split(said) if name != term.name)
        yield f"| {term.name} | {term.energy:+.2f} | {term.brightness:+.2f} | {lean} | {also} |"
    yield ""


def _instruments() -> Iterator[str]:
    yield "## Instruments\n"
    yield "| Instrument or group | Said as |"
    yield "|---|---|"
    for said, term in instrument_terms():
        name = term.instruments[0].value if isinstance(term, InstrumentTerm) else f"**{term.stem.value}**"
        yield f"| {name} | {_listed(_split(said))} |"
    yield ""


def _structure() -> Iterator[str]:
    yield "## Form, and the whole\n"
    yield "| Meaning | Said as |"
    yield "|---|---|"
    for said, term in structure_terms():
        name = term.kind.value if isinstance(term, SectionTerm) else term.wish.value
        yield f"| {name} | {_listed(_split(said))} |"


def _split(names: str) -> list[str]:
    """Names as people write them: `tief*` and `dunkel/dunkl*` are told by their base."""
    return [name.strip().partition("/")[0].removesuffix("*") for name in names.split(",")]


def _listed(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))


if __name__ == "__main__":
    print(document(), end="")  # noqa: T201  this is what it is for
