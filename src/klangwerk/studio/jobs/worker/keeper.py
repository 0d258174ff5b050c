"""Keeps the leases of a process alive while its jobs run, and flips their cancel tokens."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from klangwerk.engines.contracts import CancelReason, CancelToken
from klangwerk.studio.jobs import database, registry, state
from klangwerk.studio.jobs.tuning import tuning
from klangwerk.studio.jobs.waker import Waker

logger = logging.getLogger(__name__)

CANCEL_POLL_S = 0.05  # SQLite: nobody notices a cancel that takes this long


@dataclass(slots=True)
class Watched:
    """A job that runs in this process (or in a child of it)."""

    lease: state.Lease
    cancel: CancelToken = field(default_factory=CancelToken)
    ends_by_s: float | None = None  # on the monotonic clock, as `renewed_s`
    renewed_s: float = field(default_factory=time.monotonic)


class Keeper:
    """One thread for all jobs of a process. It alone renews leases, so a long step without progress is no danger."""

    def __init__(self) -> None:
        self._watched: dict[str, Watched] = {}
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._waker = Waker(sqlite_poll_s=CANCEL_POLL_S)
        self._shutting_down = False
        self._thread = threading.Thread(target=self._run, name="job-keeper", daemon=True)

    def __enter__(self) -> Keeper:
        self._waker.start()
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._waker.stop()
        self._thread.join(timeout=5)

    @contextmanager
    def watch(self, lease: state.Lease) -> Iterator[Watched]:
        """Keep this lease while the block runs."""
        timeout_s = registry.get(lease.kind).timeout_s
        watched = Watched(lease, ends_by_s=None if timeout_s is None else time.monotonic() + timeout_s)
        with self._lock:
            self._watched[lease.token] = watched
            if self._shutting_down:
                watched.cancel.request(CancelReason.SHUTDOWN)
        try:
            yield watched
        finally:
            with self._lock:
                self._watched.pop(lease.token, None)

    def running(self) -> list[Watched]:
        """What runs at this moment."""
        with self._lock:
            return list(self._watched.values())

    @property
    def shutting_down(self) -> bool:
        """Whether the process is about to end."""
        return self._shutting_down

    def shut_down(self) -> None:
        """Ask all running jobs to stop, so that they are given back."""
        with self._lock:
            self._shutting_down = True
            for watched in self._watched.values():
                watched.cancel.request(CancelReason.SHUTDOWN)

    def _run(self) -> None:
        pauses_s = database.pauses_s()
        while not self._ended.is_set():
            numbers = tuning()
            running = self.running()
            self._flip_overdue(running)
            try:
                self._renew_due(running, heartbeat_s=numbers.heartbeat_s)
                if running:
                    self._flip_unwanted(running)
                pauses_s = database.pauses_s()
            except database.ANY as error:
                database.drop_connection()
                logger.warning(
                    "leases could not be renewed: the database does not answer", extra={"error": str(error)}
                )
                self._ended.wait(next(pauses_s))
                continue
            self._waker.wait(min(numbers.poll_s, numbers.heartbeat_s / 2))
        database.drop_connection()

    def _renew_due(self, running: list[Watched], *, heartbeat_s: float) -> None:
        now_s = time.monotonic()
        due = [watched for watched in running if now_s - watched.renewed_s >= heartbeat_s]
        if due:
            state.renew([watched.lease for watched in due])
            for watched in due:
                watched.renewed_s = now_s

    def _flip_unwanted(self, running: list[Watched]) -> None:
        held = state.held([watched.lease for watched in running])
        for watched in running:
            wanted_cancel = held.get(watched.lease.token)
            if wanted_cancel is None:
                watched.cancel.request(CancelReason.LEASE_LOST)
            elif wanted_cancel:
                watched.cancel.request(CancelReason.USER)

    def _flip_overdue(self, running: list[Watched]) -> None:
        now_s = time.monotonic()
        for watched in running:
            if watched.ends_by_s is not None and now_s >= watched.ends_by_s:
                watched.cancel.request(CancelReason.TIMEOUT)
