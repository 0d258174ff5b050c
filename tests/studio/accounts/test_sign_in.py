"""Registering, signing in, refreshing and signing out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone
from rest_framework_simplejwt.tokens import AccessToken, RefreshToken

from klangwerk.studio.accounts import tokens
from klangwerk.studio.accounts.models import TokenFamily, User

if TYPE_CHECKING:
    from pytest_django.fixtures import SettingsWrapper
    from rest_framework.test import APIClient

PASSWORD = "correct horse battery"
WEB = {"HTTP_X_KLANGWERK_CLIENT": "web"}


def sign_in(api: APIClient, **headers: Any) -> Any:
    return api.post("/api/token/", {"username": "alice", "password": PASSWORD}, **headers)


def code_of(answer: Any) -> tuple[int, str]:
    body = answer.json()
    assert set(body) == {"code", "message", "extra"}
    return answer.status_code, body["code"]


# --- register --------------------------------------------------------------------------------------------------


def test_registration_is_closed_by_default(guest_api: APIClient) -> None:
    answer = guest_api.post("/api/register/", {"username": "carol", "password": PASSWORD})
    assert code_of(answer) == (403, "registration_closed")
    assert not User.objects.exists()


def test_anybody_may_register_where_it_is_open(guest_api: APIClient, settings: SettingsWrapper) -> None:
    settings.KLANGWERK_MULTI_USER = True
    body = {"username": "carol", "password": PASSWORD, "email": "carol@Example.COM"}
    answer = guest_api.post("/api/register/", body)
    assert answer.status_code == 201
    carol = User.objects.get()
    assert answer.json() == {"id": carol.pk, "username": "carol", "email": "carol@example.com"}
    assert [carol.unlimited, carol.is_owner, carol.is_staff, carol.is_superuser] == [False] * 4
    assert guest_api.post("/api/token/", {"username": "carol", "password": PASSWORD}).status_code == 200


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "username"),
        ({"username": "carol"}, "password"),
        ({"username": "carol", "password": "short1!"}, "password"),
        ({"username": "carol", "password": "password"}, "password"),
        ({"username": "carol", "password": "8472658392"}, "password"),
        ({"username": "carolina", "password": "carolina1"}, "password"),
        ({"username": "with space", "password": PASSWORD}, "username"),
        ({"username": "c" * 151, "password": PASSWORD}, "username"),
        ({"username": ["carol"], "password": PASSWORD}, "username"),
        ({"username": {"a": 1}, "password": PASSWORD}, "username"),
        ({"username": "carol", "password": PASSWORD, "email": "no address"}, "email"),
        ({"username": "ALICE", "password": PASSWORD}, "username"),
    ],
)
def test_registration_says_which_field_is_wrong(
    guest_api: APIClient, alice: User, settings: SettingsWrapper, body: dict[str, Any], field: str
) -> None:
    settings.KLANGWERK_MULTI_USER = True
    answer = guest_api.post("/api/register/", body)
    assert code_of(answer) == (400, "invalid_input")
    messages = answer.json()["extra"]["fields"][field]
    assert messages
    assert all(isinstance(message, str) and message for message in messages)
    assert User.objects.count() == 1


# --- sign in ---------------------------------------------------------------------------------------------------


def test_it_signs_in_and_the_token_works(guest_api: APIClient, alice: User) -> None:
    answer = sign_in(guest_api)
    assert answer.status_code == 200
    assert set(answer.json()) == {"access", "refresh"}
    assert "kw_refresh" not in answer.cookies
    me = guest_api.get("/api/me/", HTTP_AUTHORIZATION=f"Bearer {answer.json()['access']}")
    assert me.json()["username"] == "alice"
    alice.refresh_from_db()
    assert alice.last_login is not None


def test_names_are_known_in_any_case(guest_api: APIClient, alice: User) -> None:
    assert guest_api.post("/api/token/", {"username": "ALICE", "password": PASSWORD}).status_code == 200


@pytest.mark.parametrize("username", ["alice", "nobody", "alice\u200b", "a" * 150])
def test_wrong_passwords_and_unknown_names_look_alike(
    guest_api: APIClient, alice: User, username: str
) -> None:
    answer = guest_api.post("/api/token/", {"username": username, "password": "wrong password"})
    assert code_of(answer) == (401, "invalid_credentials")
    assert answer.json()["message"] == "User name or password is wrong."
    assert answer["WWW-Authenticate"].startswith("Bearer")


def test_a_closed_account_cannot_sign_in(guest_api: APIClient, alice: User) -> None:
    User.objects.update(is_active=False)
    assert code_of(sign_in(guest_api)) == (401, "invalid_credentials")


def test_access_lasts_ten_minutes_and_refresh_thirty_days(guest_api: APIClient, alice: User) -> None:
    pair = sign_in(guest_api).json()
    access, refresh = AccessToken(pair["access"]), RefreshToken(pair["refresh"])
    assert access["exp"] - access["iat"] == 600
    assert refresh["exp"] - refresh["iat"] == 30 * 24 * 3600


def test_an_old_access_token_is_refused(guest_api: APIClient, alice: User) -> None:
    token = AccessToken.for_user(alice)
    token.set_exp(from_time=timezone.now() - timedelta(hours=1), lifetime=timedelta(minutes=10))
    assert code_of(guest_api.get("/api/me/", HTTP_AUTHORIZATION=f"Bearer {token}")) == (401, "invalid_token")


def test_a_refresh_token_is_no_access_token(guest_api: APIClient, alice: User) -> None:
    refresh = sign_in(guest_api).json()["refresh"]
    assert code_of(guest_api.get("/api/me/", HTTP_AUTHORIZATION=f"Bearer {refresh}")) == (
        401,
        "invalid_token",
    )


def test_an_access_token_is_no_refresh_token(guest_api: APIClient, alice: User) -> None:
    access = sign_in(guest_api).json()["access"]
    assert code_of(guest_api.post("/api/token/refresh/", {"refresh": access})) == (401, "invalid_token")


def test_a_changed_password_ends_everything(guest_api: APIClient, alice: User) -> None:
    pair = sign_in(guest_api).json()
    alice.set_password("another good password")
    alice.save()
    answer = guest_api.get("/api/me/", HTTP_AUTHORIZATION=f"Bearer {pair['access']}")
    assert code_of(answer) == (401, "invalid_token")
    assert code_of(guest_api.post("/api/token/refresh/", {"refresh": pair["refresh"]})) == (
        401,
        "token_revoked",
    )


# --- refresh ---------------------------------------------------------------------------------------------------


def test_refresh_rotates(guest_api: APIClient, alice: User) -> None:
    first = sign_in(guest_api).json()
    second = guest_api.post("/api/token/refresh/", {"refresh": first["refresh"]})
    assert second.status_code == 200
    assert second.json()["refresh"] != first["refresh"]
    third = guest_api.post("/api/token/refresh/", {"refresh": second.json()["refresh"]})
    assert third.status_code == 200
    assert TokenFamily.objects.count() == 1


def test_reuse_ends_the_whole_family_but_no_other(guest_api: APIClient, alice: User) -> None:
    other = sign_in(guest_api).json()
    first = sign_in(guest_api).json()
    second = guest_api.post("/api/token/refresh/", {"refresh": first["refresh"]}).json()
    assert code_of(guest_api.post("/api/token/refresh/", {"refresh": first["refresh"]})) == (
        401,
        "token_reused",
    )
    assert code_of(guest_api.post("/api/token/refresh/", {"refresh": second["refresh"]})) == (
        401,
        "token_revoked",
    )
    assert guest_api.post("/api/token/refresh/", {"refresh": other["refresh"]}).status_code == 200


def test_a_family_ends_after_thirty_days(guest_api: APIClient, alice: User) -> None:
    pair = sign_in(guest_api).json()
    TokenFamily.objects.update(expires_at=timezone.now())
    assert code_of(guest_api.post("/api/token/refresh/", {"refresh": pair["refresh"]})) == (
        401,
        "token_revoked",
    )


def test_a_closed_account_cannot_refresh(guest_api: APIClient, alice: User) -> None:
    pair = sign_in(guest_api).json()
    User.objects.update(is_active=False)
    assert code_of(guest_api.post("/api/token/refresh/", {"refresh": pair["refresh"]})) == (
        401,
        "token_revoked",
    )


def test_a_deleted_account_cannot_refresh(guest_api: APIClient, alice: User) -> None:
    pair = sign_in(guest_api).json()
    alice.delete()
    assert code_of(guest_api.post("/api/token/refresh/", {"refresh": pair["refresh"]})) == (
        401,
        "token_revoked",
    )
    answer = guest_api.get("/api/me/", HTTP_AUTHORIZATION=f"Bearer {pair['access']}")
    assert code_of(answer) == (401, "invalid_token")


@pytest.mark.parametrize(
    "token", ["", "x", "a.b.c", "é.ü.ß", "eyJhbGciOiJub25lIn0.eyJ1c2VyX2lkIjoiMSJ9.", "." * 4096]
)
def test_rubbish_is_no_refresh_token(guest_api: APIClient, alice: User, token: str) -> None:
    status, code = code_of(guest_api.post("/api/token/refresh/", {"refresh": token}))
    assert (status, code) in {(401, "invalid_token"), (400, "invalid_input")}


def test_refresh_asks_for_a_token(guest_api: APIClient) -> None:
    answer = guest_api.post("/api/token/refresh/", {})
    assert code_of(answer) == (400, "invalid_input")
    assert "refresh" in answer.json()["extra"]["fields"]


def test_signing_out_ends_the_family(guest_api: APIClient, alice: User) -> None:
    pair = sign_in(guest_api).json()
    assert guest_api.post("/api/token/revoke/", {"refresh": pair["refresh"]}).status_code == 204
    assert code_of(guest_api.post("/api/token/refresh/", {"refresh": pair["refresh"]})) == (
        401,
        "token_revoked",
    )
    assert guest_api.post("/api/token/revoke/", {"refresh": "rubbish"}).status_code == 204


# --- the browser -----------------------------------------------------------------------------------------------


def test_the_browser_gets_a_cookie_that_no_script_reads(guest_api: APIClient, alice: User) -> None:
    answer = sign_in(guest_api, **WEB)
    assert set(answer.json()) == {"access"}
    cookie = answer.cookies["kw_refresh"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert cookie["path"] == "/api/token/"
    assert not cookie["secure"]
    assert "secure" in str(sign_in(guest_api, secure=True, **WEB).cookies["kw_refresh"]).lower()


def test_the_browser_refreshes_and_signs_out(guest_api: APIClient, alice: User) -> None:
    first = sign_in(guest_api, **WEB).cookies["kw_refresh"].value
    answer = guest_api.post("/api/token/refresh/", **WEB)
    assert set(answer.json()) == {"access"}
    assert answer.cookies["kw_refresh"].value != first
    gone = guest_api.post("/api/token/revoke/", **WEB)
    assert gone.status_code == 204
    assert gone.cookies["kw_refresh"].value == ""
    guest_api.cookies["kw_refresh"] = answer.cookies["kw_refresh"].value
    assert code_of(guest_api.post("/api/token/refresh/", **WEB)) == (401, "token_revoked")


def test_the_cookie_without_the_header_is_not_looked_at(guest_api: APIClient, alice: User) -> None:
    sign_in(guest_api, **WEB)
    assert code_of(guest_api.post("/api/token/refresh/")) == (400, "invalid_input")


def test_a_browser_without_the_cookie_is_not_signed_in(guest_api: APIClient) -> None:
    assert code_of(guest_api.post("/api/token/refresh/", **WEB)) == (401, "not_authenticated")


def test_a_page_reloaded_in_mid_refresh_stays_signed_in(guest_api: APIClient, alice: User) -> None:
    first = sign_in(guest_api, **WEB).cookies["kw_refresh"].value
    second = guest_api.post("/api/token/refresh/", **WEB).cookies["kw_refresh"].value
    guest_api.cookies["kw_refresh"] = first  # the answer never arrived
    again = guest_api.post("/api/token/refresh/", **WEB)
    assert again.status_code == 200
    assert RefreshToken(again.cookies["kw_refresh"].value)["jti"] == RefreshToken(second)["jti"]


def test_after_the_grace_reuse_in_a_browser_is_theft_too(guest_api: APIClient, alice: User) -> None:
    first = sign_in(guest_api, **WEB).cookies["kw_refresh"].value
    guest_api.post("/api/token/refresh/", **WEB)
    TokenFamily.objects.update(rotated_at=timezone.now() - tokens.WEB_REPLAY_GRACE)
    guest_api.cookies["kw_refresh"] = first
    assert code_of(guest_api.post("/api/token/refresh/", **WEB)) == (401, "token_reused")


def test_the_grandparent_of_a_token_is_reuse_at_once(guest_api: APIClient, alice: User) -> None:
    first = sign_in(guest_api, **WEB).cookies["kw_refresh"].value
    guest_api.post("/api/token/refresh/", **WEB)
    guest_api.post("/api/token/refresh/", **WEB)
    guest_api.cookies["kw_refresh"] = first
    assert code_of(guest_api.post("/api/token/refresh/", **WEB)) == (401, "token_reused")


def test_a_body_token_gains_no_grace_by_posing_as_a_cookie(guest_api: APIClient, alice: User) -> None:
    stolen = sign_in(guest_api).json()["refresh"]
    guest_api.cookies["kw_refresh"] = stolen
    assert code_of(guest_api.post("/api/token/refresh/", **WEB)) == (401, "token_revoked")


# --- who may do what -------------------------------------------------------------------------------------------


def test_me_by_role(
    alice: User,
    bob: User,
    guest_api: APIClient,
    client_for: Callable[[User], APIClient],
    settings: SettingsWrapper,
) -> None:
    me = client_for(alice).get("/api/me/").json()
    assert me == {
        "id": alice.pk,
        "username": "alice",
        "email": "alice@example.com",
        "isOwner": False,
        "isStaff": False,
        "unlimited": False,
        "multiUser": False,
        "limits": me["limits"],
    }
    assert client_for(bob).get("/api/me").json()["username"] == "bob"
    assert code_of(guest_api.get("/api/me/")) == (401, "not_authenticated")
    settings.KLANGWERK_MULTI_USER = True
    assert client_for(bob).get("/api/me/").json()["multiUser"] is True


@pytest.mark.parametrize(
    "header",
    [
        "Bearer",
        "Bearer ",
        "Bearer a b",
        "Bearer x",
        "Bearer \xff\xfe",
        "Bearer a.b.c",
        "bearer x",
        "Basic eDp5",
    ],
)
@pytest.mark.parametrize(
    ("method", "path"), [("get", "/api/me/"), ("get", "/api/keys/"), ("post", "/api/keys/")]
)
def test_wrong_tokens_are_401_everywhere(guest_api: APIClient, header: str, method: str, path: str) -> None:
    answer = getattr(guest_api, method)(path, HTTP_AUTHORIZATION=header)
    assert code_of(answer)[0] == 401


def test_a_wrong_token_does_not_disturb_signing_in(guest_api: APIClient, alice: User) -> None:
    assert sign_in(guest_api, HTTP_AUTHORIZATION="Bearer rubbish").status_code == 200
