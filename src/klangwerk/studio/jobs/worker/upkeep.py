"""What a worker does beside jobs: says that it lives, reaps, rings again, prunes."""

from __future__ import annotations

import logging
import threading
import time

from klangwerk.studio.jobs import database, heartbeats, reaper, retention
from klangwerk.studio.jobs.tuning import tuning

logger = logging.getLogger(__name__)


class Upkeep:
    """A thread of its own, so that a long prune delays neither a claim nor a lease."""

    def __init__(self, *, worker: str, slots: dict[str, int]) -> None:
        self._worker = worker
        self._slots = slots
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="job-upkeep", daemon=True)

    def __enter__(self) -> Upkeep:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join(timeout=5)
        try:
            heartbeats.leave(worker=self._worker)
        except database.ANY:
            database.drop_connection()  # it will look dead soon, which it is

    def _run(self) -> None:
        beat_s = reaped_s = float("-inf")
        while not self._ended.is_set():
            numbers, now_s = tuning(), time.monotonic()
            try:
                if now_s - beat_s >= numbers.heartbeat_s:
                    heartbeats.beat(worker=self._worker, dispatcher="local", slots=self._slots)
                    beat_s = now_s
                if now_s - reaped_s >= numbers.reap_s:
                    reaper.sweep()
                    reaped_s = now_s
                retention.prune_now_and_then()
            except database.ANY as error:
                database.drop_connection()
                logger.warning("upkeep waits: the database does not answer", extra={"error": str(error)})
            self._ended.wait(min(1.0, numbers.heartbeat_s, numbers.reap_s))
        database.drop_connection()
