"""Waking the workers. A lost ring costs time, never a job: workers poll, and the reaper rings again."""

from __future__ import annotations

import logging
import threading
from functools import partial

from django.conf import settings
from django.db import transaction

from klangwerk.studio.jobs import notifications

logger = logging.getLogger(__name__)

_listeners: set[threading.Event] = set()
_listeners_lock = threading.Lock()


def ring(lane: str) -> None:
    """Wake the workers of a lane when the running transaction commits (at once when there is none)."""
    notifications.notify(notifications.JOBS)
    transaction.on_commit(partial(_ring_now, lane))


def listen(event: threading.Event) -> None:
    """A worker in this process wants `event` set at every ring."""
    with _listeners_lock:
        _listeners.add(event)


def unlisten(event: threading.Event) -> None:
    """The end of `listen`."""
    with _listeners_lock:
        _listeners.discard(event)


def _ring_now(lane: str) -> None:
    with _listeners_lock:
        for event in _listeners:
            event.set()
    if settings.CELERY_BROKER_URL:
        from klangwerk.studio.jobs.celery import ring_lane

        ring_lane(lane)
