"""The lanes that work is sorted into, so that a short job never waits behind a long one."""

from __future__ import annotations

import os
from collections.abc import Iterable
from enum import StrEnum


class Lane(StrEnum):
    """Every job kind belongs to one lane; each lane has its own slots in a worker."""

    FAST = "fast"  # seconds of CPU: kicks
    HEAVY = "heavy"  # minutes of CPU, each job in a child process
    REMOTE = "remote"  # waiting for hosted models
    GPU = "gpu"  # one card, one job


def slots(lane: Lane) -> int:
    """How many jobs of this lane one local worker runs at once."""
    cores = os.cpu_count() or 1
    if lane is Lane.FAST:
        return max(1, min(4, cores))
    if lane is Lane.REMOTE:
        return 16  # such a job only waits for an answer
    return 1


def parse(names: str | Iterable[str]) -> tuple[Lane, ...]:
    """Lanes out of `fast,heavy` or a list of names, in order, each once. Raises ValueError with a sentence."""
    parts = names.split(",") if isinstance(names, str) else list(names)
    found: dict[Lane, None] = {}
    for part in (part.strip() for part in parts):
        if not part:
            continue
        if part not in set(Lane):
            raise ValueError(
                f"There is no lane {part!r}. The lanes are {', '.join(lane.value for lane in Lane)}."
            )
        found[Lane(part)] = None
    if not found:
        raise ValueError(f"Name at least one lane out of {', '.join(lane.value for lane in Lane)}.")
    return tuple(found)
