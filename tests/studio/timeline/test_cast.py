"""Who may do what with Alice's projects: she, a stranger, a guest, an admin."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from tests.studio.casting import CAST, Answers, assert_answer

from .conftest import PROJECTS

if TYPE_CHECKING:
    from rest_framework.test import APIClient

pytestmark = pytest.mark.django_db

P = f"{PROJECTS}{{project}}/"
# method, address, body, then what owner, stranger, guest and admin are answered
TABLE: list[tuple[str, str, str, Answers]] = [
    ("get", PROJECTS, "", (200, 200, 401, 200)),
    ("post", PROJECTS, "new", (201, 201, 401, 201)),
    ("put", PROJECTS, "new", (405, 405, 401, 405)),
    ("patch", PROJECTS, "new", (405, 405, 401, 405)),
    ("delete", PROJECTS, "", (405, 405, 401, 405)),
    ("get", P, "", (200, 404, 401, 404)),
    ("post", P, "new", (405, 405, 401, 405)),
    ("put", P, "whole", (200, 404, 401, 404)),
    ("put", P, "nonsense", (400, 404, 401, 404)),
    ("patch", P, "new", (200, 404, 401, 404)),
    ("patch", P, "nonsense", (400, 404, 401, 404)),
    ("delete", P, "", (204, 404, 401, 404)),
]


def test_what_each_is_answered(
    cast: dict[str, APIClient], body: Callable[..., dict[str, Any]], subtests: pytest.Subtests
) -> None:
    bodies = {"": None, "new": {"name": "New"}, "whole": body(1), "nonsense": {"name": []}}
    for method, path, what, expected in TABLE:
        project = cast["owner"].post(PROJECTS, {"name": "Secret set"}).json()["id"]
        # The owner last, who may change what the others must not.
        for who, status in reversed(list(zip(CAST, expected, strict=True))):
            with subtests.test(f"{method} {path} {what} {who}"):
                answer = getattr(cast[who], method)(path.format(project=project), bodies[what])
                assert_answer(answer, status)
                if who != "owner":
                    assert b"Secret" not in answer.content
                    assert b"Secret" not in cast[who].options(path.format(project=project)).content
