"""Query parameters, checked: what is wrong is refused under its name."""

from __future__ import annotations

from collections.abc import Collection

from rest_framework.request import Request

from klangwerk.studio.common.errors import InvalidInput

SEARCH_MAX_CHARS = 200

_YES_NO = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}


def yes_no(request: Request, name: str) -> bool | None:
    """None when it is not given. Raises InvalidInput."""
    text = request.query_params.get(name)
    if text is None or text == "":
        return None
    value = _YES_NO.get(text.lower())
    if value is None:
        raise wrong(name, f"{name} must be true or false.")
    return value


def text(request: Request, name: str, *, max_chars: int = SEARCH_MAX_CHARS) -> str:
    """Text that a database takes; empty when it is not given. Raises InvalidInput."""
    found = request.query_params.get(name, "")
    if len(found) > max_chars or "\x00" in found or not _is_utf8(found):
        raise wrong(name, f"{name} must be text of at most {max_chars} characters.")
    return found


def one_of(request: Request, name: str, *, known: Collection[str], default: str) -> str:
    """One word out of a list. Raises InvalidInput."""
    found = request.query_params.get(name) or default
    if found not in known:
        raise wrong(name, f"{name} must be one of {', '.join(known)}.")
    return found


def some_of(request: Request, name: str, *, known: Collection[str]) -> frozenset[str]:
    """Words out of a list, joined by commas; none when it is not given. Raises InvalidInput."""
    found = frozenset(word for word in request.query_params.get(name, "").split(",") if word)
    if not found <= set(known):
        raise wrong(name, f"{name} must be some of {', '.join(known)}, joined by commas.")
    return found


def wrong(name: str, message: str) -> InvalidInput:
    """The refusal of one parameter."""
    return InvalidInput(message, fields={name: [message]})


def _is_utf8(found: str) -> bool:
    try:
        found.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
