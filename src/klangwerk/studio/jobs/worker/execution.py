"""Runs one claimed job to its end, whatever happens, and writes that end under the lease."""

from __future__ import annotations

import logging
from collections.abc import Callable

from klangwerk.engines.contracts import Cancelled, CancelReason, CancelToken, EngineError
from klangwerk.studio.common.errors import ApiError
from klangwerk.studio.common.logging import log_context
from klangwerk.studio.jobs import database, error_codes, registry, state
from klangwerk.studio.jobs.context import JobContext, Outcome, RetryLater
from klangwerk.studio.jobs.progress import ProgressWriter
from klangwerk.studio.jobs.worker.keeper import Keeper

logger = logging.getLogger(__name__)

GiveUp = Callable[[], bool]
DATABASE_RETRY_S = 2.0


def execute(lease: state.Lease, *, keeper: Keeper) -> None:
    """Run the job in this process, or in a child when its kind wants isolation. Raises nothing a job can cause."""
    with log_context(job_id=str(lease.job_id), job_kind=lease.kind), keeper.watch(lease) as watched:
        logger.info("job started", extra={"attempt": lease.attempt})
        try:
            if registry.get(lease.kind).isolate:
                from klangwerk.studio.jobs.worker.isolation import run_in_child

                run_in_child(watched, give_up=lambda: keeper.shutting_down)
            else:
                run_here(lease, cancel=watched.cancel, give_up=lambda: keeper.shutting_down)
        except database.ANY:
            database.drop_connection()
            logger.exception("the end of the job could not be written; its lease will run out")
        logger.info("job left")


def run_here(lease: state.Lease, *, cancel: CancelToken, give_up: GiveUp, settle_stop: bool = True) -> None:
    """Call the handler and settle. Raises a database error only when `give_up` cut the retries short.

    With `settle_stop` false the end of a stopped job is left to the caller, who knows why it was stopped.
    """
    context = JobContext(
        job_id=lease.job_id,
        owner_id=lease.owner_id,
        params=lease.params,
        attempt=lease.attempt,
        progress=ProgressWriter(lease),
        cancel=cancel,
    )
    try:
        outcome = registry.get(lease.kind).handler(context)
        if not isinstance(outcome, Outcome):
            raise TypeError(
                f"The handler of {lease.kind!r} returned {type(outcome).__name__}, not an Outcome."
            )
    except Cancelled as error:
        if settle_stop:
            settle_error(lease, error, cancel=cancel, give_up=give_up)
    except Exception as error:  # noqa: BLE001  a handler may raise anything; each has its end below
        settle_error(lease, error, cancel=cancel, give_up=give_up)
    else:
        finish(lease, outcome, cancel=cancel, give_up=give_up)


def finish(lease: state.Lease, outcome: Outcome, *, cancel: CancelToken, give_up: GiveUp) -> None:
    """Complete the job with its outcome; take the outcome back if the job ends in any other way."""
    try:
        database.insist(lambda: state.complete(lease, outcome.commit), what="finishing", give_up=give_up)
        logger.info("job completed")
    except database.AWAY:
        # Nobody knows whether the last COMMIT got through, so what was staged must stay; `klangwerk doctor` finds it.
        raise
    except state.LeaseLost:
        discard(outcome)
        logger.warning("the lease was lost; the outcome is dropped")
    except state.CancelWanted:
        discard(outcome)
        database.insist(lambda: state.cancel(lease), what="cancelling", give_up=give_up)
        logger.info("job cancelled")
    except Exception as error:  # noqa: BLE001  `commit` may raise anything; the transaction is rolled back
        discard(outcome)
        settle_error(lease, error, cancel=cancel, give_up=give_up)


def settle_error(lease: state.Lease, error: Exception, *, cancel: CancelToken, give_up: GiveUp) -> None:
    """The end that belongs to an exception."""
    if isinstance(error, database.AWAY):
        database.drop_connection()
        error = RetryLater(
            "The database went away.", code=error_codes.DATABASE_AWAY, after_s=DATABASE_RETRY_S
        )
    database.insist(lambda: _settle_once(lease, error, cancel), what="settling", give_up=give_up)


def _settle_once(lease: state.Lease, error: Exception, cancel: CancelToken) -> None:
    if isinstance(error, Cancelled):
        settle_cancelled(lease, cancel.reason or error.reason)
    elif isinstance(error, RetryLater):
        if lease.is_last_attempt:
            _fail(lease, code=error.code, message=error.message)
        else:
            logger.warning("job will be tried again: %s", error.message, extra={"after_s": error.after_s})
            state.give_back(lease, counted=True, after_s=error.after_s)
    elif isinstance(error, (EngineError, ApiError)):
        _fail(lease, code=error.code, message=error.message)
    else:
        logger.error("the handler raised", exc_info=error)
        _fail(
            lease,
            code=error_codes.INTERNAL_ERROR,
            message="Something went wrong inside the studio. Its log has the details; the same input may fail again.",
        )


def settle_cancelled(lease: state.Lease, reason: CancelReason) -> None:
    """The end that belongs to a reason for stopping."""
    if reason is CancelReason.USER:
        state.cancel(lease)
        logger.info("job cancelled")
    elif reason is CancelReason.SHUTDOWN:
        state.give_back(lease, counted=False)
        logger.info("job given back: the worker is stopping")
    elif reason is CancelReason.TIMEOUT:
        limit_s = registry.get(lease.kind).timeout_s or 0.0
        _fail(
            lease,
            code=error_codes.TIMED_OUT,
            message=f"The job was stopped after {limit_s:g} s, the limit for its kind.",
        )
    else:
        logger.warning("the lease was lost; the work is dropped")


def _fail(lease: state.Lease, *, code: str, message: str) -> None:
    if (
        code not in error_codes.failures()
    ):  # clients are told all codes there are, so this one is a fault of ours
        logger.error("a job failed with a code that is not registered", extra={"code": code})
        code = error_codes.INTERNAL_ERROR
    if state.fail(lease, code=code, message=message):
        logger.warning("job failed: %s", message, extra={"code": code})


def discard(outcome: Outcome) -> None:
    """Take back what was staged. A failure leaves an orphan for the doctor, never a job without an end."""
    try:
        outcome.discard()
    except Exception:  # code of other apps and of stores; see the docstring
        logger.exception("what the job had staged could not be taken back")
