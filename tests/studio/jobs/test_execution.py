"""How a handler's end becomes the job's end."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from klangwerk.engines.contracts import CancelReason, CancelToken
from klangwerk.studio.accounts.models import User
from klangwerk.studio.jobs import database, progress, services, state
from klangwerk.studio.jobs.lanes import Lane
from klangwerk.studio.jobs.models import Job, JobEvent
from klangwerk.studio.jobs.worker import execution
from klangwerk.studio.jobs.worker.inline import run_queued

pytestmark = pytest.mark.django_db

Run = Callable[..., Job]


@pytest.fixture
def run(alice: User, tables: None, tmp_path: Path) -> Run:
    """Make a job, run what is queued in this thread, and return how it ended."""

    def run(kind: str, **params: Any) -> Job:
        params = {"witness": str(tmp_path / "witness"), **params}
        job = services.job_create(owner=alice, kind=kind, params=params)
        run_queued()
        job.refresh_from_db()
        return job

    return run


def count(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return int(cursor.fetchone()[0])


def test_a_result_is_stored(run: Run) -> None:
    job = run("test.steps", steps=2)
    assert (job.status, job.progress, job.attempts) == ("completed", 100, 1)
    assert job.result == {"attempt": 1, "someKey": {"inner_key": 1}}
    assert job.started_at is not None
    assert job.finished_at is not None
    assert job.created_at <= job.started_at <= job.finished_at <= timezone.now()
    assert (count("test_products"), count("test_refunds")) == (1, 0)


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        ("engine", "input_unusable", "The file is silent. Choose another."),
        ("params", "invalid_input", "A kick of nine seconds is no kick."),
        ("api", "test_limit", "Thirty are kept already."),
        ("unregistered", "internal_error", "Nobody has heard of this limit."),
        ("bug", "internal_error", "Something went wrong inside the studio."),
        ("no outcome", "internal_error", "Something went wrong inside the studio."),
    ],
)
def test_an_error_fails_the_job_with_its_code(run: Run, error: str, code: str, words: str) -> None:
    job = run("test.raises", error=error)
    assert (job.status, job.error_code, job.attempts) == ("failed", code, 1)
    assert words in job.error_message
    assert "secret" not in job.error_message
    assert (count("test_products"), count("test_refunds")) == (0, 1)


def test_the_log_of_a_bug_has_the_traceback_and_the_job(run: Run, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, logger="klangwerk"):
        run("test.raises", error="bug")
    assert "secret inner detail" in caplog.text


@pytest.mark.parametrize(("error", "code"), [("api", "test_limit"), ("not json", "internal_error")])
def test_an_error_while_storing_takes_everything_back(
    run: Run, tmp_path: Path, error: str, code: str
) -> None:
    job = run("test.commit", error=error)
    assert (job.status, job.error_code, job.result) == ("failed", code, None)
    assert (count("test_products"), count("test_refunds")) == (0, 1)
    assert "discarded" in (tmp_path / "witness").read_text()


def test_a_busy_provider_is_tried_again_until_the_attempts_are_used(run: Run, settings: Any) -> None:
    job = run("test.raises", error="busy")
    assert (job.status, job.attempts) == ("queued", 1)
    for _ in range(2):
        Job.objects.update(run_after=None)
        run_queued()
    job.refresh_from_db()
    assert (job.status, job.attempts, job.error_code) == ("failed", 3, "test_busy")
    assert count("test_refunds") == 1


@pytest.mark.parametrize(
    ("reason", "status", "attempts", "code"),
    [
        (CancelReason.USER, "cancelled", 1, ""),
        (CancelReason.SHUTDOWN, "queued", 0, ""),
        (CancelReason.TIMEOUT, "failed", 1, "timed_out"),
        (CancelReason.LEASE_LOST, "processing", 1, ""),
    ],
)
def test_what_a_stop_means_depends_on_its_reason(
    alice: User, tables: None, reason: CancelReason, status: str, attempts: int, code: str
) -> None:
    job = services.job_create(owner=alice, kind="test.steps", params={})
    lease = state.claim(lane=Lane.FAST, worker="w")
    assert lease is not None
    cancel = CancelToken()
    cancel.request(reason)
    execution.run_here(lease, cancel=cancel, give_up=lambda: True)
    job.refresh_from_db()
    assert (job.status, job.attempts, job.error_code) == (status, attempts, code)
    assert count("test_products") == 0


def test_a_cancel_between_handler_and_end_discards(alice: User, tables: None, tmp_path: Path) -> None:
    witness = tmp_path / "witness"
    job = services.job_create(owner=alice, kind="test.steps", params={"witness": str(witness)})
    lease = state.claim(lane=Lane.FAST, worker="w")
    assert lease is not None
    services.job_cancel(job=job)  # nobody flips the token: the handler runs to its end
    execution.run_here(lease, cancel=CancelToken(), give_up=lambda: True)
    job.refresh_from_db()
    assert job.status == "cancelled"
    assert (count("test_products"), count("test_refunds")) == (0, 1)
    assert "end" in witness.read_text()
    assert "discarded" in witness.read_text()


def test_progress_is_written_seldom_and_never_falls(alice: User, settings: Any) -> None:
    job = services.job_create(owner=alice, kind="test.steps", params={})
    lease = state.claim(lane=Lane.FAST, worker="w")
    assert lease is not None
    settings.JOBS_PROGRESS_S, settings.JOBS_PROGRESS_STEP_S = 60, 60
    writer = progress.ProgressWriter(lease)
    before = JobEvent.objects.count()
    for number in range(1000):
        writer(0.2 + number / 2000, "working")
    assert JobEvent.objects.count() - before == 1
    job.refresh_from_db()
    assert (job.progress, job.step) == (20, "working")

    settings.JOBS_PROGRESS_S, settings.JOBS_PROGRESS_STEP_S = 0, 0
    writer = progress.ProgressWriter(lease)
    for fraction in (0.5, 0.3, 7.0, -1.0):
        writer(fraction, "x" * 300)
        job.refresh_from_db()
    assert job.progress == 100
    assert len(job.step) == 200


def test_a_new_step_is_told_sooner_than_a_new_fraction(alice: User, settings: Any) -> None:
    job = services.job_create(owner=alice, kind="test.steps", params={})
    lease = state.claim(lane=Lane.FAST, worker="w")
    assert lease is not None
    settings.JOBS_PROGRESS_S, settings.JOBS_PROGRESS_STEP_S = 60, 0
    writer = progress.ProgressWriter(lease)
    for number, step in enumerate(["reading", "shaping", "shaping", "storing"]):
        writer(number / 10, step)
    job.refresh_from_db()
    assert (job.step, job.progress) == ("storing", 30)
    assert JobEvent.objects.filter(job=job).count() == 2 + 3


def test_insisting_ends_when_the_worker_must(settings: Any) -> None:
    tries: list[int] = []
    settings.JOBS_RETRY_MAX_S = 0.01

    def away() -> None:
        tries.append(1)
        raise OperationalError("gone")

    with pytest.raises(OperationalError):
        database.insist(away, what="testing", give_up=lambda: len(tries) == 4)
    assert len(tries) == 4
