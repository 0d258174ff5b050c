"""An API view that may answer with "wait for this job": it waits on the event loop, not in a thread."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any

from asgiref.sync import sync_to_async
from django.db import connection
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from rest_framework.response import Response
from rest_framework.views import APIView

from klangwerk.studio.common.exception_handler import api_error_of
from klangwerk.studio.kicks.outcome import PendingResponse
from klangwerk.studio.kicks.waiting import job_watcher

_CONNECTION_KEPT_S = 1.0  # longer waits give the request's database connection back meanwhile


class WaitingApi(APIView):
    """Authentication, parsing and errors stay the view's own, in its own thread."""

    @classmethod
    def as_view(cls, **initkwargs: Any) -> Callable[..., Awaitable[HttpResponseBase]]:  # type: ignore[override]
        """An asynchronous view; everything that tools look up on a view is carried over."""
        view: Callable[..., HttpResponseBase] = super().as_view(**initkwargs)

        @wraps(view)
        async def waiting(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            response = await sync_to_async(view)(request, *args, **kwargs)
            if isinstance(response, PendingResponse):
                await _wait(response)
                await sync_to_async(_settle)(response)
            return response

        return waiting


async def _wait(response: PendingResponse) -> None:
    if response.wait_s <= 0:
        return
    at_first_s = min(_CONNECTION_KEPT_S, response.wait_s)
    if await job_watcher.wait(response.job_id, timeout_s=at_first_s) or response.wait_s <= at_first_s:
        return
    await sync_to_async(_give_connection_back)()
    await job_watcher.wait(response.job_id, timeout_s=response.wait_s - at_first_s)


def _give_connection_back() -> None:
    if not connection.in_atomic_block:
        connection.close()


def _settle(response: PendingResponse) -> None:
    try:
        response.settle()
    except Exception as exc:  # as DRF does it: what is a refusal becomes one, the rest is Django's
        error = api_error_of(exc)
        if error is None:
            raise
        refusal: Response = response
        refusal.status_code, refusal.data = error.status, error.body()
        for name, value in error.headers.items():
            refusal[name] = value
