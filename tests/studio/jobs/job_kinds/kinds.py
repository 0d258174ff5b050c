"""The kinds. A job's `witness` file gets a line for everything that happens, in whichever process it happens."""

from __future__ import annotations

import ctypes
import os
import signal
import time
from pathlib import Path

from django.db import connection, transaction

from klangwerk.engines.contracts import InputUnusable, InvalidParams
from klangwerk.studio.common.errors import LimitReached
from klangwerk.studio.jobs.context import JobContext, Outcome, RetryLater
from klangwerk.studio.jobs.error_codes import register_failure
from klangwerk.studio.jobs.models import Job
from klangwerk.studio.jobs.registry import job_kind

TABLES = (
    "CREATE TABLE IF NOT EXISTS test_products (job_id varchar(40), attempt integer)",
    "CREATE TABLE IF NOT EXISTS test_refunds (job_id varchar(40), status varchar(20))",
)

LIMIT = register_failure("test_limit", "only for the tests")
BUSY = register_failure("test_busy", "only for the tests")


def witness(ctx: JobContext, word: str) -> None:
    path = ctx.params.get("witness")
    if path:
        with Path(path).open("a") as file:
            file.write(f"{ctx.job_id} {ctx.attempt} {word} {os.getpid()}\n")


def product(ctx: JobContext) -> Outcome:
    """One row in `test_products` for each time that an outcome is really stored."""

    def commit(job: Job) -> dict[str, object]:
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO test_products VALUES (%s, %s)", [str(job.pk), ctx.attempt])
        return {"attempt": ctx.attempt, "someKey": {"inner_key": 1}}

    return Outcome(commit, discard=lambda: witness(ctx, "discarded"))


def refund(job: Job) -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO test_refunds VALUES (%s, %s)", [str(job.pk), job.status])


def steps(ctx: JobContext) -> Outcome:
    """Sleeps `step_s` in each of `steps` steps and listens to cancel between them."""
    witness(ctx, "begin")
    count, step_s = int(ctx.params.get("steps", 1)), float(ctx.params.get("step_s", 0.0))
    for number in range(count):
        ctx.cancel.raise_if_requested()
        ctx.progress(number / count, f"step {number + 1} of {count}")
        time.sleep(step_s)
    ctx.cancel.raise_if_requested()
    witness(ctx, "end")
    return product(ctx)


job_kind("test.steps", lane="fast", title="Some steps", on_settled=refund)(steps)
job_kind("test.steps.isolated", lane="heavy", on_settled=refund)(steps)


@job_kind("test.deaf", lane="fast", on_settled=refund)
def deaf(ctx: JobContext) -> Outcome:
    """Does not listen to cancel."""
    witness(ctx, "begin")
    time.sleep(float(ctx.params["sleep_s"]))
    return product(ctx)


@job_kind("test.frozen", lane="fast", on_settled=refund)
def frozen(ctx: JobContext) -> Outcome:
    """The first attempt is stopped while it holds the lock of its own row, as on a machine that is put to sleep."""
    witness(ctx, "begin")
    if ctx.attempt == 1:
        with transaction.atomic():
            Job.objects.select_for_update().get(pk=ctx.job_id)
            os.kill(os.getpid(), signal.SIGSTOP)
    return product(ctx)


@job_kind("test.hang", lane="heavy", on_settled=refund)
def hang(ctx: JobContext) -> Outcome:
    """Hangs in native code with the interpreter locked: no thread and no signal handler runs any more."""
    witness(ctx, "begin")
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})  # or it would wake `sleep`
    ctypes.PyDLL(None).sleep(600)
    return product(ctx)


@job_kind("test.hang.short", lane="heavy", timeout_s=3.0, on_settled=refund)
def hang_short(ctx: JobContext) -> Outcome:
    """As `test.hang`, but its kind has a limit."""
    return hang(ctx)


@job_kind("test.dies", lane="heavy", on_settled=refund)
def dies(ctx: JobContext) -> Outcome:
    """Kills its own process in the first `deaths` attempts."""
    witness(ctx, "begin")
    if ctx.attempt <= int(ctx.params["deaths"]):
        os.kill(os.getpid(), signal.SIGKILL)
    return product(ctx)


@job_kind("test.raises", lane="fast", on_settled=refund)
def raises(ctx: JobContext) -> Outcome:
    """Raises what `error` names."""
    witness(ctx, "begin")
    match ctx.params["error"]:
        case "engine":
            raise InputUnusable("The file is silent. Choose another.")
        case "params":
            raise InvalidParams("A kick of nine seconds is no kick.", field="length_s")
        case "api":
            raise LimitReached("Thirty are kept already.", code=LIMIT)
        case "unregistered":
            raise LimitReached("Nobody has heard of this limit.", code="test_unregistered")
        case "bug":
            raise ZeroDivisionError("secret inner detail")
        case "busy":
            raise RetryLater("The model is busy.", code=BUSY, after_s=0.05)
        case "no outcome":
            return None  # type: ignore[return-value]
        case _:
            return product(ctx)


@job_kind("test.commit", lane="fast", on_settled=refund)
def commit(ctx: JobContext) -> Outcome:
    """Fails while the outcome is stored, after a row was written."""
    stored = product(ctx)

    def fail(job: Job) -> dict[str, object]:
        stored.commit(job)
        if ctx.params["error"] == "api":
            raise LimitReached("Thirty are kept already.", code=LIMIT)
        return {"not": object()}

    return Outcome(fail, stored.discard)
