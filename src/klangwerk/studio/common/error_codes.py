"""Every error code that can go onto the wire: its status and what it means. The OpenAPI schema is built from it."""

from __future__ import annotations

from typing import NamedTuple


class ErrorCode(NamedTuple):
    """What clients may rely on."""

    status: int
    meaning: str


_known: dict[str, ErrorCode] = {
    "malformed_request": ErrorCode(400, "the request is no JSON, or holds characters that cannot be stored"),
    "invalid_input": ErrorCode(400, "fields are wrong; `extra.fields` maps each to its messages"),
    "not_authenticated": ErrorCode(401, "no credentials were sent"),
    "invalid_token": ErrorCode(401, "the token is not good, or too old"),
    "invalid_api_key": ErrorCode(401, "the API key is unknown or was revoked"),
    "permission_denied": ErrorCode(403, "this account may not do that"),
    "not_found": ErrorCode(404, "nothing is here, or it is another user's"),
    "method_not_allowed": ErrorCode(405, "the address does not take this method"),
    "not_acceptable": ErrorCode(406, "the address does not answer in the format that was asked for"),
    "conflict": ErrorCode(409, "not possible in the present state"),
    "too_large": ErrorCode(413, "the body is too large"),
    "unsupported_media_type": ErrorCode(415, "the body is not in a format that the address reads"),
    "rate_limited": ErrorCode(429, "too often; `Retry-After` says when it works again"),
    "internal_error": ErrorCode(500, "a fault of the server; `extra.requestId` finds it in the log"),
    "unavailable": ErrorCode(503, "not now; `Retry-After` says when to try again"),
    "input_unusable": ErrorCode(400, "the audio cannot be used for this"),
    "model_error": ErrorCode(503, "the model is missing, altered, or of another version"),
    "cancelled": ErrorCode(409, "the work was stopped"),
}


def register(code: str, status: int, meaning: str) -> str:
    """Add a code of an app; called at import, beside the place that raises it. Returns the code."""
    entry = ErrorCode(status, meaning)
    if _known.setdefault(code, entry) != entry:
        raise ValueError(f"error code {code!r} is registered twice with different meanings")
    return code


def known() -> dict[str, ErrorCode]:
    """All codes by name."""
    return dict(_known)
