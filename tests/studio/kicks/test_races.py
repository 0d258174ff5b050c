"""Fifty requests at once at the edge of every limit: not one too many gets through, and none is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.conf import LazySettings

from tests.studio.races import at_once

if TYPE_CHECKING:
    from klangwerk.studio.accounts.models import User

pytestmark = pytest.mark.django_db(transaction=True)

PARALLEL = 50


def order(user: User, key: str | None = None) -> str:
    from klangwerk.studio.kicks.order import KickOrder
    from klangwerk.studio.kicks.services import Idempotency, kick_order

    idempotency = Idempotency(key=key, digest="d") if key else None
    ordered = kick_order(user=user, order=KickOrder(seed=1), idempotency=idempotency)
    return "replayed" if ordered.replayed else "ordered"


def rows() -> tuple[int, int]:
    from klangwerk.studio.jobs.models import Job
    from klangwerk.studio.kicks.models import UsageEntry

    return Job.objects.count(), UsageEntry.objects.count()


def test_the_daily_limit(alice: User) -> None:
    for _ in range(3):
        order(alice)
    found = at_once([lambda: order(alice)] * PARALLEL)
    assert found == {"ordered": 7, "kicks_daily_limit": 43}
    assert rows() == (10, 10)


def test_the_kept_cap(alice: User, settings: LazySettings) -> None:
    settings.KLANGWERK_KICKS_PER_DAY = 1000
    for _ in range(25):
        order(alice)
    found = at_once([lambda: order(alice)] * PARALLEL)
    assert found == {"ordered": 5, "kicks_kept_limit": 45}
    assert rows() == (30, 30)


def test_the_budget_of_all_users(user_make: Callable[..., User], settings: LazySettings) -> None:
    settings.KLANGWERK_KICKS_PER_DAY_ALL = 20
    users = [user_make(f"user{number}") for number in range(PARALLEL)]
    for user in users[:8]:
        order(user)
    found = at_once([lambda user=user: order(user) for user in users])  # type: ignore[misc]
    assert found == {"ordered": 12, "kicks_budget_spent": 38}
    assert rows() == (20, 20)


def test_one_idempotency_key_makes_one_kick(alice: User) -> None:
    found = at_once([lambda: order(alice, "once")] * PARALLEL)
    assert found == {"ordered": 1, "replayed": 49}
    assert rows() == (1, 1)


def test_kicks_that_finish_together_have_names_of_their_own(
    alice: User, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Four workers, a pool of three names: every choice is contested."""
    from klangwerk.studio.jobs.models import Job
    from klangwerk.studio.jobs.worker.inline import run_queued
    from klangwerk.studio.kicks import names
    from klangwerk.studio.kicks.models import Kick

    settings.KLANGWERK_KICKS_PER_DAY = 1000
    pool = ("Burkhard", "Käthe", "Xaver")
    choose = names.choose
    monkeypatch.setattr(names, "choose", lambda taken, *, rng: choose(taken, rng=rng, pool=pool))
    for _ in range(12):
        order(alice)

    def work() -> str:
        run_queued()
        return "worked"

    assert at_once([work] * 4) == {"worked": 4}
    assert set(Job.objects.values_list("status", flat=True)) == {"completed"}
    given = list(Kick.objects.values_list("name", flat=True))
    assert sorted(given) == sorted(
        f"AI: {name}{suffix}" for name in pool for suffix in ("", " II", " III", " IV")
    )


def test_a_rename_to_the_name_that_is_being_given(alice: User, kick_make: Callable[..., object]) -> None:
    """The unique constraint decides; the kick that lost takes another name, the rename that lost is told so."""
    from klangwerk.studio.kicks import names
    from klangwerk.studio.kicks.models import Kick
    from klangwerk.studio.kicks.name_pool import NAMES
    from klangwerk.studio.kicks.services import kick_update

    kick = kick_make(alice)
    assert isinstance(kick, Kick)
    wanted = [f"AI: {name}" for name in NAMES]
    calls: list[Callable[[], str]] = [lambda: order_and_work(alice)]
    calls += [lambda name=name: kick_update(kick=kick, name=name).name[:3] for name in wanted[:20]]  # type: ignore[misc]
    found = at_once(calls)
    assert set(found) <= {"made", "AI:", "kick_name_taken"}, found
    given = list(Kick.objects.values_list("name", flat=True))
    assert len(given) == len(set(given)) == 2
    assert names.choose(given, rng=__import__("random").Random(1)) not in given


def order_and_work(user: User) -> str:
    from klangwerk.studio.jobs.worker.inline import run_queued

    order(user)
    run_queued()
    return "made"


def test_deleting_and_ordering_at_the_kept_cap(
    alice: User, kick_make: Callable[..., object], settings: LazySettings
) -> None:
    from klangwerk.studio.kicks.allowance import kept_or_coming
    from klangwerk.studio.kicks.models import Kick
    from klangwerk.studio.kicks.services import kick_delete

    settings.KLANGWERK_KICKS_PER_DAY = 1000
    settings.KLANGWERK_KICKS_KEPT = 5
    kicks = [kick_make(alice, seed=seed) for seed in range(5)]

    def delete(kick: Kick) -> str:
        kick_delete(kick=kick, confirmed=True)
        return "deleted"

    calls: list[Callable[[], str]] = [lambda kick=kick: delete(kick) for kick in kicks]  # type: ignore[misc]
    found = at_once([*calls, *[lambda: order(alice)] * 20])
    assert set(found) <= {"deleted", "ordered", "kicks_kept_limit"}, found
    assert found["deleted"] == 5
    assert found["ordered"] <= 5
    assert kept_or_coming(alice) == found["ordered"]
