"""Progress from an engine's callback into the row, seldom enough not to weigh on the database."""

from __future__ import annotations

import logging
import time

from klangwerk.studio.jobs import database, state
from klangwerk.studio.jobs.tuning import tuning

logger = logging.getLogger(__name__)


class ProgressWriter:
    """A `Progress` callable that writes under a lease. Progress never goes back within an attempt."""

    def __init__(self, lease: state.Lease) -> None:
        self._lease = lease
        self._numbers = tuning()
        self._percent = 0
        self._step = ""
        self._next_s = 0.0

    def __call__(self, fraction: float, step: str) -> None:
        """`fraction` of the whole job in 0..1. A write that the database refuses is left out, the work goes on."""
        percent = max(self._percent, round(min(max(fraction, 0.0), 1.0) * 100))
        if percent == self._percent and step == self._step:
            return
        now_s = time.monotonic()
        numbers = self._numbers
        # `_next_s` is when the same step may be written again; a new step may come earlier.
        early_s = numbers.progress_s - numbers.progress_step_s if step != self._step else 0.0
        if now_s < self._next_s - early_s:
            return
        self._percent, self._step = percent, step
        self._next_s = now_s + numbers.progress_s
        try:
            state.report(self._lease, percent=percent, step=step)
        except database.AWAY as error:
            database.drop_connection()
            self._next_s = now_s + numbers.retry_max_s
            logger.warning("progress could not be written", extra={"error": str(error)})
