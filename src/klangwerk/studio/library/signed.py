"""Views of signed links: what a link does not allow, and what is not there, is refused alike everywhere."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from klangwerk.studio.library import codes, links
from klangwerk.studio.library.away import TRY_AGAIN
from klangwerk.studio.library.links import Link
from klangwerk.studio.library.serving import refusal
from klangwerk.studio.library.storage import ObjectMissing, StorageUnavailable

Answer = Callable[[HttpRequest, Link], HttpResponseBase | None]
"""What a valid link leads to, None when it was deleted. May raise ObjectMissing and StorageUnavailable."""

View = Callable[[HttpRequest, str, str], HttpResponseBase]


def signed_view(*, purpose: str = "") -> Callable[[Answer], View]:
    """Decorator: the view of links that were made for `purpose`."""

    def decorate(answer: Answer) -> View:
        @csrf_exempt
        @require_safe
        def view(request: HttpRequest, token: str, file_name: str) -> HttpResponseBase:
            try:
                link = links.read(token, file_name, purpose=purpose)
            except links.LinkExpired:
                return refusal(
                    403, codes.URL_EXPIRED, "This address has expired. Load the list again for a fresh one."
                )
            except links.LinkInvalid:
                return refusal(403, codes.URL_INVALID, "This address was altered or is not ours.")
            try:
                found = answer(request, link)
            except ObjectMissing:
                return _gone()
            except StorageUnavailable:
                refused = refusal(503, codes.STORAGE_UNAVAILABLE, TRY_AGAIN)
                refused["Retry-After"] = "5"
                return refused
            return _gone() if found is None else found

        return view

    return decorate


def _gone() -> HttpResponse:
    return refusal(404, "not_found", "This sound was deleted.")
