"""Forged, stolen, old and raced credentials: JWT, API keys, tickets, links, and names that look alike."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import jwt
import pytest
from django.conf import settings
from django.db import connection
from rest_framework.test import APIClient

from tests.studio.races import results_at_once

if TYPE_CHECKING:
    from klangwerk.studio.accounts.models import User

PASSWORD = "correct horse battery"
OTHER_KEY = "another key of the same length, which is not the server's"


def claims_of(token: str) -> dict[str, Any]:
    found: dict[str, Any] = jwt.decode(token, options={"verify_signature": False})
    return found


def unsigned(claims: dict[str, Any], algorithm: str) -> str:
    parts = ({"alg": algorithm, "typ": "JWT"}, claims)
    return (
        ".".join(base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode() for part in parts)
        + "."
    )


def with_claims(token: str, **changed: Any) -> str:
    """The token with another payload under the old signature."""
    head, _, signature = token.split(".")
    payload = (
        base64.urlsafe_b64encode(json.dumps({**claims_of(token), **changed}).encode()).rstrip(b"=").decode()
    )
    return f"{head}.{payload}.{signature}"


FORGERIES: dict[str, Callable[[str, User], str]] = {
    "unsigned": lambda token, bob: unsigned(claims_of(token), "none"),
    "unsigned, spelt otherwise": lambda token, bob: unsigned(claims_of(token), "NoNe"),
    "signature cut off": lambda token, bob: token.rpartition(".")[0] + ".",
    "another key": lambda token, bob: jwt.encode(claims_of(token), OTHER_KEY, "HS256"),
    "an empty key": lambda token, bob: unsigned(claims_of(token), "HS256"),
    "another algorithm": lambda token, bob: jwt.encode(claims_of(token), settings.SECRET_KEY, "HS512"),
    "another user": lambda token, bob: with_claims(token, user_id=str(bob.pk)),
    "a longer life": lambda token, bob: with_claims(token, exp=2**40),
    "expired": lambda token, bob: jwt.encode(
        {**claims_of(token), "exp": int(time.time()) - 1}, settings.SECRET_KEY, "HS256"
    ),
    "no such user": lambda token, bob: jwt.encode(
        {**claims_of(token), "user_id": "999999"}, settings.SECRET_KEY, "HS256"
    ),
    "a user id that is none": lambda token, bob: jwt.encode(
        {**claims_of(token), "user_id": "1 OR 1=1"}, settings.SECRET_KEY, "HS256"
    ),
    "of before the password changed": lambda token, bob: jwt.encode(
        {**claims_of(token), "hash_password": "x"}, settings.SECRET_KEY, "HS256"
    ),
    "of no type": lambda token, bob: jwt.encode(
        {name: value for name, value in claims_of(token).items() if name != "token_type"},
        settings.SECRET_KEY,
        "HS256",
    ),
}


@pytest.mark.filterwarnings("ignore::jwt.warnings.InsecureKeyLengthWarning")
@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_forged_access_token_is_refused(guest_api: APIClient, alice: User, bob: User, forgery: str) -> None:
    from klangwerk.studio.accounts import tokens

    good = tokens.access_token_create(user=alice)
    assert guest_api.get("/api/me/", headers={"authorization": f"Bearer {good}"}).status_code == 200
    forged = FORGERIES[forgery](good, bob)
    assert forged != good
    answer = guest_api.get("/api/me/", headers={"authorization": f"Bearer {forged}"})
    assert (answer.status_code, answer.json()["code"]) == (401, "invalid_token")


@pytest.mark.filterwarnings("ignore::jwt.warnings.InsecureKeyLengthWarning")
# Whose sign-in it is, the row of its family says and not the token: these two need the server's key, and gain nothing.
@pytest.mark.parametrize(
    "forgery", [name for name in FORGERIES if name not in {"no such user", "a user id that is none"}]
)
def test_a_forged_refresh_token_is_refused(
    guest_api: APIClient, alice: User, bob: User, forgery: str
) -> None:
    from klangwerk.studio.accounts import tokens

    good = tokens.sign_in(user=alice, is_web=False).refresh
    answer = guest_api.post("/api/token/refresh/", {"refresh": FORGERIES[forgery](good, bob)})
    assert answer.status_code == 401
    assert answer.json()["code"] in {"invalid_token", "token_revoked"}


def test_one_kind_of_token_does_not_pass_for_another(guest_api: APIClient, alice: User) -> None:
    from klangwerk.studio.accounts import services, tokens
    from klangwerk.studio.jobs.events import tickets

    pair = tokens.sign_in(user=alice, is_web=False)
    key = services.api_key_create(user=alice, name="script")[1]
    link = services.sign_in_link_create(user=alice)
    ticket = tickets.ticket_create(owner=alice).ticket
    for wrong in (pair.refresh, key, link, ticket):
        assert guest_api.get("/api/me/", headers={"authorization": f"Bearer {wrong}"}).status_code == 401
    for wrong in (pair.access, pair.refresh, link, ticket):
        assert guest_api.get("/api/me/", headers={"x-api-key": wrong}).status_code == 401
    for wrong in (pair.access, pair.refresh, key, ticket):
        assert "kw_refresh" not in guest_api.get(f"/sign-in/{wrong}/").cookies
        assert tickets.ticket_use(ticket=wrong) is None or wrong == ticket
    assert tickets.ticket_use(ticket=link) is None


def test_a_bad_credential_is_not_made_good_by_another(guest_api: APIClient, alice: User) -> None:
    from klangwerk.studio.accounts import services

    key = services.api_key_create(user=alice, name="script")[1]
    both = guest_api.get("/api/me/", headers={"authorization": "Bearer x.y.z", "x-api-key": key})
    assert both.status_code == 401


def test_a_key_is_looked_up_by_its_hash_alone(alice: User, guest_api: APIClient) -> None:
    """So the time that a wrong key takes says nothing about how much of it is right."""
    from django.test.utils import CaptureQueriesContext

    from klangwerk.studio.accounts import services

    key = services.api_key_create(user=alice, name="script")[1]
    assert len(key) > 40
    for sent in (key, key[:-1] + ("A" if key[-1] != "A" else "B")):
        with CaptureQueriesContext(connection) as queries:
            status = guest_api.get("/api/me/", headers={"x-api-key": sent}).status_code
        assert status == (200 if sent == key else 401)
        assert not any(sent in query["sql"] or sent[:9] in query["sql"] for query in queries)


def test_a_revoked_key_does_not_work_a_moment_later(alice_api: APIClient, guest_api: APIClient) -> None:
    made = alice_api.post("/api/keys/", {"name": "script"}).json()
    assert guest_api.get("/api/me/", headers={"x-api-key": made["key"]}).status_code == 200
    assert alice_api.delete(f"/api/keys/{made['id']}/").status_code == 204
    assert guest_api.get("/api/me/", headers={"x-api-key": made["key"]}).status_code == 401


@pytest.mark.django_db(transaction=True)
def test_one_ticket_opens_one_door_however_many_push(alice: User) -> None:
    from klangwerk.studio.jobs.events import tickets

    for _ in range(5):
        ticket = tickets.ticket_create(owner=alice).ticket
        found = results_at_once([lambda ticket=ticket: tickets.ticket_use(ticket=ticket)] * 6)
        assert sorted(map(bool, found)) == [*[False] * 5, True]


@pytest.mark.django_db(transaction=True)
def test_one_link_signs_in_one_however_many_click(alice: User) -> None:
    from django.test import Client

    from klangwerk.studio.accounts import services

    token = services.sign_in_link_create(user=alice)
    answers = results_at_once([lambda: Client().get(f"/sign-in/{token}/")] * 6)
    assert sum("kw_refresh" in answer.cookies for answer in answers) == 1
    assert {answer["Location"] for answer in answers} == {"/", "/?signIn=expired"}


@pytest.mark.django_db(transaction=True)
def test_a_refresh_token_sent_many_times_at_once_ends_the_sign_in(alice: User) -> None:
    from klangwerk.studio.accounts import tokens

    token = tokens.sign_in(user=alice, is_web=False).refresh
    answers = results_at_once([lambda: APIClient().post("/api/token/refresh/", {"refresh": token})] * 6)
    assert sum(answer.status_code == 200 for answer in answers) <= 1
    (last,) = [answer.json()["refresh"] for answer in answers if answer.status_code == 200] or [token]
    assert APIClient().post("/api/token/refresh/", {"refresh": last}).status_code == 401


@pytest.mark.parametrize("twin", ["al\u0131ce", "alic\u00e9", "\uff41lice\u200b", "\u0430lice", "ali\u00e7e"])
def test_a_name_that_looks_alike_does_not_lock_anybody_out(
    guest_api: APIClient, alice: User, settings: Any, twin: str
) -> None:
    """A dotless i is an I in capitals: PostgreSQL took alice and her twin for one."""
    settings.KLANGWERK_MULTI_USER = True
    made = guest_api.post("/api/register/", {"username": twin, "password": "another good password"})
    assert made.status_code in {201, 400}
    answer = guest_api.post("/api/token/", {"username": "alice", "password": PASSWORD})
    assert answer.status_code == 200
    bearer = {"authorization": f"Bearer {answer.json()['access']}"}
    assert guest_api.get("/api/me/", headers=bearer).json()["id"] == alice.pk
    assert guest_api.post("/api/token/", {"username": "ALICE", "password": PASSWORD}).status_code == 200
