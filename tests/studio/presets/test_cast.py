"""Every endpoint and method for the owner, a stranger, a guest, an admin, and a script with an API key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from rest_framework.test import APIClient

from tests.studio.casting import CAST, Answers, assert_answer

if TYPE_CHECKING:
    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.kicks.models import Kick
    from klangwerk.studio.presets.models import Preset

pytestmark = pytest.mark.django_db

# What is asked for, and what owner, stranger, guest and admin are answered. The things named are Alice's; being an
# admin opens /admin/, not other people's things in the API.
P, S, B = "/api/presets/{own}/", "/api/presets/{shared}/", "/api/bounces/{bounce}/"
TABLE: list[tuple[str, str, str, Answers]] = [
    ("get", "/api/presets/", "", (200, 200, 200, 200)),
    ("post", "/api/presets/", "preset", (201, 201, 401, 201)),
    ("put", "/api/presets/", "preset", (405, 405, 401, 405)),
    ("patch", "/api/presets/", "preset", (405, 405, 401, 405)),
    ("delete", "/api/presets/", "", (405, 405, 401, 405)),
    ("get", P, "", (200, 404, 404, 404)),
    ("post", P, "preset", (405, 405, 401, 405)),
    ("put", P, "preset", (200, 404, 401, 404)),
    ("patch", P, "preset", (405, 405, 401, 405)),
    ("delete", P, "", (204, 404, 401, 404)),
    ("get", S, "", (200, 200, 200, 200)),
    ("put", S, "preset", (403, 403, 401, 403)),
    ("delete", S, "", (403, 403, 401, 403)),
    ("post", f"{P}render/", "order", (202, 404, 401, 404)),
    ("post", f"{S}render/", "order", (202, 202, 401, 202)),
    ("get", f"{S}render/", "", (405, 405, 401, 405)),
    ("put", f"{S}render/", "order", (405, 405, 401, 405)),
    ("patch", f"{S}render/", "order", (405, 405, 401, 405)),
    ("delete", f"{S}render/", "", (405, 405, 401, 405)),
    ("get", "/api/bounces/", "", (200, 200, 401, 200)),
    ("post", "/api/bounces/", "bounce", (202, 202, 401, 202)),
    ("put", "/api/bounces/", "bounce", (405, 405, 401, 405)),
    ("patch", "/api/bounces/", "bounce", (405, 405, 401, 405)),
    ("delete", "/api/bounces/", "", (405, 405, 401, 405)),
    ("get", B, "", (200, 404, 401, 404)),
    ("put", B, "bounce", (405, 405, 401, 405)),
    ("patch", B, "bounce", (405, 405, 401, 405)),
    ("post", B, "bounce", (405, 405, 401, 405)),
    ("delete", B, "", (204, 404, 401, 404)),
    ("get", "/api/sounds/", "", (200, 200, 200, 200)),
    ("post", "/api/sounds/", "order", (405, 405, 405, 405)),
    ("put", "/api/sounds/", "order", (405, 405, 405, 405)),
    ("patch", "/api/sounds/", "order", (405, 405, 405, 405)),
    ("delete", "/api/sounds/", "", (405, 405, 405, 405)),
    ("delete", "/api/kicks/{kick}/", "", (409, 404, 401, 404)),
    ("delete", "/api/kicks/{kick}/?confirm=true", "", (200, 404, 401, 404)),
    ("delete", "/api/kicks/{shared_kick}/?confirm=true", "", (403, 404, 401, 404)),
    ("patch", "/api/kicks/{shared_kick}/", "star", (200, 404, 401, 404)),
]  # fmt: skip
CALLS = [
    pytest.param(method, path, what, who, status, id=f"{method} {path} {who}")
    for method, path, what, answers in TABLE
    for who, status in zip(CAST, answers, strict=True)
]


@pytest.fixture
def things(
    alice: User, kick_make: Callable[..., Kick], preset_make: Callable[..., Preset], work: Callable[[], int]
) -> dict[str, str]:
    """What is Alice's, by what the table calls it."""
    from klangwerk.engines.rack.params import BounceParams
    from klangwerk.studio.presets.bounce_services import bounce_order
    from klangwerk.studio.presets.models import Bounce
    from klangwerk.studio.presets.order import FileForm
    from klangwerk.studio.presets.rack import rack_of

    kick = kick_make(alice)
    own = preset_make(alice, "Secret cellar", kick=kick, bpm=365)
    bounce_order(
        user=alice, name="Secret loop", rack=rack_of(own), bounce=BounceParams(bars=1), form=FileForm()
    )
    work()
    return {
        "own": str(own.pk),
        "shared": str(preset_make(alice, "Everybodys", is_shared=True).pk),
        "kick": str(kick.pk),
        "shared_kick": str(kick_make(alice, "AI: Zora", is_shared=True).pk),
        "bounce": str(Bounce.objects.get().pk),
    }


@pytest.fixture
def bodies(body: Callable[..., dict[str, Any]]) -> dict[str, Any]:
    return {
        "": None,
        "preset": body("New"),
        "order": {"bars": 1},
        "bounce": {"name": "New", "preset": body(), "bars": 1},
        "star": {"isFavourite": True},
    }


@pytest.mark.parametrize(("method", "path", "what", "who", "status"), CALLS)
def test_what_each_is_answered(
    cast: dict[str, APIClient], things: dict[str, str], bodies: dict[str, Any], method: str, path: str, what: str,
    who: str, status: int,
) -> None:  # fmt: skip
    answer = getattr(cast[who], method)(path.format(**things), bodies[what])
    assert_answer(answer, status, conflict="kick_in_use")


@pytest.mark.parametrize(
    ("method", "path", "what"),
    [(method, path, what) for method, path, what, answers in TABLE if answers[1] == 404],
    ids=lambda value: value,
)
def test_what_a_stranger_may_not_see_looks_as_if_it_never_was(
    cast: dict[str, APIClient],
    things: dict[str, str],
    bodies: dict[str, Any],
    method: str,
    path: str,
    what: str,
) -> None:
    from klangwerk.studio.presets.models import Bounce, Preset

    before = list(Preset.objects.values()), list(Bounce.objects.values())
    nobodys = dict.fromkeys(things, "00000000-0000-7000-8000-000000000000")
    there = getattr(cast["stranger"], method)(path.format(**things), bodies[what])
    never = getattr(cast["stranger"], method)(path.format(**nobodys), bodies[what])
    assert there.json() == never.json()
    assert (list(Preset.objects.values()), list(Bounce.objects.values())) == before


@pytest.mark.parametrize("who", ["stranger", "guest", "admin"])
def test_lists_show_nothing_of_anybody_else(
    cast: dict[str, APIClient], things: dict[str, str], who: str
) -> None:
    for path in ("/api/presets/", "/api/bounces/", "/api/sounds/"):
        text = cast[who].get(path).content.decode()
        for secret in ("Secret", "AI: Burkhard", "alice", things["own"], things["kick"], things["bounce"]):
            assert secret not in text, (path, secret)


def test_old_tokens_are_refused_where_tokens_are_read(guest_api: APIClient, things: dict[str, str]) -> None:
    guest_api.credentials(HTTP_AUTHORIZATION="Bearer abc.def.ghi")
    for path in ("/api/presets/", "/api/presets/{shared}/", "/api/bounces/"):
        answer = guest_api.get(path.format(**things))
        assert (answer.status_code, answer.json()["code"]) == (401, "invalid_token"), path
    assert guest_api.get("/api/sounds/").status_code == 200


def test_an_api_key_is_as_good_as_its_user(
    alice: User, bob: User, things: dict[str, str], bodies: dict[str, Any]
) -> None:
    from klangwerk.studio.accounts.services import api_key_create

    for user, expected in ((bob, 404), (alice, 200)):
        api = APIClient()
        api.credentials(HTTP_X_API_KEY=api_key_create(user=user, name="script")[1])
        assert api.get("/api/presets/{own}/".format(**things)).status_code == expected
        assert api.put("/api/presets/{own}/".format(**things), bodies["preset"]).status_code == expected
        assert api.post("/api/presets/", bodies["preset"] | {"presetName": "By script"}).status_code == 201


@pytest.mark.parametrize("path", ["/api/presets/", P, S, f"{S}render/", "/api/bounces/", B, "/api/sounds/"])
def test_asking_what_may_be_asked_tells_nothing(
    cast: dict[str, APIClient], things: dict[str, str], path: str
) -> None:
    for who, api in cast.items():
        answer = api.options(path.format(**things))
        assert answer.status_code in ({200, 401} if who == "guest" else {200}), (who, answer.content)
        assert b"Secret" not in answer.content
