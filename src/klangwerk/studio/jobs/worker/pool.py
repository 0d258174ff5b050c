"""A process of a Celery pool as a worker: drains lanes when the doorbell rings, keeps leases, says that it lives."""

from __future__ import annotations

import logging
import multiprocessing
import os
import threading
import time

from celery.signals import celeryd_after_setup, worker_process_init, worker_shutting_down

from klangwerk.studio.common.logging import log_context
from klangwerk.studio.jobs import database, dispatch, heartbeats, state
from klangwerk.studio.jobs.lanes import Lane
from klangwerk.studio.jobs.tuning import tuning
from klangwerk.studio.jobs.worker.execution import execute
from klangwerk.studio.jobs.worker.keeper import Keeper
from klangwerk.studio.jobs.worker.local import give_back_rest, worker_name

logger = logging.getLogger(__name__)

DRAIN_S = 60.0  # then the lane is rung again: Celery may want the process for another lane
LOOK_S = 0.1

# Both are filled in Celery's main process before it forks its pool, which shares them.
_lanes: list[str] = []
_stopping = multiprocessing.Event()

_process: PoolProcess | None = None


class PoolProcess:
    """What one pool process has beside Celery: a keeper of leases, and a thread that beats and watches for the end."""

    def __init__(self) -> None:
        self.pid = os.getpid()
        self.name = worker_name("celery")
        self.keeper = Keeper()
        self.keeper.__enter__()
        threading.Thread(target=self._attend, name="job-attendant", daemon=True).start()

    def _attend(self) -> None:
        beat_s = float("-inf")
        while not _stopping.is_set():
            if time.monotonic() - beat_s >= tuning().heartbeat_s:
                try:
                    heartbeats.beat(worker=self.name, dispatcher="celery", slots=dict.fromkeys(_lanes, 1))
                    beat_s = time.monotonic()
                except database.ANY as error:
                    database.drop_connection()
                    logger.warning("no heartbeat: the database does not answer", extra={"error": str(error)})
            time.sleep(LOOK_S)
        try:
            heartbeats.leave(worker=self.name)
            give_back_rest(self.keeper)
        except database.ANY:
            logger.exception("the end could not be written; leases will run out")
        finally:
            database.drop_connection()


def drain_lane(lane: Lane) -> None:
    """Work until the lane is empty, the process is to end, or others should have a turn."""
    process = _this_process()
    began_s = time.monotonic()
    while not process.keeper.shutting_down:
        try:
            lease = state.claim(lane=lane, worker=process.name)
        except database.ANY as error:
            database.drop_connection()
            logger.warning("lane not drained: the database does not answer", extra={"error": str(error)})
            return  # the reaper rings again
        if lease is None:
            return
        with log_context(worker=process.name):
            execute(lease, keeper=process.keeper)
        if time.monotonic() - began_s > DRAIN_S:
            dispatch.ring(lane)
            return


def _this_process() -> PoolProcess:
    global _process
    if _process is None or _process.pid != os.getpid():
        _process = PoolProcess()
    return _process


def _remember_lanes(instance: object, **_: object) -> None:
    from klangwerk.studio.jobs.celery import app, queue_of

    global _stopping
    _stopping = multiprocessing.Event()  # of this worker, in case another lived in the process before
    served = set(app.amqp.queues.consume_from)
    _lanes[:] = (lane.value for lane in Lane if queue_of(lane) in served)


def _start_process(**_: object) -> None:
    _this_process()


def _stop_processes(**_: object) -> None:
    _stopping.set()


celeryd_after_setup.connect(_remember_lanes, weak=False)
worker_process_init.connect(_start_process, weak=False)
worker_shutting_down.connect(_stop_processes, weak=False)
