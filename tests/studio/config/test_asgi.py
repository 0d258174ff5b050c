"""The real server, uvicorn over the database under test: many requests at once, and nothing leaks."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from django.db import connection, transaction

from klangwerk.studio.accounts.models import User
from klangwerk.studio.config import database

pytestmark = pytest.mark.django_db(transaction=True)


@dataclass(frozen=True)
class Server:
    url: str
    pid: int

    def threads(self) -> int:
        return len(list(Path(f"/proc/{self.pid}/task").iterdir()))

    def database_connections(self) -> int:
        if connection.vendor == "sqlite":
            name = str(connection.settings_dict["NAME"])
            descriptors = Path(f"/proc/{self.pid}/fd")
            return sum(_leads_to(descriptor) == name for descriptor in descriptors.iterdir())
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")
            return int(cursor.fetchone()[0]) - 1  # this test's own


def _leads_to(link: Path) -> str | None:
    try:
        return os.readlink(link)
    except FileNotFoundError:  # closed since it was listed
        return None


@pytest.fixture
def server(transactional_db: None, process_environment: dict[str, str], tmp_path: Path) -> Iterator[Server]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "uvicorn",
        "klangwerk.studio.config.asgi:application",
        "--port",
        str(port),
    ]
    log = (tmp_path / "server.log").open("wb")
    process = subprocess.Popen(
        [*command, "--no-proxy-headers", "--log-level", "warning"],
        env=process_environment,
        stdout=log,
        stderr=log,
    )
    found = Server(url=f"http://127.0.0.1:{port}", pid=process.pid)
    try:
        deadline = time.monotonic() + 60
        while True:
            try:
                assert httpx.get(f"{found.url}/api/me/").status_code == 401
                break
            except httpx.TransportError:
                assert time.monotonic() < deadline
                assert process.poll() is None, (tmp_path / "server.log").read_text()
                time.sleep(0.1)
        yield found
    finally:
        process.terminate()
        process.wait(timeout=30)
        log.close()
    assert "Traceback" not in (tmp_path / "server.log").read_text()


def lock_sign_in() -> None:
    """Inside a transaction: every sign-in now waits for this test, while reads go on."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("LOCK TABLE common_throttlewindow IN ACCESS EXCLUSIVE MODE")
        else:
            cursor.execute("UPDATE common_throttlewindow SET expires_at = 0")


def sign_ins(client: httpx.AsyncClient, count: int) -> list[asyncio.Task[httpx.Response]]:
    return [
        asyncio.create_task(
            client.post("/api/token/", json={"username": f"n{number}", "password": "wrong password"})
        )
        for number in range(count)
    ]


def settled(read: Callable[[], int], expected: int) -> bool:
    """Whether the number falls to what is expected within ten seconds."""
    for _ in range(100):
        if read() <= expected:
            return True
        time.sleep(0.1)
    return False


def test_waiting_requests_hold_nobody_up(server: Server, alice: User) -> None:
    async def scenario() -> tuple[int, list[int]]:
        async with httpx.AsyncClient(base_url=server.url, timeout=60) as client:
            waiting = sign_ins(client, 10)
            await asyncio.sleep(1)
            assert not any(task.done() for task in waiting)
            quick = [(await client.get("/api/me/")).status_code for _ in range(10)]
            assert not any(task.done() for task in waiting)
            release.set()
            done = [answer.status_code for answer in await asyncio.gather(*waiting)]
            return len(quick), done

    release, locked = threading.Event(), threading.Event()

    def holder() -> None:
        try:
            with transaction.atomic():
                lock_sign_in()
                locked.set()
                release.wait(timeout=30)
        finally:
            connection.close()

    thread = threading.Thread(target=holder)
    thread.start()
    assert locked.wait(timeout=30)
    try:
        quick, done = asyncio.run(scenario())
    finally:
        release.set()
        thread.join()
    assert quick == 10
    assert done == [401] * 10


def test_connections_and_threads_do_not_leak(server: Server, alice: User) -> None:
    async def scenario() -> Counter[int]:
        limits = httpx.Limits(max_connections=25)
        async with httpx.AsyncClient(base_url=server.url, timeout=60, limits=limits) as client:
            key = {"X-API-Key": "kw_unknown"}
            answers = await asyncio.gather(*(client.get("/api/me/", headers=key) for _ in range(300)))
        return Counter(answer.status_code for answer in answers)

    threads = server.threads()
    assert asyncio.run(scenario()) == {401: 300}
    kept = database.POOL_CONNECTIONS_MAX if connection.vendor == "postgresql" else 2
    assert settled(server.database_connections, kept)
    assert settled(server.threads, threads + 8)


def test_clients_that_hang_up_leave_nothing_behind(server: Server, alice: User) -> None:
    async def scenario() -> None:
        async with httpx.AsyncClient(base_url=server.url, timeout=60) as client:
            waiting = sign_ins(client, 6)
            await asyncio.sleep(1)
            for task in waiting:
                task.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)
            assert (await client.get("/api/me/", timeout=5)).status_code == 401

    threads = server.threads()
    with transaction.atomic():
        lock_sign_in()

        worker = threading.Thread(target=lambda: asyncio.run(scenario()))
        worker.start()
        worker.join(timeout=60)
        assert not worker.is_alive()
    kept = database.POOL_CONNECTIONS_MAX if connection.vendor == "postgresql" else 2
    assert settled(server.database_connections, kept)
    assert settled(server.threads, threads + 8)


def test_the_servers_connections_to_postgresql_are_pooled(server: Server) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite needs no pool; run with KLANGWERK_TEST_DATABASE_URL=postgresql://…")
    with connection.cursor() as cursor:
        for _ in range(30):
            httpx.get(f"{server.url}/api/me/", headers={"X-API-Key": "x"})
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        assert 1 <= cursor.fetchone()[0] <= 3


def test_a_request_that_sends_too_much_is_cut_off(
    transactional_db: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from klangwerk.studio.config import handler

    monkeypatch.setattr(handler, "REQUEST_BYTES_MAX", 100_000)
    sent: list[Mapping[str, Any]] = []
    pieces = 0

    async def receive() -> handler.Message:
        nonlocal pieces
        pieces += 1
        return {"type": "http.request", "body": b"x" * 30_000, "more_body": True}

    async def send(message: Mapping[str, Any]) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "POST", "path": "/api/token/", "headers": [(b"host", b"localhost")]}
    asyncio.run(handler.StudioHandler()(scope, receive, send))
    assert pieces == 4
    assert sent[0]["status"] == 413
    assert b'"too_large"' in sent[1]["body"]
