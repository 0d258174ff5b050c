"""Finds what nobody works on any more. Runs in every local worker and on Celery's beat; the broker has no say."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.db.models import Q
from django.db.models.functions import Now

from klangwerk.studio.jobs import dispatch, heartbeats, state
from klangwerk.studio.jobs.models import Job
from klangwerk.studio.jobs.status import JobStatus
from klangwerk.studio.jobs.tuning import tuning

logger = logging.getLogger(__name__)


def sweep() -> int:
    """Deal with expired leases and ring again where jobs wait for too long. Returns how many leases were reaped."""
    reaped = state.reap()
    if reaped:
        logger.warning("expired leases reaped", extra={"jobs": reaped})
    served = heartbeats.live_slots()
    for lane in neglected_lanes():
        if served[lane]:  # for a lane that nobody serves, rings would only pile up in the broker
            dispatch.ring(lane)
    return reaped


def neglected_lanes() -> list[str]:
    """Lanes whose doorbell must have been lost: a job waits although it could have been taken long ago."""
    long_ago = Now() - timedelta(seconds=tuning().ring_after_s)
    waiting = Job.objects.filter(Q(run_after=None) | Q(run_after__lte=Now()), status=JobStatus.QUEUED)
    return sorted(
        set(waiting.filter(queued_at__lt=long_ago).order_by().values_list("lane", flat=True).distinct())
    )
