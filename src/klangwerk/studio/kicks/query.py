"""Query parameters and headers of the kicks API, checked."""

from __future__ import annotations

import re
from collections.abc import Callable

from rest_framework.request import Request

from klangwerk.studio.common.errors import InvalidInput
from klangwerk.studio.kicks.selectors import ORDERINGS, KickFilter
from klangwerk.studio.kicks.services import Idempotency

ORDERING_VALUES = [sign + name for name in ORDERINGS for sign in ("", "-")]

_YES_NO = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}
_KEY = re.compile(r"[\x21-\x7e]{1,255}")
_SEARCH_MAX_CHARS = 200


def kick_filter(request: Request) -> KickFilter:
    """Raises InvalidInput."""
    search = request.query_params.get("search", "")
    if len(search) > _SEARCH_MAX_CHARS or "\x00" in search or not _is_text(search):
        raise _wrong("search", f"search must be text of at most {_SEARCH_MAX_CHARS} characters.")
    ordering = request.query_params.get("ordering") or "-createdAt"
    if ordering not in ORDERING_VALUES:
        raise _wrong("ordering", f"ordering must be one of {', '.join(ORDERING_VALUES)}.")
    return KickFilter(search=search, favourite=yes_no(request, "favourite"), ordering=ordering)


def yes_no(request: Request, name: str) -> bool | None:
    """None when it is not given. Raises InvalidInput."""
    text = request.query_params.get(name)
    if text is None or text == "":
        return None
    value = _YES_NO.get(text.lower())
    if value is None:
        raise _wrong(name, f"{name} must be true or false.")
    return value


def idempotency(request: Request, *, digest: Callable[[], str]) -> Idempotency | None:
    """The client's key for this request. Raises InvalidInput."""
    key = request.headers.get("Idempotency-Key")
    if key is None:
        return None
    key = key.strip().strip('"')
    if not _KEY.fullmatch(key):
        raise _wrong("Idempotency-Key", "Idempotency-Key must be 1 to 255 visible ASCII characters.")
    return Idempotency(key=key, digest=digest())


def _is_text(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _wrong(name: str, message: str) -> InvalidInput:
    return InvalidInput(message, fields={name: [message]})
