"""`Prefer: wait=N` (RFC 7240): how long a client would have us wait for the result."""

from __future__ import annotations

import re
from dataclasses import dataclass

WAIT_DEFAULT_S = 30
WAIT_MAX_S = 30

_WAIT = re.compile(r'wait\s*=\s*"?([0-9]{1,9})"?', re.IGNORECASE)
_ASYNC = re.compile(r"respond-async", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Preference:
    """`wait_s`: how long we wait. `applied`: the value of Preference-Applied, None when nothing was preferred."""

    wait_s: int
    applied: str | None


def read(header: str | None) -> Preference:
    """A preference that makes no sense is ignored, as the RFC has it; of several the first counts."""
    wants_async = False
    for part in (header or "").split(","):
        token = part.partition(";")[0].strip()
        match = _WAIT.fullmatch(token)
        if match is not None:
            wait_s = min(int(match[1]), WAIT_MAX_S)
            return Preference(wait_s, f"wait={wait_s}")
        wants_async = wants_async or _ASYNC.fullmatch(token) is not None
    return Preference(0, "respond-async") if wants_async else Preference(WAIT_DEFAULT_S, None)
