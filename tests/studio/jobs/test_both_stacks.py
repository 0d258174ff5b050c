"""The promises of the job engine, each kept on SQLite with the local worker and on PostgreSQL with Celery over Redis.

Every job ends once, with one result, and none is lost: whatever happens to workers, messages and the database.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from suite_stack import Stack, lives

from klangwerk.studio.jobs import services
from klangwerk.studio.jobs.models import Job, JobEvent, WorkerHeartbeat

pytestmark = [pytest.mark.serial, pytest.mark.slow]


def test_a_job_is_done_once_and_tells_its_steps(stack: Stack) -> None:
    stack.start_worker()
    job = stack.create(steps=3, step_s=0.15)
    seen: set[str] = set()

    def over() -> bool:
        job.refresh_from_db()
        seen.add(job.step)
        return job.is_finished

    stack.until(over, what="the job to end")
    assert (job.status, job.progress, job.attempts) == ("completed", 100, 1)
    assert job.result == {"attempt": 1, "someKey": {"inner_key": 1}}
    assert {"step 2 of 3", "step 3 of 3"} <= seen
    assert stack.products() == {str(job.pk): 1}
    assert not stack.refunds()
    assert JobEvent.objects.filter(job=job).count() >= 4  # queued, processing, steps, completed
    assert "fast" in WorkerHeartbeat.objects.all()[0].slots


def test_kill_9_in_the_middle_and_again(stack: Stack) -> None:
    job = stack.create(steps=20, step_s=0.05)
    for attempt in (1, 2):
        worker = stack.start_worker(wait=False)
        stack.until(lambda number=attempt: stack.seen(job, "begin") == number, what=f"attempt {attempt}")
        worker.kill()
        assert not stack.seen(job, "end")
    stack.start_worker(wait=False)
    stack.until_over(job)
    assert (job.status, job.attempts) == ("completed", 3)
    assert stack.products() == {str(job.pk): 1}


def test_kill_9_takes_the_child_process_along(stack: Stack) -> None:
    job = stack.create("test.hang")
    worker = stack.start_worker(wait=False)
    stack.until_working(job)
    child = stack.working_process(job)
    assert child != worker.pid
    worker.kill()
    stack.until(lambda: not lives(child), what="the orphaned child to die", patience_s=5)
    assert services.job_cancel(job=job).status == "processing"
    stack.start_worker(wait=False)
    assert stack.until_over(job).status == "cancelled"  # by the reaper: the worker that could have is gone
    assert stack.refunds() == {str(job.pk): 1}


def test_two_workers_race_for_every_job(stack: Stack) -> None:
    stack.start_worker("fast")
    stack.start_worker("fast")
    jobs = [stack.create() for _ in range(60)]
    stack.until(
        lambda: not Job.objects.filter(status__in=["queued", "processing"]).exists(), what="60 jobs to end"
    )
    assert Job.objects.filter(status="completed", attempts=1).count() == 60
    assert stack.products() == {str(job.pk): 1 for job in jobs}
    assert all(stack.seen(job, "begin") == 1 for job in jobs)
    processes = {stack.working_process(job) for job in jobs}
    assert len(processes) > 1, "one worker did everything: there was no race"


def test_cancel_while_queued(stack: Stack) -> None:
    job = stack.create()
    assert services.job_cancel(job=job).status == "cancelled"
    stack.start_worker("fast")
    after = stack.until_over(stack.create())
    assert after.status == "completed"
    assert stack.seen(job, "begin") == 0
    assert stack.refunds() == {str(job.pk): 1}
    assert stack.products() == {str(after.pk): 1}


def test_cancel_while_running(stack: Stack) -> None:
    stack.start_worker()
    listens = stack.create(steps=100_000, step_s=0.02)
    hangs = stack.create("test.hang")
    for job in (listens, hangs):
        stack.until_working(job)
    child = stack.working_process(hangs)
    for job in (listens, hangs):
        asked_s = time.monotonic()
        services.job_cancel(job=job)
        stack.until_over(job)
        assert job.status == "cancelled"
        assert time.monotonic() - asked_s < 15
    stack.until(lambda: not lives(child), what="the child to die", patience_s=5)
    assert stack.refunds() == {str(listens.pk): 1, str(hangs.pk): 1}
    assert not stack.products()


def test_a_lost_message_loses_no_job(stack: Stack) -> None:
    job = stack.create()
    if stack.is_celery:
        assert stack.lose_messages() == 1
    stack.start_worker("fast", wait=False)
    assert stack.until_over(job).status == "completed"
    # And with a worker at hand that nothing wakes: the row appears without a ring.
    quiet = Job.objects.create(
        owner=stack.owner,
        kind="test.steps",
        lane="fast",
        title="quiet",
        params={"witness": str(stack.witness)},
    )
    assert stack.until_over(quiet).status == "completed"
    assert stack.products() == {str(job.pk): 1, str(quiet.pk): 1}


@pytest.mark.parametrize("stack", ["postgres-celery"], indirect=True)  # the local worker has no broker
def test_the_broker_is_away_when_a_job_is_rung(stack: Stack) -> None:
    assert stack.broker_proxy is not None
    stack.start_worker("fast")
    assert stack.until_over(stack.create()).status == "completed"
    stack.broker_proxy.cut()
    try:
        began_s = time.monotonic()
        job = stack.create()
        assert time.monotonic() - began_s < 10  # a request does not wait for a broker that is away
        time.sleep(2.0)  # the reaper, too, rings in vain
        job.refresh_from_db()
        assert (job.status, job.attempts) == ("queued", 0)
    finally:
        stack.broker_proxy.mend()
    assert stack.until_over(job).status == "completed"
    assert stack.products()[str(job.pk)] == 1
    assert stack.seen(job, "begin") == 1


def test_the_database_is_away_for_longer_than_a_lease(stack: Stack) -> None:
    stack.start_worker("fast")
    cut_within = stack.create(steps=30, step_s=0.05)
    stack.until_working(cut_within)
    with _database_away(stack):
        time.sleep(2.5)  # the lease is 2 s, the job 1.5 s
    after = stack.create()
    for job in (cut_within, after):
        assert stack.until_over(job).status == "completed"
    assert stack.products() == {str(cut_within.pk): 1, str(after.pk): 1}


def test_a_child_that_hangs_beyond_its_time_is_killed(stack: Stack) -> None:
    stack.start_worker("heavy")
    job = stack.create("test.hang.short")
    child = stack.until(lambda: child_of(job), what="the child process to start")
    assert stack.until_over(job).status == "failed"
    assert (job.error_code, job.attempts) == ("timed_out", 1)
    assert "3 s" in job.error_message
    stack.until(lambda: not lives(child), what="the child to die", patience_s=5)
    assert stack.refunds() == {str(job.pk): 1}
    assert not stack.products()
    # Its slot is free again, and the job stays as it ended.
    assert stack.until_over(stack.create("test.steps.isolated")).status == "completed"
    first_end = (job.status, job.attempts, job.finished_at)
    job.refresh_from_db()
    assert (job.status, job.attempts, job.finished_at) == first_end


def test_a_worker_that_stops_gives_its_jobs_back(stack: Stack) -> None:
    worker = stack.start_worker()
    listens = stack.create(steps=100_000, step_s=0.05)
    hangs = stack.create("test.hang")
    for job in (listens, hangs):
        stack.until_working(job)
    took_s = worker.stop()
    for job in (listens, hangs):
        job.refresh_from_db()
        assert (job.status, job.attempts, job.lease_owner) == ("queued", 0, "")
    assert took_s < 15
    assert not lives(stack.working_process(hangs))
    assert not WorkerHeartbeat.objects.exists()
    assert not stack.products()
    assert not stack.refunds()


def test_a_job_that_does_not_listen_is_given_back_and_done_by_another(stack: Stack) -> None:
    worker = stack.start_worker("fast")
    job = stack.create("test.deaf", sleep_s=3)
    stack.until_working(job)
    os.kill(worker.pid, signal.SIGTERM)
    stack.until_status(job, "queued")
    stack.start_worker("fast", wait=False)
    assert stack.until_over(job).status == "completed"
    worker.wait()
    assert stack.seen(job, "begin") == 2
    assert stack.products() == {str(job.pk): 1}


def test_a_worker_that_lost_its_lease_cannot_write(stack: Stack) -> None:
    frozen = stack.start_worker("fast")
    job = stack.create(steps=20, step_s=0.05)
    stack.until_working(job)
    frozen.signal(signal.SIGSTOP)
    stack.start_worker("fast", wait=False)
    stack.until_over(job)
    first_end = (job.status, job.attempts, job.finished_at, job.lease_owner)
    assert first_end[:2] == ("completed", 2)
    frozen.signal(signal.SIGCONT)
    # It goes on, finishes its steps or learns that the lease is lost, and changes nothing.
    time.sleep(2.0)
    job.refresh_from_db()
    assert (job.status, job.attempts, job.finished_at, job.lease_owner) == first_end
    assert stack.products() == {str(job.pk): 1}


@pytest.mark.parametrize("stack", ["postgres-celery"], indirect=True)  # SQLite has no locks of rows
def test_a_process_frozen_within_a_transaction_holds_nobody_up(stack: Stack) -> None:
    stack.start_worker("fast")
    job = stack.create("test.frozen")
    stack.until_working(job)
    stack.start_worker("fast", wait=False)
    assert stack.until_over(job).status == "completed"
    assert job.attempts == 2
    assert stack.products() == {str(job.pk): 1}


def test_a_short_job_never_waits_behind_long_ones(stack: Stack) -> None:
    if stack.is_celery:  # a pool is for one lane; the local worker has slots for each
        stack.start_worker("heavy")
        stack.start_worker("fast")
    else:
        stack.start_worker("fast,heavy")
    long_ones = [stack.create("test.steps.isolated", steps=100_000, step_s=0.05) for _ in range(4)]
    for job in long_ones[:2]:
        stack.until_working(job)
    began_s = time.monotonic()
    assert stack.until_over(stack.create()).status == "completed"
    assert time.monotonic() - began_s < 15  # the long ones take more than an hour
    assert Job.objects.filter(status="queued", lane="heavy").count() == 2


def test_a_child_that_dies_is_tried_again_and_then_failed(stack: Stack) -> None:
    stack.start_worker("heavy")
    recovers, never = stack.create("test.dies", deaths=1), stack.create("test.dies", deaths=9)
    assert stack.until_over(recovers).status == "completed"
    assert recovers.attempts == 2
    assert stack.until_over(never).status == "failed"
    assert (never.attempts, never.error_code) == (3, "worker_crashed")
    assert "signal 9" in never.error_message
    assert stack.products() == {str(recovers.pk): 1}
    assert stack.refunds() == {str(never.pk): 1}


def child_of(job: Job) -> int | None:
    """The process that runs an isolated job, from its start on."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes()
        except OSError:
            continue
        if str(job.pk).encode() in command:
            return int(process.name)
    return None


@contextmanager
def _database_away(stack: Stack) -> Iterator[None]:
    if stack.proxy is not None:
        stack.proxy.cut()
        try:
            yield
        finally:
            stack.proxy.mend()
        return
    locker = sqlite3.connect(stack.database["NAME"], isolation_level=None, timeout=10)
    locker.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        locker.execute("ROLLBACK")
        locker.close()
