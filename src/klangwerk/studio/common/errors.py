"""The errors that go onto the wire, each as `{"code", "message", "extra"}`.

The tree (status, when)::

    ApiError
    ├── InvalidInput   400  what was sent is wrong; `extra.fields` says where
    ├── LimitReached   400  a cap that only the caller can make room under
    ├── NotSignedIn    401  no credentials, or ones that are no longer good
    ├── Forbidden      403  signed in, but not allowed
    ├── NotFound       404  missing, or another user's
    ├── Conflict       409  not in this state
    ├── RateLimited    429  too often; `Retry-After` says when it works again
    └── Unavailable    503  not now: a part of the server is down, or a budget of all users is spent
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any


class ApiError(Exception):
    """Base of all refusals. `code` is stable; `message` tells a person what to do."""

    code = "error"
    status = 400
    message = "The request cannot be served."

    def __init__(
        self,
        message: str | None = None,
        *,
        code: str | None = None,
        status: int | None = None,
        extra: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.message = message or type(self).message
        self.code = code or type(self).code
        self.status = status or type(self).status
        self.extra: dict[str, Any] = dict(extra or {})
        self.headers: dict[str, str] = dict(headers or {})
        super().__init__(self.message)

    def body(self) -> dict[str, Any]:
        """What the client reads."""
        return error_body(self.code, self.message, self.extra)


def error_body(code: str, message: str, extra: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The one shape of an error."""
    return {"code": code, "message": message, "extra": dict(extra or {})}


class InvalidInput(ApiError):
    """Fields are wrong. `fields` maps each name to its messages."""

    code = "invalid_input"
    status = 400
    message = "Some fields are wrong; see extra.fields."

    def __init__(
        self, message: str | None = None, *, fields: Mapping[str, Any] | None = None, code: str | None = None
    ) -> None:
        super().__init__(message, code=code, extra={"fields": dict(fields)} if fields else None)


class LimitReached(ApiError):
    """A cap on what may be kept."""

    code = "limit_reached"
    status = 400
    message = "The limit is reached. Delete something first."


class NotSignedIn(ApiError):
    """Credentials are missing or not good."""

    code = "not_authenticated"
    status = 401
    message = "Sign in first: send Authorization: Bearer <token> or X-API-Key."

    def __init__(self, message: str | None = None, *, code: str | None = None) -> None:
        super().__init__(message, code=code, headers={"WWW-Authenticate": 'Bearer realm="api"'})


class Forbidden(ApiError):
    """Signed in, but not allowed to do this."""

    code = "permission_denied"
    status = 403
    message = "This account may not do that."


class NotFound(ApiError):
    """Missing, or another user's: the answer is the same."""

    code = "not_found"
    status = 404
    message = "There is nothing at this address, or it is not yours."


class Conflict(ApiError):
    """The thing is not in a state in which this can be done."""

    code = "conflict"
    status = 409
    message = "That cannot be done in the present state."


class RateLimited(ApiError):
    """Too many requests."""

    code = "rate_limited"
    status = 429
    message = "Too many attempts. Wait a moment and try again."

    def __init__(
        self,
        message: str | None = None,
        *,
        retry_after_s: float,
        code: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        wait_s = max(1, math.ceil(retry_after_s))
        super().__init__(
            message,
            code=code,
            extra={**(extra or {}), "retryAfterS": wait_s},
            headers={"Retry-After": str(wait_s)},
        )


class Unavailable(ApiError):
    """A part of the server is down or used up."""

    code = "unavailable"
    status = 503
    message = "The server cannot do that now. Try again later."

    def __init__(
        self,
        message: str | None = None,
        *,
        retry_after_s: float = 5,
        code: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        wait_s = max(1, math.ceil(retry_after_s))
        super().__init__(message, code=code, extra=extra, headers={"Retry-After": str(wait_s)})
