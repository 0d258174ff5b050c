"""What a handler is given and what it gives back."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from klangwerk.engines.contracts import CancelToken, Progress

if TYPE_CHECKING:
    from klangwerk.studio.jobs.models import Job


def nothing_to_discard() -> None:
    """For outcomes that left nothing outside the database."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of a handler's work: files are staged, rows are not written yet.

    `commit(job)` runs inside the short transaction that completes the job and returns the result as JSON; it only
    touches the database. If the database fails while it runs, it is rolled back and run again. `discard()` takes back
    what was staged; it runs when the job was cancelled, failed while finishing, or belongs to another worker by now.
    """

    commit: Callable[[Job], dict[str, Any]]
    discard: Callable[[], None] = nothing_to_discard


@dataclass(frozen=True, slots=True, kw_only=True)
class JobContext:
    """One attempt at one job. `progress` may be called as often as the engine likes: writing is throttled."""

    job_id: uuid.UUID
    owner_id: int
    params: dict[str, Any]
    attempt: int
    progress: Progress
    cancel: CancelToken = field(default_factory=CancelToken)


class RetryLater(Exception):
    """A handler raises this when trying again may help: a hosted model is busy, a store does not answer.

    The attempt counts; after the last one the job fails with `code` (see `register_failure`) and `message`.
    """

    def __init__(self, message: str, *, code: str, after_s: float = 5.0) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.after_s = after_s
