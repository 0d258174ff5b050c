"""The owner of the machine: the account, the one-time link, and the admin."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone

from klangwerk.studio.accounts import limits, services
from klangwerk.studio.accounts.models import SignInLink, User

if TYPE_CHECKING:
    from collections.abc import Callable

    from rest_framework.test import APIClient

WEB = {"HTTP_X_KLANGWERK_CLIENT": "web"}


@pytest.fixture
def owner(db: None) -> User:
    return services.owner_ensure()


def test_the_owner_is_made_once_and_has_no_quotas(owner: User) -> None:
    assert services.owner_ensure() == owner
    assert User.objects.count() == 1
    assert owner.unlimited
    assert owner.is_owner
    assert owner.is_staff
    assert not owner.has_usable_password()


def test_a_stranger_called_owner_does_not_become_it(db: None) -> None:
    stranger = User.objects.create_user(username="Owner", password="x")
    owner = services.owner_ensure()
    assert owner != stranger
    assert owner.username == "owner2"
    stranger.refresh_from_db()
    assert not stranger.unlimited


def test_the_link_signs_in_once(owner: User) -> None:
    token = services.sign_in_link_create(user=owner)
    browser = Client()
    answer = browser.get(f"/sign-in/{token}/")
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["Cache-Control"] == "no-store"
    access = browser.post("/api/token/refresh/", **WEB).json()["access"]
    me = browser.get("/api/me/", headers={"authorization": f"Bearer {access}"}).json()
    assert me["isOwner"]
    assert me["unlimited"]

    again = Client().get(f"/sign-in/{token}/")
    assert (again.status_code, again["Location"]) == (302, "/?signIn=expired")
    assert "kw_refresh" not in again.cookies


def test_the_link_also_opens_the_admin_until_signing_out(owner: User) -> None:
    browser = Client()
    browser.get(f"/sign-in/{services.sign_in_link_create(user=owner)}")
    assert browser.get("/admin/").status_code == 200
    browser.post("/api/token/revoke/", **WEB)
    assert browser.get("/admin/").status_code == 302


def test_an_old_link_is_refused(owner: User) -> None:
    token = services.sign_in_link_create(user=owner, lifetime=timedelta(minutes=5))
    SignInLink.objects.update(expires_at=timezone.now())
    assert Client().get(f"/sign-in/{token}/")["Location"] == "/?signIn=expired"


def test_a_head_request_does_not_use_the_link_up(owner: User) -> None:
    token = services.sign_in_link_create(user=owner)
    assert Client().head(f"/sign-in/{token}/").status_code == 405
    assert Client().post(f"/sign-in/{token}/").status_code in {403, 405}
    assert Client().get(f"/sign-in/{token}/")["Location"] == "/"


@pytest.mark.parametrize("token", ["x", "%00", "ä", "a" * 3000])
def test_rubbish_is_no_link(db: None, token: str) -> None:
    answer = Client().get(f"/sign-in/{token}/")
    assert answer.status_code in {302, 400}
    assert "kw_refresh" not in answer.cookies


def test_the_database_does_not_hold_the_link(owner: User) -> None:
    token = services.sign_in_link_create(user=owner)
    assert token not in str(SignInLink.objects.values().get())


def test_strangers_do_not_see_the_admin(alice: User) -> None:
    browser = Client()
    browser.force_login(alice)
    assert browser.get("/admin/").status_code == 302


def test_the_admin_shows_users_keys_and_sign_ins_but_no_secrets(owner: User) -> None:
    browser = Client()
    browser.force_login(owner)
    row, _ = services.api_key_create(user=owner, name="script")
    for path in (
        "user/",
        f"user/{owner.pk}/change/",
        "user/add/",
        "apikey/",
        f"apikey/{row.pk}/change/",
        "tokenfamily/",
    ):
        answer = browser.get(f"/admin/accounts/{path}")
        assert answer.status_code == 200, path
        assert row.key_hash not in answer.content.decode()
    assert browser.get("/admin/accounts/apikey/add/").status_code == 403


def test_the_admins_door_is_throttled(owner: User) -> None:
    browser = Client()
    for _ in range(10):
        assert (
            "Please enter the correct"
            in browser.post("/admin/login/", {"username": "owner", "password": "wrong"}).content.decode()
        )
    answer = browser.post("/admin/login/", {"username": "owner", "password": "wrong"})
    assert "Too many attempts" in answer.content.decode()


def test_apps_contribute_their_limits(
    alice: User, client_for: Callable[[User], APIClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "_registered", {})
    limits.register("tracks", lambda user: {"dailyLimit": 3, "for": user.username})
    assert client_for(alice).get("/api/me/").json()["limits"] == {"tracks": {"dailyLimit": 3, "for": "alice"}}
