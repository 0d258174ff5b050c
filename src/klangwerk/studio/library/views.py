"""`/media/<token>/<file name>`: private files by signed link, with ranges and caching (RFC 9110)."""

from __future__ import annotations

import time
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase, HttpResponseRedirect
from django.utils.http import http_date, parse_http_date_safe
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from klangwerk.studio.common.errors import error_body
from klangwerk.studio.library import codes, links, ranges, selectors
from klangwerk.studio.library.links import Link
from klangwerk.studio.library.media_types import media_type
from klangwerk.studio.library.models import Asset
from klangwerk.studio.library.storage import ObjectMissing, StorageUnavailable, store
from klangwerk.studio.library.streaming import StoreResponse

_DIRECT_URL_LIFETIME_S = 60  # long enough to follow a redirect and begin to play


@csrf_exempt
@require_safe
def media(request: HttpRequest, token: str, file_name: str) -> HttpResponseBase:
    """The file, or the part of it that was asked for."""
    try:
        link = links.read(token, file_name)
    except links.LinkExpired:
        return _refusal(
            403, codes.URL_EXPIRED, "This address has expired. Load the list again for a fresh one."
        )
    except links.LinkInvalid:
        return _refusal(403, codes.URL_INVALID, "This address was altered or is not ours.")
    asset = selectors.asset_for_link(link.asset_id)
    if asset is None:
        return _gone()
    try:
        return _answer(request, asset=asset, link=link)
    except ObjectMissing:
        return _gone()
    except StorageUnavailable:
        refusal = _refusal(
            503, codes.STORAGE_UNAVAILABLE, "The store of the sounds does not answer. Try again soon."
        )
        refusal["Retry-After"] = "5"
        return refusal


def _answer(request: HttpRequest, *, asset: Asset, link: Link) -> HttpResponseBase:
    disposition = links.content_disposition(link.file_name, download=link.download)
    content_type = media_type(asset.format)
    direct_url = None
    if request.method == "GET":  # a presigned address is good for one method
        direct_url = store().direct_url(
            asset.storage_key,
            lifetime_s=_DIRECT_URL_LIFETIME_S,
            content_type=content_type,
            disposition=disposition,
        )
    if direct_url is not None:
        redirect = HttpResponseRedirect(direct_url)
        redirect["Cache-Control"] = "private, no-store"
        return redirect
    response = _selected(request, asset)
    if response.status_code != HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
        response["Content-Disposition"] = disposition
    if response.status_code != HTTPStatus.NOT_MODIFIED and not response.get("Content-Type", "").startswith(
        "application/json"
    ):
        response["Content-Type"] = content_type
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = _etag(asset)
    response["Last-Modified"] = http_date(asset.created_at.timestamp())
    # A sound never changes under its address: it may be kept as long as the link is good.
    lifetime_s = max(0, link.expires_at_s - int(time.time()))
    response["Cache-Control"] = f"private, max-age={lifetime_s}, immutable"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _selected(request: HttpRequest, asset: Asset) -> HttpResponseBase:
    if _not_modified(request, asset):
        return HttpResponse(status=HTTPStatus.NOT_MODIFIED)
    if request.method == "HEAD":  # ranges are for GET only
        head = HttpResponse()
        head["Content-Length"] = str(asset.size_bytes)
        return head
    try:
        part = _range(request, asset)
    except ranges.Unsatisfiable:
        refusal = _refusal(
            HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
            codes.RANGE_NOT_SATISFIABLE,
            f"The file has {asset.size_bytes} bytes; the range lies outside.",
        )
        refusal["Content-Range"] = f"bytes */{asset.size_bytes}"
        return refusal
    if part is None:
        whole = StoreResponse(store().read(asset.storage_key))
        whole["Content-Length"] = str(asset.size_bytes)
        return whole
    chunks = store().read(asset.storage_key, start=part.first, length=part.length)
    response = StoreResponse(chunks, status=HTTPStatus.PARTIAL_CONTENT)
    response["Content-Length"] = str(part.length)
    response["Content-Range"] = part.content_range
    return response


def _range(request: HttpRequest, asset: Asset) -> ranges.ByteRange | None:
    header = request.headers.get("Range")
    if header is None or not _if_range_holds(request.headers.get("If-Range"), asset):
        return None
    return ranges.parse(header, size=asset.size_bytes)


def _if_range_holds(condition: str | None, asset: Asset) -> bool:
    """Whether the client's part is of this very file. A weak tag never matches (RFC 9110, 13.1.5)."""
    if condition is None:
        return True
    if condition.startswith(('"', "W/")):
        return condition == _etag(asset)
    return parse_http_date_safe(condition) == int(asset.created_at.timestamp())


def _not_modified(request: HttpRequest, asset: Asset) -> bool:
    tags = request.headers.get("If-None-Match")
    if tags is not None:
        found = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
        return "*" in found or _etag(asset) in found
    since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
    return since is not None and int(asset.created_at.timestamp()) <= since


def _etag(asset: Asset) -> str:
    return f'"{asset.sha256[:32]}"'


def _gone() -> HttpResponse:
    return _refusal(404, "not_found", "This sound was deleted.")


def _refusal(status: int, code: str, message: str) -> JsonResponse:
    response = JsonResponse(error_body(code, message), status=status)
    response["Cache-Control"] = "no-store"
    return response
