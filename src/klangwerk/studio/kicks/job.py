"""The job `kick.generate` as every process knows it; the engine is imported only where a kick is made.

The web server, and the child process of each heavy job, would spend time and memory on it for nothing.
"""

from __future__ import annotations

from klangwerk.studio.jobs.context import JobContext, Outcome
from klangwerk.studio.jobs.registry import job_kind
from klangwerk.studio.kicks import ledger

KICK_GENERATE = "kick.generate"
_TIMEOUT_S = 120.0


def warm_up() -> None:
    """Run everything once, before anybody waits."""
    from klangwerk.studio.kicks import handler

    handler.warm_up()


@job_kind(
    KICK_GENERATE, lane="fast", title="Kick", timeout_s=_TIMEOUT_S, on_settled=ledger.refund, warm_up=warm_up
)
def kick_generate(ctx: JobContext) -> Outcome:
    """One kick."""
    from klangwerk.studio.kicks import handler

    return handler.kick_generate(ctx)
