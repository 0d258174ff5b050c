"""A plucked string: where and how sharply it is plucked, what it loses, and its two directions of swinging."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from klangwerk.engines.composer.instruments.strings_and_bars.noises import Generator
from klangwerk.engines.composer.instruments.strings_and_bars.partials import Partials, Reals, joined
from klangwerk.engines.composer.instruments.strings_and_bars.series import (
    centred,
    placed,
    rolled_off,
    stiff,
    touched_at,
    varied_db,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pluck:
    """One pluck. `place` is the plucked fraction of the string, `corner_hz` where the width of finger or pick takes the
    treble away, `t60_s` the decay of the fundamental, `loss` what is added to the decay at 1 kHz and grows with the
    frequency, `friction` the same, growing with its square. `across` is how much swings in the slower direction.
    """

    fundamental_hz: float
    inharmonicity: float
    place: float
    corner_hz: float
    db_per_octave: float = 9.0
    tilt: float = 1.0
    t60_s: float
    loss: float = 0.5
    friction: float = 0.1
    across: float = 0.3
    beat_cents: float = 0.6
    highest_hz: float = 9000.0
    most: int = 110
    pan: float = 0.0
    width: float = 0.0


def plucked(pluck: Pluck, response: Reals | None, fixed: Generator, take: Generator) -> Partials:
    """The partials of a pluck; `fixed` is the instrument's own chance, `take` that of this pluck."""
    n, frequency = stiff(
        pluck.fundamental_hz, pluck.inharmonicity, highest_hz=pluck.highest_hz, most=pluck.most
    )
    place = pluck.place * float(take.uniform(0.93, 1.07))
    strength = np.abs(touched_at(n, place)) / n**pluck.tilt
    strength *= rolled_off(frequency, from_hz=pluck.corner_hz, db_per_octave=pluck.db_per_octave)
    strength *= varied_db(fixed, n.size, 1.6) * varied_db(take, n.size, 0.7)
    if response is not None:
        strength *= response[: n.size]
    f_khz = frequency / 1000.0
    decay = 6.9 / pluck.t60_s + pluck.loss * f_khz + pluck.friction * f_khz**2
    decay *= np.exp(fixed.normal(0.0, 0.2, n.size))
    # a plucked string starts as a bent one: all partials at their crest, seen at the bridge with changing signs
    phase = np.where(touched_at(n, place) < 0.0, math.pi, 0.0) + take.uniform(-0.5, 0.5, n.size)
    few = min(n.size, 14)
    slow = frequency[:few] * 2.0 ** (pluck.beat_cents * take.uniform(0.4, 1.0, few) / 1200.0)
    slow_strength = strength[:few] * pluck.across * take.uniform(0.5, 1.0, few)
    slow_phase = phase[:few] + take.uniform(0.3, 1.6, few)
    if pluck.width > 0.0:
        first = placed(strength, phase, fixed, pan=pluck.pan, width=pluck.width)
        second = placed(slow_strength, slow_phase, fixed, pan=-pluck.pan, width=pluck.width)
    else:
        first, second = centred(strength, phase), centred(slow_strength, slow_phase)
    return joined(Partials(frequency, decay, first), Partials(slow, decay[:few] * 0.5, second))


def harmonics_of(pluck: Pluck) -> Reals:
    """The frequencies that a body answers to, in the order of `plucked`'s `response`."""
    return stiff(pluck.fundamental_hz, pluck.inharmonicity, highest_hz=pluck.highest_hz, most=pluck.most)[1]
