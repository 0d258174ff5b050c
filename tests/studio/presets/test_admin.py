"""/admin/: sharing, the presets that came with Klangwerk, and the same checks as everywhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from klangwerk.engines.rack.params import RANGES
from tests.studio.job_files import files

if TYPE_CHECKING:
    from rest_framework.test import APIClient

    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.kicks.models import Kick
    from klangwerk.studio.presets.models import Preset

pytestmark = pytest.mark.django_db

PRESETS = "/admin/presets/preset/"
PresetMake = Callable[..., "Preset"]
Names = Callable[["APIClient"], list[str]]


def choose(client: Client, page: str, action: str, *things: Any) -> Any:
    return client.post(
        page, {"action": action, "_selected_action": [str(thing.pk) for thing in things]}, follow=True
    )


def form(**changes: Any) -> dict[str, Any]:
    """What the admin's form sends."""
    numbers = {name: found.default for name, found in RANGES.items()}
    sounds = {"kick_sample": "Otto", "kick": "", "noise_sample": "Staub", "reverb_sample": "Dom"}
    return {"preset_name": "By admin", "is_shared": "on", **numbers, **sounds, **changes}


def test_presets_are_shared_and_not_any_more(
    boss: Client, alice: User, bob_api: APIClient, alice_api: APIClient, preset_make: PresetMake, names: Names
) -> None:
    presets = [preset_make(alice, "One"), preset_make(alice, "Two")]
    answer = choose(boss, PRESETS, "share", *presets)
    assert "2 shared." in answer.content.decode()
    assert {"One", "Two"} <= set(names(bob_api))
    assert alice_api.delete(f"/api/presets/{presets[0].pk}/").status_code == 403
    assert "1 no longer shared." in choose(boss, PRESETS, "stop_sharing", presets[0]).content.decode()
    assert "One" not in names(bob_api)
    assert alice_api.delete(f"/api/presets/{presets[0].pk}/").status_code == 204


def test_kicks_are_shared_and_not_any_more(
    boss: Client, alice: User, guest_api: APIClient, kick_make: Callable[..., Kick]
) -> None:
    kick = kick_make(alice)
    page = "/admin/kicks/kick/"
    assert "1 shared." in choose(boss, page, "share", kick).content.decode()
    assert [found["name"] for found in guest_api.get("/api/sounds/").json()["sharedKicks"]] == [kick.name]
    assert "<audio" in boss.get(f"{page}{kick.pk}/change/").content.decode()
    assert "1 no longer shared." in choose(boss, page, "stop_sharing", kick).content.decode()
    assert guest_api.get("/api/sounds/").json()["sharedKicks"] == []


def test_a_preset_added_here_is_nobodys(boss: Client, guest_api: APIClient, names: Names) -> None:
    assert boss.post(f"{PRESETS}add/", form(preset_name="  By   admin ")).status_code == 302
    (found,) = [
        p for p in guest_api.get("/api/presets/?limit=200").json()["results"] if p["presetName"] == "By admin"
    ]
    assert (found["isShared"], found["isOwn"], found["kickSample"]) == (True, False, "Otto")
    again = boss.post(f"{PRESETS}add/", form())
    assert again.status_code == 200, "the name is taken"
    assert names(guest_api).count("By admin") == 1


def test_what_came_with_klangwerk_is_edited_and_removed(
    boss: Client, guest_api: APIClient, factory: list[str], names: Names
) -> None:
    from klangwerk.studio.presets.models import Preset

    preset = Preset.objects.get(user=None, preset_name="Warehouse")
    page = f"{PRESETS}{preset.pk}/"
    assert boss.get(f"{page}change/").status_code == 200
    assert boss.post(f"{page}change/", form(preset_name="Storehouse", bpm=99)).status_code == 302
    assert guest_api.get(f"/api/presets/{preset.pk}/").json()["bpm"] == 99
    assert boss.post(f"{page}delete/", {"post": "yes"}).status_code == 302
    assert not {"Warehouse", "Storehouse"} & set(names(guest_api))


@pytest.mark.parametrize(
    "changes",
    [
        {"bpm": 59}, {"bpm": "many"}, {"kick_len": 1.01}, {"noise_volume": "nan"}, {"reverb_sample": "No such"},
        {"preset_name": "a-b"}, {"preset_name": "x" * 33}, {"kick_sample": ""}, {"kick_sample": "AI: Burkhard"},
        {"noise_sample": ""}, {"kick": "00000000-0000-7000-8000-000000000000"}, {"kick": "x"},
    ],
)  # fmt: skip
def test_the_same_checks_hold(
    boss: Client, guest_api: APIClient, names: Names, changes: dict[str, Any]
) -> None:
    before = names(guest_api)
    answer = boss.post(f"{PRESETS}add/", form(**changes))
    assert answer.status_code == 200
    assert "errorlist" in answer.content.decode()
    assert names(guest_api) == before


def test_an_ai_kick_in_place_of_a_stock_one(
    boss: Client, alice: User, guest_api: APIClient, kick_make: Callable[..., Kick]
) -> None:
    kick = kick_make(alice)
    assert boss.post(f"{PRESETS}add/", form(kick=str(kick.pk), kick_sample="")).status_code == 302
    found = [
        p for p in guest_api.get("/api/presets/?limit=200").json()["results"] if p["presetName"] == "By admin"
    ]
    assert found[0]["kickId"] == str(kick.pk)


def test_the_pages_are_for_staff(client: Client, alice: User, boss: Client) -> None:
    for page in (PRESETS, "/admin/presets/bounce/", "/admin/kicks/kick/"):
        assert boss.get(page).status_code == 200
    client.force_login(alice)
    for page in (PRESETS, "/admin/presets/bounce/", "/admin/kicks/kick/"):
        assert client.get(page).status_code == 302


def test_an_account_is_removed_with_all_that_is_its(
    boss: Client,
    alice: User,
    alice_api: APIClient,
    bob: User,
    kick_make: Callable[..., Kick],
    preset_make: PresetMake,
    body: Callable[..., dict[str, Any]],
    work: Callable[[], int],
    media_root: Path,
    django_capture_on_commit_callbacks: Any,
) -> None:
    """Jobs, kicks, presets, bounces and their files; nothing of it may be deleted by itself, or is in the way."""
    kick = kick_make(alice, is_shared=True)
    preset_make(alice, kick=kick)
    others = preset_make(bob, "Bobs", kick=kick)
    snapshot = {field: value for field, value in body().items() if field != "presetName"}
    ordered = alice_api.post("/api/bounces/", {"name": "Loop", "bars": 1, "preset": snapshot}, format="json")
    assert ordered.status_code == 202, ordered.json()
    assert work() == 1
    assert any(media_root.rglob("*.wav"))
    with django_capture_on_commit_callbacks(execute=True):
        assert boss.post(f"/admin/accounts/user/{alice.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not type(alice).objects.filter(pk=alice.pk).exists()
    assert not files(media_root)
    others.refresh_from_db()
    assert (others.kick_id, others.kick_sample) == (None, "Otto")
