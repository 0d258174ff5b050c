"""The numbers of the job engine: defaults here, overridden by Django settings of the name `JOBS_<FIELD>`."""

from __future__ import annotations

from dataclasses import dataclass, fields

from django.conf import settings


@dataclass(frozen=True, slots=True)
class Tuning:
    """All in seconds unless the name says otherwise. Tests shorten them."""

    lease_s: float = 30.0  # a worker that is silent for so long has lost its jobs
    heartbeat_s: float = 10.0  # a third of the lease: two heartbeats may be missed
    reap_s: float = 5.0  # how often expired leases are looked for
    ring_after_s: float = 15.0  # a job queued for so long rings its lane again
    shutdown_grace_s: float = 3.0  # what running jobs get to stop by themselves when the worker ends
    kill_grace_s: float = 1.0  # what a child process gets between being asked and being killed
    poll_s: float = 1.0  # how often the table is read when nothing woke us
    data_version_poll_s: float = 0.01  # SQLite: how often a change of the file is looked for (80 µs each)
    progress_s: float = 0.25  # at most one progress write in this time while the step stays the same
    progress_step_s: float = 0.03  # at most one progress write in this time when the step changes
    retry_max_s: float = 2.0  # longest pause between two tries to reach a database that is away
    ticket_s: float = 30.0  # life of a one-time ticket for the event socket
    socket_ping_s: float = 25.0  # how often an event socket is pinged, and its user's right to it checked
    socket_send_s: float = 10.0  # a client that takes no message for so long is cut off
    kept_days: float = 30.0  # finished jobs older than this are pruned
    events_kept_hours: float = 24.0  # events older than this are pruned
    prune_s: float = 600.0  # how often old rows are pruned


def tuning() -> Tuning:
    """The numbers in force, read from the settings each time so that tests can change them."""
    found = {
        field.name: float(value)
        for field in fields(Tuning)
        if (value := getattr(settings, f"JOBS_{field.name.upper()}", None)) is not None
    }
    return Tuning(**found)
