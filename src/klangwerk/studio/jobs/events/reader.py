"""Reads the event log forwards, and turns changes into messages."""

from __future__ import annotations

import time
import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db import connection

from klangwerk.studio.common.casing import CamelCaseJSONRenderer
from klangwerk.studio.jobs.models import Job, JobEvent
from klangwerk.studio.jobs.serializers import JobSerializer

READ_MAX = 20_000
LATE_S = 5.0
"""PostgreSQL gives a number when a row is written, not when it is committed: for so long a lower one may still come."""


@dataclass(frozen=True, slots=True)
class Message:
    """The news about one job: its number, and the text to send."""

    event_id: int
    owner_id: int
    job_id: uuid.UUID
    text: str


Row = tuple[int, uuid.UUID, int]  # event id, job id, owner id


class Reader:
    """Each event once, even those that become visible out of order."""

    def __init__(self, *, after: int) -> None:
        self._floor = after  # everything up to here is done with
        self._seen: dict[int, float] = {}

    def read(self) -> list[Row]:
        """Events that were not read before."""
        rows: list[Row] = list(
            JobEvent.objects.filter(id__gt=self._floor)
            .order_by("id")
            .values_list("id", "job_id", "owner_id")[:READ_MAX]
        )
        now_s = time.monotonic()
        fresh = [row for row in rows if row[0] not in self._seen]
        self._seen.update((row[0], now_s) for row in fresh)
        late_s = LATE_S if connection.vendor == "postgresql" else 0.0  # SQLite commits in order
        settled = [event_id for event_id, seen_s in self._seen.items() if now_s - seen_s >= late_s]
        if settled:
            self._floor = max(settled)
            self._seen = {
                event_id: seen_s for event_id, seen_s in self._seen.items() if event_id > self._floor
            }
        return fresh


def missed(*, owner_id: int, after: int) -> list[Row]:
    """What an owner was not told since event `after`; on PostgreSQL with a little overlap, which does no harm."""
    rows = JobEvent.objects.filter(owner_id=owner_id)
    since = rows.filter(id__gt=after)
    if connection.vendor == "postgresql":
        last = JobEvent.objects.filter(id=after).values_list("created_at", flat=True).first()
        if last is not None:
            since |= rows.filter(created_at__gt=last - timedelta(seconds=LATE_S), id__lt=after)
    return list(since.order_by("id").values_list("id", "job_id", "owner_id"))


def messages(rows: Iterable[Row], *, owners: Collection[int]) -> list[Message]:
    """One message for each job of these owners, with the job as it is now and its highest event number."""
    latest: dict[uuid.UUID, int] = {}
    for event_id, job_id, owner_id in rows:
        if owner_id in owners:
            latest[job_id] = max(event_id, latest.get(job_id, 0))
    if not latest:
        return []
    jobs = list(Job.objects.filter(pk__in=latest))
    jobs.sort(key=lambda job: latest[job.pk])
    renderer = CamelCaseJSONRenderer()
    found = []
    for job, told in zip(jobs, JobSerializer(jobs, many=True).data, strict=True):
        event_id = latest[job.pk]
        text = renderer.render({"id": event_id, "type": "job", "job": told}).decode()
        found.append(Message(event_id, job.owner_id, job.pk, text))
    return found
