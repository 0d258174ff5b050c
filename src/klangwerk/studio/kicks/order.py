"""What a kick was asked for, as it travels from the request through the job to the engine."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from klangwerk.engines.kick import KickParams
from klangwerk.engines.kick.params import CFG_SCALE_DEFAULT, SLIDERS, STEPS_DEFAULT, KickStart
from klangwerk.studio.kicks.models import SourceKind

STRENGTH_DEFAULT = 0.4
MIX_DEFAULT = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class KickOrder:
    """Everything the engine needs but the sounds to start from: those are named by their kicks' ids."""

    seed: int
    prompt: str = ""
    sliders: dict[str, float | None] = field(default_factory=dict)
    steps: int = STEPS_DEFAULT
    cfg_scale: float = CFG_SCALE_DEFAULT
    source_kind: SourceKind = SourceKind.PROMPT
    kick_id: str | None = None
    other_kick_id: str | None = None
    strength: float | None = None
    mix: float | None = None

    def engine_params(self, *, start: KickStart | None = None) -> KickParams:
        """The engine's own parameters. Raises InvalidParams."""
        return KickParams(
            prompt=self.prompt, steps=self.steps, cfg_scale=self.cfg_scale, start=start, **self.sliders_set()
        )

    def sliders_set(self) -> dict[str, float]:
        """The sliders that are not left to the prompt."""
        return {name: value for name in SLIDERS if (value := self.sliders.get(name)) is not None}

    def to_job_params(self) -> dict[str, Any]:
        """Plain JSON types."""
        return {**asdict(self), "source_kind": self.source_kind.value}

    @classmethod
    def from_job_params(cls, params: dict[str, Any]) -> KickOrder:
        """The way back."""
        return cls(**{**params, "source_kind": SourceKind(params["source_kind"])})
