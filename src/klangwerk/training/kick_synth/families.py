"""Draws kicks from the priors: a genre, perhaps one of its styles, now and then a blend of two genres."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, Final

import numpy as np

from klangwerk.training.kick_synth.params import OFF_DB, SynthParams
from klangwerk.training.kick_synth.priors import COMMON, EXTRA_HOMES, FAMILIES, STYLES

GENRES: Final = tuple(FAMILIES)
HYBRID_SHARE: Final = 0.12
STYLE_SHARE: Final = 0.55  # of the pure kicks; the rest are plain members of their genre
WEIGHTS: Final = {"acoustic": 1.7, "techno": 1.3, "house": 1.3, "hardstyle": 0.9}  # 1 unless named

# What physics and taste allow, whatever the bells give.
LIMITS: Final[dict[str, tuple[float, float]]] = {
    "end_hz": (25.0, 150.0),
    "sweep1_hz": (5.0, 6000.0),
    "sweep1_ms": (1.5, 30.0),
    "sweep2_hz": (0.5, 400.0),
    "sweep2_ms": (6.0, 220.0),
    "attack_ms": (0.35, 9.0),
    "hold_ms": (0.0, 160.0),
    "t60_s": (0.07, 2.6),
    "decay_curve": (0.6, 2.2),
    "snap_db": (0.0, 8.0),
    "click_ms": (0.3, 8.0),
    "click_hz": (300.0, 9000.0),
    "click_db": (OFF_DB, 1.0),
    "noise_high_hz": (800.0, 12_000.0),
    "drive_db": (0.0, 38.0),
    "drive_bias": (0.0, 0.5),
    "drive_mix": (0.3, 1.0),
    "high_pass_hz": (15.0, 90.0),
    "low_pass_hz": (220.0, 14_000.0),
    "low_pass_q": (0.45, 2.5),
    "comp_db": (0.0, 20.0),
    "comp_ratio": (1.5, 10.0),
    "room_t60_s": (0.05, 1.8),
    "room_predelay_ms": (0.0, 40.0),
    "gate_s": (0.05, 2.0),
    "hiss_db": (OFF_DB, -28.0),
}
LOGARITHMIC: Final = frozenset(
    name for name in SynthParams.__dataclass_fields__ if name.endswith(("_hz", "_ms", "_s", "_q", "_ratio"))
)


def sample(rng: np.random.Generator, genre: str | None = None) -> SynthParams:
    """The parameters of one kick; of any genre, or a pure one of `genre`."""
    if genre is not None:
        return _pure(rng, genre)
    first = _genre(rng)
    if rng.random() >= HYBRID_SHARE:
        return _pure(rng, first)
    second = _genre(rng)
    while second == first:
        second = _genre(rng)
    return blend(_pure(rng, first, styled=False), _pure(rng, second, styled=False), rng)


def blend(one: SynthParams, other: SynthParams, rng: np.random.Generator) -> SynthParams:
    """A kick between two: numbers meet in the middle third, kinds come from either."""
    mix = float(rng.uniform(0.35, 0.65))
    values: dict[str, Any] = {"genres": (*one.genres, *other.genres), "style": None}
    for field in fields(SynthParams):
        if field.name in values:
            continue
        a, b = getattr(one, field.name), getattr(other, field.name)
        if isinstance(a, str):
            values[field.name] = a if rng.random() > mix else b
        elif field.name in LOGARITHMIC and a > 0 and b > 0:
            values[field.name] = float(a ** (1 - mix) * b**mix)
        else:
            values[field.name] = float(a * (1 - mix) + b * mix)
    return SynthParams(**values)


def _genre(rng: np.random.Generator) -> str:
    shares = np.cumsum([WEIGHTS.get(genre, 1.0) for genre in GENRES])
    return GENRES[int(np.searchsorted(shares, rng.random() * shares[-1], side="right"))]


def _styles_of(genre: str) -> list[str]:
    return [name for name, (home, _) in STYLES.items() if home == genre or genre in EXTRA_HOMES.get(name, ())]


def _pure(rng: np.random.Generator, genre: str, *, styled: bool = True) -> SynthParams:
    prior = COMMON | FAMILIES[genre]
    style = None
    if styled and rng.random() < STYLE_SHARE:
        names = _styles_of(genre)
        style = names[int(rng.integers(len(names)))]
        prior = prior | STYLES[style][1]
    values: dict[str, Any] = {name: part.draw(rng) for name, part in prior.items()}
    _off_the_beaten_track(values, rng)
    for name, (low, high) in LIMITS.items():
        if name in values:
            values[name] = float(np.clip(values[name], low, high))
    return SynthParams(genres=(genre,), style=style, **values)


def _off_the_beaten_track(values: dict[str, Any], rng: np.random.Generator) -> None:
    """Some kicks leave their genre's habits in one respect, so that words and sliders can be combined freely."""
    draw = rng.random(4)
    spread = rng.normal(0.0, 1.0, 4)
    if draw[0] < 0.12:
        values["end_hz"] *= float(np.exp(0.3 * spread[0]))
    if draw[1] < 0.15:
        factor = float(np.exp(0.5 * spread[1]))
        values["t60_s"] *= factor
        if "gate_s" in values:
            values["gate_s"] *= factor
    if draw[2] < 0.12:
        values["low_pass_hz"] *= float(np.exp(0.6 * spread[2]))
    if draw[3] < 0.12:
        values["click_db"] += 6 * float(spread[3])
