"""What every engine call shares: progress, cancelling, errors and provenance.

The error tree (who raises it, what the caller should do)::

    EngineError
    ├── InvalidParams      the caller's parameters are wrong; `field` names the one at fault
    ├── InputUnusable      an audio input cannot be used for this (silent, too short …)
    ├── ModelError         the model is missing, altered, or of another spec
    └── Cancelled          somebody asked to stop; `reason` says who
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Progress = Callable[[float, str], None]
"""`progress(fraction, step)`: fraction of the whole call in 0..1, step in words a person understands."""


def no_progress(fraction: float, step: str) -> None:
    """Progress for callers who do not watch."""


class EngineError(Exception):
    """Base of everything an engine raises on purpose. `code` is stable and goes onto the wire."""

    code = "engine_error"

    def __init__(self, message: str, **extra: Any) -> None:
        super().__init__(message)
        self.message = message
        self.extra: dict[str, Any] = extra


class InvalidParams(EngineError):
    """A parameter is missing, of the wrong type or out of range."""

    code = "invalid_input"

    def __init__(self, message: str, *, field: str) -> None:
        super().__init__(message, field=field)
        self.field = field


class InputUnusable(EngineError):
    """An audio input was read but this engine can make nothing of it."""

    code = "input_unusable"


class ModelError(EngineError):
    """A model file is missing, altered, or made for another spec."""

    code = "model_error"


class CancelReason(StrEnum):
    """Why work was stopped."""

    USER = "user"  # a person pressed cancel
    SHUTDOWN = "shutdown"  # the process is ending; the work may be taken up again
    TIMEOUT = "timeout"  # it ran longer than its limit
    LEASE_LOST = "lease_lost"  # another worker owns the work now


class Cancelled(EngineError):
    """The work was stopped between two steps."""

    code = "cancelled"

    def __init__(self, reason: CancelReason) -> None:
        super().__init__(f"The work was stopped ({reason.value}).", reason=reason.value)
        self.reason = reason


class CancelToken:
    """A one-way switch, safe to flip from another thread. The first reason wins."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._reason: CancelReason | None = None

    def request(self, reason: CancelReason = CancelReason.USER) -> None:
        """Ask the work to stop at its next step."""
        with self._lock:
            self._reason = self._reason or reason

    @property
    def reason(self) -> CancelReason | None:
        """Why the work should stop, or None while it may go on."""
        return self._reason

    def raise_if_requested(self) -> None:
        """Engines call this between steps. Raises Cancelled."""
        if self._reason is not None:
            raise Cancelled(self._reason)


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a sound comes from: enough to make it again. Stored with the asset and written into the file."""

    engine: str
    engine_version: str
    model: str
    seed: int
    params: Mapping[str, Any] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON types only."""
        return {
            "engine": self.engine,
            "engineVersion": self.engine_version,
            "model": self.model,
            "seed": self.seed,
            "params": dict(self.params),
        }

    def to_tag(self) -> str:
        """The text of a file's comment tag; `from_tag` reads it back."""
        return json.dumps(
            {"klangwerk": self.to_dict()}, separators=(",", ":"), ensure_ascii=False, sort_keys=True
        )

    @classmethod
    def from_tag(cls, text: str) -> Provenance | None:
        """Provenance out of a comment tag, or None if the comment is somebody else's."""
        try:
            found = json.loads(text)["klangwerk"]
            return cls(
                engine=str(found["engine"]),
                engine_version=str(found["engineVersion"]),
                model=str(found["model"]),
                seed=int(found["seed"]),
                params=dict(found["params"]),
            )
        except (ValueError, TypeError, KeyError):
            return None
