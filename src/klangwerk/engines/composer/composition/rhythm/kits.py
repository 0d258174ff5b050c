"""Which kit plays, with what was asked for and what was refused."""

from __future__ import annotations

import numpy as np

from klangwerk.engines.composer.brief import Brief
from klangwerk.engines.composer.composition.rhythm.pattern import Line, colour
from klangwerk.engines.composer.composition.rhythm.style import Core, Style
from klangwerk.engines.composer.instruments.catalog import Instrument
from klangwerk.engines.composer.instruments.drums import Drum

_BESIDE = frozenset({Instrument.KIT_LATIN, Instrument.KIT_ACOUSTIC, Instrument.KIT_AFRO})


def main_kit(style: Style, brief: Brief, rng: np.random.Generator) -> Instrument | None:
    """The kit of a track; None where all that would fit were refused."""
    pick = rng.random()
    wanted = [kit for kit in brief.instruments if is_kit(kit) and kit not in brief.without_instruments]
    complete = [kit for kit in wanted if kit in style.kits or kit not in _BESIDE]
    if complete:
        return complete[0]
    fitting = [kit for kit in style.kits if kit not in brief.without_instruments]
    return fitting[int(pick * len(fitting))] if fitting else None


def colours_for(colours: Core, main: Instrument | None, brief: Brief) -> Core:
    """The further percussion, without what was refused, with what was asked for."""
    kept: list[Line] = [
        line for line in colours if line.kit is None or line.kit not in brief.without_instruments
    ]
    for kit in brief.instruments:
        heard = kit is main or any(line.kit is kit for line in kept)
        if kit in _BESIDE and not heard and kit not in brief.without_instruments:
            kept += [
                colour(Drum.MARACAS, "o.s. o.s. o.s. o.s.", at=0.0, kit=kit),
                colour(Drum.CONGA_HIGH, "..o. ..so ..o. .o.o", at=0.3, kit=kit),
                colour(Drum.CONGA_LOW, ".... o... .... ..o.", at=0.3, kit=kit),
            ]
    return tuple(kept)


def is_kit(instrument: Instrument) -> bool:
    """Whether its pitches are drums."""
    return instrument.name.startswith("KIT_")
