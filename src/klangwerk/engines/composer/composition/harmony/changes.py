"""The chords of a piece: progressions laid over its sections, with cadences where one leads to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from klangwerk.engines.composer.brief import Brief
from klangwerk.engines.composer.composition.harmony.books import book_for
from klangwerk.engines.composer.composition.harmony.numerals import harmony
from klangwerk.engines.composer.composition.harmony.songbook import Songbook
from klangwerk.engines.composer.keys import Key
from klangwerk.engines.composer.score import Chord, Section, SectionKind

Bar = tuple[str, ...]  # the numerals that share it; "%" holds the one before
_K = SectionKind
_PHRASE_BARS = 8
_QUIET = (_K.INTRO, _K.VERSE, _K.OUTRO)


def chords_for(
    brief: Brief, sections: Sequence[Section], beats_per_bar: int, rng: np.random.Generator
) -> tuple[Chord, ...]:
    """Chords without gaps from the first beat to the end of the last bar."""
    book = book_for(brief.genre, brief.key.mode)
    longest = max(section.bars for section in sections)
    chorus = _bars(_chosen(book.chorus, rng))
    verse = _bars(_chosen(book.verse or book.chorus, rng)) if book.verse else chorus
    bridge = _bars(_chosen(book.bridge, rng)) if book.bridge else chorus
    turn, close = _bars(_chosen(book.turn, rng)), _bars(_chosen(book.close, rng))
    final = _bars(_chosen(book.final, rng))
    intro = verse if rng.random() < 0.5 else chorus
    alone = sum(section.kind is not _K.ENDING for section in sections) <= 2
    chords: list[Chord] = []
    for n, section in enumerate(sections):
        if section.kind is _K.ENDING:
            bars = [*final, *[("%",)] * (section.bars - 1)]
        else:
            written = _written(section.kind, chorus, chorus if alone else verse, bridge, intro)
            stretch = book.stretch if longest >= len(written) * book.stretch else 1
            bars = _laid(written, section.bars, stretch, book)
            following = sections[(n + 1) % len(sections)]
            _lead_on(
                bars,
                turn,
                close,
                ends=following.kind is _K.ENDING,
                last=n == len(sections) - 1,
                loops=brief.looping,
            )
        chords += _timed(bars, section.start_bar, beats_per_bar, brief.key)
    return tuple(chords)


def _chosen(texts: tuple[str, ...], rng: np.random.Generator) -> str:
    return texts[int(rng.integers(len(texts)))] if texts else ""


def _bars(text: str) -> list[Bar]:
    return [tuple(bar.split()) for bar in text.split("|")] if text else []


def _written(
    kind: SectionKind, chorus: list[Bar], verse: list[Bar], bridge: list[Bar], intro: list[Bar]
) -> list[Bar]:
    if kind is _K.INTRO:
        return intro
    if kind in _QUIET:
        return verse
    return bridge if kind in (_K.BRIDGE, _K.BREAKDOWN) else chorus


def _laid(written: list[Bar], bars: int, stretch: int, book: Songbook) -> list[Bar]:
    """The progression again and again, as far as there are bars."""
    period = [bar for first in written for bar in (first, *[("%",)] * (stretch - 1))]
    laid: list[Bar] = []
    while len(laid) < bars:
        left = bars - len(laid)
        if book.whole_chorus and left < len(period):  # its beginning and its last line, or that alone
            laid += period[: max(left - 4, 0)] + period[-min(left, 4) :]
        else:
            laid += period[:left]
    if laid[0] == ("%",):  # a last line that begins with a held chord
        laid[0] = period[0]
    return laid


def _lead_on(
    bars: list[Bar], turn: list[Bar], close: list[Bar], *, ends: bool, last: bool, loops: bool
) -> None:
    """A cadence in the last bar, unless it is on the dominant already or there is nothing to lead to."""
    cadence = close if ends else [] if last and not loops else turn
    if not cadence or len(bars) < 2 or (not ends and (len(bars) < 4 or _dominant(bars))):
        return
    bars[-1] = cadence[0]
    if turn and len(bars) >= 2 * _PHRASE_BARS:  # half-way through long sections as well
        middle = len(bars) // (2 * _PHRASE_BARS) * _PHRASE_BARS
        if not _dominant(bars[:middle]):
            bars[middle - 1] = turn[0]


def _dominant(bars: list[Bar]) -> bool:
    sounding = next((numeral for bar in reversed(bars) for numeral in reversed(bar) if numeral != "%"), "")
    return sounding.lower().startswith("v") and not sounding.lower().startswith("vi")


def _timed(bars: Sequence[Bar], start_bar: int, beats_per_bar: int, key: Key) -> Iterator[Chord]:
    spans: list[tuple[float, float, str]] = []
    for n, bar in enumerate(bars):
        share = beats_per_bar / len(bar)
        for k, numeral in enumerate(bar):
            start = (start_bar + n) * beats_per_bar + k * share
            if numeral == "%":
                first, length, held = spans[-1]
                spans[-1] = (first, length + share, held)
            else:
                spans.append((start, share, numeral))
    for start, length, numeral in spans:
        found = harmony(numeral, key)
        yield Chord(
            start_beats=float(start),
            duration_beats=float(length),
            root=found.root,
            intervals=found.intervals,
            name=found.name,
            bass=found.bass,
        )
