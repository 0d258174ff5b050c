"""The event socket, with a real server, on both databases."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from suite_stack import Stack
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from klangwerk.studio.accounts.models import User
from klangwerk.studio.jobs import services, state
from klangwerk.studio.jobs.events import log, tickets
from klangwerk.studio.jobs.lanes import Lane
from klangwerk.studio.jobs.models import EventTicket, Job, JobEvent

pytestmark = [pytest.mark.serial]


class Listener:
    """A browser's side of the socket."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection

    def next(self, timeout_s: float = 20) -> dict[str, Any]:
        """The next message that is no ping."""
        end_s = time.monotonic() + timeout_s
        while True:
            message: dict[str, Any] = json.loads(self._connection.recv(timeout=end_s - time.monotonic()))
            if message["type"] != "ping":
                return message

    def until_job(self, job: Job, status: str) -> dict[str, Any]:
        while True:
            message = self.next()
            assert message["type"] == "job"
            if message["job"]["id"] == str(job.pk) and message["job"]["status"] == status:
                return message

    def assert_silent(self, seconds: float) -> None:
        with pytest.raises(TimeoutError):
            pytest.fail(f"heard {self.next(seconds)}")

    def say(self, text: str) -> None:
        self._connection.send(text)

    def closed_with(self) -> tuple[int, dict[str, Any]]:
        """The close code and the last message before it."""
        last: dict[str, Any] = {}
        with pytest.raises(ConnectionClosed) as closed:
            while True:
                last = self.next()
        assert closed.value.rcvd is not None
        return closed.value.rcvd.code, last


Listen = Callable[..., Listener]


@pytest.fixture
def listen(stack: Stack) -> Iterator[Listen]:
    port = stack.start_web()
    with ExitStack() as open_sockets:

        def listen(
            user: User | None = None, *, ticket: str | None = None, after: object = None, **options: Any
        ) -> Listener:
            if ticket is None:
                ticket = tickets.ticket_create(owner=user or stack.owner).ticket
            resume = "" if after is None else f"&after={after}"
            address = f"ws://127.0.0.1:{port}/ws/events?ticket={ticket}{resume}"
            return Listener(open_sockets.enter_context(connect(address, close_timeout=0.2, **options)))

        yield listen


@pytest.fixture
def bob(stack: Stack) -> User:
    return User.objects.get_or_create(username="bob")[0]


def test_changes_of_own_jobs_arrive_at_once(stack: Stack, listen: Listen, bob: User) -> None:
    alices, bobs = listen(), listen(bob)
    assert alices.next() == {"type": "ready", "lastId": 0}
    assert bobs.next()["type"] == "ready"

    job = stack.create()
    began_s = time.monotonic()
    message = alices.next()
    assert time.monotonic() - began_s < 3
    assert set(message) == {"id", "type", "job"}
    assert (message["job"]["status"], message["job"]["position"]) == ("queued", 1)
    assert "etaS" in message["job"]

    lease = state.claim(lane=Lane.FAST, worker="w")
    assert lease is not None
    state.report(lease, percent=40, step="half way")
    told = alices.until_job(job, "processing")
    while told["job"]["step"] != "half way":
        told = alices.until_job(job, "processing")
    assert told["job"]["progress"] == 40
    state.complete(lease, lambda job: {"someKey": {"inner_key": 1}})
    end = alices.until_job(job, "completed")
    assert end["job"]["result"] == {"someKey": {"inner_key": 1}}
    assert end["id"] == log.latest_id() > message["id"]
    bobs.assert_silent(0.3)


def test_all_windows_of_a_user_hear_the_same(stack: Stack, listen: Listen) -> None:
    windows = [listen() for _ in range(3)]
    for window in windows:
        assert window.next()["type"] == "ready"
    job = stack.create()
    assert len({window.until_job(job, "queued")["id"] for window in windows}) == 1


def test_who_comes_back_hears_what_was_missed(stack: Stack, listen: Listen, bob: User) -> None:
    first = listen()
    first.next()
    before, missed, untouched = stack.create(), stack.create(), stack.create()
    last_id = max(first.until_job(job, "queued")["id"] for job in (before, missed, untouched))

    services.job_cancel(job=missed)
    services.job_create(owner=bob, kind="test.steps", params={})
    new = stack.create()
    again = listen(after=last_id)
    assert again.next() == {"type": "ready", "lastId": last_id}
    heard = [again.next()]
    while heard[-1]["job"]["id"] != str(new.pk):
        heard.append(again.next())
    assert (str(missed.pk), "cancelled") in {(told["job"]["id"], told["job"]["status"]) for told in heard}
    if (
        not stack.is_celery
    ):  # PostgreSQL repeats the last seconds: its numbers are not in the order of commits
        assert len(heard) == 2
    assert {told["job"]["id"] for told in heard} <= {str(job.pk) for job in (before, missed, untouched, new)}
    again.assert_silent(0.2)
    services.job_cancel(job=new)  # and it is live
    assert again.until_job(new, "cancelled")["id"] > last_id


def test_who_was_away_for_too_long_is_told_to_read_again(stack: Stack, listen: Listen) -> None:
    job = stack.create()
    JobEvent.objects.all().delete()  # as retention does
    services.job_cancel(job=job)
    listener = listen(after=1)
    latest_id = log.latest_id()
    if latest_id == 2:
        pytest.fail("the gap is too small to be one")
    assert listener.next() == {"type": "ready", "lastId": latest_id}
    assert listener.next() == {"type": "reset"}
    new = stack.create()
    listener.until_job(new, "queued")
    assert [listen(after=latest_id + 100).next()["type"]] == ["ready"]


def test_a_ticket_opens_one_socket(stack: Stack, listen: Listen) -> None:
    ticket = tickets.ticket_create(owner=stack.owner).ticket
    assert not EventTicket.objects.filter(digest=ticket).exists(), "stored in clear"
    assert listen(ticket=ticket).next()["type"] == "ready"
    code, last = listen(ticket=ticket).closed_with()
    assert (code, last["code"]) == (4401, "invalid_ticket")


@pytest.mark.parametrize("fault", ["expired", "unknown", "empty", "of a closed account"])
def test_a_bad_ticket_opens_none(stack: Stack, listen: Listen, fault: str) -> None:
    ticket = tickets.ticket_create(owner=stack.owner).ticket
    match fault:
        case "expired":
            EventTicket.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
        case "unknown":
            ticket = "x" * 32
        case "empty":
            ticket = ""
        case _:
            User.objects.update(is_active=False)
    try:
        assert listen(ticket=ticket).closed_with()[0] == 4401
    finally:
        User.objects.update(is_active=True)


@pytest.mark.parametrize("after", ["-1", "x", "9" * 40, "１"])
def test_a_wrong_after_is_refused(listen: Listen, after: str) -> None:
    code, last = listen(after=after).closed_with()
    assert (code, last["code"]) == (4400, "invalid_input")


def test_pings_are_answered_and_nonsense_is_ignored(listen: Listen) -> None:
    listener = listen()
    listener.next()
    for nonsense in ("{", "[]", "null", '{"type": 3}', "ping"):
        listener.say(nonsense)
    listener.say('{"type": "ping"}')
    assert listener.next() == {"type": "pong"}


def test_a_user_who_is_locked_out_stops_hearing(listen: Listen, bob: User) -> None:
    listener = listen(bob)
    listener.next()
    User.objects.filter(pk=bob.pk).update(is_active=False)
    try:
        assert listener.closed_with()[0] == 4401
    finally:
        User.objects.filter(pk=bob.pk).update(is_active=True)


def test_a_client_that_does_not_read_is_cut_off(stack: Stack, listen: Listen) -> None:
    deaf = listen(max_queue=1, compression=None)
    hears = listen()
    hears.next()
    # More than all buffers on the way can hold: 40 jobs of half a megabyte each.
    jobs = Job.objects.bulk_create(
        Job(
            owner=stack.owner,
            kind="test.steps",
            lane="fast",
            title="big",
            result={"text": "x" * 500_000},
            params={},
        )
        for _ in range(40)
    )
    JobEvent.objects.bulk_create(JobEvent(job=job, owner_id=job.owner_id) for job in jobs)
    heard = {hears.next()["job"]["id"] for _ in jobs}
    assert len(heard) == len(jobs)
    time.sleep(2.5)  # `socket_send_s` is 1 s here
    code, last = deaf.closed_with()
    assert code == 4408
    assert last["id"] < log.latest_id(), "it got everything after all"


def test_events_go_on_when_the_database_comes_back(stack: Stack, listen: Listen) -> None:
    if stack.proxy is None:
        pytest.skip("SQLite's readers are never locked out: see the job suite for its writers")
    listener = listen()
    listener.next()
    stack.proxy.cut()
    job = stack.create()
    time.sleep(1)
    stack.proxy.mend()
    assert listener.until_job(job, "queued")
