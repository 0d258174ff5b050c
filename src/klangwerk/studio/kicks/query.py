"""Query parameters and headers of the kicks API, checked."""

from __future__ import annotations

import re
from collections.abc import Callable

from rest_framework.request import Request

from klangwerk.studio.common import query
from klangwerk.studio.kicks.selectors import ORDERINGS, KickFilter
from klangwerk.studio.kicks.services import Idempotency

ORDERING_VALUES = [sign + name for name in ORDERINGS for sign in ("", "-")]

_KEY = re.compile(r"[\x21-\x7e]{1,255}")


def kick_filter(request: Request) -> KickFilter:
    """Raises InvalidInput."""
    return KickFilter(
        search=query.text(request, "search"),
        favourite=query.yes_no(request, "favourite"),
        ordering=query.one_of(request, "ordering", known=ORDERING_VALUES, default="-createdAt"),
    )


def idempotency(request: Request, *, digest: Callable[[], str]) -> Idempotency | None:
    """The client's key for this request. Raises InvalidInput."""
    key = request.headers.get("Idempotency-Key")
    if key is None:
        return None
    key = key.strip().strip('"')
    if not _KEY.fullmatch(key):
        raise query.wrong("Idempotency-Key", "Idempotency-Key must be 1 to 255 visible ASCII characters.")
    return Idempotency(key=key, digest=digest())
