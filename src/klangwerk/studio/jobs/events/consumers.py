"""The event socket: `/ws/events?ticket=…&after=<event id>`.

The server says `{"type": "ready", "lastId": n}`, then sends `{"id", "type": "job", "job": {…}}` for every change of the
caller's jobs; a client that comes back with `after` gets what it missed first, or `{"type": "reset"}` when that is no
longer known and it should read its lists again. `{"type": "ping"}` is answered by `{"type": "pong"}` and sent by the
server too, so that both sides notice a dead line.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar, cast
from urllib.parse import parse_qs

from channels.db import DatabaseSyncToAsync
from channels.generic.websocket import AsyncWebsocketConsumer
from django.contrib.auth import get_user_model

from klangwerk.studio.jobs import database
from klangwerk.studio.jobs.events import log, reader, tickets
from klangwerk.studio.jobs.events.mailbox import Mailbox
from klangwerk.studio.jobs.events.pump import TooManySockets, pump
from klangwerk.studio.jobs.tuning import tuning

logger = logging.getLogger(__name__)

# Close codes, in the range that is free for applications.
BAD_REQUEST, NOT_SIGNED_IN, TOO_SLOW, TOO_MANY, TROUBLE = 4400, 4401, 4408, 4429, 4500
EVENT_ID_MAX = 2**63 - 1
P = ParamSpec("P")
T = TypeVar("T")


class EventConsumer(AsyncWebsocketConsumer):  # type: ignore[misc]
    """One socket of one user. Two tasks: one sends what the mailbox holds, one pings."""

    _mailbox: Mailbox | None = None
    _tasks: tuple[asyncio.Task[None], ...] = ()

    async def connect(self) -> None:
        """Check the ticket, catch up, go live. Accepts first, because a refused handshake has no readable code."""
        await self.accept()
        query = parse_qs(self.scope["query_string"].decode("latin-1"))
        try:
            after = _event_id(query.get("after", [""])[-1])
        except ValueError:
            await self._refuse(BAD_REQUEST, "invalid_input", "after must be the id of an event.")
            return
        try:
            owner_id = await _from_database(tickets.ticket_use)(ticket=query.get("ticket", [""])[-1])
            if owner_id is None:
                await self._refuse(
                    NOT_SIGNED_IN, "invalid_ticket", "The ticket is used, expired or unknown. Get a new one."
                )
                return
            await self._go_live(owner_id, after)
        except TooManySockets:
            await self._refuse(TOO_MANY, "too_many_sockets", "This account has too many open windows.")
        except database.ANY:
            logger.exception("an event socket could not be opened")
            await self._refuse(
                TROUBLE, "unavailable", "The database does not answer. Try again in a few seconds."
            )

    async def disconnect(self, code: int) -> None:
        """The client went, or we closed."""
        self._leave()

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        """Only pings are understood; anything else is none of our business."""
        with contextlib.suppress(ValueError, TypeError, AttributeError):
            if json.loads(text_data or "").get("type") == "ping":
                await self._say({"type": "pong"})

    def _leave(self) -> None:
        """Nothing is collected for this client any more, nor sent to it."""
        for task in self._tasks:
            if task is not asyncio.current_task():
                task.cancel()
        if self._mailbox is not None:
            pump().unsubscribe(self._mailbox)
            self._mailbox = None

    async def _go_live(self, owner_id: int, after: int | None) -> None:
        self._mailbox = mailbox = Mailbox(owner_id=owner_id)  # `_leave` unsubscribes it, whatever comes
        await pump().subscribe(mailbox)
        catch_up = await _from_database(_catch_up)(owner_id, after)
        mailbox.told(catch_up.event_ids)
        first = [json.dumps({"type": "ready", "lastId": catch_up.ready_id})]
        if catch_up.is_reset:
            first.append(json.dumps({"type": "reset"}))
        for text in (*first, *(message.text for message in catch_up.news)):
            if not await self._send_in_time(text):
                return
        self._tasks = (asyncio.create_task(self._send(mailbox)), asyncio.create_task(self._ping(owner_id)))

    async def _send(self, mailbox: Mailbox) -> None:
        while True:
            for message in await mailbox.take():
                if mailbox.is_full:
                    await self._cut_off()
                    return
                if not await self._send_in_time(message.text):
                    return

    async def _ping(self, owner_id: int) -> None:
        while True:
            await asyncio.sleep(tuning().socket_ping_s)
            with contextlib.suppress(database.ANY):  # asked again next time
                if not await _from_database(_is_active)(owner_id):
                    await self._refuse(NOT_SIGNED_IN, "signed_out", "This account may no longer listen.")
                    return
            await self._say({"type": "ping"})

    async def _send_in_time(self, text: str) -> bool:
        try:
            await asyncio.wait_for(self.send(text_data=text), tuning().socket_send_s)
        except TimeoutError:
            await self._cut_off()
            return False
        except OSError:  # the client went while we spoke
            return False
        return True

    async def _cut_off(self) -> None:
        logger.info("an event socket is too slow and is closed")
        self._leave()
        # Waits until the line takes it, or until the server's own ping finds the line dead.
        await self.close(code=TOO_SLOW)

    async def _refuse(self, close_code: int, code: str, message: str) -> None:
        await self._say({"type": "error", "code": code, "message": message})
        await self.close(code=close_code)

    async def _say(self, message: dict[str, Any]) -> None:
        await self._send_in_time(json.dumps(message))


def _from_database(read: Callable[P, T]) -> Callable[P, Coroutine[Any, Any, T]]:
    """In a thread of its own, not in the one that all sockets would share."""
    return cast("Callable[P, Coroutine[Any, Any, T]]", DatabaseSyncToAsync(read, thread_sensitive=False))


@dataclass(frozen=True, slots=True)
class _CatchUp:
    """What a client is told before it is live."""

    ready_id: int
    news: tuple[reader.Message, ...] = ()
    event_ids: frozenset[int] = frozenset()
    is_reset: bool = False


def _catch_up(owner_id: int, after: int | None) -> _CatchUp:
    if after is None:
        return _CatchUp(log.latest_id())
    if log.has_gap_after(after):
        return _CatchUp(log.latest_id(), is_reset=True)
    rows = reader.missed(owner_id=owner_id, after=after)
    news = reader.messages(rows, owners=(owner_id,))
    # The client is at `after` until it has read the rest: it may break off in between.
    return _CatchUp(after, news=tuple(news), event_ids=frozenset(row[0] for row in rows))


def _is_active(owner_id: int) -> bool:
    return get_user_model()._default_manager.filter(pk=owner_id, is_active=True).exists()


def _event_id(text: str) -> int | None:
    """None for an absent `after`. Raises ValueError."""
    if not text:
        return None
    if not (text.isascii() and text.isdigit()) or int(text[:20]) > EVENT_ID_MAX or len(text) > 19:
        raise ValueError(text)
    return int(text)
