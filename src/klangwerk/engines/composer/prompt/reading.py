"""Words to brief: what was said decides, what was left open is chosen by seed, and all of it is told."""

from __future__ import annotations

import numpy as np

from klangwerk.engines.composer.brief import Brief
from klangwerk.engines.composer.params import TrackParams
from klangwerk.engines.composer.prompt.choosing import chosen
from klangwerk.engines.composer.prompt.gathering import gather
from klangwerk.engines.composer.prompt.scanning import scan
from klangwerk.engines.composer.prompt.values import key_of
from klangwerk.engines.contracts import InvalidParams
from klangwerk.engines.language.tokens import normalised


def read(params: TrackParams, *, seed: int) -> Brief:
    """The brief for a prompt in English or German. The same params and seed give the same brief.

    An empty prompt leaves everything to the seed. Raises InvalidParams (a key that is none).
    """
    key = None
    if params.key is not None:
        key = key_of(params.key)
        if key is None:
            raise InvalidParams(
                f"{params.key[:40]!r} is no key. Write it as “F# minor”, “Eb major” or “D dorian”.",
                field="key",
            )
    text = normalised(params.prompt)
    wishes = gather(scan(text))
    return chosen(wishes, params, key=key, rng=np.random.default_rng([seed, 1]))
