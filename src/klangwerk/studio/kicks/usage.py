"""Who uses a kick: apps above register what keeps a kick from being deleted without a question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from klangwerk.studio.kicks.models import Kick


@dataclass(frozen=True, slots=True)
class Use:
    """Something that refers to a kick. `kind` is plural, as the answer groups by it: presets."""

    kind: str
    id: str
    name: str


UsesOf = Callable[[Kick], list[Use]]

_registered: list[UsesOf] = []


def register(uses_of: UsesOf) -> None:
    """Called from an app's `ready`. What becomes of the uses is for their foreign key to say."""
    if uses_of not in _registered:
        _registered.append(uses_of)


def unregister(uses_of: UsesOf) -> None:
    """The end of `register`."""
    _registered.remove(uses_of)


def uses_of(kick: Kick) -> list[Use]:
    """Everything that refers to the kick."""
    return [use for find in _registered for use in find(kick)]
