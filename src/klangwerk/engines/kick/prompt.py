"""A free-text prompt becomes known words and slider values; what is not understood is said, never dropped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from klangwerk.engines.kick.params import DEFAULT_PROMPT
from klangwerk.engines.kick.prompt_spelling import nearest_words
from klangwerk.engines.kick.prompt_stopwords import ADVERBS, FILLERS, NEGATION_LINKS, NEGATORS
from klangwerk.engines.kick.prompt_values import SaidValue, find_values
from klangwerk.engines.kick.vocabulary import PHRASES, WORD_BY_NAME
from klangwerk.engines.language.tokens import normalised, tokenise

_PHRASE_MAX_TOKENS: Final = max(len(key) for key in (*PHRASES, *NEGATORS))

_NOUN_GROUPS: Final = frozenset({"genre", "style", "generic"})  # adverbs do not go with these: "a heavy kick"


class ReadAs(StrEnum):
    """What became of a piece of the prompt."""

    WORD = "word"  # a listed name or synonym
    MAPPED = "mapped"  # taken for a word: misspelled, inflected, negated
    IGNORED = "ignored"
    SLIDER = "slider"
    FILLER = "filler"  # a stop word or an intensifier


@dataclass(frozen=True, slots=True)
class Mapping:
    """Something said that was taken to mean a known word."""

    said: str
    to: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One piece of the prompt and how it was understood. The readings together hold every token."""

    said: str
    read_as: ReadAs
    to: tuple[str, ...] = ()  # canonical words, or the slider's name


@dataclass(frozen=True, slots=True)
class ParsedPrompt:
    """What the engine makes of a prompt."""

    text: str
    words: tuple[str, ...]  # canonical, in order of mention, each once; the mapped ones included
    mapped: tuple[Mapping, ...]
    ignored: tuple[str, ...]
    length_s: float | None
    pitch_hz: float | None
    readings: tuple[Reading, ...] = ()

    @property
    def known(self) -> tuple[str, ...]:
        """The canonical words that were said outright, by name or listed synonym."""
        return tuple(dict.fromkeys(word for r in self.readings if r.read_as is ReadAs.WORD for word in r.to))


def parse(text: str) -> ParsedPrompt:
    """Understand English, German or a mixture. Never raises; a text without any token is DEFAULT_PROMPT."""
    clean = normalised(text)
    if not tokenise(clean):
        clean = DEFAULT_PROMPT
    reader = _Reader(clean)
    readings = tuple(reader.read())
    words = [word for r in readings if r.read_as in (ReadAs.WORD, ReadAs.MAPPED) for word in r.to]
    mapped = [Mapping(r.said, word) for r in readings if r.read_as is ReadAs.MAPPED for word in r.to]
    return ParsedPrompt(
        text=clean,
        words=tuple(dict.fromkeys(words)),
        mapped=tuple(dict.fromkeys(mapped)),
        ignored=tuple(dict.fromkeys(r.said for r in readings if r.read_as is ReadAs.IGNORED)),
        length_s=reader.sliders.get("length_s"),
        pitch_hz=reader.sliders.get("pitch_hz"),
        readings=readings,
    )


class _Reader:
    """One walk over the tokens of a text, left to right, longest phrase first."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokenise(text)
        self.sliders: dict[str, float] = {}
        self._values = {index: (size, value) for index, size, value in self._placed_values()}

    def read(self) -> Iterator[Reading]:
        """Every token of the text, in readings."""
        index = 0
        negated_until = 0  # "or click" right after "no noise" is negated too
        while index < len(self.tokens):
            size = self._negator_size(index)
            if not size and index == negated_until and index and self._continues_negation(index):
                size = 1
            if size:
                reading, index = self._negated(index, size)
                negated_until = index
            else:
                reading, index = self._plain(index)
            yield reading

    def _plain(self, index: int) -> tuple[Reading, int]:
        if index in self._values:
            size, value = self._values[index]
            return self._slider(value), index + size
        if self._is_filler(index):
            return Reading(self._said(index, 1), ReadAs.FILLER), index + 1
        size, name = self._phrase(index)
        if name is not None:
            return Reading(self._said(index, size), ReadAs.WORD, (name,)), index + size
        near = nearest_words(self.tokens[index].key)
        return Reading(self._said(index, 1), ReadAs.MAPPED if near else ReadAs.IGNORED, near), index + 1

    def _slider(self, value: SaidValue) -> Reading:
        said = self.text[value.start : value.end].strip()  # with the signs that are no tokens: -50 Hz, F#1
        if not value.in_range or value.value is None or value.slider in self.sliders:
            return Reading(said, ReadAs.IGNORED)
        self.sliders[value.slider] = value.value
        return Reading(said, ReadAs.SLIDER, (value.slider,))

    def _negated(self, start: int, size: int) -> tuple[Reading, int]:
        """A negator, the filler after it and the word it turns into its opposite; two negators cancel out."""
        index = start + size
        turned = True
        while index < len(self.tokens) and not self.tokens[index].begins_clause:
            size = self._negator_size(index)
            if size:
                turned = not turned
                index += size
                continue
            if index in self._values:  # "not 50 Hz" sets nothing
                index += self._values[index][0]
                return Reading(self._said(start, index - start), ReadAs.IGNORED), index
            if self._is_filler(index):
                index += 1
                continue
            size, name = self._phrase(index)
            names = (name,) if name is not None else nearest_words(self.tokens[index].key)
            index += size if name is not None else 1
            meant = tuple(WORD_BY_NAME[each].opposite if turned else each for each in names)
            to = tuple(each for each in meant if each is not None)
            return self._negated_reading(start, index, to if len(to) == len(names) else ()), index
        return self._negated_reading(start, index, ()), index

    def _negated_reading(self, start: int, end: int, to: tuple[str, ...]) -> Reading:
        return Reading(self._said(start, end - start), ReadAs.MAPPED if to else ReadAs.IGNORED, to)

    def _phrase(self, index: int) -> tuple[int, str | None]:
        """Size and word of the longest known phrase at a token."""
        for size in range(self._clause_left(index), 0, -1):
            word = PHRASES.get(self._keys(index, size))
            if word is not None and not any(index + ahead in self._values for ahead in range(size)):
                return size, word.name
        return 0, None

    def _is_filler(self, index: int) -> bool:
        """Whether a token says nothing of its own: a stop word, or "leicht" in "leicht verzerrt"."""
        key = self.tokens[index].key
        if self._phrase(index)[0] == 0:
            return key in FILLERS
        if key not in ADVERBS or self._clause_left(index) == 1:
            return False
        if key == "little":  # "a little kick" is small, "a little dark" is not
            if self._keys(index + 1, 1) == ("bit",):
                return True
            if index == 0 or self.tokens[index - 1].key != "a":
                return False
        _, modified = self._phrase(index + 1)
        return modified is not None and WORD_BY_NAME[modified].group not in _NOUN_GROUPS

    def _negator_size(self, index: int) -> int:
        """Tokens of the negator at an index; 0 where there is none or a longer phrase begins ("non stop")."""
        if index in self._values or self._keys(max(index - 1, 0), 2) == (
            "ein",
            "wenig",
        ):  # "wenig Hall" is dry
            return 0
        phrase_size, _ = self._phrase(index)
        sizes = range(self._clause_left(index), phrase_size, -1)
        return next((size for size in sizes if self._keys(index, size) in NEGATORS), 0)

    def _continues_negation(self, index: int) -> bool:
        follows = index + 1 < len(self.tokens) and not self.tokens[index + 1].begins_clause
        token = self.tokens[index]
        return follows and not token.begins_clause and token.key in NEGATION_LINKS

    def _clause_left(self, index: int) -> int:
        """How many tokens a phrase that starts here may take: none crosses a comma."""
        size = 1
        while size < _PHRASE_MAX_TOKENS and index + size < len(self.tokens):
            if self.tokens[index + size].begins_clause:
                break
            size += 1
        return size

    def _placed_values(self) -> Iterator[tuple[int, int, SaidValue]]:
        """Slider values by their first token and number of tokens."""
        for value in find_values(self.text):
            touched = [i for i, t in enumerate(self.tokens) if t.start < value.end and t.end > value.start]
            if (
                not touched
                or self.tokens[touched[0]].start < value.start
                or self.tokens[touched[-1]].end > value.end
            ):
                continue  # half a token: an accent stands on the unit
            first, size = touched[0], len(touched)
            phrase_sizes = range(size, self._clause_left(first) + 1)
            if not any(self._keys(first, longer) in PHRASES for longer in phrase_sizes):  # 808s, 90s hip hop
                yield first, size, value

    def _keys(self, index: int, size: int) -> tuple[str, ...]:
        return tuple(token.key for token in self.tokens[index : index + size])

    def _said(self, index: int, size: int) -> str:
        return self.text[self.tokens[index].start : self.tokens[index + size - 1].end]
