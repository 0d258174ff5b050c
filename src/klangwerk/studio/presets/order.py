"""What is to be bounced, as it travels from the request through the job to the engine."""

from __future__ import annotations

import uuid
from dataclasses import asdict, dataclass
from typing import Any

from klangwerk.engines.rack.params import BounceParams, RackParams
from klangwerk.engines.rack.timing import bounce_frames
from klangwerk.sound.io import BitDepth

FORMATS = ("wav", "flac")
BIT_DEPTHS: tuple[BitDepth, ...] = (16, 24, 32)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileForm:
    """The files that are wanted."""

    format: str = "wav"
    bit_depth: BitDepth = 24
    stems: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BounceOrder:
    """Everything but the sound of an AI kick, which is named by its key.

    Raises InvalidParams when it would be longer than a bounce may be.
    """

    name: str
    params: RackParams
    snapshot: dict[str, Any]
    bounce: BounceParams
    form: FileForm

    def __post_init__(self) -> None:
        bounce_frames(self.bounce.bars, self.params.bpm)

    @property
    def kick_id(self) -> uuid.UUID | None:
        """The AI kick, None with a stock kick."""
        given = self.snapshot["kick_id"]
        return None if given is None else uuid.UUID(given)

    def to_job_params(self) -> dict[str, Any]:
        """Plain JSON types."""
        return {
            "name": self.name,
            "params": asdict(self.params),
            "snapshot": self.snapshot,
            "bounce": {
                "bars": self.bounce.bars,
                "ending": str(self.bounce.ending),
                "muted": sorted(self.bounce.muted),
                "soloed": sorted(self.bounce.soloed),
            },
            "form": asdict(self.form),
        }

    @classmethod
    def from_job_params(cls, params: dict[str, Any]) -> BounceOrder:
        """The way back."""
        bounce = params["bounce"]
        return cls(
            name=params["name"],
            params=RackParams(**params["params"]),
            snapshot=params["snapshot"],
            bounce=BounceParams(
                bars=bounce["bars"],
                ending=bounce["ending"],
                muted=frozenset(bounce["muted"]),
                soloed=frozenset(bounce["soloed"]),
            ),
            form=FileForm(**params["form"]),
        )
