"""The rhythm that guitars and bass of heavy music play together."""

from __future__ import annotations

import zlib

import numpy as np

from klangwerk.engines.composer.composition.plan import Plan
from klangwerk.engines.composer.score import Section, SectionKind

_GALLOPS = (
    "x.xxx.xxx.xxx.xx", "x.xxx.xxx.p.q.x.", "x.x.x.xxx.x.p.q.", "xxx.xxx.xxx.p.q.", "x..x..x.x..p..q.",
    "xxx.xx.xxx.pp.q.",
    "x.xxp.xxq.xxp.q.",
)  # fmt: skip
_STEADY = ("xxxxxxxxxxxxppqq", "x.x.x.x.p.p.q.q.", "xx.xx.xx.ppp.q.q", "x.xxx.x.p.xxq.x.")
_OPEN = ("x---------------", "x-------x---p---", "x-----x-----p---", "x---x---p---q---")
_BROKEN = ("x-------....p.q.", "x--x--p---------", "x.....x-..p.q...")


def riff(plan: Plan, section: Section) -> tuple[str, str]:
    """A bar's rhythm as figures are written, and the one that ends a phrase. The same for all who ask in the
    same piece.
    """
    text = " ".join(chord.name for chord in plan.chords) + f"{plan.bpm}{plan.bars}"
    rng = np.random.default_rng([zlib.crc32(text.encode()), list(SectionKind).index(section.kind)])
    pool = {
        SectionKind.CHORUS: _OPEN,
        SectionKind.DROP: _GALLOPS,
        SectionKind.SOLO: _STEADY,
        SectionKind.BREAKDOWN: _BROKEN,
        SectionKind.BRIDGE: _BROKEN,
        SectionKind.INTRO: _GALLOPS,
        SectionKind.BUILD: _STEADY,
    }.get(section.kind, _GALLOPS + _STEADY[2:])
    first = pool[int(rng.integers(len(pool)))]
    last = _OPEN[2] if pool is not _OPEN else pool[int(rng.integers(len(pool)))]
    return first, last[:8] + first[8:] if rng.random() < 0.5 else last
