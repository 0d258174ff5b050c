"""`/media/<token>/<file name>`: private files by signed link."""

from __future__ import annotations

import time
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase, HttpResponseRedirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from klangwerk.studio.library import codes, links, selectors
from klangwerk.studio.library.links import Link
from klangwerk.studio.library.media_types import media_type
from klangwerk.studio.library.models import Asset
from klangwerk.studio.library.serving import Representation, answer, refusal
from klangwerk.studio.library.storage import ObjectMissing, StorageUnavailable, store

_DIRECT_URL_LIFETIME_S = 60  # long enough to follow a redirect and begin to play


@csrf_exempt
@require_safe
def media(request: HttpRequest, token: str, file_name: str) -> HttpResponseBase:
    """The file, or the part of it that was asked for."""
    try:
        link = links.read(token, file_name)
    except links.LinkExpired:
        return refusal(
            403, codes.URL_EXPIRED, "This address has expired. Load the list again for a fresh one."
        )
    except links.LinkInvalid:
        return refusal(403, codes.URL_INVALID, "This address was altered or is not ours.")
    asset = selectors.asset_for_link(link.asset_id)
    if asset is None:
        return _gone()
    try:
        return _answer(request, asset=asset, link=link)
    except ObjectMissing:
        return _gone()
    except StorageUnavailable:
        away = refusal(
            503, codes.STORAGE_UNAVAILABLE, "The store of the sounds does not answer. Try again soon."
        )
        away["Retry-After"] = "5"
        return away


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

    def read(start: int, length: int | None) -> Iterator[bytes]:
        return store().read(asset.storage_key, start=start, length=length)

    # A sound never changes under its address: it may be kept as long as the link is good.
    lifetime_s = max(0, link.expires_at_s - int(time.time()))
    found = Representation(
        sha256=asset.sha256,
        size_bytes=asset.size_bytes,
        content_type=content_type,
        cache_control=f"private, max-age={lifetime_s}, immutable",
        read=read,
        disposition=disposition,
        modified_at=asset.created_at,
    )
    return answer(request, found)


def _gone() -> HttpResponse:
    return refusal(404, "not_found", "This sound was deleted.")
