"""Where a job stands in its queue and when it will be over: computed from the rows and from measured run times.

Honest: without a live worker, or for a kind that never ran, there is no estimate.
"""

from __future__ import annotations

import statistics
import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F
from django.utils import timezone

from klangwerk.studio.jobs import heartbeats
from klangwerk.studio.jobs.models import Job
from klangwerk.studio.jobs.status import JobStatus

RUNS_MEASURED = 20  # the latest runs of a kind; older ones were perhaps on another machine
QUEUE_READ_MAX = 2000  # beyond this a position is still right for the first, and unknown for the rest
PROGRESS_TRUSTED_PERCENT = 10  # below it, elapsed time over progress is mostly noise


@dataclass(frozen=True, slots=True)
class Estimate:
    """`position`: how many jobs of the lane go first, 0 for one that runs; `eta_s`: seconds until the end."""

    position: int | None = None
    eta_s: float | None = None


NOTHING = Estimate()


def estimates(jobs: Iterable[Job]) -> dict[uuid.UUID, Estimate]:
    """Estimates of the active ones among `jobs`; the others have none. A handful of queries in all."""
    by_lane: dict[str, list[Job]] = defaultdict(list)
    for job in jobs:
        if job.status in (JobStatus.QUEUED, JobStatus.PROCESSING):
            by_lane[job.lane].append(job)
    found: dict[uuid.UUID, Estimate] = {}
    if by_lane:
        slots = heartbeats.live_slots()
        for lane, wanted in by_lane.items():
            found |= _lane_estimates(lane, wanted, slots=slots[lane])
    return found


def _lane_estimates(lane: str, wanted: list[Job], *, slots: int) -> dict[uuid.UUID, Estimate]:
    runs = _RunTimes()
    found = {
        job.pk: Estimate(0, _remaining_s(job, runs) if slots else None)
        for job in wanted
        if job.status == JobStatus.PROCESSING
    }
    waiting = {job.pk for job in wanted if job.status == JobStatus.QUEUED}
    if not waiting:
        return found
    running = Job.objects.filter(lane=lane, status=JobStatus.PROCESSING)
    # Seconds of work that lie before the next in the queue, None once a part of it is unknown.
    ahead_s: float | None = 0.0
    for job in running:
        ahead_s = _plus(ahead_s, _remaining_s(job, runs))
    queue = Job.objects.filter(lane=lane, status=JobStatus.QUEUED).order_by("-priority", "created_at")
    for position, (job_id, kind) in enumerate(queue.values_list("pk", "kind")[:QUEUE_READ_MAX], start=1):
        own_s = runs.median_s(kind)
        if job_id in waiting:
            total_s = None if ahead_s is None or own_s is None or not slots else ahead_s / slots + own_s
            found[job_id] = Estimate(position, total_s)
        ahead_s = _plus(ahead_s, own_s)
    return found


def _plus(sum_s: float | None, more_s: float | None) -> float | None:
    return None if sum_s is None or more_s is None else sum_s + more_s


def _remaining_s(job: Job, runs: _RunTimes) -> float | None:
    elapsed_s = max(0.0, (timezone.now() - (job.started_at or timezone.now())).total_seconds())
    if job.progress >= PROGRESS_TRUSTED_PERCENT:
        return elapsed_s * (100 - job.progress) / job.progress
    usual_s = runs.median_s(job.kind)
    # It takes longer than usual: we do not know how much longer.
    return None if usual_s is None or elapsed_s > usual_s else usual_s - elapsed_s


class _RunTimes:
    """Median run times by kind, read once each."""

    def __init__(self) -> None:
        self._known: dict[str, float | None] = {}

    def median_s(self, kind: str) -> float | None:
        if kind not in self._known:
            self._known[kind] = run_time_median_s(kind)
        return self._known[kind]


def run_time_median_s(kind: str) -> float | None:
    """How long the latest completed jobs of a kind took, None if there are none."""
    latest: list[tuple[datetime | None, datetime | None]] = list(
        Job.objects.filter(kind=kind, status=JobStatus.COMPLETED)
        .order_by(F("finished_at").desc())
        .values_list("started_at", "finished_at")[:RUNS_MEASURED]
    )
    runs_s = [(finished - started).total_seconds() for started, finished in latest if started and finished]
    return statistics.median(runs_s) if runs_s else None
