"""Waiting for jobs: one look for all, told at once, and nothing left behind."""

from __future__ import annotations

import asyncio
import threading
import time
import uuid
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from klangwerk.studio.kicks.waiting import JobWatcher

if TYPE_CHECKING:
    from klangwerk.studio.accounts.models import User

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def watcher() -> Iterator[JobWatcher]:
    made = JobWatcher()
    yield made
    deadline_s = time.monotonic() + 10
    while made._thread is not None:
        assert time.monotonic() < deadline_s, "the thread goes on although nobody waits"
        time.sleep(0.05)
    assert made._waiters == {}


def queued(user: User) -> uuid.UUID:
    from klangwerk.studio.jobs.services import job_create

    job_id: uuid.UUID = job_create(owner=user, kind="kick.generate", params={}).pk
    return job_id


def end(*job_ids: uuid.UUID) -> None:
    from klangwerk.studio.jobs.models import Job

    Job.objects.filter(pk__in=job_ids).update(status="completed", finished_at=timezone.now())


def test_told_as_soon_as_it_is_over(alice: User, watcher: JobWatcher) -> None:
    job_id = queued(alice)

    async def wait() -> float:
        begun_s = time.monotonic()
        waiting = asyncio.ensure_future(watcher.wait(job_id, timeout_s=20))
        await asyncio.sleep(0.2)
        assert not waiting.done()
        await asyncio.to_thread(in_thread, end, job_id)
        assert await waiting
        return time.monotonic() - begun_s

    assert asyncio.run(wait()) < 5


def test_a_job_that_is_over_already_is_told_at_once(alice: User, watcher: JobWatcher) -> None:
    job_id = queued(alice)
    end(job_id)
    assert asyncio.run(watcher.wait(job_id, timeout_s=20))


def test_the_time_is_up(alice: User, watcher: JobWatcher) -> None:
    assert not asyncio.run(watcher.wait(queued(alice), timeout_s=0.1))


def test_hundreds_of_waiters_need_one_thread(alice: User, watcher: JobWatcher) -> None:
    job_ids = [queued(alice) for _ in range(40)]

    async def wait() -> int:
        before = threading.active_count()
        waiting = [
            asyncio.ensure_future(watcher.wait(job_id, timeout_s=30)) for job_id in job_ids for _ in range(10)
        ]
        await asyncio.sleep(0.1)
        threads = threading.active_count() - before
        await asyncio.to_thread(in_thread, end, *job_ids)
        assert all(await asyncio.gather(*waiting))
        return threads

    assert asyncio.run(wait()) == 1


def test_a_waiter_that_leaves_is_forgotten(alice: User, watcher: JobWatcher) -> None:
    job_id = queued(alice)

    async def leave() -> None:
        waiting = asyncio.ensure_future(watcher.wait(job_id, timeout_s=30))
        await asyncio.sleep(0.05)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting

    asyncio.run(leave())
    end(job_id)


def in_thread(call: object, *args: object) -> None:
    from django.db import connection

    assert callable(call)
    try:
        call(*args)
    finally:
        connection.close()
