"""The only module that changes the status of a job. Every change is one conditional UPDATE.

A worker writes under its lease: the token in `lease_owner` is new with every claim, so a worker whose lease ran out and
was taken by another (or reaped) matches no row any more. Leases are measured by the database's clock, never by ours.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import DateTimeField, ExpressionWrapper, F, Q, QuerySet
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Now
from django.utils import timezone

from klangwerk.studio.jobs import dispatch, notifications, registry
from klangwerk.studio.jobs.error_codes import WORKER_LOST
from klangwerk.studio.jobs.events import log
from klangwerk.studio.jobs.lanes import Lane
from klangwerk.studio.jobs.models import Job
from klangwerk.studio.jobs.status import ACTIVE, JobStatus, check_transition
from klangwerk.studio.jobs.tuning import tuning

logger = logging.getLogger(__name__)

# Of several workers that read the same rows, each finds one that the others did not take.
CLAIM_CANDIDATES = 8
REAP_AT_ONCE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """The right to work on a job and to write about it. `token` is what the row must still carry."""

    job_id: uuid.UUID
    owner_id: int
    kind: str
    lane: Lane
    params: dict[str, Any]
    attempt: int
    max_attempts: int
    token: str

    @property
    def is_last_attempt(self) -> bool:
        """Whether giving the job back as a counted attempt would be one too many."""
        return self.attempt >= self.max_attempts


class LeaseLost(Exception):
    """The job belongs to another worker by now, or is over. Nothing may be written."""


class CancelWanted(Exception):
    """Somebody asked to cancel the job before it was finished."""


def enqueue(job: Job) -> None:
    """Store a new job and wake the workers of its lane once the surrounding transaction commits."""
    with transaction.atomic():
        job.save(force_insert=True)
        _announce(job)
        dispatch.ring(job.lane)


def claim(*, lane: Lane, worker: str) -> Lease | None:
    """Take the most urgent job of a lane: by priority, then age. None when there is nothing to do."""
    kinds = registry.names(lane=lane)
    while kinds:
        active = Job.objects.filter(lane=lane, status__in=ACTIVE)  # what the index finds
        waiting = active.filter(_claimable(), kind__in=kinds).order_by("-priority", "created_at")
        candidates = list(waiting[:CLAIM_CANDIDATES])
        if not candidates:
            break
        for job in candidates:
            lease = _claim_one(job, worker=worker)
            if lease is not None:
                return lease
    return None


def _claimable() -> Q:
    due = Q(run_after=None) | Q(run_after__lte=Now())
    expired = Q(status=JobStatus.PROCESSING, lease_expires_at__lt=Now(), attempts__lt=F("max_attempts"))
    return (Q(status=JobStatus.QUEUED) & due) | (expired & Q(cancel_requested_at=None))


def _claim_one(job: Job, *, worker: str) -> Lease | None:
    token = f"{worker}/{uuid.uuid4().hex[:16]}"
    with transaction.atomic():
        won = _move(
            Job.objects.filter(_claimable(), pk=job.pk, lease_owner=job.lease_owner, attempts=job.attempts),
            source=JobStatus(job.status),
            target=JobStatus.PROCESSING,
            attempts=F("attempts") + 1,
            lease_owner=token,
            lease_expires_at=_lease_end(),
            started_at=timezone.now(),
            progress=0,
            step="",
        )
        if not won:
            return None  # another worker got there first
        _announce(job)
    return Lease(
        job_id=job.pk,
        owner_id=job.owner_id,
        kind=job.kind,
        lane=Lane(job.lane),
        params=dict(job.params),
        attempt=job.attempts + 1,
        max_attempts=job.max_attempts,
        token=token,
    )


def resume(*, job_id: uuid.UUID, token: str) -> Lease:
    """The lease that a parent process claimed, for its child. Raises LeaseLost."""
    job = Job.objects.filter(pk=job_id, status=JobStatus.PROCESSING, lease_owner=token).first()
    if job is None:
        raise LeaseLost
    return Lease(
        job_id=job.pk,
        owner_id=job.owner_id,
        kind=job.kind,
        lane=Lane(job.lane),
        params=dict(job.params),
        attempt=job.attempts,
        max_attempts=job.max_attempts,
        token=token,
    )


def renew(leases: Collection[Lease]) -> None:
    """Heartbeat: the leases that are still ours run on."""
    _ours(leases).update(lease_expires_at=_lease_end())


def held(leases: Collection[Lease]) -> dict[str, bool]:
    """The tokens of the leases that are still ours, each with whether somebody wants the job cancelled."""
    rows = _ours(leases).values_list("lease_owner", "cancel_requested_at")
    return {token: asked is not None for token, asked in rows}


def report(lease: Lease, *, percent: int, step: str) -> None:
    """Write progress. Silently nothing when the lease is lost: the worker learns that elsewhere."""
    with transaction.atomic():
        if _held_by(lease).update(progress=percent, step=step[:200]):
            log.record(job_id=lease.job_id, owner_id=lease.owner_id)


def complete(lease: Lease, commit: Callable[[Job], dict[str, Any]]) -> None:
    """Finish: the job's end, its result and whatever `commit` stores become visible together, or none of them.

    May be called again after a database error whose COMMIT may or may not have got through.
    Raises LeaseLost, CancelWanted, and whatever `commit` raises; then nothing was written.
    """
    with transaction.atomic():
        won = _move(
            _held_by(lease).filter(cancel_requested_at=None),
            source=JobStatus.PROCESSING,
            target=JobStatus.COMPLETED,
            lease_expires_at=None,
            finished_at=timezone.now(),
            progress=100,
            step="",
        )
        job = Job.objects.filter(pk=lease.job_id).first()
        if not won:
            if job is not None and job.lease_owner == lease.token:
                if job.status == JobStatus.COMPLETED:
                    return  # an earlier call got through and only its answer was lost
                if job.status == JobStatus.PROCESSING:
                    raise CancelWanted
            raise LeaseLost
        assert job is not None
        result = commit(job)
        Job.objects.filter(pk=job.pk).update(result=result)
        _announce(job)


def fail(lease: Lease, *, code: str, message: str) -> bool:
    """End the job with an error. False when the lease was lost."""
    return _settle(
        _held_by(lease),
        job_id=lease.job_id,
        target=JobStatus.FAILED,
        error_code=code[:64],
        error_message=message,
    )


def cancel(lease: Lease) -> bool:
    """End the job as cancelled, by the worker that stopped it. False when the lease was lost."""
    return _settle(_held_by(lease), job_id=lease.job_id, target=JobStatus.CANCELLED)


def give_back(lease: Lease, *, counted: bool, after_s: float = 0.0) -> bool:
    """Back into the queue. A cancel request that came meanwhile is honoured instead. False when the lease was lost."""
    with transaction.atomic():
        back = _requeue(_held_by(lease).filter(cancel_requested_at=None), counted=counted, after_s=after_s)
        if back:
            log.record(job_id=lease.job_id, owner_id=lease.owner_id)
            dispatch.ring(lease.lane)
            return True
    return cancel(lease)


def cancel_on_request(job_id: uuid.UUID) -> bool:
    """Cancel a queued job, or ask the worker of a running one to stop. False when the job is over already."""
    while True:
        waiting = Job.objects.filter(pk=job_id)
        now = timezone.now()
        queued, end = JobStatus.QUEUED, JobStatus.CANCELLED
        if _settle(waiting, job_id=job_id, source=queued, target=end, cancel_requested_at=now):
            return True
        with transaction.atomic():
            job = waiting.filter(status=JobStatus.PROCESSING).first()
            if job is not None:
                asked = waiting.filter(status=JobStatus.PROCESSING, lease_owner=job.lease_owner).update(
                    cancel_requested_at=Coalesce("cancel_requested_at", timezone.now())
                )
                if asked:
                    _announce(job)
                    notifications.notify(notifications.JOBS)
                    return True
        # Between two statements the job may have gone from queued to processing or back: look again.
        if not waiting.filter(status__in=[JobStatus.QUEUED, JobStatus.PROCESSING]).exists():
            return False


def reap() -> int:
    """End or requeue the jobs whose lease ran out, and return how many. Safe to run in many processes at once."""
    expired = Job.objects.filter(
        status=JobStatus.PROCESSING, lease_expires_at__lt=Now(), kind__in=registry.names()
    )
    return sum(_reap_one(job) for job in expired.order_by("lease_expires_at")[:REAP_AT_ONCE])


def _reap_one(job: Job) -> bool:
    silent = Job.objects.filter(pk=job.pk, lease_owner=job.lease_owner, lease_expires_at__lt=Now())
    if job.cancel_requested_at is not None:
        return _settle(silent, job_id=job.pk, target=JobStatus.CANCELLED)
    if job.attempts >= job.max_attempts:
        return _settle(
            silent,
            job_id=job.pk,
            target=JobStatus.FAILED,
            error_code=WORKER_LOST,
            error_message=f"The worker stopped without a word {job.attempts} times while it had this job. "
            "The server's log says more; it may be short of memory.",
        )
    with transaction.atomic():
        if not _requeue(silent.filter(cancel_requested_at=None), counted=True, after_s=0.0):
            return False
        _announce(job)
        dispatch.ring(job.lane)
    return True


def _requeue(jobs: QuerySet[Job], *, counted: bool, after_s: float) -> int:
    return _move(
        jobs,
        source=JobStatus.PROCESSING,
        target=JobStatus.QUEUED,
        attempts=F("attempts") if counted else F("attempts") - 1,
        lease_owner="",
        lease_expires_at=None,
        queued_at=timezone.now(),
        run_after=_from_now(after_s) if after_s > 0 else None,
        progress=0,
        step="",
    )


def _settle(
    jobs: QuerySet[Job],
    *,
    job_id: uuid.UUID,
    target: JobStatus,
    source: JobStatus = JobStatus.PROCESSING,
    **values: Any,
) -> bool:
    """Fail or cancel, with the kind's `on_settled` in the same transaction."""
    with transaction.atomic():
        if not _move(
            jobs, source=source, target=target, lease_expires_at=None, finished_at=timezone.now(), **values
        ):
            return False
        job = Job.objects.get(pk=job_id)
        if job.kind in registry.names():
            on_settled = registry.get(job.kind).on_settled
            if on_settled is not None:
                on_settled(job)
        else:  # a kind that an upgrade took away: only a person's cancel gets here, and nobody knows the hook
            logger.warning("job of an unknown kind settled", extra={"job_id": str(job_id), "kind": job.kind})
        _announce(job)
    return True


def _move(jobs: QuerySet[Job], *, source: JobStatus, target: JobStatus, **values: Any) -> int:
    check_transition(source, target)
    return jobs.filter(status=source).update(status=target, **values)


def _held_by(lease: Lease) -> QuerySet[Job]:
    return Job.objects.filter(
        pk=lease.job_id, status=JobStatus.PROCESSING, lease_owner=lease.token, attempts=lease.attempt
    )


def _ours(leases: Collection[Lease]) -> QuerySet[Job]:
    keys, tokens = [lease.job_id for lease in leases], [lease.token for lease in leases]
    return Job.objects.filter(pk__in=keys, status=JobStatus.PROCESSING, lease_owner__in=tokens)


def _announce(job: Job) -> None:
    log.record(job_id=job.pk, owner_id=job.owner_id)


def _lease_end() -> Combinable:
    return _from_now(tuning().lease_s)


def _from_now(seconds: float) -> Combinable:
    return ExpressionWrapper(Now() + timedelta(seconds=seconds), output_field=DateTimeField())
