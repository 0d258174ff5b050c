"""A response body that comes from a store chunk by chunk, whichever server asks for it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

from asgiref.sync import sync_to_async
from django.http import StreamingHttpResponse


class StoreResponse(StreamingHttpResponse):
    """Streams under WSGI and ASGI alike.

    Django's own class, given a plain iterator, reads all of it into memory before an ASGI server sees the first byte.
    """

    def __init__(self, chunks: Iterator[bytes], **kwargs: object) -> None:
        super().__init__(chunks, **kwargs)
        self._chunks = chunks

    async def __aiter__(self) -> AsyncIterator[bytes]:
        # Chunks are read in a thread; the event loop only passes them on.
        following = sync_to_async(_next, thread_sensitive=False)
        while chunk := await following(self._chunks):
            yield chunk


def _next(chunks: Iterator[bytes]) -> bytes:
    return next(chunks, b"")
