"""Error codes of the jobs app: on the wire, and those that a job can fail with (`error.code` of its JSON)."""

from __future__ import annotations

from klangwerk.studio.common import error_codes

JOB_FINISHED = error_codes.register("job_finished", 409, "the job is over; there is nothing left to cancel")

_failures: dict[str, str] = {}


def register_failure(code: str, meaning: str = "") -> str:
    """Say that jobs can fail with this code; called at import, beside the code that raises it. Returns the code.

    A code that is also an error on the wire has its meaning from there, unless it is given another for jobs.
    Raises ValueError for a code without a meaning, or with two.
    """
    if not meaning:
        if code not in error_codes.known():
            raise ValueError(f"the failure {code!r} has no meaning")
        meaning = error_codes.known()[code].meaning
    if _failures.setdefault(code, meaning) != meaning:
        raise ValueError(f"the failure {code!r} is registered twice with different meanings")
    return code


def failures() -> dict[str, str]:
    """All codes that a job can fail with, and what they mean."""
    return dict(_failures)


WORKER_LOST = register_failure(
    "worker_lost", "the worker stopped without a word, as often as the job may be tried"
)
WORKER_CRASHED = register_failure(
    "worker_crashed", "the process that worked on the job died, as often as the job may be tried"
)
TIMED_OUT = register_failure("timed_out", "it ran longer than its kind may")
DATABASE_AWAY = register_failure("database_away", "the database went away, as often as the job may be tried")
INTERNAL_ERROR = register_failure("internal_error", "a fault of the server; the log has the details")

# What any engine may raise (`klangwerk.engines.contracts`).
register_failure("invalid_input", "the engine refused what it was asked for")
register_failure("input_unusable")
register_failure("model_error")
