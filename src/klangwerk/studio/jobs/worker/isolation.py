"""Runs a job in a child process, so that its memory comes back and cancelling it is certain.

The child (`klangwerk.studio.jobs.child`) finishes the job itself, under the lease its parent claimed; the parent keeps
the lease alive, watches for reasons to stop, and settles what a child that died left open.
"""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable

from klangwerk.engines.contracts import CancelReason
from klangwerk.studio.jobs import database, state
from klangwerk.studio.jobs.error_codes import WORKER_CRASHED
from klangwerk.studio.jobs.tuning import tuning
from klangwerk.studio.jobs.worker.execution import settle_cancelled
from klangwerk.studio.jobs.worker.keeper import Watched

logger = logging.getLogger(__name__)

LOOK_S = 0.02  # how often the child and its reasons to stop are looked at


def run_in_child(watched: Watched, *, give_up: Callable[[], bool]) -> None:
    """Start the child, wait, and settle the job unless the child did."""
    lease = watched.lease
    child = subprocess.Popen(
        [sys.executable, "-m", "klangwerk.studio.jobs.child", str(lease.job_id), lease.token],
        # The pipe is the child's line of life: it ends when the pipe breaks, i.e. when this process dies.
        stdin=subprocess.PIPE,
        # A group of its own: Ctrl-C goes to us alone, and killing takes grandchildren along.
        start_new_session=True,
    )
    try:
        status = _wait(child, watched)
    finally:
        _kill(child)
        if child.stdin is not None:
            child.stdin.close()
    database.insist(lambda: _settle_once(watched, status), what="settling", give_up=give_up)


def _wait(child: subprocess.Popen[bytes], watched: Watched) -> int | None:
    """The exit status, or None when the child was killed for not stopping in time."""
    stop_by_s: float | None = None
    while True:
        try:
            return child.wait(timeout=LOOK_S)
        except subprocess.TimeoutExpired:
            pass
        reason = watched.cancel.reason
        if reason is None:
            continue
        if stop_by_s is None:
            logger.info("asking the child process to stop", extra={"reason": reason.value})
            child.terminate()
            stop_by_s = time.monotonic() + (
                0.0 if reason is CancelReason.LEASE_LOST else tuning().kill_grace_s
            )
        elif time.monotonic() >= stop_by_s:
            logger.warning("the child process did not stop and is killed")
            return None


def _kill(child: subprocess.Popen[bytes]) -> None:
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        pass  # the group is gone
    child.wait()


def _settle_once(watched: Watched, status: int | None) -> None:
    lease = watched.lease
    if lease.token not in state.held([lease]):
        return  # the child wrote the end, or the lease is lost
    reason = watched.cancel.reason
    if reason is not None:
        settle_cancelled(lease, reason)
        return
    if status is not None and status < 0:
        how = f"signal {-status}" + (", as when memory runs out" if -status == signal.SIGKILL else "")
    else:
        how = f"exit status {status}"
    logger.warning("the child process ended without finishing its job", extra={"how": how})
    if lease.is_last_attempt:
        message = f"The process that worked on this job died ({how}), {lease.attempt} times in all."
        state.fail(lease, code=WORKER_CRASHED, message=message)
    else:
        state.give_back(lease, counted=True)
