"""What must hold when two requests arrive at once: threads with real transactions, on SQLite and PostgreSQL."""

from __future__ import annotations

from collections import Counter
from functools import partial

import pytest
from rest_framework.test import APIClient

from klangwerk.studio.accounts import services, tokens
from klangwerk.studio.accounts.models import TokenFamily, User
from klangwerk.studio.common.errors import RateLimited
from klangwerk.studio.common.models import ThrottleWindow
from klangwerk.studio.common.throttling import Rate, throttle_hit
from tests.studio.races import at_once, outcomes, results_at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_refresh_token_wins_once(alice: User) -> None:
    pair = tokens.sign_in(user=alice, is_web=False)
    found = at_once([lambda: tokens.refresh(token=pair.refresh, is_web=False)] * 8)
    # A loser who ends the family before another loser looks makes that one's error `token_revoked`; the winner may
    # find the family ended as well. What must never be is two winners.
    assert found["done"] <= 1
    assert found["done"] + found["token_reused"] + found["token_revoked"] == 8
    assert found["token_reused"] >= 1
    assert TokenFamily.objects.get().revoked_at is not None


def test_two_uses_of_one_token_over_http_give_one_pair(alice: User) -> None:
    for _ in range(5):
        pair = tokens.sign_in(user=alice, is_web=False)
        answers = results_at_once(
            [lambda pair=pair: APIClient().post("/api/token/refresh/", {"refresh": pair.refresh})] * 2
        )
        statuses = Counter(answer.status_code for answer in answers)
        assert statuses[200] <= 1
        assert statuses[200] + statuses[401] == 2


def test_tabs_of_one_browser_all_stay_signed_in(alice: User) -> None:
    pair = tokens.sign_in(user=alice, is_web=True)
    found = results_at_once([lambda: tokens.refresh(token=pair.refresh, is_web=True)] * 8)
    assert outcomes(found) == {"done": 8}
    assert len({tokens._decoded(one.refresh)["jti"] for one in found}) == 1


def test_one_sign_in_link_signs_in_one(alice: User) -> None:
    link = services.sign_in_link_create(user=alice)
    found = results_at_once([lambda: services.sign_in_link_consume(token=link)] * 8)
    assert sum(user is not None for user in found) == 1


def test_processes_that_start_at_once_make_one_owner() -> None:
    owners = results_at_once([services.owner_ensure] * 6)
    assert len({owner.pk for owner in owners}) == 1
    assert User.objects.count() == 1


def test_one_name_is_given_once() -> None:
    def register(number: int) -> User:
        name = "carol" if number % 2 else "Carol"
        return services.user_create(
            user=services.user_prepare(username=name, password="correct horse battery")
        )

    assert at_once([partial(register, number) for number in range(6)]) == {"done": 1, "invalid_input": 5}


def test_no_key_beyond_the_limit(alice: User) -> None:
    for number in range(services.API_KEYS_PER_USER_MAX - 3):
        services.api_key_create(user=alice, name=str(number))
    found = at_once(
        [partial(services.api_key_create, user=alice, name=f"race {number}") for number in range(20)]
    )
    assert found == {"done": 3, "api_keys_limit": 17}
    assert alice.api_keys.count() == services.API_KEYS_PER_USER_MAX


def test_exactly_the_limit_passes_a_throttle() -> None:
    rate = Rate(scope="test", limit=7, period_s=60)
    results = results_at_once([lambda: throttle_hit(rate, who="one")] * 20)
    assert outcomes(results) == {"done": 7, "rate_limited": 13}
    assert all(
        1 <= int(error.headers["Retry-After"]) <= 60 for error in results if isinstance(error, RateLimited)
    )
    assert len(ThrottleWindow.objects.get().hits) == 7
    throttle_hit(rate, who="another")


def test_sign_in_is_throttled_by_address_across_threads(alice: User) -> None:
    def attempt(number: int) -> int:
        body = {"username": f"name{number}", "password": "wrong password"}
        return APIClient(raise_request_exception=False).post("/api/token/", body).status_code

    assert Counter(results_at_once([partial(attempt, number) for number in range(16)])) == {401: 10, 429: 6}
