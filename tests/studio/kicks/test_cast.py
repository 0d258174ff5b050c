"""Every endpoint for the owner, a stranger, a guest, and a script with an API key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from rest_framework.test import APIClient

if TYPE_CHECKING:
    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.kicks.models import Kick

pytestmark = pytest.mark.django_db

Call = tuple[str, str, dict[str, Any]]
NOW = {"prefer": "wait=0"}

OWN: list[Call] = [
    ("get", "/api/kicks/", {}),
    ("post", "/api/kicks/generate/", {}),
]
OF_ALICE: list[Call] = [
    ("get", "/api/kicks/{kick}/", {}),
    ("patch", "/api/kicks/{kick}/", {"isFavourite": True}),
    ("post", "/api/kicks/generate/", {"variationOf": "{kick}"}),
    ("post", "/api/kicks/generate/", {"variationOf": "{kick}", "interpolateWith": "{kick}"}),
    ("delete", "/api/kicks/{kick}/", {}),
]


def send(api: APIClient, call: Call, kick: Kick) -> Any:
    method, path, body = call
    filled = {name: str(kick.pk) if value == "{kick}" else value for name, value in body.items()}
    address = path.replace("{kick}", str(kick.pk))
    if method == "get":
        return api.get(address)
    return getattr(api, method)(address, filled, headers=NOW)


def name_of(call: Call) -> str:
    return f"{call[0]} {call[1]} {','.join(call[2])}"


@pytest.mark.parametrize("call", [*OWN, *OF_ALICE], ids=name_of)
def test_it_works_for_the_owner(alice_api: APIClient, kick: Kick, call: Call) -> None:
    assert send(alice_api, call, kick).status_code in {200, 202}


@pytest.mark.parametrize("call", OF_ALICE, ids=name_of)
def test_a_strangers_kick_is_not_there(
    bob_api: APIClient, alice_api: APIClient, kick: Kick, call: Call
) -> None:
    before = alice_api.get(f"/api/kicks/{kick.pk}/").json()
    response = send(bob_api, call, kick)
    assert response.status_code == 404
    assert response.json()["code"] == "not_found"
    assert alice_api.get(f"/api/kicks/{kick.pk}/").json() == before


@pytest.mark.parametrize("call", OF_ALICE, ids=name_of)
def test_a_strangers_kick_looks_like_one_that_never_was(bob_api: APIClient, kick: Kick, call: Call) -> None:
    there = send(bob_api, call, kick).json()
    kick.pk = "00000000-0000-7000-8000-000000000000"
    assert send(bob_api, call, kick).json() == there


def test_lists_hold_ones_own_only(bob_api: APIClient, kick: Kick) -> None:
    found = bob_api.get("/api/kicks/").json()
    assert (found["count"], found["kicks"], found["totalGensCount"], found["remainingGensToday"]) == (
        0,
        [],
        0,
        10,
    )


@pytest.mark.parametrize("call", [*OWN, *OF_ALICE], ids=name_of)
def test_guests_must_sign_in(guest_api: APIClient, kick: Kick, call: Call) -> None:
    response = send(guest_api, call, kick)
    assert response.status_code == 401
    assert response.json()["code"] == "not_authenticated"
    assert response["WWW-Authenticate"]


@pytest.mark.parametrize("call", [*OWN, *OF_ALICE], ids=name_of)
def test_an_old_token_is_refused(guest_api: APIClient, kick: Kick, call: Call) -> None:
    guest_api.credentials(HTTP_AUTHORIZATION="Bearer abc.def.ghi")
    response = send(guest_api, call, kick)
    assert response.status_code == 401
    assert response.json()["code"] == "invalid_token"


@pytest.mark.parametrize("call", [*OWN, *OF_ALICE], ids=name_of)
def test_an_api_key_is_as_good_as_its_user(alice: User, bob: User, kick: Kick, call: Call) -> None:
    from klangwerk.studio.accounts.services import api_key_create

    for user, expected in ((bob, {404} if call in OF_ALICE else {200, 202}), (alice, {200, 202})):
        api = APIClient()
        api.credentials(HTTP_X_API_KEY=api_key_create(user=user, name="script")[1])
        assert send(api, call, kick).status_code in expected, user


def test_signed_addresses_need_no_account(guest_api: APIClient, alice_api: APIClient, kick: Kick) -> None:
    """A browser's audio element sends no token; the address is the permission, and it ends."""
    address = alice_api.get(f"/api/kicks/{kick.pk}/").json()["audioUrl"]
    response: Any = guest_api.get(address)
    assert response.status_code == 200
    b"".join(response.streaming_content)


def test_the_job_of_a_kick_is_its_owners(
    alice_api: APIClient, bob_api: APIClient, guest_api: APIClient, work: Callable[[], int]
) -> None:
    address = alice_api.post("/api/kicks/generate/", {}, headers=NOW)["Location"]
    assert alice_api.get(address).status_code == 200
    assert bob_api.get(address).status_code == 404
    assert bob_api.delete(address).status_code == 404
    assert guest_api.get(address).status_code == 401
