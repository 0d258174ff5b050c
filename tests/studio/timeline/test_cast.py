"""Who may do what with Alice's projects: she, a stranger, a guest, an admin."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from .conftest import PROJECTS

if TYPE_CHECKING:
    from rest_framework.test import APIClient

    from klangwerk.studio.accounts.models import User

pytestmark = pytest.mark.django_db

P = f"{PROJECTS}{{project}}/"
# method, address, body, then what owner, stranger, guest and admin are answered
TABLE: list[tuple[str, str, str, tuple[int, int, int, int]]] = [
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
CAST = ("owner", "stranger", "guest", "admin")
CODES = {401: "not_authenticated", 404: "not_found", 405: "method_not_allowed"}


def test_what_each_is_answered(
    alice: User, alice_api: APIClient, bob_api: APIClient, guest_api: APIClient, user_make: Callable[..., User],
    client_for: Callable[[User], APIClient], body: Callable[..., dict[str, Any]], subtests: pytest.Subtests,
) -> None:  # fmt: skip
    admin = client_for(user_make("boss", is_staff=True, is_superuser=True))
    cast = dict(zip(CAST, (alice_api, bob_api, guest_api, admin), strict=True))
    bodies = {"": None, "new": {"name": "New"}, "whole": body(1), "nonsense": {"name": []}}
    for method, path, what, expected in TABLE:
        project = alice_api.post(PROJECTS, {"name": "Secret set"}).json()["id"]
        # The owner last, who may change what the others must not.
        for who, status in reversed(list(zip(CAST, expected, strict=True))):
            with subtests.test(f"{method} {path} {what} {who}"):
                answer = getattr(cast[who], method)(path.format(project=project), bodies[what])
                assert answer.status_code == status, answer.content
                if status in CODES:
                    assert answer.json()["code"] == CODES[status]
                if who != "owner":
                    assert b"Secret" not in answer.content
                    assert b"Secret" not in cast[who].options(path.format(project=project)).content
