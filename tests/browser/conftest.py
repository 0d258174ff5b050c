"""A real studio (web server, worker, database), a real Chromium, and people who use them.

Playwright is started and stopped with this folder, not with the session: its event loop in the main thread would make
Django refuse database work in the tests that follow.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .steps import open_ears

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

ROOT = Path(__file__).resolve().parents[2]
WEBAPP = ROOT / "src" / "klangwerk" / "studio" / "webapp" / "index.html"
READY_TIMEOUT_S = 300.0  # a machine may be busy with something else
PATIENCE_MS = 60_000
KICKS_PER_DAY = 2  # for people with limits; the owner has none
LINKS = 40
CHROMIUM_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--autoplay-policy=no-user-gesture-required",
]  # fmt: skip
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}


class Studio:
    """`klangwerk studio`, as a person starts it."""

    def __init__(self, home: Path, clean_environment: dict[str, str]) -> None:
        self.home = home
        self.environment = {
            **clean_environment,
            "KLANGWERK_HOME": str(home),
            "KLANGWERK_KICKS_PER_DAY": str(KICKS_PER_DAY),
            "LOG_LEVEL": "WARNING",
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "klangwerk", "studio", "--port", "0", "--no-browser", "--multi-user"],
            env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, start_new_session=True,
        )  # fmt: skip
        self.output = ""
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.url = self._wait_for(r"Klangwerk runs at (http://\S+)")
        self._links = self.script(
            "from datetime import timedelta",
            "from klangwerk.studio.accounts import services",
            "owner = services.owner_ensure()",
            f"for _ in range({LINKS}):",
            "    print(services.sign_in_link_create(user=owner, lifetime=timedelta(hours=2)))",
        ).split()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.output += line

    def _wait_for(self, pattern: str) -> str:
        give_up_s = time.monotonic() + READY_TIMEOUT_S
        while time.monotonic() < give_up_s and self.process.poll() is None:
            found = re.search(pattern, self.output)
            if found:
                return found[1]
            time.sleep(0.1)
        raise AssertionError(f"no {pattern!r} in:\n{self.output}")

    def script(self, *lines: str) -> str:
        """What a piece of Python prints that runs beside the studio, with its database."""
        code = "\n".join(["import django", "django.setup()", *lines])
        environment = {**self.environment, "DJANGO_SETTINGS_MODULE": "klangwerk.studio.config.settings"}
        done = subprocess.run(
            [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def link(self) -> str:
        """A sign-in link of the owner; each works once."""
        return f"{self.url}/sign-in/{self._links.pop()}/"

    def worker_id(self) -> int:
        """Process id of the worker."""
        for entry in Path("/proc").glob("[0-9]*"):
            try:
                parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
                words = (entry / "cmdline").read_bytes().decode().split("\0")
            except (OSError, IndexError):
                continue  # it ended meanwhile
            if parent == self.process.pid and "worker" in words:
                return int(entry.name)
        raise AssertionError("the studio has no worker")

    def stop(self) -> None:
        """Ctrl-C."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait(READY_TIMEOUT_S)
        self._reader.join()
        assert self.process.stdout is not None
        self.process.stdout.close()


@pytest.fixture(scope="package")
def studio(clean_environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """One studio for all tests here; it starts empty."""
    if not WEBAPP.exists():
        reason = "the web app is not built (make setup)"
        if os.environ.get("KLANGWERK_REQUIRE_SERVICES") == "1":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    running = Studio(tmp_path_factory.mktemp("home"), clean_environment)
    yield running
    running.stop()


@pytest.fixture(scope="package")
def browser(require: Callable[..., str]) -> Iterator[Browser]:
    """Chromium."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE_MS)
    program = require("chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()


class Faults:
    """What a page may never do: throw, or break the content security policy."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def watch(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.found.append(str(error)))
        page.on("console", self._console)

    def _console(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text or "React" in message.text:
            self.found.append(message.text)


@pytest.fixture
def context_make(browser: Browser, studio: Studio) -> Iterator[Callable[..., BrowserContext]]:
    """Makes browsers of their own (cookies, size); every page in them is watched."""
    made: list[BrowserContext] = []
    faults = Faults()

    def make(**options: object) -> BrowserContext:
        context = browser.new_context(**{"viewport": DESKTOP, "base_url": studio.url, **options})  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE_MS)
        context.on("page", faults.watch)
        made.append(context)
        return context

    yield make
    for context in made:
        context.close()
    assert faults.found == []


@pytest.fixture
def owner_page(context_make: Callable[..., BrowserContext], studio: Studio) -> Page:
    """The owner of the machine, signed in by link, on the kick page at desktop size."""
    page = context_make().new_page()
    sign_in(page, studio)
    return page


@pytest.fixture
def heard_page(context_make: Callable[..., BrowserContext], studio: Studio) -> Page:
    """The same, with an ear in the audio thread: a script that the page's policy would not let in."""
    page = context_make(bypass_csp=True).new_page()
    sign_in(page, studio)
    open_ears(page)
    return page


@pytest.fixture
def newcomer_page(context_make: Callable[..., BrowserContext], studio: Studio) -> Page:
    """Somebody without limits who has no kick yet."""
    token = studio.script(
        "from datetime import timedelta",
        "from klangwerk.studio.accounts import services",
        "from klangwerk.studio.accounts.models import User",
        "name = f'newcomer{User.objects.count()}'",
        "user = User.objects.create_user(username=name, unlimited=True)",
        "print(services.sign_in_link_create(user=user, lifetime=timedelta(hours=2)))",
    ).split()[-1]
    page = context_make(bypass_csp=True).new_page()
    page.goto(f"/sign-in/{token}/")
    page.get_by_label("Describe a kick").wait_for()
    open_ears(page)
    return page


def sign_in(page: Page, studio: Studio) -> None:
    """By a link, until the kick page is there."""
    page.goto(studio.link())
    page.get_by_label("Describe a kick").wait_for()
