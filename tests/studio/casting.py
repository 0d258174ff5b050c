"""The cast of tables that say who is answered what, and how a refusal looks."""

from __future__ import annotations

from typing import Any

CAST = ("owner", "stranger", "guest", "admin")
Answers = tuple[int, int, int, int]
"""The statuses for each of the cast."""

_CODES = {401: "not_authenticated", 404: "not_found", 405: "method_not_allowed"}


def assert_answer(answer: Any, status: int, *, conflict: str = "") -> None:
    """The status, and the code that belongs to it; `conflict` is the code of 409."""
    assert answer.status_code == status, answer.content
    code = conflict if status == 409 else _CODES.get(status)
    if code:
        assert answer.json()["code"] == code
    if status == 401:
        assert answer["WWW-Authenticate"]
