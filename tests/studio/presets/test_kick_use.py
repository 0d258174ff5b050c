"""A kick that presets use: asked about before it goes, and nobody else loses a preset by it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from tests.studio.job_files import files

if TYPE_CHECKING:
    from rest_framework.test import APIClient

    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.kicks.models import Kick
    from klangwerk.studio.presets.models import Preset

pytestmark = pytest.mark.django_db

KickMake = Callable[..., "Kick"]
PresetMake = Callable[..., "Preset"]
STOCK = "Otto"  # the first of the catalogue


@pytest.fixture
def kick(alice: User, kick_make: KickMake) -> Kick:
    return kick_make(alice)


@pytest.fixture
def used(alice: User, bob: User, kick: Kick, preset_make: PresetMake) -> dict[str, Preset]:
    """Presets of Alice, of Bob, of nobody, and one of Alice that an admin shared, all with Alice's kick."""
    return {
        "own": preset_make(alice, "Warehouse 2", kick=kick),
        "own too": preset_make(alice, "Cellar", kick=kick),
        "shared": preset_make(alice, "Everybodys", kick=kick, is_shared=True),
        "bob": preset_make(bob, "Bobs", kick=kick),
        "nobody": preset_make(None, "Factory", kick=kick, is_shared=True),
        "other": preset_make(alice, "Other kick"),
    }


def left(presets: dict[str, Preset]) -> dict[str, str | None]:
    """The presets that are still there, and their stock kicks."""
    from klangwerk.studio.presets.models import Preset

    rows = {row.pk: row for row in Preset.objects.all()}
    assert all(row.kick_id is None for row in rows.values())
    return {name: rows[preset.pk].kick_sample for name, preset in presets.items() if preset.pk in rows}


AFTERWARDS = {"shared": STOCK, "bob": STOCK, "nobody": STOCK, "other": "Bodo"}


def test_what_uses_it_is_named(alice_api: APIClient, kick: Kick, used: dict[str, Preset]) -> None:
    answer = alice_api.delete(f"/api/kicks/{kick.pk}/")
    assert (answer.status_code, answer.json()["code"]) == (409, "kick_in_use")
    found = answer.json()
    assert [use["name"] for use in found["extra"]["presets"]] == ["Cellar", "Everybodys", "Warehouse 2"]
    assert {use["id"] for use in found["extra"]["presets"]} == {
        str(used[name].pk) for name in ("own", "own too", "shared")
    }
    assert found["extra"]["ofOthers"] == {"presets": 2}
    assert "Cellar, Everybodys, Warehouse 2 and 2 presets of other people" in found["message"]
    assert "Bobs" not in answer.content.decode()
    assert alice_api.get(f"/api/kicks/{kick.pk}/").status_code == 200


def test_one_preset_of_others_is_a_use_too(
    alice_api: APIClient, bob: User, kick: Kick, preset_make: PresetMake
) -> None:
    preset = preset_make(bob, "Bobs", kick=kick)
    found = alice_api.delete(f"/api/kicks/{kick.pk}/").json()
    assert found["code"] == "kick_in_use"
    assert "by 1 preset of other people" in found["message"]
    assert found["extra"] == {"ofOthers": {"presets": 1}}
    assert alice_api.delete(f"/api/kicks/{kick.pk}/?confirm=true").status_code == 200
    assert left({"bob": preset}) == {"bob": STOCK}


@pytest.mark.django_db(transaction=True)
def test_confirmed(alice_api: APIClient, kick: Kick, used: dict[str, Preset], media_root: Path) -> None:
    answer = alice_api.delete(f"/api/kicks/{kick.pk}/?confirm=true")
    assert (answer.status_code, answer.json()) == (200, {"totalGensCount": 0})
    assert left(used) == AFTERWARDS
    assert not files(media_root)


def test_all_or_nothing(
    alice_api: APIClient, kick: Kick, used: dict[str, Preset], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The presets are done with before the kick: a fault in between brings all of them back."""
    from django.db import OperationalError

    from klangwerk.studio.library.models import Asset
    from klangwerk.studio.presets.models import Preset

    def away(*_: Any, **__: Any) -> None:
        raise OperationalError("gone")

    monkeypatch.setattr(Asset, "delete", _then(Asset.delete, away))
    assert alice_api.delete(f"/api/kicks/{kick.pk}/?confirm=true").status_code == 503
    assert Preset.objects.filter(kick=kick).count() == 5


def _then(first: Callable[..., Any], second: Callable[..., Any]) -> Callable[..., Any]:
    def both(*args: Any, **kwargs: Any) -> Any:
        first(*args, **kwargs)
        return second()

    return both


def test_a_shared_kick_stays(
    alice_api: APIClient, bob_api: APIClient, kick: Kick, used: dict[str, Preset]
) -> None:
    from klangwerk.studio.kicks.sharing import kicks_share

    assert kicks_share(kicks=[kick], shared=True) == 1
    for query in ("", "?confirm=true"):
        answer = alice_api.delete(f"/api/kicks/{kick.pk}/{query}")
        assert (answer.status_code, answer.json()["code"]) == (403, "kick_shared")
        assert "stop sharing" in answer.json()["message"]
    assert bob_api.delete(f"/api/kicks/{kick.pk}/?confirm=true").status_code == 404
    assert alice_api.get(f"/api/kicks/{kick.pk}/").json()["isShared"] is True
    kicks_share(kicks=[kick], shared=False)
    assert alice_api.delete(f"/api/kicks/{kick.pk}/?confirm=true").status_code == 200


@pytest.mark.parametrize("way", ["kick", "kicks", "asset", "user", "doctor"])
@pytest.mark.django_db(transaction=True)
def test_every_other_way_to_lose_a_kick(
    way: str, alice: User, boss: Client, kick: Kick, used: dict[str, Preset],
    media_root: Path,
) -> None:  # fmt: skip
    from klangwerk.studio.kicks.models import Kick
    from klangwerk.studio.library import doctor

    sure = {"post": "yes"}
    if way == "kick":
        boss.post(f"/admin/kicks/kick/{kick.pk}/delete/", sure)
    elif way == "kicks":
        chosen = {"action": "delete_selected", "_selected_action": [str(kick.pk)], **sure}
        boss.post("/admin/kicks/kick/", chosen)
    elif way == "asset":
        boss.post(f"/admin/library/asset/{kick.asset_id}/delete/", sure)
    elif way == "user":
        boss.post(f"/admin/accounts/user/{alice.pk}/delete/", sure)
    else:
        (media_root / kick.asset.storage_key).unlink()
        doctor.mend(doctor.check())
    assert not Kick.objects.exists()
    gone_too = {"shared", "other"} if way == "user" else set()
    assert left(used) == {name: kick for name, kick in AFTERWARDS.items() if name not in gone_too}
    assert not files(media_root)
    assert doctor.check() == []


def test_the_database_keeps_one_kick_a_preset(alice: User, kick: Kick, preset_make: PresetMake) -> None:
    from django.db import IntegrityError, transaction

    for fields in ({"kick": kick, "kick_sample": "Otto"}, {"kick": None, "kick_sample": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            preset_make(alice, "Two or none", **fields)
