"""The ledger: what counts, what is given back, and when a day ends."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.conf import LazySettings

from klangwerk.studio.common.errors import ApiError, LimitReached, RateLimited, Unavailable

if TYPE_CHECKING:
    from rest_framework.test import APIClient

    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.jobs.models import Job
    from klangwerk.studio.kicks.models import Kick

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 7, 15, 16, 0, tzinfo=UTC)  # in New York


def order(user: User, *, now: datetime = NOON) -> Job:
    from klangwerk.studio.kicks.order import KickOrder
    from klangwerk.studio.kicks.services import kick_order

    return kick_order(user=user, order=KickOrder(seed=1), now=now).job


def left(user: User, *, now: datetime = NOON) -> int | None:
    from klangwerk.studio.kicks.allowance import allowance_of

    return allowance_of(user, now=now).remaining_today


def budget_used() -> int:
    from klangwerk.studio.kicks.models import UsageDay

    return sum(UsageDay.objects.values_list("used", flat=True))


def test_the_defaults_are_the_designs(settings: LazySettings) -> None:
    from klangwerk.studio.kicks.allowance import Limits, limits

    assert limits() == Limits(per_day=10, kept=30, per_day_all=1000)
    assert settings.KLANGWERK_DAY_ZONE == "America/New_York"


def test_the_daily_limit_ends_at_midnight(alice: User, bob: User) -> None:
    for _ in range(10):
        order(alice)
    with pytest.raises(RateLimited) as caught:
        order(alice)
    assert caught.value.code == "kicks_daily_limit"
    assert caught.value.status == 429
    assert caught.value.headers["Retry-After"] == str(12 * 3600)
    assert caught.value.extra["resetsAt"] == "2026-07-16T04:00:00+00:00"
    order(bob)
    midnight = datetime(2026, 7, 16, 4, 0, tzinfo=UTC)
    with pytest.raises(RateLimited):
        order(alice, now=midnight - timedelta(seconds=1))
    order(alice, now=midnight)
    assert left(alice, now=midnight) == 9


@pytest.mark.parametrize(
    ("last", "first"),
    [
        ("2026-03-08T04:59:59+00:00", "2026-03-08T05:00:00+00:00"),  # into the day of 23 hours
        ("2026-03-09T03:59:59+00:00", "2026-03-09T04:00:00+00:00"),  # out of it
        ("2026-11-01T03:59:59+00:00", "2026-11-01T04:00:00+00:00"),  # into the day of 25 hours
        ("2026-11-02T04:59:59+00:00", "2026-11-02T05:00:00+00:00"),  # out of it
    ],
)
def test_midnight_on_the_days_when_clocks_change(alice: User, last: str, first: str) -> None:
    before, after = datetime.fromisoformat(last), datetime.fromisoformat(first)
    for _ in range(10):
        order(alice, now=before)
    with pytest.raises(RateLimited) as caught:
        order(alice, now=before)
    assert caught.value.headers["Retry-After"] == "1"
    order(alice, now=after)


def test_an_evening_in_new_york_is_not_tomorrow(alice: User) -> None:
    """In UTC it is the next day already; the original counted it twice."""
    evening = datetime(2026, 7, 16, 1, 0, tzinfo=UTC)
    order(alice, now=evening)
    assert left(alice, now=evening) == 9
    assert left(alice, now=evening + timedelta(hours=3)) == 10


def test_a_cancelled_job_is_refunded(alice: User) -> None:
    from klangwerk.studio.jobs.services import job_cancel

    job = order(alice)
    assert (left(alice), budget_used()) == (9, 1)
    job_cancel(job=job)
    assert (left(alice), budget_used()) == (10, 0)


def test_a_failed_job_is_refunded(alice: User, work: Callable[[], int], settings: LazySettings) -> None:
    settings.KLANGWERK_KICK_MODEL = "/no/such/model.kwm"
    job = order(alice)
    assert work() == 1
    job.refresh_from_db()
    assert job.status == "failed"
    assert (left(alice), budget_used()) == (10, 0)


def test_a_refund_goes_to_the_day_that_paid(alice: User) -> None:
    from klangwerk.studio.jobs.services import job_cancel

    job = order(alice, now=NOON)
    tomorrow = NOON + timedelta(days=1)
    order(alice, now=tomorrow)
    job_cancel(job=job)
    assert left(alice, now=NOON) == 10
    assert left(alice, now=tomorrow) == 9


def test_a_refund_happens_once(alice: User) -> None:
    from klangwerk.studio.kicks import ledger

    job = order(alice)
    other = order(alice)
    ledger.refund(job)
    ledger.refund(job)
    assert (left(alice), budget_used()) == (9, 1)
    assert other.pk


def test_a_spent_kick_is_never_refunded(alice: User, work: Callable[[], int]) -> None:
    from klangwerk.studio.kicks import ledger

    job = order(alice)
    work()
    ledger.refund(job)
    assert left(alice) == 9


def test_deleting_a_kick_gives_nothing_back(alice: User, kick_make: Callable[..., Kick]) -> None:
    from klangwerk.studio.kicks.allowance import allowance_of
    from klangwerk.studio.kicks.services import kick_delete

    kick = kick_make(alice)
    kick_delete(kick=kick, confirmed=False)
    found = allowance_of(alice)
    assert (found.remaining_today, found.kept, budget_used()) == (9, 0, 1)


def test_kicks_that_are_kept_or_coming_fill_the_cap(
    alice: User, bob: User, kick_make: Callable[..., Kick], settings: LazySettings
) -> None:
    from klangwerk.studio.kicks.services import kick_delete

    settings.KLANGWERK_KICKS_KEPT = 3
    kick = kick_make(alice)
    kick_make(alice)
    order(alice)  # reserved: not made yet, but it will be kept
    with pytest.raises(LimitReached) as caught:
        order(alice)
    assert caught.value.code == "kicks_kept_limit"
    assert caught.value.status == 400
    order(bob)
    kick_delete(kick=kick, confirmed=False)
    order(alice)


def test_the_budget_of_all_users(alice: User, bob: User, settings: LazySettings) -> None:
    settings.KLANGWERK_KICKS_PER_DAY_ALL = 3
    order(alice)
    order(bob)
    order(alice)
    with pytest.raises(Unavailable) as caught:
        order(bob)
    assert caught.value.code == "kicks_budget_spent"
    assert caught.value.status == 503
    assert caught.value.headers["Retry-After"] == str(12 * 3600)
    order(bob, now=NOON + timedelta(days=1))


def test_a_refused_order_leaves_no_job_and_no_entry(alice: User, settings: LazySettings) -> None:
    from klangwerk.studio.jobs.models import Job
    from klangwerk.studio.kicks.models import UsageEntry

    settings.KLANGWERK_KICKS_PER_DAY_ALL = 0
    with pytest.raises(Unavailable):
        order(alice)
    assert not Job.objects.exists()
    assert not UsageEntry.objects.exists()


def test_the_owner_of_the_machine_has_no_quotas(
    user_make: Callable[..., User], bob: User, settings: LazySettings
) -> None:
    settings.KLANGWERK_KICKS_PER_DAY = 1
    settings.KLANGWERK_KICKS_KEPT = 1
    settings.KLANGWERK_KICKS_PER_DAY_ALL = 1
    owner = user_make("owner", unlimited=True)
    for _ in range(4):
        order(owner)
    assert left(owner) is None
    order(bob)  # what the owner makes does not use up the budget of the others
    with pytest.raises(ApiError):
        order(bob)


def test_me_and_list_say_what_is_left(
    alice: User, alice_api: APIClient, kick_make: Callable[..., Kick], user_make: Callable[..., User],
    client_for: Callable[[User], APIClient],
) -> None:  # fmt: skip
    kick_make(alice)
    limits = alice_api.get("/api/me/").json()["limits"]["kicks"]
    assert {**limits, "resetsAt": None} == {
        "dailyLimit": 10, "remainingToday": 9, "keptLimit": 30, "kept": 1, "resetsAt": None,
    }  # fmt: skip
    listed = alice_api.get("/api/kicks/").json()
    assert listed["remainingGensToday"] == 9
    assert (listed["totalGensCount"], listed["keptLimit"], listed["dailyLimit"]) == (1, 30, 10)
    assert listed["resetsAt"] == limits["resetsAt"]
    owner = client_for(user_make("owner", unlimited=True)).get("/api/kicks/").json()
    assert (owner["remainingGensToday"], owner["keptLimit"], owner["dailyLimit"]) == (None, None, None)


def test_a_lock_outside_of_a_transaction_is_refused(transactional_db: None, alice: User) -> None:
    from klangwerk.studio.kicks import ledger

    with pytest.raises(RuntimeError):
        ledger.lock(alice.pk)


def test_the_doctor_refunds_reservations_of_jobs_that_are_gone(alice: User) -> None:
    from klangwerk.studio.jobs.models import Job
    from klangwerk.studio.kicks.models import UsageEntry, UsageState
    from klangwerk.studio.library import doctor

    job, other = order(alice), order(alice)
    assert [finding.code for finding in doctor.check()] == []
    Job.objects.filter(pk=job.pk).delete()
    Job.objects.filter(pk=other.pk).update(status="failed")  # by hand: without the refund
    findings = doctor.check()
    assert [finding.code for finding in findings] == ["usage_stuck", "usage_stuck"]
    doctor.mend(findings)
    assert (left(alice), budget_used()) == (10, 0)
    assert set(UsageEntry.objects.values_list("state", flat=True)) == {UsageState.REFUNDED}
    assert doctor.check() == []


def test_the_doctor_counts_the_budget_anew(alice: User) -> None:
    from klangwerk.studio.kicks.models import UsageDay
    from klangwerk.studio.library import doctor

    order(alice)
    order(alice)
    UsageDay.objects.update(used=0)
    findings = doctor.check()
    assert [finding.code for finding in findings] == ["usage_count_wrong"]
    doctor.mend(findings)
    assert budget_used() == 2
    assert doctor.check() == []


def test_a_pruned_job_frees_its_idempotency_key(alice: User, work: Callable[[], int]) -> None:
    from klangwerk.studio.kicks.order import KickOrder
    from klangwerk.studio.kicks.services import Idempotency, kick_order

    def ask() -> uuid.UUID:
        key = Idempotency(key="k", digest="d")
        found: uuid.UUID = kick_order(user=alice, order=KickOrder(seed=1), idempotency=key, now=NOON).job.pk
        return found

    first = ask()
    work()
    assert ask() == first
    from klangwerk.studio.jobs.models import Job

    Job.objects.filter(pk=first).delete()
    assert ask() != first
    assert left(alice) == 8
