"""A form in so many bars: phrases of eight, four or two, the rest where it is expected."""

from __future__ import annotations

from dataclasses import replace

from klangwerk.engines.composer.composition.form.spans import Span
from klangwerk.engines.composer.score import SectionKind, Stem

_K = SectionKind
_FRAME = (_K.INTRO, _K.OUTRO)
_DISPENSABLE = (_K.OUTRO, _K.BRIDGE, _K.SOLO, _K.BREAKDOWN, _K.BUILD, _K.INTRO, _K.VERSE)  # what goes first


def stretched(
    spans: list[Span],
    bars: int,
    wanted: frozenset[SectionKind],
    unwanted: frozenset[SectionKind],
    *,
    whole_eights: bool,
) -> list[Span]:
    """The same spans with so many bars in all. Some are left out where there are too few; a few bars too many
    become an intro. With `whole_eights` the main sections keep to multiples of eight.
    """
    if sum(span.bars for span in spans) == bars:
        return spans
    spans = _few_enough(spans, bars, wanted)
    total = sum(span.bars for span in spans)
    ideal = [span.bars * bars / total for span in spans]
    unit = 4 if bars >= 3 * len(spans) else 2 if bars >= 2 * len(spans) else 1
    eights_from = 6 if whole_eights else 12
    sizes = [_rounded(size, 8 if unit == 4 and size >= eights_from else unit) for size in ideal]
    rest = bars - sum(sizes)
    if 2 <= rest <= 4 and _K.INTRO not in unwanted and all(span.kind is not _K.INTRO for span in spans):
        before = 2 if rest == 3 else rest
        spans = [Span(_K.INTRO, before, frozenset({Stem.CHORDS, Stem.PERCUSSION})), *spans]
        sizes, ideal, rest = [before, *sizes], [float(before), *ideal], rest - before
    while rest:
        sign = 1 if rest > 0 else -1
        step = sign * min(abs(rest), 4) if abs(rest) % 4 == 0 else sign * (abs(rest) % 4)
        place = _place(spans, sizes, ideal, step)
        step = max(step, 1 - sizes[place])
        sizes[place] += step
        rest -= step
    return [replace(span, bars=size) for span, size in zip(spans, sizes, strict=True)]


def _few_enough(spans: list[Span], bars: int, wanted: frozenset[SectionKind]) -> list[Span]:
    """At least two bars for each, one if everything that is wanted would not find room."""
    kept = list(spans)
    least = 2 if bars >= 2 * len(wanted) else 1
    while len(kept) > 1 and bars < least * len(kept):
        spare = [n for n, span in enumerate(kept) if span.kind not in wanted] or list(range(len(kept)))

        def rank(n: int) -> tuple[int, int]:
            kind = kept[n].kind
            return (_DISPENSABLE.index(kind) if kind in _DISPENSABLE else len(_DISPENSABLE), -n)

        del kept[min(spare, key=rank)]
    return kept


def _rounded(size: float, unit: int) -> int:
    return max(unit, unit * round(size / unit))


def _place(spans: list[Span], sizes: list[int], ideal: list[float], step: int) -> int:
    """Where bars are added or taken: whole phrases where they are missed most, single bars in the frame or
    last.
    """
    able = [n for n in range(len(spans)) if sizes[n] + step >= 1] or [sizes.index(max(sizes))]
    if step % 4:
        frame = [n for n in able if spans[n].kind in _FRAME and 2 <= sizes[n] + step <= 6 and step % 2 == 0]
        return frame[0] if frame else able[-1]

    def need(n: int) -> float:
        missed = (ideal[n] - sizes[n]) / ideal[n] * (1 if step > 0 else -1)
        after = sizes[n] + step
        tidy = 0.3 if after % 8 == 0 else -0.3 if sizes[n] % 8 == 0 and spans[n].kind not in _FRAME else 0.0
        long_frame = (
            -0.5 if step > 0 and spans[n].kind in (*_FRAME, _K.BUILD) and after > ideal[n] + 1 else 0.0
        )
        return missed + tidy + long_frame - (1.0 if after < 2 else 0.0)

    return max(able, key=need)
