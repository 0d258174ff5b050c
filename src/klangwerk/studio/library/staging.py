"""Storing what a job has made in several parts: the files of all of them, or none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from klangwerk.studio.jobs.context import JobContext
from klangwerk.studio.library import away
from klangwerk.studio.library.services import StagedAsset

STORE_RETRY_S = 2.0
"""After so long a job tries again to store what it made."""

Part = TypeVar("Part")


def parts_stage(
    ctx: JobContext,
    parts: Sequence[Part],
    stage: Callable[[Part], StagedAsset],
    *,
    progress_from: float,
    name_of: Callable[[Part], str] = str,
) -> dict[Part, StagedAsset]:
    """The files of all parts, in their order; or none, whatever ends it.

    `stage` stores one part. The job's progress goes from `progress_from` (of 1) to the end and says `name_of` the part.
    Raises Cancelled, RetryLater when the store is away, and what `stage` raises.
    """
    staged: dict[Part, StagedAsset] = {}
    try:
        for done, part in enumerate(parts):
            ctx.cancel.raise_if_requested()
            share = progress_from + (1.0 - progress_from) * done / len(parts)
            ctx.progress(share, f"Storing the {name_of(part)}")
            with away.job_waits(after_s=STORE_RETRY_S):
                staged[part] = stage(part)
        ctx.cancel.raise_if_requested()
    except BaseException:
        parts_discard(staged)
        raise
    return staged


def parts_discard(staged: Mapping[Any, StagedAsset]) -> None:
    """Take all the files back."""
    for file in staged.values():
        file.discard()
