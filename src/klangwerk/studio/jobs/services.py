"""What other apps do with jobs: make one, cancel one."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction

from klangwerk.studio.accounts.models import User
from klangwerk.studio.common.errors import Conflict
from klangwerk.studio.jobs import registry, state
from klangwerk.studio.jobs.error_codes import JOB_FINISHED
from klangwerk.studio.jobs.models import Job
from klangwerk.studio.jobs.status import ACTIVE


def job_create(
    *,
    owner: User,
    kind: str,
    params: dict[str, Any],
    title: str = "",
    priority: int = 0,
    dedupe_key: str | None = None,
) -> Job:
    """Queue a job. With a `dedupe_key`, the owner's active job of that key is returned instead of a second one.

    Runs in the caller's transaction if there is one; the workers are woken when it commits. Raises UnknownKind.
    """
    spec = registry.get(kind)
    while True:
        job = Job(
            owner_id=owner.pk,
            kind=spec.name,
            lane=spec.lane,
            title=(title or spec.title)[:200],
            params=params,
            priority=priority,
            dedupe_key=dedupe_key or "",
            max_attempts=spec.max_attempts,
        )
        if not dedupe_key:
            state.enqueue(job)
            return job
        try:
            with transaction.atomic():
                state.enqueue(job)
            return job
        except IntegrityError:  # the only immediate constraint that a new row can break is the one on the key
            twin = Job.objects.filter(owner_id=owner.pk, dedupe_key=dedupe_key, status__in=ACTIVE).first()
            if twin is not None:
                return twin
            # The twin ended between the two statements: now there is room for ours.


def job_cancel(*, job: Job) -> Job:
    """Cancel a queued job at once; ask a running one to stop. Raises Conflict when it is over."""
    cancelled = state.cancel_on_request(job.pk)
    job.refresh_from_db()
    if not cancelled:
        raise Conflict(
            f"This job is {job.status} already; there is nothing left to cancel.", code=JOB_FINISHED
        )
    return job
