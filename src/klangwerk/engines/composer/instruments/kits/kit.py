"""A kit as a voice: from a key to a piece, from a piece to a hit at its place and level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from klangwerk.engines.composer.instruments.drums import Drum
from klangwerk.engines.composer.instruments.kits.hit import Hit, Model, Signal, loudness
from klangwerk.engines.composer.instruments.kits.kicks import KickOrder, engine_kick
from klangwerk.engines.composer.instruments.kits.room import Room, Sampler
from klangwerk.engines.composer.instruments.kits.tones import released
from klangwerk.engines.composer.instruments.voices import Character, Samples, Stroke

_SILENT = 10 ** (-66 / 20)
_FADE_S = 0.006


@dataclass(frozen=True, slots=True)
class Piece:
    """A model in a kit. `pan` is -1 (left) to 1, `send` how much of the kit's room it gets.

    It peaks at its level at the reference velocity. What is `tuned` has the same pitch in every track.
    """

    model: Model
    level_db: float
    pan: float = 0.0
    send: float = 1.0
    tuned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KitPlan:
    """All pieces of a kit. Without a `kick` the pieces have their own KICK."""

    pieces: Mapping[Drum, Piece]
    kick: KickOrder | None = None
    kick_level_db: float = -4.0
    kick_send: float = 0.0
    room: Room | None = None
    sampler: Sampler | None = None
    tilt_db: float = 0.0


class Kit:
    """A kit, set up for a track. How long a stroke's key is held does not matter, except to transition effects."""

    def __init__(self, plan: KitPlan, character: Character) -> None:
        self._plan = plan
        self._seed = character.seed
        self._tilt_db = plan.tilt_db + 3.0 * (character.brightness - 0.5)
        pieces: dict[int, Piece] = {int(key): piece for key, piece in plan.pieces.items()}
        if plan.kick is not None:
            kick = engine_kick(plan.kick, character)
            pieces[Drum.KICK] = Piece(kick, plan.kick_level_db, send=plan.kick_send, tuned=True)
            pieces.setdefault(
                Drum.KICK_SOFT, Piece(kick, plan.kick_level_db - 3.0, send=plan.kick_send, tuned=True)
            )
        self._pieces = pieces
        self._keys = np.array(sorted(pieces))

    def play(self, stroke: Stroke) -> Samples:
        """The hit: (1, frames) for what stands in the middle and has no room, else (2, frames)."""
        key = int(self._keys[np.argmin(np.abs(self._keys - stroke.pitch))])  # of an unknown key the nearest
        piece = self._pieces[key]
        velocity = min(max(stroke.velocity, 0.02), 1.0)
        own = np.random.default_rng([self._seed, 2000 + _family(key)])
        tune, length = 2.0 ** own.uniform(-0.07, 0.07), 2.0 ** own.uniform(-0.2, 0.2)
        take = np.random.default_rng([self._seed, key, 100 + stroke.variant])
        if stroke.variant:
            tune *= 1.0 + 0.006 * take.uniform(-1, 1)
            length *= 1.0 + 0.05 * take.uniform(-1, 1)
        hit = Hit(
            velocity=velocity * 0.6 if key == Drum.KICK_SOFT else velocity,
            duration_s=stroke.duration_s,
            tune=1.0 if piece.tuned else tune,
            length=length,
            tilt_db=self._tilt_db,
            seed=self._seed,
            key=key,
            variant=stroke.variant,
        )
        signal = piece.model.render(hit)
        if signal.ndim == 1:
            signal = signal[None, :]
        if self._plan.room is not None and piece.send:
            signal = self._plan.room.added(signal, take, piece.send)
        if self._plan.sampler is not None:
            signal = self._plan.sampler.recorded(signal / np.float32(np.abs(signal).max() + 1e-9))
        level_db = piece.level_db + (0.5 * take.uniform(-1, 1) if stroke.variant else 0.0)
        return _placed(signal, piece.pan, 10 ** (level_db / 20) * loudness(velocity))


_FAMILIES = (
    (Drum.KICK_SOFT, Drum.KICK),
    (Drum.SNARE, Drum.SNARE_ALT),
    (Drum.TOM_FLOOR, Drum.TOM_LOW, Drum.TOM_MID, Drum.TOM_HIGH),
    (Drum.HAT_CLOSED, Drum.HAT_PEDAL, Drum.HAT_OPEN),
    (Drum.RIDE, Drum.RIDE_BELL),
    (Drum.BONGO_HIGH, Drum.BONGO_LOW),
    (Drum.CONGA_MUTE, Drum.CONGA_HIGH, Drum.CONGA_LOW),
    (Drum.AGOGO_HIGH, Drum.AGOGO_LOW),
)
_FAMILY_OF = {key: family[0] for family in _FAMILIES for key in family}


def _family(key: int) -> int:
    """Pieces that are tuned together between tracks: a set of toms stays a set."""
    return _FAMILY_OF.get(Drum(key), Drum(key))


def _placed(signal: Signal, pan: float, peak: float) -> Samples:
    """At its place, peaking at `peak`, without what is too quiet to hear at its end."""
    size = np.abs(signal).max(axis=0)
    heard = len(size) - int(np.argmax(size[::-1] > float(size.max()) * _SILENT))
    sides = np.ones(len(signal))
    if pan:
        sides = np.sqrt(2) * np.array([np.cos((pan + 1) * np.pi / 4), np.sin((pan + 1) * np.pi / 4)])
    top = float((np.abs(signal).max(axis=1) * sides).max())
    out: Samples = signal[:, :heard] * (sides * (peak / max(top, 1e-9))).astype(np.float32)[:, None]
    return released(out, _FADE_S)
