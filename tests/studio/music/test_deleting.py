"""What goes along with a track, whichever way it goes; the admin; the doctor; who uses it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from tests.studio.job_files import files

from .conftest import TRACKS, rows

if TYPE_CHECKING:
    from rest_framework.test import APIClient

    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.music.models import Track

pytestmark = pytest.mark.django_db

Make = Callable[..., "Track"]


@pytest.mark.parametrize(
    "way", ["api", "admin", "admin list", "admin generation", "user", "account in the admin"]
)
@pytest.mark.django_db(transaction=True)
def test_a_mix_takes_everything_along(
    way: str, alice: User, alice_api: APIClient, boss: Client, track_make: Make, media_root: Path
) -> None:
    from klangwerk.studio.library import doctor

    main = track_make(alice)
    assert len(files(media_root)) == 5
    found = alice_api.get(f"{TRACKS}{main.pk}/").json()
    if way == "api":
        assert alice_api.delete(f"{TRACKS}{main.pk}/").status_code == 204
        assert alice_api.delete(f"{TRACKS}{main.pk}/").status_code == 404
        assert alice_api.get(f"{TRACKS}{found['stems']['bass']}/").status_code == 404
    elif way == "admin":
        assert "<audio" in boss.get(f"/admin/music/track/{main.pk}/change/").content.decode()
        boss.post(f"/admin/music/track/{main.pk}/delete/", {"post": "yes"})
    elif way == "admin list":
        chosen = {"action": "delete_selected", "_selected_action": [str(main.pk)], "post": "yes"}
        boss.post("/admin/music/track/", chosen)
    elif way == "admin generation":
        assert boss.get(f"/admin/music/generation/{main.generation_id}/change/").status_code == 200
        boss.post(f"/admin/music/generation/{main.generation_id}/delete/", {"post": "yes"})
    elif way == "user":
        alice.delete()
    else:
        assert boss.post(f"/admin/accounts/user/{alice.pk}/delete/", {"post": "yes"}).status_code == 302
    assert rows() == (0, 0, 0)
    assert files(media_root) == []
    assert boss.get(found["audioUrl"]).status_code == 404
    assert doctor.check() == []


def test_a_stem_goes_alone_and_the_last_takes_the_rest(
    alice: User, alice_api: APIClient, track_make: Make, django_capture_on_commit_callbacks: Any
) -> None:
    from klangwerk.studio.library.services import asset_delete

    main = track_make(alice)
    stems = alice_api.get(f"{TRACKS}{main.pk}/").json()["stems"]
    assert alice_api.delete(f"{TRACKS}{stems['bass']}/").status_code == 204
    assert list(alice_api.get(f"{TRACKS}{main.pk}/").json()["stems"]) == ["chords", "melody", "percussion"]
    assert rows() == (1, 4, 4)
    asset_delete(asset=main.asset)  # as the doctor does with a row whose file is lost
    stem = alice_api.get(f"{TRACKS}{stems['melody']}/").json()
    assert stem["mainTrackId"] is None
    standing = alice_api.get(f"/api/tracks/generations/{stem['generationId']}/").json()
    assert (standing["status"], standing["trackId"]) == ("composed", None)
    for type in ("chords", "melody", "percussion"):
        assert alice_api.delete(f"{TRACKS}{stems[type]}/").status_code == 204
    assert rows() == (0, 0, 0), "a generation without tracks is not kept, and not counted"


def test_what_uses_it_keeps_it(alice: User, alice_api: APIClient, track_make: Make) -> None:
    from klangwerk.studio.music import usage

    main = track_make(alice)
    bass = main.stems.get(type="bass")

    def uses_of(tracks: Sequence[Track]) -> list[usage.Use]:
        return [usage.Use("projects", "7", "Night drive")] if bass in tracks else []

    usage.register(uses_of)
    try:
        for track in (main, bass):
            answer = alice_api.delete(f"{TRACKS}{track.pk}/")
            assert (answer.status_code, answer.json()["code"]) == (409, "track_in_use")
            assert answer.json()["extra"] == {"projects": [{"id": "7", "name": "Night drive"}]}
            assert "Night drive" in answer.json()["message"]
        assert alice_api.delete(f"{TRACKS}{main.stems.get(type='melody').pk}/").status_code == 204
        assert alice_api.delete(f"{TRACKS}{main.pk}/?confirm=perhaps").status_code == 400
        assert alice_api.delete(f"{TRACKS}{main.pk}/?confirm=true").status_code == 204
    finally:
        usage.unregister(uses_of)
    assert rows() == (0, 0, 0)


def test_the_doctor_finds_what_belongs_to_nothing(alice: User, track_make: Make) -> None:
    from klangwerk.studio.library import doctor
    from klangwerk.studio.music.models import Track

    main = track_make(alice)
    Track.objects.filter(type="bass")._raw_delete("default")
    findings = doctor.check()
    assert [finding.code for finding in findings] == ["track_stray"]
    doctor.mend(findings)
    assert rows() == (1, 4, 4)
    Track.objects.update(main=None)
    Track.objects.filter(generation=main.generation)._raw_delete("default")
    assert sorted(finding.code for finding in doctor.check()) == ["generation_empty", *["track_stray"] * 4]
    doctor.mend(doctor.check())
    assert rows() == (0, 0, 0)
    assert doctor.check() == []


def test_a_stem_that_is_lost_takes_nothing_along(
    alice: User, alice_api: APIClient, track_make: Make, media_root: Path
) -> None:
    from klangwerk.studio.library import doctor

    main = track_make(alice)
    (media_root / main.stems.get(type="bass").asset.storage_key).unlink()
    findings = doctor.check()
    assert [finding.code for finding in findings] == ["row_without_file"]
    doctor.mend(findings)
    assert list(alice_api.get(f"{TRACKS}{main.pk}/").json()["stems"]) == ["chords", "melody", "percussion"]


def test_the_admin_is_for_staff_and_changes_nothing(
    boss: Client, alice: User, user_make: Callable[..., User], track_make: Make
) -> None:
    track_make(alice)
    for page in ("/admin/music/track/", "/admin/music/generation/"):
        assert boss.get(page).status_code == 200
        assert boss.get(f"{page}?q=rainy").status_code == 200
        assert boss.get(f"{page}add/").status_code == 403
    other = Client()
    other.force_login(user_make("carol"))
    assert other.get("/admin/music/track/").status_code == 302
