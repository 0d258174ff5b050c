"""Reading jobs."""

from __future__ import annotations

import uuid

from django.db.models import QuerySet

from klangwerk.studio.accounts.models import User
from klangwerk.studio.common.errors import NotFound
from klangwerk.studio.jobs.models import Job
from klangwerk.studio.jobs.status import ACTIVE, FINISHED


def job_list(*, owner: User, active: bool | None = None, kind: str | None = None) -> QuerySet[Job]:
    """The owner's jobs, newest first."""
    jobs = Job.objects.filter(owner_id=owner.pk)
    if active is not None:
        jobs = jobs.filter(status__in=ACTIVE if active else FINISHED)
    if kind is not None:
        jobs = jobs.filter(kind=kind)
    return jobs


def job_get(*, owner: User, job_id: uuid.UUID) -> Job:
    """Raises NotFound, for another user's job too."""
    job = Job.objects.filter(owner_id=owner.pk, pk=job_id).first()
    if job is None:
        raise NotFound("There is no such job, or it is not yours.")
    return job
