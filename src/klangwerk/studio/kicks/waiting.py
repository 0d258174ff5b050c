"""Waiting for jobs to end without a thread or a query per waiter.

However many requests wait, one thread looks at all their jobs with one query; requests wait on their event loop.
"""

from __future__ import annotations

import asyncio
import logging
import threading
import time
import uuid
from collections.abc import Iterable

from django.db import Error as DatabaseError
from django.db import connection

from klangwerk.studio.jobs.models import Job
from klangwerk.studio.jobs.status import FINISHED

log = logging.getLogger(__name__)

_EAGER_POLL_S = 0.005  # while somebody has waited for less than _EAGER_S: kicks are that quick
_EAGER_S = 1.0
_PATIENT_POLL_S = 0.1
_IDLE_S = 0.5  # then the thread ends and gives its database connection back
_ROWS_MAX = 500  # SQLite takes 999 variables in a query by default

Waiter = tuple[asyncio.AbstractEventLoop, "asyncio.Future[None]"]


class JobWatcher:
    """Tells waiters when their jobs are over."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiters: dict[uuid.UUID, list[Waiter]] = {}
        self._eager_until_s = 0.0
        self._newcomer = False
        self._data_version: int | None = None
        self._something = threading.Event()
        self._thread: threading.Thread | None = None

    async def wait(self, job_id: uuid.UUID, *, timeout_s: float) -> bool:
        """True as soon as the job is over, False when the time is up. Call it outside of a transaction."""
        loop = asyncio.get_running_loop()
        waiter: Waiter = (loop, loop.create_future())
        self._add(job_id, waiter)
        try:
            await asyncio.wait_for(waiter[1], timeout_s)
        except TimeoutError:
            return False
        finally:
            self._remove(job_id, waiter)
        return True

    def _add(self, job_id: uuid.UUID, waiter: Waiter) -> None:
        with self._lock:
            self._waiters.setdefault(job_id, []).append(waiter)
            self._eager_until_s = time.monotonic() + _EAGER_S
            self._newcomer = True
            self._something.set()
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._run, name="job-watcher", daemon=True)
                self._thread.start()

    def _remove(self, job_id: uuid.UUID, waiter: Waiter) -> None:
        with self._lock:
            left = [other for other in self._waiters.get(job_id, []) if other is not waiter]
            if left:
                self._waiters[job_id] = left
            else:
                self._waiters.pop(job_id, None)

    def _run(self) -> None:
        try:
            while True:
                with self._lock:
                    waited_for = list(self._waiters)
                    eager = time.monotonic() < self._eager_until_s
                    newcomer, self._newcomer = self._newcomer, False
                    self._something.clear()
                if waited_for:
                    self._look(waited_for, newcomer=newcomer)
                    # A new waiter is looked after at once; its job is hardly over, but it makes the pace eager again.
                    self._something.wait(_EAGER_POLL_S if eager else _PATIENT_POLL_S)
                elif not self._something.wait(_IDLE_S) and self._retired():
                    return
        finally:
            self._drop_connection()

    def _drop_connection(self) -> None:
        connection.close()
        self._data_version = None  # another connection counts anew

    def _retired(self) -> bool:
        with self._lock:
            if self._waiters:
                return False
            self._thread = None
            return True

    def _look(self, waited_for: list[uuid.UUID], *, newcomer: bool) -> None:
        try:
            # A newcomer's job may have ended before anybody waited for it.
            if not (self._changed() or newcomer):
                return
            for start in range(0, len(waited_for), _ROWS_MAX):
                over = Job.objects.filter(pk__in=waited_for[start : start + _ROWS_MAX], status__in=FINISHED)
                self._tell(list(over.values_list("pk", flat=True)))
        except DatabaseError as error:
            log.warning("the job watcher cannot read the database", extra={"error": str(error)})
            self._drop_connection()
            time.sleep(_PATIENT_POLL_S)

    def _changed(self) -> bool:
        """Whether another connection wrote since we last asked. Only SQLite can tell; far cheaper than a query."""
        if connection.vendor != "sqlite":
            return True
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA data_version")
            version: int = cursor.fetchone()[0]
        changed, self._data_version = version != self._data_version, version
        return changed

    def _tell(self, over: Iterable[uuid.UUID]) -> None:
        for job_id in over:
            with self._lock:
                waiters = self._waiters.pop(job_id, [])
            for loop, future in waiters:
                try:
                    loop.call_soon_threadsafe(_resolve, future)
                except RuntimeError:  # that loop is closed: nobody waits any more
                    continue


def _resolve(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)


job_watcher = JobWatcher()
"""The one of this process."""
