"""How often anybody may try: by address, by name, and counted in the database."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from klangwerk.studio.accounts.models import User
from klangwerk.studio.common import throttling
from klangwerk.studio.common.errors import RateLimited
from klangwerk.studio.common.models import ThrottleWindow
from klangwerk.studio.common.throttling import Rate, client_address, throttle_hit

if TYPE_CHECKING:
    from django.test import RequestFactory
    from pytest_django.fixtures import SettingsWrapper
    from rest_framework.test import APIClient


def attempt(
    api: APIClient, username: str = "alice", address: str = "192.0.2.1", password: str = "wrong"
) -> Any:
    return api.post("/api/token/", {"username": username, "password": password}, REMOTE_ADDR=address)


def test_the_eleventh_attempt_from_one_address_is_refused(guest_api: APIClient, alice: User) -> None:
    for number in range(10):
        assert attempt(guest_api, f"name{number}").status_code == 401
    answer = attempt(guest_api, "alice", password="correct horse battery")
    assert (answer.status_code, answer.json()["code"]) == (429, "rate_limited")
    assert 1 <= int(answer["Retry-After"]) <= 60
    assert answer.json()["extra"]["retryAfterS"] == int(answer["Retry-After"])
    assert attempt(guest_api, "alice", "198.51.100.1", "correct horse battery").status_code == 200


def test_the_eleventh_attempt_at_one_name_is_refused_from_everywhere(
    guest_api: APIClient, alice: User
) -> None:
    for number in range(10):
        assert attempt(guest_api, "ALICE" if number % 2 else "alice", f"192.0.2.{number}").status_code == 401
    assert attempt(guest_api, "Alice", "192.0.2.99").status_code == 429
    assert attempt(guest_api, "bob", "192.0.2.99").status_code == 401


def test_after_a_minute_it_works_again(
    guest_api: APIClient, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = time.time()
    for _ in range(10):
        attempt(guest_api)
    assert attempt(guest_api).status_code == 429
    monkeypatch.setattr(throttling.time, "time", lambda: start + 70)
    assert attempt(guest_api, password="correct horse battery").status_code == 200


def test_the_window_slides(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    rate = Rate(scope="test", limit=2, period_s=10)
    clock = [1000.0]
    monkeypatch.setattr(throttling.time, "time", lambda: clock[0])
    throttle_hit(rate, who="x")
    clock[0] = 1008.0
    throttle_hit(rate, who="x")
    clock[0] = 1009.0
    with pytest.raises(RateLimited) as refusal:
        throttle_hit(rate, who="x")
    assert refusal.value.headers["Retry-After"] == "1"
    clock[0] = 1010.5
    throttle_hit(rate, who="x")  # the first left the window
    with pytest.raises(RateLimited):
        throttle_hit(rate, who="x")


def test_old_windows_are_swept(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    rate = Rate(scope="test", limit=2, period_s=10)
    monkeypatch.setattr(throttling.time, "time", lambda: 1000.0)
    throttle_hit(rate, who="old")
    monkeypatch.setattr(throttling.time, "time", lambda: 2000.0)
    monkeypatch.setattr(throttling.random, "random", lambda: 0.0)
    throttle_hit(rate, who="new")
    assert ThrottleWindow.objects.count() == 1


def test_the_sixth_registration_in_an_hour_is_refused(
    guest_api: APIClient, settings: SettingsWrapper
) -> None:
    settings.KLANGWERK_MULTI_USER = True

    def register(number: int, **fields: Any) -> Any:
        body = {"username": f"carol{number}", "password": "correct horse battery", **fields}
        return guest_api.post("/api/register/", body)

    assert [register(0, password="x").status_code for _ in range(8)] == [
        400
    ] * 8  # typing errors cost nothing
    assert [register(number).status_code for number in range(5)] == [201] * 5
    answer = register(5)
    assert (answer.status_code, answer.json()["code"]) == (429, "rate_limited")
    assert 3500 < int(answer["Retry-After"]) <= 3600


@pytest.mark.django_db(transaction=True)
def test_processes_share_one_count(process_environment: dict[str, str]) -> None:
    code = (
        "import django; django.setup();"
        "from klangwerk.studio.common.throttling import Rate, throttle_hit;"
        "throttle_hit(Rate(scope='test', limit=2, period_s=600), who='x')"
    )

    def hit() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", code], env=process_environment, capture_output=True, text=True, timeout=60
        )

    assert hit().returncode == 0
    assert hit().returncode == 0
    assert "RateLimited" in hit().stderr


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "203.0.113.9", "192.0.2.1"),  # anybody can write this header
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "6.6.6.6, 203.0.113.9", "203.0.113.9"),
        (2, "6.6.6.6, 203.0.113.9, 10.0.0.1", "203.0.113.9"),
        (1, "", "192.0.2.1"),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        (1, "rubbish", "rubbish"),
    ],
)
def test_the_address_behind_proxies(
    rf: RequestFactory, settings: SettingsWrapper, proxies: int, forwarded: str, expected: str
) -> None:
    settings.KLANGWERK_PROXIES = proxies
    request = rf.get("/", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR=forwarded)
    assert client_address(request) == expected
