"""A sound over HTTP: whole, in part, or not again (RFC 9110), wherever its bytes come from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.http import http_date, parse_http_date_safe

from klangwerk.studio.common.errors import error_body
from klangwerk.studio.library import codes, links, ranges
from klangwerk.studio.library.streaming import StoreResponse

_ETAG_CHARS = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Representation:
    """What is sent. `read(start, length)` gives its bytes in chunks, all to the end when `length` is None."""

    sha256: str
    size_bytes: int
    content_type: str
    cache_control: str
    read: Callable[[int, int | None], Iterator[bytes]]
    disposition: str | None = None
    modified_at: datetime | None = None

    @property
    def etag(self) -> str:
        """A strong one: it changes with every byte."""
        return f'"{self.sha256[:_ETAG_CHARS]}"'


def answer(request: HttpRequest, found: Representation) -> HttpResponseBase:
    """What the request asks for: 200, 206, 304 or 416. `read` may raise what a store raises."""
    response = _selected(request, found)
    refused = response.status_code == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
    if found.disposition is not None and not refused:
        response["Content-Disposition"] = found.disposition
    if not refused and response.status_code != HTTPStatus.NOT_MODIFIED:
        response["Content-Type"] = found.content_type
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = found.etag
    if found.modified_at is not None:
        response["Last-Modified"] = http_date(found.modified_at.timestamp())
    response["Cache-Control"] = found.cache_control
    response["X-Content-Type-Options"] = "nosniff"
    return response


def as_download(response: HttpResponseBase, *, content_type: str, file_name: str) -> HttpResponseBase:
    """The response, made into a file that is saved under this name and kept by no cache."""
    response["Content-Type"] = content_type
    response["Content-Disposition"] = links.content_disposition(file_name, download=True)
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def refusal(status: int, code: str, message: str) -> JsonResponse:
    """An error that no cache keeps."""
    response = JsonResponse(error_body(code, message), status=status)
    response["Cache-Control"] = "no-store"
    return response


def _selected(request: HttpRequest, found: Representation) -> HttpResponseBase:
    if _not_modified(request, found):
        return HttpResponse(status=HTTPStatus.NOT_MODIFIED)
    if request.method == "HEAD":  # ranges are for GET only
        head = HttpResponse()
        head["Content-Length"] = str(found.size_bytes)
        return head
    try:
        part = _range(request, found)
    except ranges.Unsatisfiable:
        refused = refusal(
            HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
            codes.RANGE_NOT_SATISFIABLE,
            f"The file has {found.size_bytes} bytes; the range lies outside.",
        )
        refused["Content-Range"] = f"bytes */{found.size_bytes}"
        return refused
    if part is None:
        whole = StoreResponse(found.read(0, None))
        whole["Content-Length"] = str(found.size_bytes)
        return whole
    response = StoreResponse(found.read(part.first, part.length), status=HTTPStatus.PARTIAL_CONTENT)
    response["Content-Length"] = str(part.length)
    response["Content-Range"] = part.content_range
    return response


def _range(request: HttpRequest, found: Representation) -> ranges.ByteRange | None:
    header = request.headers.get("Range")
    if header is None or not _if_range_holds(request.headers.get("If-Range"), found):
        return None
    return ranges.parse(header, size=found.size_bytes)


def _if_range_holds(condition: str | None, found: Representation) -> bool:
    """Whether the client's part is of this very file. A weak tag never matches (RFC 9110, 13.1.5)."""
    if condition is None:
        return True
    if condition.startswith(('"', "W/")):
        return condition == found.etag
    since = parse_http_date_safe(condition)
    return since is not None and since == _modified_s(found)


def _not_modified(request: HttpRequest, found: Representation) -> bool:
    tags = request.headers.get("If-None-Match")
    if tags is not None:
        known = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
        return "*" in known or found.etag in known
    since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
    modified_s = _modified_s(found)
    return since is not None and modified_s is not None and modified_s <= since


def _modified_s(found: Representation) -> int | None:
    return None if found.modified_at is None else int(found.modified_at.timestamp())
