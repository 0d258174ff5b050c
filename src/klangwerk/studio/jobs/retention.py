"""Takes old rows away, a few at a time."""

from __future__ import annotations

import logging
import time
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from klangwerk.studio.jobs.heartbeats import BEATS_MISSED
from klangwerk.studio.jobs.models import EventTicket, Job, JobEvent, WorkerHeartbeat
from klangwerk.studio.jobs.status import FINISHED
from klangwerk.studio.jobs.tuning import tuning

logger = logging.getLogger(__name__)

AT_ONCE = 500  # short transactions: other writers wait for each on SQLite


def prune() -> dict[str, int]:
    """Delete finished jobs, events, tickets and dead workers that are too old. Returns how many of each."""
    numbers, now = tuning(), timezone.now()
    gone = {
        "events": _delete(
            JobEvent.objects.filter(created_at__lt=now - timedelta(hours=numbers.events_kept_hours))
        ),
        "jobs": _delete(
            Job.objects.filter(status__in=FINISHED, finished_at__lt=now - timedelta(days=numbers.kept_days))
        ),
        "tickets": _delete(EventTicket.objects.filter(expires_at__lt=now)),
        "workers": _delete(
            WorkerHeartbeat.objects.filter(
                seen_at__lt=now - timedelta(seconds=10 * BEATS_MISSED * numbers.heartbeat_s),
            )
        ),
    }
    if any(gone.values()):
        logger.info("old rows pruned", extra=gone)
    return gone


_pruned_at_s = float("-inf")


def prune_now_and_then() -> None:
    """`prune`, but at most every `prune_s` in this process."""
    global _pruned_at_s
    if time.monotonic() - _pruned_at_s >= tuning().prune_s:
        prune()
        _pruned_at_s = time.monotonic()


def _delete(rows: QuerySet[Any, Any]) -> int:
    total = 0
    while True:
        keys = list(rows.order_by().values_list("pk", flat=True)[:AT_ONCE])
        if not keys:
            return total
        rows.filter(pk__in=keys).delete()
        total += len(keys)
        if len(keys) < AT_ONCE:
            return total
