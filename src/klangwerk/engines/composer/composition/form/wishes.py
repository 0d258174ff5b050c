"""What a prompt says of the form: sections that must occur, and sections that must not."""

from __future__ import annotations

from dataclasses import replace

from klangwerk.engines.composer.composition.form.spans import Span
from klangwerk.engines.composer.score import SectionKind, Stem

_K = SectionKind
_INSTEAD: dict[SectionKind, SectionKind] = {
    _K.DROP: _K.CHORUS,
    _K.CHORUS: _K.VERSE,
    _K.VERSE: _K.CHORUS,
    _K.SOLO: _K.VERSE,
}
_HIGH_POINTS = (_K.DROP, _K.CHORUS)
_THIN = frozenset({Stem.CHORDS, Stem.MELODY})


def fulfilled(
    spans: list[Span], wanted: frozenset[SectionKind], unwanted: frozenset[SectionKind]
) -> list[Span]:
    """The form with what is wanted and without what is not. Something always stays."""
    kept = [span for span in (_replaced(span, unwanted) for span in spans) if span is not None]
    kept = kept or [Span(_least_unwanted(unwanted), max(4, sum(span.bars for span in spans)))]
    for kind in _K:  # in the order of a piece, so that the same wishes give the same form
        if kind in wanted and kind not in unwanted and kind is not _K.ENDING:
            kept = _with(kind, kept)
    return kept


def _replaced(span: Span, unwanted: frozenset[SectionKind]) -> Span | None:
    kind: SectionKind | None = span.kind
    seen: set[SectionKind] = set()
    while kind in unwanted:
        if kind in seen:
            return None
        seen.add(kind)
        kind = _INSTEAD.get(kind)
    return None if kind is None else replace(span, kind=kind)


def _least_unwanted(unwanted: frozenset[SectionKind]) -> SectionKind:
    for kind in (_K.VERSE, _K.CHORUS, _K.DROP, _K.BRIDGE, _K.SOLO):
        if kind not in unwanted:
            return kind
    return _K.VERSE


def _with(kind: SectionKind, spans: list[Span]) -> list[Span]:
    kinds = [span.kind for span in spans]
    if kind in kinds:
        return spans
    length = 4 if sum(span.bars for span in spans) < 64 else 8
    peak = next((n for n in reversed(range(len(spans))) if kinds[n] in _HIGH_POINTS), len(spans) - 1)
    if kind is _K.DROP:
        if _K.CHORUS in kinds:
            return [replace(s, kind=kind) if s.kind is _K.CHORUS else s for s in spans]
        return [*spans[: peak + 1], Span(kind, spans[peak].bars), *spans[peak + 1 :]]
    if kind is _K.CHORUS:
        return [*spans[: peak + 1], Span(kind, spans[peak].bars), *spans[peak + 1 :]]
    if kind is _K.INTRO:
        return [Span(kind, length, frozenset({Stem.CHORDS, Stem.PERCUSSION})), *spans]
    if kind is _K.OUTRO:
        return [*spans, Span(kind, length, frozenset({Stem.CHORDS, Stem.BASS, Stem.PERCUSSION}))]
    if kind is _K.BUILD:
        first = next((n for n, k in enumerate(kinds) if k in _HIGH_POINTS), len(spans) - 1)
        return [*spans[:first], Span(kind, length, _THIN | {Stem.PERCUSSION}), *spans[first:]]
    if kind is _K.VERSE:
        first = next((n for n, k in enumerate(kinds) if k in _HIGH_POINTS), len(spans))
        return [*spans[:first], Span(kind, 2 * length), *spans[first:]]
    new = Span(kind, length, _THIN) if kind is _K.BREAKDOWN else Span(kind, length)
    if peak == 0:  # a thin section wants to be come back from
        half = replace(spans[0], bars=max(spans[0].bars // 2, 1))
        return [half, new, half, *spans[1:]]
    return [*spans[:peak], new, *spans[peak:]]
