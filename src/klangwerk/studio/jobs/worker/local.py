"""The local worker: takes jobs from the table into threads, one pool of slots for each lane."""

from __future__ import annotations

import logging
import os
import signal
import socket
import threading
import time
import uuid
from collections.abc import Iterable, Mapping
from types import FrameType

from klangwerk.studio.common.logging import log_context
from klangwerk.studio.jobs import database, registry, state
from klangwerk.studio.jobs.lanes import Lane, slots
from klangwerk.studio.jobs.tuning import tuning
from klangwerk.studio.jobs.waker import Waker
from klangwerk.studio.jobs.worker import upkeep
from klangwerk.studio.jobs.worker.execution import execute
from klangwerk.studio.jobs.worker.keeper import Keeper

logger = logging.getLogger(__name__)

DEFAULT_LANES = (Lane.FAST, Lane.HEAVY, Lane.REMOTE)


def worker_name(kind: str) -> str:
    """Unique for ever: a machine may start again with the same process id."""
    return f"{kind}:{socket.gethostname()[:60]}:{os.getpid()}:{uuid.uuid4().hex[:8]}"


def run(
    *,
    lanes: Iterable[Lane] | None = None,
    stop: threading.Event | None = None,
    concurrency: Mapping[Lane, int] | None = None,
) -> None:
    """Work until `stop` is set. Without `stop`, SIGTERM and SIGINT end it (a second one at once).

    When it returns, every job that still ran has been given back, or its lease runs out soon.
    """
    chosen = tuple(lanes or DEFAULT_LANES)
    room = {lane: (concurrency or {}).get(lane, slots(lane)) for lane in chosen}
    worker = LocalWorker(slots_per_lane=room, stop=stop or _stop_on_signals())
    worker.run()
    if stop is None and worker.is_busy:
        # The process is ours and a thread of it does not listen: the interpreter cannot end under native code.
        logging.shutdown()
        os._exit(0)


class LocalWorker:
    """One process worth of work: a dispatcher (the calling thread), a keeper, an upkeep thread, and job threads."""

    def __init__(self, *, slots_per_lane: Mapping[Lane, int], stop: threading.Event) -> None:
        self.name = worker_name("local")
        self._free = dict(slots_per_lane)
        self._slots = dict(slots_per_lane)
        self._free_lock = threading.Lock()
        self._stop = stop
        self._waker = Waker()
        self._keeper = Keeper()

    @property
    def is_busy(self) -> bool:
        """Whether a job's thread still runs."""
        return bool(self._keeper.running())

    def run(self) -> None:
        """Claim and start jobs until told to stop, then give back what runs."""
        logger.info("worker started", extra={"worker": self.name, "slots": _words(self._slots)})
        self._waker.start()
        threading.Thread(target=self._wake_on_stop, name="job-stop", daemon=True).start()
        threading.Thread(target=_warm_up, args=(tuple(self._slots),), name="job-warm-up", daemon=True).start()
        with self._keeper, upkeep.Upkeep(worker=self.name, slots=_words(self._slots)):
            try:
                self._dispatch()
            finally:
                give_back_rest(self._keeper)
                self._waker.stop()
        database.drop_connection()
        logger.info("worker stopped", extra={"worker": self.name})

    def _dispatch(self) -> None:
        pauses_s = database.pauses_s()
        while not self._stop.is_set():
            try:
                busy = True
                while busy and not self._stop.is_set():
                    # All lanes in turn: a lane that never runs dry must not keep the others waiting.
                    started = [self._fill(lane) for lane in self._slots]
                    busy = any(started)
                pauses_s = database.pauses_s()
            except database.ANY as error:
                database.drop_connection()
                logger.warning(
                    "no jobs can be taken: the database does not answer", extra={"error": str(error)}
                )
                self._stop.wait(next(pauses_s))
                continue
            self._waker.wait(tuning().poll_s)

    def _fill(self, lane: Lane) -> bool:
        """Start one job of a lane. False when there is none, or no room for it."""
        with self._free_lock:
            if self._free[lane] == 0:
                return False
        lease = state.claim(lane=lane, worker=self.name)
        if lease is None:
            return False
        with self._free_lock:
            self._free[lane] -= 1
        threading.Thread(target=self._work, args=(lease,), name=f"job-{lane}", daemon=True).start()
        return True

    def _work(self, lease: state.Lease) -> None:
        try:
            with log_context(worker=self.name):
                execute(lease, keeper=self._keeper)
        finally:
            database.drop_connection()
            with self._free_lock:
                self._free[lease.lane] += 1
            self._waker.wake()

    def _wake_on_stop(self) -> None:
        self._stop.wait()
        self._waker.wake()


def give_back_rest(keeper: Keeper) -> None:
    """Ask everything that runs to stop, wait a moment, and take the leases away from what goes on regardless."""
    keeper.shut_down()
    give_up_s = time.monotonic() + tuning().shutdown_grace_s
    while keeper.running() and time.monotonic() < give_up_s:
        time.sleep(0.02)
    for watched in keeper.running():
        # Its thread does not listen; from here on its lease matches no row and it can write nothing.
        with log_context(job_id=str(watched.lease.job_id)):
            try:
                state.give_back(watched.lease, counted=False)
                logger.warning("job given back while its thread still runs")
            except database.ANY:
                database.drop_connection()
                logger.exception("job could not be given back; its lease will run out")


def _words(room: Mapping[Lane, int]) -> dict[str, int]:
    return {lane.value: count for lane, count in room.items()}


def _warm_up(lanes: tuple[Lane, ...]) -> None:
    for kind in registry.kinds():
        if kind.warm_up is not None and kind.lane in lanes and not kind.isolate:
            try:
                kind.warm_up()
            except Exception:  # the first job will meet the same trouble and say so to its owner
                logger.exception("warming up failed", extra={"kind": kind.name})
    database.drop_connection()


def _stop_on_signals() -> threading.Event:
    stop = threading.Event()

    def ask(number: int, frame: FrameType | None) -> None:
        if stop.is_set():
            os._exit(128 + number)
        stop.set()

    signal.signal(signal.SIGTERM, ask)
    signal.signal(signal.SIGINT, ask)
    return stop
