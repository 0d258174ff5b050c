"""Briefs and pieces to compose from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from klangwerk.engines.composer.brief import Brief
from klangwerk.engines.composer.genres import FACTS, Genre
from klangwerk.engines.composer.keys import Key, Mode

BriefMaker = Callable[..., Brief]


@pytest.fixture(scope="session")
def brief_for() -> BriefMaker:
    """A brief as the prompt reader might make it: what is not given is chosen by the seed."""

    def make(
        genre: Genre, duration_s: float = 30.0, *, seed: int = 0, mode: Mode | None = None, **changes: Any
    ) -> Brief:
        rng = np.random.default_rng([seed, list(Genre).index(genre)])
        facts = FACTS[genre]
        modes = list(facts.modes)
        weights = np.array(list(facts.modes.values()))
        brief = Brief(
            prompt="",
            language="en",
            genre=genre,
            duration_s=duration_s,
            bpm=float(round(rng.triangular(*facts.bpm))),
            key=Key(
                int(rng.integers(12)), mode or modes[int(rng.choice(len(modes), p=weights / weights.sum()))]
            ),
            energy=facts.energy,
            brightness=facts.brightness,
            asked=frozenset({"duration_s"}),
        )
        return replace(brief, **changes)

    return make
