"""PostgreSQL's NOTIFY: tells listeners in other processes that rows changed. Other databases are watched instead."""

from __future__ import annotations

from django.db import connection

JOBS = "klangwerk_jobs"
"""Something for workers: a job was queued, or a running one is to be cancelled."""

EVENTS = "klangwerk_events"
"""Something for web processes: the event log grew."""


def notify(channel: str) -> None:
    """Delivered when the running transaction commits. On SQLite every commit shows in `PRAGMA data_version`."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_notify(%s, '')", [channel])
