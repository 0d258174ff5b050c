"""The form of the blues: choruses of twelve bars, and what is left over before or after them."""

from __future__ import annotations

from klangwerk.engines.composer.composition.form.spans import Span
from klangwerk.engines.composer.score import SectionKind, Stem

_CHORUS = 12
_BAND = frozenset({Stem.BASS, Stem.CHORDS, Stem.PERCUSSION})
_V, _S, _B = SectionKind.VERSE, SectionKind.SOLO, SectionKind.BREAKDOWN
_ORDERS: dict[int, tuple[SectionKind, ...]] = {
    0: (),
    1: (_V,),
    2: (_V, _S),
    3: (_V, _S, _V),
    4: (_V, _V, _S, _V),
    5: (_V, _V, _S, _S, _V),
    6: (_V, _V, _S, _S, _B, _V),
}


def choruses(bars: int, unwanted: frozenset[SectionKind]) -> list[Span]:
    """As many choruses as fit; the rest is a turnaround to begin with, a chorus of eight bars, or a tag."""
    whole, rest = divmod(bars, _CHORUS)
    shortened = 8 if rest >= 8 else 0
    rest -= shortened
    order = (
        _ORDERS[whole] if whole in _ORDERS else (_V, _V, *((_S, _S, _V, _S, _B, _S) * whole)[: whole - 3], _V)
    )
    spans = [
        Span(kind, _CHORUS, frozenset(Stem) - {Stem.PERCUSSION} if kind is _B else frozenset(Stem))
        for kind in order
    ]
    if shortened:
        spans.insert(max(len(spans) // 2, 1), Span(_S if spans else _V, shortened))
    before = min(rest, 4)
    if before and spans and SectionKind.INTRO not in unwanted:
        spans.insert(0, Span(SectionKind.INTRO, before, _BAND))
        rest -= before
    if rest:
        spans.append(Span(SectionKind.OUTRO if spans and SectionKind.OUTRO not in unwanted else _V, rest))
    return spans
