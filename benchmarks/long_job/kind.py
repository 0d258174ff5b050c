"""The job `benchmark.long`: computes for `seconds` without ever giving up Python's lock, as bad code would."""

from __future__ import annotations

import time

from klangwerk.studio.jobs.context import JobContext, Outcome
from klangwerk.studio.jobs.registry import job_kind

LONG = "benchmark.long"
COMPUTING = "computing"  # the step that says: the loop has begun


@job_kind(LONG, lane="heavy", title="A long job")
def long(ctx: JobContext) -> Outcome:
    """A loop in Python, which ends when it is cancelled."""
    ctx.progress(0.0, COMPUTING)
    end_s = time.monotonic() + ctx.params["seconds"]
    while time.monotonic() < end_s:
        ctx.cancel.raise_if_requested()
        sum(range(100_000))
    return Outcome(commit=lambda job: {})
