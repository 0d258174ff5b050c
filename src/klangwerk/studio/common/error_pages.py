"""Answers to what never reached a view, or broke inside one: the same JSON as every other error."""

from __future__ import annotations

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse

from klangwerk.studio.common.errors import error_body
from klangwerk.studio.common.exception_handler import database_away


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, e.g. for a host name that is not allowed."""
    return JsonResponse(error_body("malformed_request", "The request is malformed."), status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    return JsonResponse(error_body("permission_denied", "This account may not do that."), status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form of the admin that was not ours, or whose cookie is gone."""
    message = "This form is too old, or came from another site. Load the page again and repeat it."
    return JsonResponse(error_body("permission_denied", message), status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404."""
    return JsonResponse(
        error_body("not_found", "There is nothing at this address, or it is not yours."), status=404
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault. The request id finds the traceback in the log. 503 while the database is away.

    Django calls this while it handles the exception, of a view as of the middleware around it.
    """
    if isinstance(sys.exception(), (OperationalError, InterfaceError)):
        away = database_away()
        return JsonResponse(away.body(), status=away.status, headers=away.headers)
    request_id = request.META.get("KLANGWERK_REQUEST_ID")
    message = "Something broke on the server. The log has the details under this request id."
    return JsonResponse(error_body("internal_error", message, {"requestId": request_id}), status=500)
