"""What one client has yet to be told. News about a job replaces older news about it, so a mailbox stays small."""

from __future__ import annotations

import asyncio
import uuid

from klangwerk.studio.jobs.events.reader import Message

JOBS_MAX = 500


class Mailbox:
    """Belongs to one event loop: filled by the pump, emptied by the client's socket."""

    def __init__(self, *, owner_id: int) -> None:
        self.owner_id = owner_id
        self.is_full = False
        self._waiting: dict[uuid.UUID, Message] = {}
        self._filled = asyncio.Event()
        self._told: frozenset[int] = frozenset()

    def told(self, event_ids: frozenset[int]) -> None:
        """These events are sent another way. What waits already is dropped: it was read before that was."""
        self._told = event_ids
        self._waiting = {
            job_id: message for job_id, message in self._waiting.items() if message.event_id not in event_ids
        }

    def put(self, message: Message) -> None:
        """Keep the message until the client takes it. More jobs than a mailbox holds: the client is too slow."""
        if self.is_full or message.event_id in self._told:
            return
        self._waiting.pop(message.job_id, None)  # the newer one goes to the end: numbers leave in order
        self._waiting[message.job_id] = message
        self.is_full = len(self._waiting) > JOBS_MAX
        self._filled.set()

    async def take(self) -> list[Message]:
        """Everything that waits, as soon as there is something."""
        await self._filled.wait()
        self._filled.clear()
        taken, self._waiting = list(self._waiting.values()), {}
        return taken
