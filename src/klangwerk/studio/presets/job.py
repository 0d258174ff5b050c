"""The job `rack.bounce` as every process knows it; the engine is imported only where a bounce is made."""

from __future__ import annotations

from klangwerk.studio.jobs.context import JobContext, Outcome
from klangwerk.studio.jobs.registry import job_kind
from klangwerk.studio.presets.allowance import RACK_BOUNCE

_TIMEOUT_S = 1800.0  # a quarter of an hour of sound with its stems, on a slow machine


@job_kind(RACK_BOUNCE, lane="heavy", title="Bounce", timeout_s=_TIMEOUT_S)
def rack_bounce(ctx: JobContext) -> Outcome:
    """One bounce."""
    from klangwerk.studio.presets import handler

    return handler.rack_bounce(ctx)
