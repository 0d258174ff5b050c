"""Runs jobs in the calling thread: for tests of other apps and for scripts that have no worker."""

from __future__ import annotations

from collections.abc import Iterable

from klangwerk.engines.contracts import CancelToken
from klangwerk.studio.jobs import state
from klangwerk.studio.jobs.lanes import Lane
from klangwerk.studio.jobs.worker.execution import run_here


def run_queued(*, lanes: Iterable[Lane] = tuple(Lane)) -> int:
    """Run every claimable job, one after another, and return how many there were.

    Isolated kinds run in this process too, and nothing renews leases: this is for work that takes seconds.
    """
    count = 0
    for lane in lanes:
        while (lease := state.claim(lane=lane, worker="inline")) is not None:
            run_here(lease, cancel=CancelToken(), give_up=lambda: True)
            count += 1
    return count
