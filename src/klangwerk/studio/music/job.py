"""The job `track.generate` as every process knows it; the composer is imported only where a track is made."""

from __future__ import annotations

from klangwerk.studio.jobs.context import JobContext, Outcome
from klangwerk.studio.jobs.registry import job_kind
from klangwerk.studio.music.allowance import TRACK_GENERATE

_TIMEOUT_S = 600.0  # five minutes of music on a slow machine


@job_kind(TRACK_GENERATE, lane="heavy", title="Track", timeout_s=_TIMEOUT_S)
def track_generate(ctx: JobContext) -> Outcome:
    """One track with its stems."""
    from klangwerk.studio.music import handler

    return handler.track_generate(ctx)
