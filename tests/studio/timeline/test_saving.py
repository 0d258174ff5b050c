"""Who saves first: versions, tabs that save at once, and sounds that are deleted while a project is saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import LazySettings
from django.db import connection

from tests.studio.races import at_once

from .conftest import PROJECTS

if TYPE_CHECKING:
    from rest_framework.test import APIClient

    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.music.models import Track
    from klangwerk.studio.timeline.content import Content

PARALLEL = 12
Make = Callable[..., dict[str, Any]]


def content(*asset_ids: Any, name: str = "Mine") -> Content:
    from klangwerk.studio.timeline.content import NEW, Content

    clip = {"name": "", "start_frames": 0, "length_frames": 1}
    clips = [{**clip, "id": str(number), "asset_id": str(id)} for number, id in enumerate(asset_ids)]
    return Content(**{**NEW, "name": name, "tracks": [{"id": "r", "clips": clips}]})


@pytest.mark.django_db
def test_a_stale_save_changes_nothing(alice_api: APIClient, body: Make, row: Make) -> None:
    project = alice_api.post(PROJECTS, {}).json()
    address = f"{PROJECTS}{project['id']}/"
    assert alice_api.put(address, body(1, row("one"), name="First tab")).json()["version"] == 2
    for stale in (1, 3, 2**31 - 1):
        answer = alice_api.put(address, body(stale, name="Second tab"))
        assert (answer.status_code, answer.json()["code"]) == (409, "version_conflict")
        assert answer.json()["extra"] == {"version": 2}
    found = alice_api.get(address).json()
    assert (found["name"], found["version"], [row["id"] for row in found["tracks"]]) == (
        "First tab",
        2,
        ["one"],
    )
    assert alice_api.put(address, body(2, name="Second tab")).json()["version"] == 3


@pytest.mark.django_db(transaction=True)
def test_of_many_tabs_one_saves(alice: User) -> None:
    from klangwerk.studio.timeline.models import Project
    from klangwerk.studio.timeline.services import project_create, project_save

    project = project_create(user=alice, content=content())
    calls = [
        lambda number=number: project_save(
            user=alice, project_id=project.pk, version=1, content=content(name=f"Tab {number}")
        )
        for number in range(PARALLEL)
    ]
    assert at_once(calls) == {"done": 1, "version_conflict": PARALLEL - 1}
    assert Project.objects.get().version == 2


@pytest.mark.django_db(transaction=True)
def test_the_row_itself_refuses_without_the_lock(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    from klangwerk.studio.kicks import ledger
    from klangwerk.studio.timeline.models import Project
    from klangwerk.studio.timeline.services import project_create, project_save

    if connection.vendor == "sqlite":
        pytest.skip("SQLite has one writer at a time, and refuses who read before another wrote")
    project = project_create(user=alice, content=content())
    monkeypatch.setattr(ledger, "lock", lambda user_id: None)
    calls = [lambda: project_save(user=alice, project_id=project.pk, version=1, content=content())] * PARALLEL
    assert at_once(calls) == {"done": 1, "version_conflict": PARALLEL - 1}
    assert Project.objects.get().version == 2


@pytest.mark.django_db(transaction=True)
def test_the_last_free_places(alice: User, settings: LazySettings) -> None:
    from klangwerk.studio.timeline.models import Project
    from klangwerk.studio.timeline.services import project_create

    settings.KLANGWERK_PROJECTS_KEPT = 3
    assert at_once([lambda: project_create(user=alice, content=content())] * PARALLEL) == {
        "done": 3,
        "projects_kept_limit": PARALLEL - 3,
    }
    assert Project.objects.count() == 3


@pytest.mark.django_db(transaction=True)
def test_a_track_goes_while_projects_begin_to_use_it(alice: User, track_make: Callable[..., Track]) -> None:
    """Whoever is first: nobody's clip falls silent without a question."""
    from klangwerk.studio.library.models import Asset
    from klangwerk.studio.music.services import track_delete
    from klangwerk.studio.timeline.models import Project
    from klangwerk.studio.timeline.services import project_create

    for _ in range(3):
        main = track_make(alice)
        saves: list[Callable[[], Any]] = [
            lambda main=main: project_create(user=alice, content=content(main.asset_id)) for _ in range(4)
        ]
        found = at_once([*saves, lambda main=main: track_delete(track=main, confirmed=False)])
        assert set(found) <= {"done", "invalid_input", "track_in_use"}, found
        kept = Asset.objects.filter(pk=main.asset_id).exists()
        assert kept == bool(found["track_in_use"])
        assert Project.objects.count() == (4 if kept else 4 - found["invalid_input"])
        assert kept or not Project.objects.exists()
        Project.objects.all().delete()
