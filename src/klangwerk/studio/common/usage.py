"""Who uses a thing: apps above register what keeps it from being deleted without a question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Use:
    """Something that refers to a thing. `kind` is plural, as the answer groups by it: presets."""

    kind: str
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class OthersUse:
    """Things of other people that refer to it: its owner learns how many, and nothing else of them."""

    kind: str
    count: int


class Registry(Generic[Thing]):
    """The users of one kind of thing."""

    def __init__(self) -> None:
        self._registered: list[Callable[[Thing], Sequence[Use | OthersUse]]] = []

    def register(self, uses_of: Callable[[Thing], Sequence[Use | OthersUse]]) -> None:
        """Called from an app's `ready`. What becomes of the uses when the thing goes is for that app to say."""
        if uses_of not in self._registered:
            self._registered.append(uses_of)

    def unregister(self, uses_of: Callable[[Thing], Sequence[Use | OthersUse]]) -> None:
        """The end of `register`."""
        self._registered.remove(uses_of)

    def uses_of(self, thing: Thing) -> list[Use | OthersUse]:
        """Everything that refers to the thing."""
        return [use for find in self._registered for use in find(thing)]


def extra_of(uses: Sequence[Use | OthersUse]) -> dict[str, Any]:
    """What a refusal says of the uses: the caller's own by kind with id and name, those of others only counted."""
    extra: dict[str, Any] = {}
    for use in uses:
        if isinstance(use, Use):
            extra.setdefault(use.kind, []).append({"id": use.id, "name": use.name})
        else:
            extra["ofOthers"] = {**extra.get("ofOthers", {}), use.kind: use.count}
    return extra
