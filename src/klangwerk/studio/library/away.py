"""While the store does not answer: jobs are tried again later, and whoever asks is told to come back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from klangwerk.studio.common.errors import Unavailable
from klangwerk.studio.jobs.context import RetryLater
from klangwerk.studio.library.codes import STORAGE_UNAVAILABLE
from klangwerk.studio.library.storage import StorageUnavailable

TRY_AGAIN = "The store of the sounds does not answer. Try again soon."


@contextmanager
def job_waits(*, after_s: float = 5.0) -> Iterator[None]:
    """What a job does with the store. Raises RetryLater while that is away."""
    try:
        yield
    except StorageUnavailable as error:
        raise RetryLater(
            "The store of the sounds does not answer.", code=STORAGE_UNAVAILABLE, after_s=after_s
        ) from error


@contextmanager
def request_refused() -> Iterator[None]:
    """What a request does with the store. Raises Unavailable while that is away."""
    try:
        yield
    except StorageUnavailable as error:
        raise Unavailable(TRY_AGAIN, code=STORAGE_UNAVAILABLE) from error
