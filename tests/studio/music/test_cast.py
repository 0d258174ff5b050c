"""Who may do what with Alice's tracks: she, a stranger, a guest, an admin."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from rest_framework.test import APIClient

from tests.studio.casting import CAST, Answers, assert_answer

if TYPE_CHECKING:
    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.music.models import Track

pytestmark = pytest.mark.django_db

T = "/api/tracks/{track}/"
G = "/api/tracks/generations/{generation}/"
# method, address, body, then what owner, stranger, guest and admin are answered
TABLE: list[tuple[str, str, str, Answers]] = [
    ("get", "/api/tracks/", "", (200, 200, 401, 200)),
    ("post", "/api/tracks/", "order", (405, 405, 401, 405)),
    ("put", "/api/tracks/", "order", (405, 405, 401, 405)),
    ("delete", "/api/tracks/", "", (405, 405, 401, 405)),
    ("post", "/api/tracks/generate/", "order", (202, 202, 401, 202)),
    ("get", "/api/tracks/generate/", "", (405, 405, 401, 405)),
    ("get", G, "", (200, 404, 401, 404)),
    ("post", G, "order", (405, 405, 401, 405)),
    ("delete", G, "", (405, 405, 401, 405)),
    ("get", T, "", (200, 404, 401, 404)),
    ("patch", T, "star", (200, 404, 401, 404)),
    ("put", T, "star", (405, 405, 401, 405)),
    ("post", T, "star", (405, 405, 401, 405)),
    ("delete", T, "", (204, 404, 401, 404)),
    ("delete", f"{T}?confirm=true", "", (204, 404, 401, 404)),
    *(
        (method, f"{T}{file}", "", (405, 405, 401, 405) if method != "get" else (found, 404, 401, 404))
        for file, found in (("download", 302), ("peaks", 200), ("stems.zip", 200), ("midi", 200))
        for method in ("get", "post", "delete")
    ),
]
BODIES: dict[str, Any] = {"": None, "order": {"prompt": {"text": "house"}}, "star": {"isFavourite": True}}


@pytest.fixture
def things(alice: User, track_make: Callable[..., Track]) -> dict[str, str]:
    main = track_make(alice, "Secret song", prompt="secret words")
    return {"track": str(main.pk), "generation": str(main.generation_id)}


@pytest.mark.parametrize(
    ("method", "path", "what", "expected"), [pytest.param(*row, id=f"{row[0]} {row[1]}") for row in TABLE]
)
def test_what_each_is_answered(
    cast: dict[str, APIClient], things: dict[str, str], method: str, path: str, what: str,
    expected: Answers,
) -> None:  # fmt: skip
    # The owner last, who may change what the others must not.
    for who, status in reversed(list(zip(CAST, expected, strict=True))):
        assert_answer(getattr(cast[who], method)(path.format(**things), BODIES[what]), status)


def test_what_a_stranger_may_not_see_looks_as_if_it_never_was(
    cast: dict[str, APIClient], things: dict[str, str]
) -> None:
    from klangwerk.studio.music.models import Generation, Track

    before = list(Track.objects.values()), list(Generation.objects.values())
    nobodys = dict.fromkeys(things, "00000000-0000-7000-8000-000000000000")
    for method, path, what, answers in TABLE:
        if answers[1] != 404:
            continue
        there = getattr(cast["stranger"], method)(path.format(**things), BODIES[what])
        never = getattr(cast["stranger"], method)(path.format(**nobodys), BODIES[what])
        assert there.json() == never.json(), path
    assert (list(Track.objects.values()), list(Generation.objects.values())) == before


def test_lists_and_options_show_nothing_of_anybody_else(
    cast: dict[str, APIClient], things: dict[str, str]
) -> None:
    for who in ("stranger", "guest", "admin"):
        assert b"ecret" not in cast[who].get("/api/tracks/?search=secret").content
        for path in ("/api/tracks/", T, G, "/api/tracks/generate/"):
            answer = cast[who].options(path.format(**things))
            assert answer.status_code in ({200, 401} if who == "guest" else {200})
            assert b"ecret" not in answer.content


def test_an_api_key_is_as_good_as_its_user(alice: User, bob: User, things: dict[str, str]) -> None:
    from klangwerk.studio.accounts.services import api_key_create

    for user, expected in ((bob, 404), (alice, 200)):
        api = APIClient()
        api.credentials(HTTP_X_API_KEY=api_key_create(user=user, name="script")[1])
        assert api.get(T.format(**things)).status_code == expected
        assert api.get(f"{T}midi".format(**things)).status_code == expected
