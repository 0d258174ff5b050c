"""The kicks under test: real engine, real jobs, files in a folder of the test's own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from rest_framework.test import APIClient

    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.kicks.models import Kick

GENERATE = "/api/kicks/generate/"
KICKS = "/api/kicks/"


@pytest.fixture(autouse=True)
def own_files(media_root: Path) -> None:
    """Every test here has files of its own."""


@pytest.fixture
def kick_make(work: Callable[[], int]) -> Callable[..., Kick]:
    """Makes a kick for a user, the whole way through job and engine."""
    from klangwerk.studio.kicks.models import Kick
    from klangwerk.studio.kicks.order import KickOrder
    from klangwerk.studio.kicks.services import kick_order

    def make(user: User, *, seed: int = 1, **order: Any) -> Kick:
        ordered = kick_order(user=user, order=KickOrder(seed=seed, **order))
        work()
        ordered.job.refresh_from_db()
        assert ordered.job.result is not None, ordered.job.error_message
        return Kick.objects.select_related("asset").get(pk=ordered.job.result["kickId"])

    return make


@pytest.fixture
def kick(alice: User, kick_make: Callable[..., Kick]) -> Kick:
    """A kick of Alice's."""
    return kick_make(alice, prompt="deep house")


@pytest.fixture
def api_kick(work: Callable[[], int]) -> Callable[..., dict[str, Any]]:
    """Generates by the API without waiting, runs the job, returns the kick's JSON."""

    def make(api: APIClient, **body: Any) -> dict[str, Any]:
        queued = api.post(GENERATE, body, headers={"prefer": "wait=0"})
        assert queued.status_code == 202, queued.json()
        work()
        job = api.get(queued["Location"]).json()
        assert job["status"] == "completed", job
        found: dict[str, Any] = api.get(f"{KICKS}{job['result']['kickId']}/").json()
        return found

    return make


@pytest.fixture
def worker() -> Iterator[None]:
    """A real local worker beside the test; needs `django_db(transaction=True)`."""
    from klangwerk.studio.jobs.lanes import Lane
    from klangwerk.studio.jobs.worker import run

    stop = threading.Event()
    thread = threading.Thread(target=run, kwargs={"lanes": [Lane.FAST], "stop": stop})
    thread.start()
    yield
    stop.set()
    thread.join(10)
    assert not thread.is_alive()
