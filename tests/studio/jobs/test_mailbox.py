"""What waits for one client of the event socket."""

from __future__ import annotations

import asyncio
import uuid

from klangwerk.studio.jobs.events.mailbox import JOBS_MAX, Mailbox
from klangwerk.studio.jobs.events.reader import Message


def news(event_id: int, job_id: uuid.UUID | None = None) -> Message:
    return Message(event_id, 1, job_id or uuid.uuid4(), f"event {event_id}")


def test_newer_news_of_a_job_replaces_older() -> None:
    async def run() -> list[Message]:
        mailbox, job_id = Mailbox(owner_id=1), uuid.uuid4()
        for message in (news(1, job_id), news(2), news(3, job_id)):
            mailbox.put(message)
        return await mailbox.take()

    assert [message.event_id for message in asyncio.run(run())] == [2, 3]


def test_what_the_catch_up_tells_is_not_told_twice_whichever_came_first() -> None:
    async def run() -> list[Message]:
        mailbox = Mailbox(owner_id=1)
        mailbox.put(news(1))  # the pump may be quicker than the catch-up
        mailbox.put(news(4))
        mailbox.told(frozenset({1, 2}))
        mailbox.put(news(2))
        mailbox.put(news(3))
        return await mailbox.take()

    assert [message.event_id for message in asyncio.run(run())] == [4, 3]


def test_a_client_that_never_takes_is_found_too_slow() -> None:
    async def run() -> tuple[bool, bool]:
        mailbox = Mailbox(owner_id=1)
        for event_id in range(JOBS_MAX):
            mailbox.put(news(event_id))
        was_full = mailbox.is_full
        mailbox.put(news(JOBS_MAX))
        return was_full, mailbox.is_full

    assert asyncio.run(run()) == (False, True)
