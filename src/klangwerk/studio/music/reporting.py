"""Progress of an engine that reports from threads of its own, told by the thread that the job runs in.

Whatever a job's progress writes to has one connection to the database for each thread, and its order in one.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TypeVar

from klangwerk.engines.contracts import Progress

Made = TypeVar("Made")

_LOOK_S = 0.1


def reported(work: Callable[[Progress], Made], progress: Progress) -> Made:
    """What `work` makes. What it reported last is passed on ten times a second, here, and never goes back."""
    told, said = (0.0, ""), (0.0, "")

    def note(fraction: float, step: str) -> None:
        nonlocal said
        said = (fraction, step)

    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="engine") as pool:
        making = pool.submit(work, note)
        while not making.done():
            wait([making], timeout=_LOOK_S)
            if said != told:
                told = (max(said[0], told[0]), said[1])
                progress(*told)
        return making.result()
