"""The process that runs one isolated job: `python -m klangwerk.studio.jobs.child <job id> <lease token>`."""

from __future__ import annotations

import ctypes
import logging
import os
import signal
import sys
import threading
import uuid

import django

from klangwerk.engines.contracts import CancelReason, CancelToken

PR_SET_PDEATHSIG = 1  # linux/prctl.h
PARENT_IS_GONE = 70


def main(job_id: str, token: str) -> int:
    """Run the handler and write the job's end. The parent settles whatever we leave open."""
    _die_with_parent()
    cancel = CancelToken()
    signal.signal(signal.SIGTERM, lambda *_: cancel.request(CancelReason.SHUTDOWN))
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "klangwerk.studio.config.settings")
    django.setup()
    from klangwerk.studio.common.logging import log_context
    from klangwerk.studio.jobs import database, state
    from klangwerk.studio.jobs.worker.execution import run_here

    logger = logging.getLogger(__name__)
    with log_context(job_id=job_id):
        give_up = lambda: cancel.reason is not None  # noqa: E731
        try:
            lease = database.insist(
                lambda: state.resume(job_id=uuid.UUID(job_id), token=token), what="starting", give_up=give_up
            )
            run_here(lease, cancel=cancel, give_up=give_up, settle_stop=False)
        except state.LeaseLost:
            logger.warning("the lease was lost before the work began")
        except database.ANY:
            logger.exception("the end of the job could not be written")
            return 1
    return 0


def _die_with_parent() -> None:
    """End at once when the parent does: without it nobody renews the lease, so nothing we make counts."""
    threading.Thread(target=_watch_stdin, name="parent-watch", daemon=True).start()
    if sys.platform == "linux":
        # Native code that hangs with the interpreter locked never lets the thread run; the kernel always can.
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _watch_stdin() -> None:
    try:
        while os.read(0, 1):
            pass
    except OSError:
        pass
    os._exit(PARENT_IS_GONE)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
