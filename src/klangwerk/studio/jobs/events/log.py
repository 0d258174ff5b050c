"""The event log: one row for each change of a job, numbered in the order they happened."""

from __future__ import annotations

import uuid

from klangwerk.studio.jobs import notifications
from klangwerk.studio.jobs.models import JobEvent


def record(*, job_id: uuid.UUID, owner_id: int) -> None:
    """Note that a job changed. Call it in the transaction of the change, so that both are seen or neither."""
    JobEvent.objects.create(job_id=job_id, owner_id=owner_id)
    notifications.notify(notifications.EVENTS)


def latest_id() -> int:
    """The highest number given so far, 0 for none."""
    return JobEvent.objects.order_by("-id").values_list("id", flat=True).first() or 0


def has_gap_after(event_id: int) -> bool:
    """Whether events after this one may have been pruned (or the number is not one of ours)."""
    first_id = JobEvent.objects.order_by("id").values_list("id", flat=True).first()
    if first_id is None:
        return event_id > 0
    return event_id < first_id - 1 or event_id > latest_id()
