"""What is to be composed, as it travels from the request through the job to the engine."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from klangwerk.sound.io import BitDepth

if TYPE_CHECKING:
    from klangwerk.engines.composer.params import TrackParams

FORMATS = ("mp3", "wav", "flac", "m4a")
BIT_DEPTH: BitDepth = 24  # of formats that have one
MODELS = ("composer-1",)
"""What can compose. The engine's own name for itself is not asked, because that would load all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackOrder:
    """A track in words, and as which files."""

    prompt: str
    seed: int
    format: str = FORMATS[0]
    looping: bool = False
    model: str = MODELS[0]
    duration_s: float | None = None
    bpm: float | None = None
    key: str | None = None

    def engine_params(self) -> TrackParams:
        """What the composer is asked for. Raises InvalidParams."""
        from klangwerk.engines.composer.params import TrackParams  # every process reads FORMATS at its start

        return TrackParams(
            prompt=self.prompt, duration_s=self.duration_s, bpm=self.bpm, key=self.key, looping=self.looping
        )

    def to_job_params(self) -> dict[str, Any]:
        """Plain JSON types."""
        return asdict(self)

    @classmethod
    def from_job_params(cls, params: dict[str, Any]) -> TrackOrder:
        """The way back."""
        return cls(**params)
