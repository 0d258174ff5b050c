"""Living with a database that goes away for a while."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from django.db import Error, InterfaceError, OperationalError, connection

from klangwerk.studio.jobs.tuning import tuning

logger = logging.getLogger(__name__)

AWAY = (OperationalError, InterfaceError)
"""The database did not answer, is locked or went away: the same statement may work later."""

ANY = Error
"""Everything a database can raise, a missing table (migrations have not run yet) included."""

T = TypeVar("T")


def drop_connection() -> None:
    """Close this thread's connection after an error, so that the next statement opens a fresh one."""
    connection.close()


def pauses_s() -> Iterator[float]:
    """How long to wait before the next try, growing to `retry_max_s`."""
    pause_s = 0.05
    while True:
        yield pause_s
        pause_s = min(pause_s * 2, tuning().retry_max_s)


def insist(write: Callable[[], T], *, what: str, give_up: Callable[[], bool]) -> T:
    """Run `write` until the database answers. It must be safe to run twice.

    Raises the database's error once `give_up()` says so; the lease then runs out and the reaper takes over.
    """
    for pause_s in pauses_s():
        try:
            return write()
        except AWAY as error:
            drop_connection()
            if give_up():
                raise
            logger.warning(
                "%s: the database does not answer, trying again", what, extra={"error": str(error)}
            )
            time.sleep(pause_s)
    raise AssertionError("unreachable: pauses never end")
