"""The studio under test: its settings, a real database (SQLite file or PostgreSQL), and the cast.

`KLANGWERK_TEST_DATABASE_URL=postgresql://…` runs the same tests on PostgreSQL. Alice owns things, Bob is a stranger
with an account, the guest has none. A test that needs real transactions (threads, processes) is marked
`@pytest.mark.django_db(transaction=True)`; all others are rolled back.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from klangwerk.studio.config.options import OPTIONS

# Settings are read once, when Django is first asked for them: everything they depend on is set before.
TEST_HOME = Path(tempfile.mkdtemp(prefix="klangwerk-test-home-"))
TEST_ENVIRONMENT = {
    "DJANGO_SETTINGS_MODULE": "klangwerk.studio.config.settings",
    "KLANGWERK_HOME": str(TEST_HOME),
    "KLANGWERK_ENV_FILE": "",
    "SECRET_KEY": "a key for the tests, of no worth anywhere else",
    "LOG_LEVEL": "WARNING",
    "DATABASE_URL": os.environ.get("KLANGWERK_TEST_DATABASE_URL")
    or f"sqlite:///{TEST_HOME / 'klangwerk.sqlite3'}",
}
for _name in [name for option in OPTIONS for name in (option.name, f"{option.name}_FILE")]:
    os.environ.pop(_name, None)  # a setting of the person who runs the tests
os.environ.update(TEST_ENVIRONMENT)

import django  # noqa: E402
from django.conf import settings  # noqa: E402

settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
# Real hashing takes 0.2 s a password by design; the tests make thousands.
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, because threads and worker processes of the tests must share it (Django's default is in memory).
    # Set in place: where Django is set up already, the defaults stand beside it.
    settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = str(TEST_HOME / "test.sqlite3")

django.setup()  # pytest-django does it only where this file is known before the tests are collected

import pytest  # noqa: E402

from tests.studio.casting import CAST  # noqa: E402

if TYPE_CHECKING:
    from django.conf import LazySettings
    from django.test import Client
    from rest_framework.test import APIClient

    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.music.models import Track

PASSWORD = "correct horse battery"


@pytest.fixture(scope="session")
def database_url(django_db_setup: None) -> str:
    """The address of the database under test, for processes that a test starts."""
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        return f"sqlite:///{database['NAME']}"
    user, password = quote(database["USER"], safe=""), quote(database["PASSWORD"], safe="")
    return f"postgresql://{user}:{password}@{database['HOST']}:{database['PORT']}/{database['NAME']}"


@pytest.fixture(scope="session")
def process_environment(clean_environment: dict[str, str], database_url: str) -> dict[str, str]:
    """Environment of a web server or worker that a test starts: the same home, key and database as the test."""
    return {**clean_environment, **TEST_ENVIRONMENT, "DATABASE_URL": database_url}


@pytest.fixture
def media_root(tmp_path: Path, settings: LazySettings) -> Path:
    """Where the files of this test lie."""
    from klangwerk.studio.config.storage import LocalStore

    root = tmp_path / "files"
    settings.KLANGWERK_STORAGE = LocalStore(root)
    return root


@pytest.fixture
def user_make(db: None) -> Callable[..., User]:
    """Makes users with the password `PASSWORD`."""
    from klangwerk.studio.accounts.models import User

    def make(username: str, **fields: Any) -> User:
        return User.objects.create_user(username=username, password=PASSWORD, **fields)

    return make


@pytest.fixture
def alice(user_make: Callable[..., User]) -> User:
    """Owns things."""
    return user_make("alice", email="alice@example.com")


@pytest.fixture
def bob(user_make: Callable[..., User]) -> User:
    """Has an account, and no right to what is Alice's."""
    return user_make("bob")


@pytest.fixture
def client_for() -> Callable[[User], APIClient]:
    """An API client that sends a real access token of the user."""
    from rest_framework.test import APIClient

    from klangwerk.studio.accounts import tokens

    def make(user: User) -> APIClient:
        client = APIClient(raise_request_exception=False)
        client.credentials(HTTP_AUTHORIZATION=f"Bearer {tokens.access_token_create(user=user)}")
        return client

    return make


@pytest.fixture
def alice_api(alice: User, client_for: Callable[[User], APIClient]) -> APIClient:
    """Alice, signed in."""
    return client_for(alice)


@pytest.fixture
def bob_api(bob: User, client_for: Callable[[User], APIClient]) -> APIClient:
    """Bob, signed in."""
    return client_for(bob)


@pytest.fixture
def guest_api(db: None) -> APIClient:
    """Somebody without an account. Answers 500 are returned, not raised, so that tests see what clients see."""
    from rest_framework.test import APIClient

    return APIClient(raise_request_exception=False)


@pytest.fixture
def admin(user_make: Callable[..., User]) -> User:
    """May do everything in /admin/, which opens nothing in the API."""
    return user_make("boss", is_staff=True, is_superuser=True)


@pytest.fixture
def boss(admin: User, client: Client) -> Client:
    """The browser of the admin, signed in to /admin/."""
    client.force_login(admin)
    return client


@pytest.fixture
def cast(
    alice_api: APIClient, bob_api: APIClient, guest_api: APIClient, admin: User,
    client_for: Callable[[User], APIClient],
) -> dict[str, APIClient]:  # fmt: skip
    """Who calls, by what `casting.CAST` calls them."""
    return dict(zip(CAST, (alice_api, bob_api, guest_api, client_for(admin)), strict=True))


@pytest.fixture
def work() -> Callable[[], int]:
    """Runs all queued jobs here and now."""
    from klangwerk.studio.jobs.worker.inline import run_queued

    return run_queued


@pytest.fixture
def track_make() -> Callable[..., Track]:
    """The main track of a generation as the app keeps it, without the time that the composer takes: tones of 0.1 s."""
    import numpy as np
    from django.db import transaction

    from klangwerk.sound import AudioBuffer
    from klangwerk.studio.jobs.models import Job
    from klangwerk.studio.library.services import asset_stage
    from klangwerk.studio.music.allowance import TRACK_GENERATE
    from klangwerk.studio.music.models import TrackType
    from klangwerk.studio.music.order import TrackOrder
    from klangwerk.studio.music.storing import Composed, generation_commit

    def sound(hz: float, seconds: float) -> AudioBuffer:
        time_s = np.arange(round(44_100 * seconds)) / 44_100
        tone = (0.5 * np.sin(2 * np.pi * hz * time_s)).astype(np.float32)
        return AudioBuffer(np.stack([tone, tone]), 44_100)

    def make(user: User, name: str = "Rainy lo-fi in D minor", **fields: Any) -> Track:
        order = TrackOrder(
            prompt=fields.get("prompt", "rainy lo-fi"),
            seed=7,
            format="wav",
            looping=fields.get("looping", False),
        )
        job = Job.objects.create(
            owner=user,
            kind=TRACK_GENERATE,
            lane="heavy",
            title="x",
            params=order.to_job_params(),
            status="completed",
        )
        seconds = fields.get("seconds", 0.1)
        staged = {
            type: asset_stage(
                owner_id=user.pk, kind="track", source=sound(110.0 * (index + 1), seconds), format="wav"
            )
            for index, type in enumerate(TrackType)
        }
        composed = Composed(
            name=name,
            genre=fields.get("genre", "lo-fi"),
            bpm=fields.get("bpm", 80.0),
            key=fields.get("key", "D minor"),
            metadata={"version": 1, "prompt": {"text": order.prompt}, "free_form": {"keptAs_is": 1}},
            midi=b"MThd\x00\x00\x00\x06\x00\x01\x00\x00\x01\xe0",
        )
        with transaction.atomic():
            return generation_commit(job=job, order=order, composed=composed, staged=staged)

    return make
