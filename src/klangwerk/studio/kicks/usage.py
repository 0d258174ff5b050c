"""Who uses a kick: apps above register what keeps a kick from being deleted without a question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from klangwerk.studio.kicks.models import Kick


@dataclass(frozen=True, slots=True)
class Use:
    """Something that refers to a kick. `kind` is plural, as the answer groups by it: presets."""

    kind: str
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class OthersUse:
    """Things of other people that refer to a kick: its owner learns how many, and nothing else of them."""

    kind: str
    count: int


UsesOf = Callable[[Kick], Sequence[Use | OthersUse]]

_registered: list[UsesOf] = []


def register(uses_of: UsesOf) -> None:
    """Called from an app's `ready`. What becomes of the uses when the kick goes is for that app to say."""
    if uses_of not in _registered:
        _registered.append(uses_of)


def unregister(uses_of: UsesOf) -> None:
    """The end of `register`."""
    _registered.remove(uses_of)


def uses_of(kick: Kick) -> list[Use | OthersUse]:
    """Everything that refers to the kick."""
    return [use for find in _registered for use in find(kick)]
