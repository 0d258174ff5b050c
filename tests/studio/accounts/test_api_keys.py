"""API keys: shown once, stored hashed, good until revoked, and nobody else's business."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from klangwerk.studio.accounts import services
from klangwerk.studio.accounts.models import ApiKey, User

if TYPE_CHECKING:
    from rest_framework.test import APIClient


def made(api: APIClient, name: str = "script") -> dict[str, Any]:
    answer = api.post("/api/keys/", {"name": name})
    assert answer.status_code == 201
    body: dict[str, Any] = answer.json()
    return body


def test_a_key_is_shown_once_and_works(alice_api: APIClient, guest_api: APIClient) -> None:
    body = made(alice_api)
    assert set(body) == {"id", "name", "prefix", "createdAt", "lastUsedAt", "key"}
    assert body["key"].startswith("kw_")
    assert body["key"].startswith(body["prefix"])
    assert guest_api.get("/api/me/", HTTP_X_API_KEY=body["key"]).json()["username"] == "alice"
    listed = alice_api.get("/api/keys/").json()
    assert listed["count"] == 1
    assert "key" not in listed["results"][0]
    assert listed["results"][0]["lastUsedAt"] is not None


def test_the_database_does_not_hold_the_key(alice_api: APIClient) -> None:
    key = made(alice_api)["key"]
    row = ApiKey.objects.values().get()
    assert key not in str(row)
    assert len(row["key_hash"]) == 64


def test_a_revoked_key_is_refused(alice_api: APIClient, guest_api: APIClient) -> None:
    body = made(alice_api)
    assert alice_api.delete(f"/api/keys/{body['id']}/").status_code == 204
    answer = guest_api.get("/api/me/", HTTP_X_API_KEY=body["key"])
    assert (answer.status_code, answer.json()["code"]) == (401, "invalid_api_key")
    assert alice_api.delete(f"/api/keys/{body['id']}/").status_code == 404


def test_strangers_see_and_revoke_nothing(
    alice_api: APIClient, bob_api: APIClient, guest_api: APIClient
) -> None:
    key_id = made(alice_api)["id"]
    assert bob_api.get("/api/keys/").json()["count"] == 0
    assert bob_api.delete(f"/api/keys/{key_id}/").json()["code"] == "not_found"
    for answer in (
        guest_api.get("/api/keys/"),
        guest_api.post("/api/keys/", {"name": "x"}),
        guest_api.delete(f"/api/keys/{key_id}/"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (401, "not_authenticated")
    assert ApiKey.objects.count() == 1


def test_a_key_may_list_keys_but_neither_make_nor_revoke_them(
    alice_api: APIClient, guest_api: APIClient
) -> None:
    body = made(alice_api)
    with_key = {"HTTP_X_API_KEY": body["key"]}
    assert guest_api.get("/api/keys/", **with_key).json()["count"] == 1
    for answer in (
        guest_api.post("/api/keys/", {"name": "x"}, **with_key),
        guest_api.delete(f"/api/keys/{body['id']}/", **with_key),
    ):
        assert (answer.status_code, answer.json()["code"]) == (403, "bearer_required")
    assert ApiKey.objects.count() == 1


@pytest.mark.parametrize("key", ["", "kw_", "kw_x", "\xff", "kw_" + "a" * 5000, "' OR 1=1 --"])
def test_rubbish_is_no_key(guest_api: APIClient, alice: User, key: str) -> None:
    answer = guest_api.get("/api/me/", HTTP_X_API_KEY=key)
    assert (answer.status_code, answer.json()["code"]) == (401, "invalid_api_key")


def test_the_key_of_a_closed_account_is_refused(alice: User, guest_api: APIClient) -> None:
    _, key = services.api_key_create(user=alice, name="x")
    User.objects.update(is_active=False)
    assert guest_api.get("/api/me/", HTTP_X_API_KEY=key).status_code == 401


def test_use_is_noted_once_a_minute(alice: User, guest_api: APIClient) -> None:
    row, key = services.api_key_create(user=alice, name="x")
    recently = timezone.now() - timedelta(seconds=30)
    ApiKey.objects.update(last_used_at=recently)
    guest_api.get("/api/me/", HTTP_X_API_KEY=key)
    row.refresh_from_db()
    assert row.last_used_at == recently
    ApiKey.objects.update(last_used_at=recently - timedelta(minutes=2))
    guest_api.get("/api/me/", HTTP_X_API_KEY=key)
    row.refresh_from_db()
    assert row.last_used_at is not None
    assert row.last_used_at > recently


@pytest.mark.parametrize("name", ["", " ", "x" * 65, None, ["x"], {"a": "b"}])
def test_a_key_needs_a_name(alice_api: APIClient, name: Any) -> None:
    answer = alice_api.post("/api/keys/", {"name": name})
    assert answer.json()["code"] == "invalid_input"
    assert "name" in answer.json()["extra"]["fields"]


def test_keys_are_counted(alice: User, client_for: Callable[[User], APIClient]) -> None:
    for number in range(services.API_KEYS_PER_USER_MAX):
        services.api_key_create(user=alice, name=str(number))
    answer = client_for(alice).post("/api/keys/", {"name": "one more"})
    assert (answer.status_code, answer.json()["code"]) == (400, "api_keys_limit")


def test_the_list_has_pages_newest_first(alice: User, alice_api: APIClient) -> None:
    for number in range(5):
        services.api_key_create(user=alice, name=str(number))
    page = alice_api.get("/api/keys/?limit=2&offset=1").json()
    assert page["count"] == 5
    assert [row["name"] for row in page["results"]] == ["3", "2"]
    assert "offset=3" in page["next"]
    assert page["previous"] is not None


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=-1", "limit=x", "offset=-1", "offset=9" * 30, "offset=1e3", "limit=٣"]
)
def test_wrong_pages_are_refused(alice_api: APIClient, query: str) -> None:
    answer = alice_api.get(f"/api/keys/?{query}")
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_input")


@pytest.mark.parametrize(
    "key_id",
    ["x", "1", "0b5c1f5e-9a0e-4c0b-8a5e-2f1f3c9b7d2", "00000000-0000-0000-0000-000000000000", "%00", "..%2F"],
)
def test_impossible_ids_are_404(alice_api: APIClient, key_id: str) -> None:
    answer = alice_api.delete(f"/api/keys/{key_id}/")
    assert answer.status_code in {400, 404}
    assert answer.json()["code"] in {"not_found", "malformed_request"}
