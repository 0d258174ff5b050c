"""Django under ASGI with one thread a request, and a bound on what a request may send."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any

from asgiref.sync import sync_to_async
from django.core.handlers.asgi import ASGIHandler
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from klangwerk.studio.common.errors import error_body

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Mapping[str, Any]], Awaitable[None]]

# Django writes a body to disk before any view can refuse it. Four songs of the largest size that views take fit in.
REQUEST_BYTES_MAX = 256 * 1024 * 1024


class StudioHandler(ASGIHandler):
    """Runs the whole chain of middleware and view in the request's own thread.

    Django's own handler goes to and fro between event loop and thread at every middleware that knows only one of
    them; our views and most middleware are synchronous, so that one trip is enough.
    """

    async def __call__(self, scope: Any, receive: Receive, send: Send) -> None:  # type: ignore[override]
        """Serve one request; one that sends too much is answered 413."""
        received_bytes = 0

        async def counted() -> Message:
            nonlocal received_bytes
            message = await receive()
            received_bytes += len(message.get("body", b""))
            if received_bytes > REQUEST_BYTES_MAX:
                return {
                    "type": "http.disconnect"
                }  # makes Django drop the request and what it has of the body
            return message

        await super().__call__(scope, counted, send)
        if received_bytes > REQUEST_BYTES_MAX:
            await _refuse(send)

    def load_middleware(self, is_async: bool = False) -> None:
        """A synchronous chain, whatever the server is."""
        super().load_middleware(is_async=False)

    async def get_response_async(self, request: HttpRequest) -> HttpResponseBase:
        """One trip to the thread of this request."""
        response: Any = await sync_to_async(self.get_response, thread_sensitive=True)(request)
        return response  # type: ignore[no-any-return]


async def _refuse(send: Send) -> None:
    body = json.dumps(
        error_body("too_large", f"The request is larger than {REQUEST_BYTES_MAX} bytes.")
    ).encode()
    headers = [
        (b"content-type", b"application/json"),
        (b"connection", b"close"),
        # No middleware sees this answer; it needs no more than these.
        (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
        (b"x-content-type-options", b"nosniff"),
        (b"cache-control", b"no-store"),
    ]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": body})
