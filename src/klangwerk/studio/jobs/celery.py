"""The Celery app: a message is only a doorbell that says "drain this lane". The table holds the truth."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

from celery import Celery
from django.conf import settings
from kombu.entity import Queue
from kombu.exceptions import KombuError

from klangwerk.studio.jobs.lanes import Lane
from klangwerk.studio.jobs.tuning import tuning

logger = logging.getLogger(__name__)

DRAIN = "klangwerk.jobs.drain"
REAP = "klangwerk.jobs.reap"

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "klangwerk.studio.config.settings")


def queue_of(lane: str) -> str:
    """The broker's queue of a lane: `celery … worker -Q klangwerk.fast`."""
    return f"klangwerk.{lane}"


def _configuration() -> dict[str, Any]:
    reap_s = tuning().reap_s
    return {
        "broker_url": settings.CELERY_BROKER_URL,
        "broker_connection_retry_on_startup": True,
        # A ring must never hold up a request: with the broker away it fails at once and the reaper rings later.
        "broker_transport_options": {"socket_connect_timeout": 2, "socket_timeout": 5},
        "task_ignore_result": True,
        # The lease says what is lost, so a message is acknowledged early and never redelivered.
        "task_acks_late": False,
        "worker_prefetch_multiplier": 1,
        "worker_hijack_root_logger": False,
        # Without -Q a worker serves the fast lane only: one that served all would let long jobs block the kicks.
        "task_queues": [Queue(queue_of(Lane.FAST))],  # type: ignore[no-untyped-call]
        "task_default_queue": queue_of(Lane.FAST),
        "task_create_missing_queues": True,
        "timezone": "UTC",
        "beat_schedule_filename": str(Path(settings.KLANGWERK_HOME) / "celerybeat-schedule"),
        "beat_schedule": {
            "reap": {
                "task": REAP,
                "schedule": reap_s,
                # Reaps that nobody took in time would only pile up.
                "options": {"queue": queue_of(Lane.FAST), "expires": max(reap_s, 1.0)},
            },
        },
        "imports": ["klangwerk.studio.jobs.tasks"],
    }


app = Celery("klangwerk")
app.conf.update(_configuration())


def ring_lane(lane: str) -> None:
    """One doorbell message. A broker that is away is logged, not raised: the job is queued all the same."""
    try:
        app.send_task(DRAIN, args=[lane], queue=queue_of(lane), retry=False, ignore_result=True)
    except (KombuError, OSError):
        logger.warning(
            "the broker does not answer; the reaper will ring again", extra={"lane": lane}, exc_info=True
        )
