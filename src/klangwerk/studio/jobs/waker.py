"""Tells a waiting thread that rows may have changed, in this process or another: in 10 ms on SQLite, 1 on PostgreSQL.

On SQLite a thread watches `PRAGMA data_version`, which changes with every commit of another connection; on PostgreSQL
it listens to NOTIFY. Where neither works (a pooler in transaction mode, a database that is away) the waiter's own
timeout is the fallback, so a waker can be late but never loses anything.
"""

from __future__ import annotations

import logging
import sqlite3
import threading

from django.db import connection

from klangwerk.studio.jobs import dispatch, notifications
from klangwerk.studio.jobs.tuning import tuning

logger = logging.getLogger(__name__)

LISTEN_SLICE_S = 0.25  # how soon a listening thread notices that it should end
RECONNECT_S = 0.5


class Waker:
    """Start it, then `wait`; `wake` wakes the waiter from another thread."""

    def __init__(self, *, channel: str = notifications.JOBS, sqlite_poll_s: float | None = None) -> None:
        self._channel = channel
        self._sqlite_poll_s = sqlite_poll_s
        self._changed = threading.Event()
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to watch."""
        watch = {"sqlite": self._watch_sqlite, "postgresql": self._watch_postgresql}.get(connection.vendor)
        dispatch.listen(self._changed)
        if watch is not None:
            self._thread = threading.Thread(target=watch, name="job-waker", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """End watching and wake the waiter."""
        self._ended.set()
        dispatch.unlisten(self._changed)
        self._changed.set()
        if self._thread is not None:
            self._thread.join(timeout=5)

    def wake(self) -> None:
        """End the wait now."""
        self._changed.set()

    def wait(self, timeout_s: float) -> None:
        """Until something changed or the time is up."""
        self._changed.wait(timeout_s)
        self._changed.clear()

    def _watch_sqlite(self) -> None:
        seen: int | None = None
        watcher: sqlite3.Connection | None = None
        poll_s = self._sqlite_poll_s or tuning().data_version_poll_s
        while not self._ended.wait(poll_s):
            try:
                if watcher is None:
                    name = str(connection.settings_dict["NAME"])
                    watcher = sqlite3.connect(
                        name, uri=name.startswith("file:"), timeout=0, isolation_level=None
                    )
                version = int(watcher.execute("PRAGMA data_version").fetchone()[0])
            except sqlite3.Error:
                continue  # locked for a moment
            if version != seen:
                seen = version
                self._changed.set()
        if watcher is not None:
            watcher.close()

    def _watch_postgresql(self) -> None:
        import psycopg  # only where it is used: SQLite needs no driver

        while not self._ended.is_set():
            try:
                self._listen()
            except (psycopg.Error, OSError) as error:
                logger.debug("listening for notifications broke off", extra={"error": str(error)})
                self._ended.wait(RECONNECT_S)

    def _listen(self) -> None:
        import psycopg

        parameters = connection.get_connection_params()
        for ours in ("cursor_factory", "context"):
            parameters.pop(ours, None)
        with psycopg.connect(**parameters, autocommit=True) as listener:
            listener.execute(f"LISTEN {self._channel}")
            self._changed.set()  # what happened before we listened
            while not self._ended.is_set():
                for _ in listener.notifies(timeout=LISTEN_SLICE_S):
                    self._changed.set()
