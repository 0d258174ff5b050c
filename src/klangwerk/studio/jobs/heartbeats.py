"""Which workers live, for the probes and for estimates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta

from django.db.models.functions import Now

from klangwerk.studio.jobs.models import WorkerHeartbeat
from klangwerk.studio.jobs.tuning import tuning

BEATS_MISSED = 3


def beat(*, worker: str, dispatcher: str, slots: dict[str, int]) -> None:
    """Note that a worker lives."""
    WorkerHeartbeat.objects.update_or_create(
        id=worker, defaults={"dispatcher": dispatcher, "slots": slots, "seen_at": Now()}
    )


def leave(*, worker: str) -> None:
    """Note that a worker ends in order."""
    WorkerHeartbeat.objects.filter(id=worker).delete()


def live() -> list[WorkerHeartbeat]:
    """The workers that were seen lately."""
    silent_s = tuning().heartbeat_s * BEATS_MISSED
    return list(WorkerHeartbeat.objects.filter(seen_at__gte=Now() - timedelta(seconds=silent_s)))


def live_slots() -> Counter[str]:
    """Lane -> how many of its jobs all live workers together run at once."""
    return slots_of(live())


def slots_of(workers: Iterable[WorkerHeartbeat]) -> Counter[str]:
    """Lane -> how many of its jobs these workers together run at once."""
    total: Counter[str] = Counter()
    for worker in workers:
        total.update({lane: int(count) for lane, count in worker.slots.items()})
    return total
