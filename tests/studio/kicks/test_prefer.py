"""`Prefer: wait=N`."""

from __future__ import annotations

import pytest

from klangwerk.studio.kicks.prefer import Preference, read


@pytest.mark.parametrize(
    ("header", "wait_s", "applied"),
    [
        (None, 30, None),
        ("", 30, None),
        ("wait=5", 5, "wait=5"),
        ("wait=0", 0, "wait=0"),
        ("Wait = 12", 12, "wait=12"),
        ('wait="7"', 7, "wait=7"),
        ("wait=99999", 30, "wait=30"),
        ("respond-async", 0, "respond-async"),
        ("respond-async, wait=4", 4, "wait=4"),
        ("return=minimal, wait=3; foo=bar", 3, "wait=3"),
        ("wait=3, wait=9", 3, "wait=3"),
        ("wait=-1", 30, None),
        ("wait=1.5", 30, None),
        ("wait=ten", 30, None),
        ("wait=" + "9" * 400, 30, None),
        ("handling=lenient", 30, None),
    ],
)
def test_preferences(header: str | None, wait_s: int, applied: str | None) -> None:
    assert read(header) == Preference(wait_s, applied)
