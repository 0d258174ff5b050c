"""Groups of pieces that every drum set has: hats, cymbals, toms, at their places as the drummer sees them."""

from __future__ import annotations

from dataclasses import replace

from klangwerk.engines.composer.instruments.drums import Drum
from klangwerk.engines.composer.instruments.kits.cymbals import Cymbal, Hat
from klangwerk.engines.composer.instruments.kits.drums_with_skins import Skin
from klangwerk.engines.composer.instruments.kits.kit import Piece
from klangwerk.engines.composer.instruments.kits.percussion_sets import Pieces

_TOMS = (
    (Drum.TOM_FLOOR, 0.4, 1.3),
    (Drum.TOM_LOW, 0.2, 1.12),
    (Drum.TOM_MID, -0.1, 0.95),
    (Drum.TOM_HIGH, -0.35, 0.8),
)


def hats(
    closed_s: float,
    open_s: float,
    *,
    machine: float = 0.0,
    metal: float = 0.45,
    low_hz: float = 7200.0,
    body: float = 0.0,
    level_db: float = -12.0,
) -> Pieces:
    """One pair of hats: closed, by the foot, open."""
    closed = Hat(t60_s=closed_s, machine=machine, metal=metal, low_hz=low_hz, body=body)
    foot = replace(
        closed, t60_s=closed_s * 1.15, low_hz=low_hz * 0.85, chick=1.0, metal=metal * 0.7, soft_s=0.001
    )
    opened = replace(closed, t60_s=open_s, low_hz=low_hz * 0.93)
    return {
        Drum.HAT_CLOSED: Piece(closed, level_db, -0.25, send=0.35),
        Drum.HAT_PEDAL: Piece(foot, level_db - 2.5, -0.25, send=0.35),
        Drum.HAT_OPEN: Piece(opened, level_db, -0.25, send=0.25),
    }


def cymbals(
    *,
    crash_s: float,
    ride_s: float,
    ping: float,
    wash: float = 0.9,
    machine: float = 0.0,
    low_hz: float = 2600.0,
    level_db: float = -9.0,
) -> Pieces:
    """A crash on the left, a ride and its bell on the right; their wash is room enough."""
    ride = Cymbal(
        t60_s=ride_s,
        wash=wash * 0.45,
        ping=ping,
        metal=0.5,
        low_hz=low_hz * 1.2,
        machine=machine,
        cast=3,
        width=0.4,
    )
    return {
        Drum.CRASH: Piece(Cymbal(t60_s=crash_s, low_hz=low_hz, machine=machine), level_db, -0.3, send=0.0),
        Drum.RIDE: Piece(ride, level_db - 3.0, 0.3, send=0.0),
        Drum.RIDE_BELL: Piece(
            replace(ride, bell=1.0, wash=wash * 0.3, ping=ping * 0.6), level_db - 2.5, 0.3, send=0.0
        ),
    }


def toms(
    model: Skin, hz: tuple[float, float, float, float], *, level_db: float = -6.0, tuned: bool = False
) -> Pieces:
    """Four toms from the floor up, the lower ones ringing longer."""
    return {
        key: Piece(replace(model, hz=f, t60_s=model.t60_s * longer), level_db, pan, tuned=tuned)
        for (key, pan, longer), f in zip(_TOMS, hz, strict=True)
    }
