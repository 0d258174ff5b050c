"""`/media/<token>/<file name>`: private files by signed link."""

from __future__ import annotations

import time
from collections.abc import Iterator

from django.http import HttpRequest
from django.http.response import HttpResponseBase, HttpResponseRedirect

from klangwerk.studio.library import links, selectors
from klangwerk.studio.library.links import Link
from klangwerk.studio.library.media_types import media_type
from klangwerk.studio.library.models import Asset
from klangwerk.studio.library.serving import Representation, answer
from klangwerk.studio.library.signed import signed_view
from klangwerk.studio.library.storage import store

_DIRECT_URL_LIFETIME_S = 60  # long enough to follow a redirect and begin to play


@signed_view()
def media(request: HttpRequest, link: Link) -> HttpResponseBase | None:
    """The file, or the part of it that was asked for."""
    asset = selectors.asset_for_link(link.id)
    return None if asset is None else _answer(request, asset=asset, link=link)


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
