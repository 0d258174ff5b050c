"""One reader of the event log for each web process, which fans out to the mailboxes of connected clients."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
import weakref
from collections import defaultdict

from klangwerk.studio.jobs import database, notifications
from klangwerk.studio.jobs.events import log, reader
from klangwerk.studio.jobs.events.mailbox import Mailbox
from klangwerk.studio.jobs.tuning import tuning
from klangwerk.studio.jobs.waker import Waker

logger = logging.getLogger(__name__)

PAUSE_S = 0.03  # between two reads: what happens meanwhile is told in one message
SOCKETS_OF_ONE_USER_MAX = 32


class TooManySockets(Exception):
    """The user has enough open sockets in this process."""


class Pump:
    """Runs while somebody listens. Its thread reads for all clients at once, on a connection of its own."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._mailboxes: dict[int, set[Mailbox]] = defaultdict(set)
        self._run: _Run | None = None

    async def subscribe(self, mailbox: Mailbox) -> None:
        """From the return on, no event of the owner is missed. Raises TooManySockets."""
        if len(self._mailboxes[mailbox.owner_id]) >= SOCKETS_OF_ONE_USER_MAX:
            raise TooManySockets
        self._mailboxes[mailbox.owner_id].add(mailbox)
        if self._run is None:
            self._run = _Run(self)
        await self._run.begun.wait()

    def unsubscribe(self, mailbox: Mailbox) -> None:
        """The client is gone."""
        mine = self._mailboxes.get(mailbox.owner_id, set())
        mine.discard(mailbox)
        if not mine:
            self._mailboxes.pop(mailbox.owner_id, None)
        if not self._mailboxes and self._run is not None:
            self._run.end()
            self._run = None

    def owners(self) -> frozenset[int]:
        """Whose events somebody wants. Called by the reading thread."""
        return frozenset(self._mailboxes.copy())

    def deliver(self, news: list[reader.Message]) -> None:
        """Called by the reading thread, through the loop."""
        for message in news:
            for mailbox in self._mailboxes.get(message.owner_id, ()):
                mailbox.put(message)


class _Run:
    """One life of the reading thread."""

    def __init__(self, pump: Pump) -> None:
        self.begun = asyncio.Event()
        self._pump = pump
        self._loop = asyncio.get_running_loop()
        self._ended = threading.Event()
        self._waker = Waker(channel=notifications.EVENTS, sqlite_poll_s=PAUSE_S)
        threading.Thread(target=self._read, name="event-pump", daemon=True).start()

    def end(self) -> None:
        """Without waiting: the caller is the event loop."""
        self._ended.set()
        self._waker.wake()

    def _read(self) -> None:
        self._waker.start()
        try:
            self._read_until_ended()
        except RuntimeError:
            if not self._loop.is_closed():
                raise  # the process is ending: the loop went before its thread
        finally:
            self._waker.stop()
            database.drop_connection()

    def _read_until_ended(self) -> None:
        position: reader.Reader | None = None
        pauses_s = database.pauses_s()
        while not self._ended.is_set():
            try:
                if position is None:
                    position = reader.Reader(after=log.latest_id())
                    self._loop.call_soon_threadsafe(self.begun.set)
                news = reader.messages(position.read(), owners=self._pump.owners())
                pauses_s = database.pauses_s()
            except database.ANY as error:
                database.drop_connection()
                logger.warning("live events wait: the database does not answer", extra={"error": str(error)})
                self._ended.wait(next(pauses_s))
                continue
            if news:
                self._loop.call_soon_threadsafe(self._pump.deliver, news)
            time.sleep(PAUSE_S)
            self._waker.wait(tuning().poll_s)


_pumps: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, Pump] = weakref.WeakKeyDictionary()


def pump() -> Pump:
    """The pump of the running event loop."""
    loop = asyncio.get_running_loop()
    if loop not in _pumps:
        _pumps[loop] = Pump(loop)
    return _pumps[loop]
