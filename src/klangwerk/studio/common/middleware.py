"""What happens to every request before and after a view."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse

from klangwerk.studio.common.errors import error_body
from klangwerk.studio.common.ids import uuid7
from klangwerk.studio.common.logging import log_context, masked

log = logging.getLogger(__name__)

GetResponse = Callable[[HttpRequest], HttpResponse]

REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
PROBES = frozenset({"/healthz", "/healthz/", "/readyz", "/readyz/", "/metrics", "/metrics/"})

CONTENT_SECURITY_POLICY = (
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",  # React writes style attributes; no script comes in by a style
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "media-src 'self' blob: {store}",
    "connect-src 'self' blob: {store}",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
)
PERMISSIONS_POLICY = (
    "camera=(), geolocation=(), payment=(), usb=(), browsing-topics=(), microphone=(self), midi=(self)"
)


class RequestContextMiddleware:
    """Gives the request an id, which every log line and the answer carry, and logs one line a request."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Serve the rest of the chain inside the log context."""
        given = request.headers.get("X-Request-Id", "")
        request_id = given if REQUEST_ID.fullmatch(given) else uuid7().hex
        request.META["KLANGWERK_REQUEST_ID"] = request_id
        started_s = time.perf_counter()
        with log_context(request_id=request_id):
            response = self.get_response(request)
            log.log(
                logging.DEBUG if request.path in PROBES else logging.INFO,
                "%s %s %d",
                request.method,
                # The path without the query: signed addresses and tickets are secrets.
                masked(request.path),
                response.status_code,
                extra={"duration_ms": round((time.perf_counter() - started_s) * 1000, 1)},
            )
        response["X-Request-Id"] = request_id
        return response


class HeadersMiddleware:
    """Security headers that Django has no setting for."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.policy = "; ".join(CONTENT_SECURITY_POLICY).replace(" {store}", _store_source())

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add the headers that are missing; a view may have set stricter ones."""
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", self.policy)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("X-Frame-Options", "DENY")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if request.path.startswith("/api/"):
            response.headers.setdefault("Cache-Control", "no-store")
        return response


def _store_source() -> str:
    """The origin of the S3 store, where browsers are sent to it for sounds."""
    from urllib.parse import urlsplit

    from django.conf import settings

    place = settings.KLANGWERK_STORAGE
    endpoint = getattr(place, "endpoint_url", None)
    if endpoint is None or not getattr(place, "redirects", False):
        return ""
    parts = urlsplit(endpoint)
    return f" {parts.scheme}://{parts.netloc}"


class CleanAddressMiddleware:
    """Refuses addresses with characters that databases and headers refuse, before any view can stumble on them."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """400 for NUL characters in path or query."""
        query = request.META.get("QUERY_STRING", "")
        if "\x00" in request.path or "%00" in query or "\x00" in query:
            message = "The address holds a NUL character."
            return JsonResponse(error_body("malformed_request", message), status=400)
        return self.get_response(request)
