"""The rack's settings between request, row, job and engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from klangwerk.engines.rack.params import RANGES, SOUND_FIELDS, RackParams
from klangwerk.studio.kicks.models import Kick
from klangwerk.studio.presets.models import Preset

PARAMETERS = (*RANGES, *SOUND_FIELDS.values())
"""All fields of `RackParams`: thirteen numbers, three names of sounds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rack:
    """What the rack is set to. With a `kick`, which is no stock sound, `params.kick_sample` is None."""

    params: RackParams
    kick: Kick | None

    def to_row(self) -> dict[str, Any]:
        """The columns of a preset."""
        return {**asdict(self.params), "kick": self.kick}

    def to_snapshot(self) -> dict[str, Any]:
        """Plain JSON types: what is kept of it with a bounce. The kick by its key, and its name for people."""
        given = asdict(self.params)
        if self.kick is None:
            return {**given, "kick_id": None}
        return {**given, "kick_sample": self.kick.name, "kick_id": str(self.kick.pk)}


def rack_from(given: Mapping[str, Any]) -> Rack:
    """The settings out of checked values by field; what else is among them is left. Raises InvalidParams."""
    return Rack(params=RackParams(**{name: given[name] for name in PARAMETERS}), kick=given["kick"])


def rack_of(preset: Preset) -> Rack:
    """The settings of a preset."""
    params = RackParams(**{name: getattr(preset, name) for name in PARAMETERS})
    return Rack(params=params, kick=preset.kick)
