"""The states of a job and the ways between them.

::

    queued ──claim──> processing ──> completed
      │                  │  ├──────> failed
      │                  │  └──────> cancelled
      │                  └─give back─> queued      (worker stopped, lease expired, try again later)
      └──────────────────────────────> cancelled

`klangwerk.studio.jobs.state` is the only module that writes a status; everything else reads.
"""

from __future__ import annotations

from django.db import models


class JobStatus(models.TextChoices):
    """The only list of job states in the studio."""

    QUEUED = "queued", "queued"  # waits for a worker
    PROCESSING = "processing", "processing"  # a worker holds its lease
    COMPLETED = "completed", "completed"  # over: the result is stored
    FAILED = "failed", "failed"  # over: the error is stored
    CANCELLED = "cancelled", "cancelled"  # over: somebody did not want it any more


ACTIVE = frozenset({JobStatus.QUEUED, JobStatus.PROCESSING})
FINISHED = frozenset({JobStatus.COMPLETED, JobStatus.FAILED, JobStatus.CANCELLED})

TRANSITIONS: dict[JobStatus, frozenset[JobStatus]] = {
    JobStatus.QUEUED: frozenset({JobStatus.PROCESSING, JobStatus.CANCELLED}),
    # processing -> processing: another worker takes over an expired lease.
    JobStatus.PROCESSING: frozenset(
        {JobStatus.QUEUED, JobStatus.PROCESSING, JobStatus.COMPLETED, JobStatus.FAILED, JobStatus.CANCELLED}
    ),
    JobStatus.COMPLETED: frozenset(),
    JobStatus.FAILED: frozenset(),
    JobStatus.CANCELLED: frozenset(),
}


class ImpossibleTransition(AssertionError):
    """The code tried to move a job along a way that the table does not have: a bug, never a race."""


def check_transition(source: JobStatus, target: JobStatus) -> None:
    """Raises ImpossibleTransition unless the table has the way from `source` to `target`."""
    if target not in TRANSITIONS[source]:
        raise ImpossibleTransition(f"A job cannot go from {source.value} to {target.value}.")
