"""How an order for a track stands: its job while there is nothing yet, then what came of it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from klangwerk.studio.accounts.models import User
from klangwerk.studio.common.errors import NotFound
from klangwerk.studio.jobs.models import Job
from klangwerk.studio.jobs.status import JobStatus
from klangwerk.studio.music import selectors
from klangwerk.studio.music.models import TrackType


class GenerationStatus(StrEnum):
    """What clients are told."""

    COMPOSING = "composing"  # it waits for its turn
    RUNNING = "running"
    COMPOSED = "composed"
    FAILED = "failed"  # or cancelled: `error` says which


_OF_JOB = {
    JobStatus.QUEUED: GenerationStatus.COMPOSING,
    JobStatus.PROCESSING: GenerationStatus.RUNNING,
    JobStatus.FAILED: GenerationStatus.FAILED,
    JobStatus.CANCELLED: GenerationStatus.FAILED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One order."""

    status: GenerationStatus
    task_id: uuid.UUID
    job: Job | None
    track_id: uuid.UUID | None = None
    stems: Mapping[str, uuid.UUID] = field(default_factory=dict)
    metadata: Mapping[str, Any] | None = None
    error: Mapping[str, str] | None = None


def standing(*, owner: User, task_id: uuid.UUID) -> Standing:
    """How the order stands now. Raises NotFound for another user's, and for what was made and deleted again."""
    job = selectors.generation_job(
        owner=owner, generation_id=task_id
    )  # before its outcome: it is never ahead of it
    generation = selectors.generation_find(owner=owner, generation_id=task_id)
    if generation is not None:
        stems = selectors.stem_ids(task_id)
        return Standing(
            status=GenerationStatus.COMPOSED,
            task_id=task_id,
            job=selectors.generation_job(owner=owner, generation_id=task_id),
            track_id=stems.pop(TrackType.MAIN.value, None),
            stems=stems,
            metadata=generation.metadata,
        )
    if job is None:
        raise NotFound("There is no such order, or it is not yours.")
    if job.status == JobStatus.COMPLETED:
        raise NotFound("This track was made and deleted again.")
    return Standing(status=_OF_JOB[JobStatus(job.status)], task_id=task_id, job=job, error=_error(job))


def _error(job: Job) -> dict[str, str] | None:
    if job.status == JobStatus.CANCELLED:
        return {"code": "cancelled", "message": "It was cancelled; nothing was kept."}
    if job.status == JobStatus.FAILED:
        return {"code": job.error_code, "message": job.error_message}
    return None
