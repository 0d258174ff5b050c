"""Living with a database that goes away for a while, and with processes that do while it stays."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from typing import Any, TypeVar
from weakref import WeakSet

from django.db import Error, InterfaceError, OperationalError, connection
from django.db.backends.base.base import BaseDatabaseWrapper

from klangwerk.studio.jobs.tuning import tuning

logger = logging.getLogger(__name__)

AWAY = (OperationalError, InterfaceError)
"""The database did not answer, is locked or went away: the same statement may work later."""

ANY = Error
"""Everything a database can raise, a missing table (migrations have not run yet) included."""

T = TypeVar("T")

_told: WeakSet[Any] = WeakSet()


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


def let_go_of_the_frozen(*, connection: BaseDatabaseWrapper, **_: Any) -> None:
    """Have PostgreSQL end a session that does nothing within a transaction for longer than a lease. A process that was
    stopped there (its machine sleeps, a debugger holds it) keeps its locks, and whoever reaps or claims its job would
    wait for as long. For the signal `connection_created`, which a pool sends each time it hands a connection out.
    """
    if connection.vendor != "postgresql" or connection.connection in _told:
        return
    # A statement, not an option of the connection: poolers (PgBouncer) refuse options that they do not know.
    with connection.cursor() as cursor:
        cursor.execute(f"SET idle_in_transaction_session_timeout = {round(1000 * tuning().lease_s)}")
    _told.add(connection.connection)
