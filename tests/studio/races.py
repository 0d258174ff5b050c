"""Calls that begin at the same moment, in threads and on connections of their own."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db import connection

from klangwerk.studio.common.errors import ApiError

_START_S, _END_S = 60, 120


def results_at_once(calls: Sequence[Callable[[], Any]]) -> list[Any]:
    """What each call gave, or the ApiError that it was refused with. Raises what else went wrong in any of them."""
    barrier = threading.Barrier(len(calls))

    def run(call: Callable[[], Any]) -> Any:
        try:
            barrier.wait(_START_S)
            return call()
        except ApiError as error:
            return error
        finally:
            connection.close()

    pool = ThreadPoolExecutor(len(calls))
    try:
        return [future.result(_END_S) for future in [pool.submit(run, call) for call in calls]]
    finally:
        pool.shutdown(wait=False)


def outcomes(results: Iterable[Any]) -> Counter[str]:
    """How many were refused with each code; of the others, how many gave each text, or were done."""
    return Counter(
        result.code if isinstance(result, ApiError) else result if isinstance(result, str) else "done"
        for result in results
    )


def at_once(calls: Sequence[Callable[[], Any]]) -> Counter[str]:
    """What came of the calls, counted."""
    return outcomes(results_at_once(calls))
