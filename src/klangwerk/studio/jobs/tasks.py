"""The two Celery tasks. Both only call what the local worker calls too."""

from __future__ import annotations

from klangwerk.studio.jobs import reaper, retention
from klangwerk.studio.jobs.celery import DRAIN, REAP, app
from klangwerk.studio.jobs.lanes import Lane
from klangwerk.studio.jobs.worker.pool import drain_lane


def drain(lane: str) -> None:
    """Work until the lane is empty."""
    drain_lane(Lane(lane))


def reap() -> None:
    """Reap expired leases, ring again, prune now and then."""
    reaper.sweep()
    retention.prune_now_and_then()


app.task(name=DRAIN)(drain)
app.task(name=REAP)(reap)
