"""Turns every exception of an API view into the one shape of an error."""

from __future__ import annotations

import logging
from typing import Any

from django.core.exceptions import (
    PermissionDenied,
    RequestDataTooBig,
    SuspiciousOperation,
    TooManyFieldsSent,
    ValidationError,
)
from django.db import InterfaceError, OperationalError
from django.http import Http404
from rest_framework import exceptions as drf
from rest_framework.response import Response
from rest_framework.views import set_rollback

from klangwerk.engines.contracts import Cancelled, EngineError, InputUnusable, InvalidParams, ModelError
from klangwerk.studio.common.casing import camelized_key
from klangwerk.studio.common.errors import (
    ApiError,
    Conflict,
    Forbidden,
    InvalidInput,
    NotFound,
    NotSignedIn,
    RateLimited,
    Unavailable,
)

log = logging.getLogger(__name__)


def handle(exc: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's EXCEPTION_HANDLER. None lets Django answer 500 and log the traceback."""
    error = api_error_of(exc)
    if error is None:
        return None
    set_rollback()
    return Response(error.body(), status=error.status, headers=error.headers)


def api_error_of(exc: BaseException) -> ApiError | None:
    """The refusal that an exception stands for; None when it is a fault of ours."""
    match exc:
        case ApiError():
            return exc
        case EngineError():
            return _of_engine(exc)
        case drf.APIException():
            return _of_drf(exc)
        case Http404():
            return NotFound()
        case PermissionDenied():
            return Forbidden()
        case ValidationError():
            return InvalidInput(fields=_django_fields(exc))
        case RequestDataTooBig() | TooManyFieldsSent():
            return ApiError("The request is too large.", code="too_large", status=413)
        case SuspiciousOperation():
            return ApiError("The request is malformed.", code="malformed_request")
        case OperationalError() | InterfaceError():
            # The database is down, locked for too long, or was restarted: work for the caller to repeat.
            log.error("database unavailable", exc_info=exc)
            return database_away()
    return None


def database_away() -> Unavailable:
    """The refusal while the database does not answer."""
    return Unavailable("The database cannot be reached at the moment. Try again in a few seconds.")


def _of_engine(exc: EngineError) -> ApiError:
    match exc:
        case InvalidParams():
            field = camelized_key(exc.field)
            return ApiError(
                exc.message, code=exc.code, extra={"fields": {field: [exc.message]}, "field": field}
            )
        case InputUnusable():
            return ApiError(exc.message, code=exc.code, status=400, extra=exc.extra)
        case ModelError():
            return Unavailable(exc.message, code=exc.code, retry_after_s=60, extra=exc.extra)
        case Cancelled():
            return Conflict(exc.message, code=exc.code, extra=exc.extra)
    return ApiError(exc.message, code=exc.code, status=500, extra=exc.extra)


def _of_drf(exc: drf.APIException) -> ApiError:
    match exc:
        case drf.ValidationError():
            return InvalidInput(fields=_drf_fields(exc.detail))
        case drf.ParseError():
            return ApiError(_sentence(exc), code="malformed_request")
        case drf.NotAuthenticated():
            return NotSignedIn()
        case drf.AuthenticationFailed():
            return NotSignedIn(
                "These credentials are not good, or no longer. Sign in again.", code="invalid_token"
            )
        case drf.PermissionDenied():
            return Forbidden()
        case drf.NotFound():
            return NotFound()
        case drf.MethodNotAllowed():
            return ApiError(_sentence(exc), code="method_not_allowed", status=405)
        case drf.NotAcceptable():
            return ApiError("This address answers in JSON only.", code="not_acceptable", status=406)
        case drf.UnsupportedMediaType():
            return ApiError(
                "Send the body as application/json.", code="unsupported_media_type", status=exc.status_code
            )
        case drf.Throttled():
            return RateLimited(retry_after_s=getattr(exc, "wait", None) or 1)
    return ApiError(_sentence(exc), code=str(exc.default_code), status=exc.status_code)


def _sentence(exc: drf.APIException) -> str:
    return str(exc.detail) if isinstance(exc.detail, str) else str(exc.default_detail)


def _drf_fields(detail: Any) -> dict[str, Any]:
    """DRF's nested error detail with camelCase names; what concerns no one field is called `nonFieldErrors`."""
    fields = _plain(detail)
    return fields if isinstance(fields, dict) else {"nonFieldErrors": fields}


def _plain(detail: Any) -> Any:
    if isinstance(detail, dict):
        return {camelized_key(str(name)): _plain(inner) for name, inner in detail.items()}
    if isinstance(detail, list):
        return [_plain(inner) for inner in detail]
    return str(detail)


def _django_fields(exc: ValidationError) -> dict[str, Any]:
    if hasattr(exc, "error_dict"):
        return {
            "nonFieldErrors" if name == "__all__" else camelized_key(name): messages
            for name, messages in exc.message_dict.items()
        }
    return {"nonFieldErrors": exc.messages}
