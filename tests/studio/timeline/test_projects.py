"""Projects: begun, saved as a whole, listed, renamed, deleted; what is told of their sounds."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from .conftest import BEAT, PROJECTS

if TYPE_CHECKING:
    from django.conf import LazySettings
    from rest_framework.test import APIClient

    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.library.models import Asset
    from klangwerk.studio.music.models import Track

pytestmark = pytest.mark.django_db

Make = Callable[..., dict[str, Any]]


def begun(api: APIClient, **content: Any) -> dict[str, Any]:
    answer = api.post(PROJECTS, content)
    assert answer.status_code == 201, answer.json()
    found: dict[str, Any] = answer.json()
    return found


def test_a_new_project_is_empty(alice_api: APIClient) -> None:
    found = begun(alice_api)
    expected = {
        "name": "New project", "version": 1, "bpm": 120.0, "beatsPerBar": 4, "tracks": [], "assets": {},
        "loop": {"enabled": False, "startFrames": 0, "stopFrames": 352_800},
        "trackCount": 0, "clipCount": 0, "durationS": 0.0,
    }  # fmt: skip
    assert {name: found[name] for name in expected} == expected
    assert alice_api.get(f"{PROJECTS}{found['id']}/").json() == found
    assert begun(alice_api, name="Sketch", bpm=87.5)["bpm"] == 87.5


def test_saved_as_a_whole(
    alice: User, alice_api: APIClient, track_make: Callable[..., Track], asset_make: Callable[..., Asset],
    clip: Make, row: Make, body: Make, client: Client,
) -> None:  # fmt: skip
    main, upload = track_make(alice), asset_make(alice)
    project = begun(alice_api)
    rows = [
        row("r1", clip("a", main.asset_id, startFrames=3, fadeInFrames=BEAT, gainDb=-6.5), clip("b", upload), type="main"),
        row("r2", muted=True, soloed=True, pan=-0.25, gainDb=-3),
    ]  # fmt: skip
    answer = alice_api.put(f"{PROJECTS}{project['id']}/", body(1, *rows, bpm=99.5))
    assert answer.status_code == 200, answer.json()
    saved = answer.json()
    assert (saved["version"], saved["bpm"], saved["trackCount"], saved["clipCount"]) == (2, 99.5, 2, 2)
    assert saved["durationS"] == pytest.approx((3 + BEAT) / 44_100)
    expected = [
        {**rows[0], "clips": [{**rows[0]["clips"][0], "trackId": str(main.pk)}, rows[0]["clips"][1]]},
        rows[1],
    ]
    assert saved["tracks"] == expected
    again = alice_api.get(f"{PROJECTS}{project['id']}/").json()
    assert again == saved
    sounds = saved["assets"]
    assert set(sounds) == {str(main.asset_id), str(upload.pk)}
    told = sounds[str(main.asset_id)]
    assert (told["trackId"], told["name"], told["type"], told["bpm"]) == (
        str(main.pk),
        main.name,
        "main",
        80.0,
    )
    assert (told["frames"], told["sampleRate"], told["durationS"], told["missing"]) == (
        4410,
        44_100,
        0.1,
        False,
    )
    assert client.head(told["audioUrl"]).status_code == 200
    told = sounds[str(upload.pk)]
    assert (told["trackId"], told["name"], told["type"], told["bpm"]) == (None, "upload", "upload", None)


def test_the_one_saved_last_comes_first(alice_api: APIClient, body: Make) -> None:
    first, second = begun(alice_api, name="First"), begun(alice_api, name="Second")
    listed = alice_api.get(PROJECTS).json()
    assert [project["name"] for project in listed["results"]] == ["Second", "First"]
    assert set(listed["results"][0]) == {
        "id", "name", "version", "bpm", "beatsPerBar", "trackCount", "clipCount", "durationS", "createdAt", "updatedAt",
    }  # fmt: skip
    alice_api.put(f"{PROJECTS}{first['id']}/", body(1, name="First"))
    assert [project["name"] for project in alice_api.get(PROJECTS).json()["results"]] == ["First", "Second"]
    page = alice_api.get(f"{PROJECTS}?limit=1&offset=1").json()
    assert (page["count"], [project["id"] for project in page["results"]]) == (2, [second["id"]])


def test_questions_do_not_grow_with_the_project(
    alice: User, alice_api: APIClient, asset_make: Callable[..., Asset], clip: Make, row: Make,
    django_assert_num_queries: Callable[[int], Any],
) -> None:  # fmt: skip
    clips = [clip(str(number), asset_make(alice)) for number in range(5)]
    project = begun(alice_api, tracks=[row("r", *clips)])
    with django_assert_num_queries(3):  # user, project, sounds
        assert len(alice_api.get(f"{PROJECTS}{project['id']}/").json()["assets"]) == 5
    with django_assert_num_queries(3):  # user, count, page
        alice_api.get(PROJECTS)


def test_renamed(alice_api: APIClient) -> None:
    project = begun(alice_api)
    answer = alice_api.patch(f"{PROJECTS}{project['id']}/", {"name": " Sketch "})
    assert (answer.status_code, answer.json()["name"], answer.json()["version"]) == (200, "Sketch", 2)
    stale = alice_api.patch(f"{PROJECTS}{project['id']}/", {"name": "Other", "version": 1})
    assert (stale.status_code, stale.json()["extra"]) == (409, {"version": 2})
    assert alice_api.patch(f"{PROJECTS}{project['id']}/", {}).json()["version"] == 2
    for name in ("", None, "x" * 101, "two\nlines", True, []):
        assert alice_api.patch(f"{PROJECTS}{project['id']}/", {"name": name}).status_code == 400, name


def test_deleted_and_its_sounds_stay(
    alice: User, alice_api: APIClient, asset_make: Callable[..., Asset], clip: Make, row: Make
) -> None:
    from klangwerk.studio.library.models import Asset
    from klangwerk.studio.timeline.models import ProjectSound

    asset = asset_make(alice)
    project = begun(alice_api, tracks=[row("r", clip("a", asset))])
    assert alice_api.delete(f"{PROJECTS}{project['id']}/").status_code == 204
    assert alice_api.delete(f"{PROJECTS}{project['id']}/").status_code == 404
    assert Asset.objects.filter(pk=asset.pk).exists()
    assert not ProjectSound.objects.exists()


def test_so_many_are_kept(alice: User, alice_api: APIClient, settings: LazySettings) -> None:
    settings.KLANGWERK_PROJECTS_KEPT = 2
    first = begun(alice_api)
    begun(alice_api)
    answer = alice_api.post(PROJECTS, {})
    assert (answer.status_code, answer.json()["code"]) == (400, "projects_kept_limit")
    assert answer.json()["extra"] == {"keptLimit": 2}
    assert alice_api.get("/api/me/").json()["limits"]["projects"] == {"keptLimit": 2, "kept": 2}
    alice_api.delete(f"{PROJECTS}{first['id']}/")
    begun(alice_api)
    alice.unlimited = True
    alice.save()
    begun(alice_api)
    assert alice_api.get("/api/me/").json()["limits"]["projects"] == {"keptLimit": None, "kept": 3}


# --- sounds that go --------------------------------------------------------------------------------------------------


def test_a_track_in_use_is_not_deleted_without_a_question(
    alice: User,
    alice_api: APIClient,
    bob: User,
    track_make: Callable[..., Track],
    clip: Make,
    row: Make,
    body: Make,
) -> None:
    main = track_make(alice)
    bass = main.stems.get(type="bass")
    project = begun(alice_api, name="Set", tracks=[row("r", clip("a", bass.asset_id))])
    for track in (bass, main):
        answer = alice_api.delete(f"/api/tracks/{track.pk}/")
        assert (answer.status_code, answer.json()["code"]) == (409, "track_in_use")
        assert answer.json()["extra"] == {"projects": [{"id": project["id"], "name": "Set"}]}
    assert alice_api.delete(f"/api/tracks/{main.pk}/?confirm=true").status_code == 204

    found = alice_api.get(f"{PROJECTS}{project['id']}/").json()
    told = found["assets"][str(bass.asset_id)]
    assert (told["missing"], told["audioUrl"], told["frames"], told["name"]) == (True, None, 0, "clip a")
    assert found["tracks"][0]["clips"][0]["trackId"] is None, "the document is kept"
    saved = alice_api.put(f"{PROJECTS}{project['id']}/", body(1, *found["tracks"]))
    assert saved.status_code == 200, "what was there may stay"
    gone = alice_api.put(f"{PROJECTS}{project['id']}/", body(2, row("r")))
    assert gone.json()["assets"] == {}
    back = alice_api.put(f"{PROJECTS}{project['id']}/", body(3, *found["tracks"]))
    assert back.status_code == 400, "but it does not come back"


def test_a_track_that_no_project_uses_any_more(
    alice: User, alice_api: APIClient, track_make: Callable[..., Track], clip: Make, row: Make, body: Make
) -> None:
    main = track_make(alice)
    project = begun(alice_api, tracks=[row("r", clip("a", main.asset_id))])
    assert alice_api.put(f"{PROJECTS}{project['id']}/", body(1)).status_code == 200
    assert alice_api.delete(f"/api/tracks/{main.pk}/").status_code == 204


def test_clips_of_sounds_that_are_not_ones_own(
    alice: User,
    alice_api: APIClient,
    bob: User,
    asset_make: Callable[..., Asset],
    clip: Make,
    row: Make,
    body: Make,
) -> None:
    mine, bobs = asset_make(alice), asset_make(bob)
    project = begun(alice_api)
    for other in (bobs.pk, "00000000-0000-7000-8000-000000000000"):
        rows = row("r", clip("a", mine), clip("b", other, name="Stolen"))
        for answer in (
            alice_api.put(f"{PROJECTS}{project['id']}/", body(1, rows)),
            alice_api.post(PROJECTS, {"tracks": [rows]}),
        ):
            assert (answer.status_code, answer.json()["code"]) == (400, "invalid_input")
            assert "“Stolen”" in answer.json()["message"]
            assert list(answer.json()["extra"]["fields"]) == ["tracks"]
    assert alice_api.get(PROJECTS).json()["count"] == 1


# --- accounts and the admin ------------------------------------------------------------------------------------------


def test_an_account_goes_with_its_projects_and_the_admin_shows_them(
    alice: User, alice_api: APIClient, track_make: Callable[..., Track], clip: Make, row: Make, boss: Client,
) -> None:  # fmt: skip
    from klangwerk.studio.timeline.models import Project, ProjectSound

    project = begun(alice_api, tracks=[row("r", clip("a", track_make(alice).asset_id))])
    begun(alice_api)
    page = "/admin/timeline/project/"
    assert boss.get(page).status_code == 200
    assert boss.get(f"{page}{project['id']}/change/").status_code == 200
    assert boss.get(f"{page}add/").status_code == 403
    boss.post(f"{page}{project['id']}/delete/", {"post": "yes"})
    assert (Project.objects.count(), ProjectSound.objects.count()) == (1, 0)
    assert boss.post(f"/admin/accounts/user/{alice.pk}/delete/", {"post": "yes"}).status_code == 302
    assert Project.objects.count() == 0
