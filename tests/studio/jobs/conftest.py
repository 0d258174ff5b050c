"""Stacks: a database, a dispatcher and real worker processes. One suite runs on both of them."""

from __future__ import annotations

import os
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))  # `job_kinds` and `suite_settings`, for this process; workers get PYTHONPATH

import pytest  # noqa: E402
from django.conf import settings  # noqa: E402
from django.db import connection, connections  # noqa: E402
from suite_proxy import Proxy  # noqa: E402
from suite_stack import Stack  # noqa: E402

from klangwerk.studio.config import env  # noqa: E402


@pytest.fixture(autouse=True)
def kinds(db_kinds: None) -> None:
    """The test kinds are known in this process too."""


@pytest.fixture
def tables(db: None) -> None:
    """The tables that the test kinds write to, in the database of the test process."""
    from job_kinds.kinds import TABLES

    with connection.cursor() as cursor:
        for statement in TABLES:
            cursor.execute(statement)


@pytest.fixture(scope="session")
def db_kinds() -> None:
    from job_kinds import kinds  # noqa: F401


def _environment(home: Path, url: str, broker_url: str) -> dict[str, str]:
    return {
        **env.without_settings(os.environ),
        "DJANGO_SETTINGS_MODULE": "suite_settings",
        "PYTHONPATH": str(HERE),
        "KLANGWERK_HOME": str(home),
        "SECRET_KEY": settings.SECRET_KEY,
        "DATABASE_URL": url,
        "CELERY_BROKER_URL": broker_url,
        "LOG_FORMAT": "json",
        "LOG_LEVEL": "INFO",
    }


@contextmanager
def _zygote(environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, str(HERE / "suite_zygote.py")]
    home = environment["KLANGWERK_HOME"]
    with subprocess.Popen(
        command, env=environment, cwd=home, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture(scope="session")
def sqlite_local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    home = tmp_path_factory.mktemp("sqlite-local")
    url = f"sqlite:///{home / 'jobs.sqlite3'}"
    environment = _environment(home, url, "")
    with _zygote(environment) as zygote:
        yield Stack("sqlite-local", home, _database_settings(url), zygote=zygote)


@pytest.fixture(scope="session")
def postgres_celery(tmp_path_factory: pytest.TempPathFactory, require: Callable[..., str]) -> Iterator[Stack]:
    import psycopg

    broker_url, server_url = require("redis"), require("postgresql")
    home = tmp_path_factory.mktemp("postgres-celery")
    name = f"klangwerk_jobs_{uuid.uuid4().hex[:10]}"
    with psycopg.connect(server_url, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        host, port = server.info.host, server.info.port
    direct_url = server_url.rsplit("/", 1)[0] + f"/{name}"
    try:
        broker = urlsplit(broker_url)
        assert broker.hostname is not None
        with Proxy(host, port) as proxy, Proxy(broker.hostname, broker.port or 6379) as broker_proxy:
            # Workers reach the database, and everybody reaches the broker, through a line that a test can cut.
            proxied_url = direct_url.replace(f"{host}:{port}", f"127.0.0.1:{proxy.port}")
            assert proxied_url != direct_url
            user = f"{broker.netloc.rpartition('@')[0]}@" if "@" in broker.netloc else ""
            broker_url = broker._replace(netloc=f"{user}127.0.0.1:{broker_proxy.port}").geturl()
            with _zygote(_environment(home, proxied_url, broker_url)) as zygote:
                database = _database_settings(direct_url)
                yield Stack(
                    "postgres-celery",
                    home,
                    database,
                    broker_url=broker_url,
                    broker_proxy=broker_proxy,
                    proxy=proxy,
                    zygote=zygote,
                )
    finally:
        with psycopg.connect(server_url, autocommit=True) as server:
            server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _database_settings(url: str) -> dict[str, Any]:
    from klangwerk.studio.config import database

    return connections.configure_settings({"default": database._from_url(url)})["default"]


@pytest.fixture(params=["sqlite-local", "postgres-celery"])
def stack(
    request: pytest.FixtureRequest, django_db_blocker: Any, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Stack]:
    """Each test that takes it runs on SQLite with the local worker, and on PostgreSQL with Celery over Redis."""
    import suite_settings  # the times in force in the workers are in force here too
    from job_kinds.kinds import TABLES

    found: Stack = request.getfixturevalue(request.param.replace("-", "_"))
    for name in dir(suite_settings):
        if name.startswith("JOBS_"):
            setattr(settings, name, getattr(suite_settings, name))
    settings.CELERY_BROKER_URL = found.broker_url
    if found.is_celery:
        from klangwerk.studio.jobs.celery import app

        monkeypatch.setattr(app.conf, "broker_url", found.broker_url)
    with django_db_blocker.unblock():
        usual = connections.settings["default"]
        connections["default"].close()
        del connections["default"]
        connections.settings["default"] = found.database
        try:
            with connection.cursor() as cursor:
                for statement in TABLES:
                    cursor.execute(statement)
            found.clean()
            yield found
            found.clean()
        finally:
            found.kill_workers()
            connections["default"].close()
            del connections["default"]
            connections.settings["default"] = usual
