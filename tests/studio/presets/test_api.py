"""Presets over HTTP: list, save, replace, delete, names, shared ones, limits."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from klangwerk.engines.rack.params import RANGES
from klangwerk.engines.rack.preset_file import wire_name

from .conftest import PRESETS

if TYPE_CHECKING:
    from django.conf import LazySettings
    from rest_framework.test import APIClient

    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.kicks.models import Kick
    from klangwerk.studio.presets.models import Preset

pytestmark = pytest.mark.django_db

Body = Callable[..., dict[str, Any]]
KickMake = Callable[..., "Kick"]
PresetMake = Callable[..., "Preset"]
Names = Callable[["APIClient"], list[str]]


def test_what_is_saved_comes_back(alice_api: APIClient, body: Body) -> None:
    sent = body("Wumms 2")
    made = alice_api.post(PRESETS, sent)
    assert made.status_code == 201, made.json()
    found = made.json()
    assert {name: found[name] for name in sent} == sent
    assert (found["isShared"], found["isOwn"], found["kickUrl"]) == (False, True, None)
    assert found["createdAt"].endswith("Z")
    assert alice_api.get(f"{PRESETS}{found['id']}/").json() == found
    assert found in alice_api.get(PRESETS).json()["results"]


def test_snake_case_is_understood_too(alice_api: APIClient, body: Body) -> None:
    sent = body()
    sent["kick_len"] = sent.pop("kickLen")
    sent["preset_name"] = sent.pop("presetName")
    assert alice_api.post(PRESETS, sent).json()["kickLen"] == 0.5


def test_the_bounds_belong_to_the_ranges(alice_api: APIClient, body: Body) -> None:
    for number, end in enumerate(("low", "high")):
        values = {wire_name(name): getattr(found, end) for name, found in RANGES.items()}
        made = alice_api.post(PRESETS, body(f"Edge {number}", **values))
        assert made.status_code == 201, made.json()
        assert {name: made.json()[name] for name in values} == values


def test_replace(alice_api: APIClient, body: Body) -> None:
    made = alice_api.post(PRESETS, body()).json()
    changed = alice_api.put(f"{PRESETS}{made['id']}/", body("Other", bpm=90, reverbSample="Feder"))
    assert changed.status_code == 200, changed.json()
    found = changed.json()
    assert (found["presetName"], found["bpm"], found["reverbSample"]) == ("Other", 90, "Feder")
    assert (found["id"], found["createdAt"]) == (made["id"], made["createdAt"])
    assert found["updatedAt"] > made["updatedAt"]
    assert alice_api.get(f"{PRESETS}{made['id']}/").json() == found


def test_replacing_needs_every_field(alice_api: APIClient, body: Body) -> None:
    address = f"{PRESETS}{alice_api.post(PRESETS, body()).json()['id']}/"
    for name in body():
        sent = {field: value for field, value in body().items() if field != name}
        answer = alice_api.put(address, sent)
        if name == "kickId":
            assert answer.status_code == 200
        else:
            assert answer.status_code == 400, name
            assert list(answer.json()["extra"]["fields"]) == [name]
    assert alice_api.patch(address, {"bpm": 100}).status_code == 405


def test_delete(alice_api: APIClient, body: Body) -> None:
    address = f"{PRESETS}{alice_api.post(PRESETS, body()).json()['id']}/"
    assert alice_api.delete(address).status_code == 204
    assert alice_api.get(address).status_code == 404
    assert alice_api.delete(address).status_code == 404
    assert alice_api.put(address, body()).status_code == 404


def test_what_is_not_the_callers_to_say_is_not_heard(
    alice: User, bob: User, alice_api: APIClient, body: Body
) -> None:
    from klangwerk.studio.presets.models import Preset

    forged = {
        "isShared": True,
        "user": bob.pk,
        "userId": bob.pk,
        "id": "0" * 32,
        "isOwn": False,
        "createdAt": "1999",
    }
    made = alice_api.post(PRESETS, body(**forged)).json()
    row = Preset.objects.get(user__isnull=False)
    assert (row.user, row.is_shared, str(row.pk)) == (alice, False, made["id"])
    assert not made["createdAt"].startswith("1999")


def test_the_tables_know_what_the_engine_knows() -> None:
    """They are loaded without it, so they say it once more."""
    from klangwerk.engines.rack import params
    from klangwerk.studio.presets import models

    assert params.LAYERS == models.LAYERS
    assert [ending.value for ending in params.Ending] == list(models.ENDINGS)
    assert params.SOUND_NAME_CHARS_MAX == models.SOUND_NAME_CHARS_MAX


# --- order and pages -------------------------------------------------------------------------------------------------


def test_shared_first_then_own(
    alice_api: APIClient, bob_api: APIClient, guest_api: APIClient, alice: User, bob: User, factory: list[str],
    preset_make: PresetMake, names: Names,
) -> None:  # fmt: skip
    preset_make(alice, "zebra")
    preset_make(alice, "Anton")
    preset_make(bob, "Private")
    preset_make(bob, "abc shared", is_shared=True)
    shared = ["Init", *sorted([*[name for name in factory if name != "Init"], "abc shared"], key=str.lower)]
    assert names(guest_api) == shared
    assert names(alice_api) == [*shared, "Anton", "zebra"]
    assert names(bob_api) == [*shared, "Private"]
    own = {preset["presetName"] for preset in bob_api.get(PRESETS).json()["results"] if preset["isOwn"]}
    assert own == {"Private", "abc shared"}


def test_pages(alice: User, alice_api: APIClient, factory: list[str], preset_make: PresetMake) -> None:
    for number in range(5):
        preset_make(alice, f"P {number}")
    count = len(factory) + 5
    first = alice_api.get(f"{PRESETS}?limit=3").json()
    assert (first["count"], len(first["results"]), first["previous"]) == (count, 3, None)
    assert "offset=3" in first["next"]
    rest = alice_api.get(f"{PRESETS}?limit=200&offset=3").json()
    assert [preset["presetName"] for preset in rest["results"]][-1] == "P 4"
    assert len(rest["results"]) == count - 3
    for query in ("limit=0", "limit=x", "offset=-1", "offset=99999999"):
        assert alice_api.get(f"{PRESETS}?{query}").status_code == 400, query


def test_the_list_takes_few_queries(
    alice: User, alice_api: APIClient, kick_make: KickMake, preset_make: PresetMake,
    django_assert_max_num_queries: Callable[[int], Any],
) -> None:  # fmt: skip
    for number in range(12):
        kick = kick_make(alice, f"AI: {number}") if number % 2 else None
        preset_make(alice, f"P {number}", kick=kick)
    with django_assert_max_num_queries(3):  # user, count, page
        found = alice_api.get(f"{PRESETS}?limit=200").json()["results"]
    assert sum(preset["kickUrl"] is not None for preset in found) == 6


def test_no_cache_keeps_what_is_signed(alice_api: APIClient, guest_api: APIClient) -> None:
    for api in (alice_api, guest_api):
        assert "no-store" in api.get(PRESETS)["Cache-Control"]


def test_every_address_works_without_the_slash(alice_api: APIClient, body: Body) -> None:
    made = alice_api.post("/api/presets", body()).json()
    assert alice_api.get("/api/presets").status_code == 200
    assert alice_api.put(f"{PRESETS}{made['id']}", body()).status_code == 200
    assert alice_api.delete(f"{PRESETS}{made['id']}").status_code == 204


# --- names -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("Wumms", "Wumms"),
        ("  Wumms   2  ", "Wumms 2"),
        ("Gro\u0308ße", "Größe"),
        ("кик", "кик"),
        ("キック", "キック"),
        ("किक", "किक"),
        ("a\u00a0b", "a b"),
        ("７７", "７７"),
        ("e\u0301" * 32, "é" * 32),
        ("x" * 32, "x" * 32),
        (7, "7"),
    ],
)
def test_names(alice_api: APIClient, body: Body, name: Any, stored: str) -> None:
    made = alice_api.post(PRESETS, body(name))
    assert made.status_code == 201, made.json()
    assert made.json()["presetName"] == stored
    assert unicodedata.is_normalized("NFC", stored)


@pytest.mark.parametrize(
    "name",
    [
        "", "   ", "x" * 33, "a" * 100_000, "AI: Burkhard", "a-b", "a_b", "<b>", "a\tb", "two\nlines", "😀", "a\u200db",
        "a\u202eb", "\u0301", "a \u0301", "½", "²", "Ⅷ", "a/b", "'; DROP TABLE presets; --", True, [], {}, 1.5,
    ],
)  # fmt: skip
def test_names_that_are_none(alice_api: APIClient, body: Body, name: Any) -> None:
    answer = alice_api.post(PRESETS, {**body(), "presetName": name})
    assert answer.status_code == 400, answer.json()
    found = answer.json()
    assert found["code"] == "invalid_input"
    (message,) = found["extra"]["fields"]["presetName"]
    assert message.endswith(".")


def test_a_name_is_taken_once_per_user(alice_api: APIClient, bob_api: APIClient, body: Body) -> None:
    first, second = (alice_api.post(PRESETS, body(name)).json() for name in ("Größe", "Other"))
    for answer in (
        alice_api.post(PRESETS, body(" Gro\u0308ße ")),
        alice_api.put(f"{PRESETS}{second['id']}/", body("Größe")),
    ):
        assert answer.status_code == 400
        assert answer.json()["code"] == "preset_name_taken"
        assert "Größe" in answer.json()["extra"]["fields"]["presetName"][0]
    assert alice_api.put(f"{PRESETS}{first['id']}/", body("Größe")).status_code == 200, "its own name is free"
    assert bob_api.post(PRESETS, body("Größe")).status_code == 201


def test_the_name_of_a_shared_preset_is_free(alice_api: APIClient, factory: list[str], body: Body) -> None:
    assert alice_api.post(PRESETS, body("Init")).status_code == 201


# --- shared presets --------------------------------------------------------------------------------------------------


def test_shared_ones_are_to_be_read(
    alice: User, alice_api: APIClient, bob_api: APIClient, preset_make: PresetMake, body: Body
) -> None:
    preset = preset_make(alice, "Everybodys", is_shared=True)
    address = f"{PRESETS}{preset.pk}/"
    for api in (alice_api, bob_api):
        for answer in (api.put(address, body()), api.put(address, {}), api.delete(address)):
            assert answer.status_code == 403
            assert answer.json()["code"] == "preset_shared"
    assert alice_api.get(address).json()["isOwn"] is True
    assert bob_api.get(address).json()["isOwn"] is False
    preset.refresh_from_db()
    assert preset.preset_name == "Everybodys"


# --- limits ----------------------------------------------------------------------------------------------------------


def test_a_user_keeps_so_many(
    alice: User, alice_api: APIClient, settings: LazySettings, preset_make: PresetMake, body: Body
) -> None:
    settings.KLANGWERK_PRESETS_KEPT = 2
    preset = preset_make(alice, "One")
    assert alice_api.post(PRESETS, body("Two")).status_code == 201
    answer = alice_api.post(PRESETS, body("Three"))
    assert (answer.status_code, answer.json()["code"]) == (400, "preset_kept_limit")
    assert answer.json()["extra"] == {"keptLimit": 2}
    assert "2 presets" in answer.json()["message"]
    assert alice_api.put(f"{PRESETS}{preset.pk}/", body("One again")).status_code == 200
    limits = alice_api.get("/api/me/").json()["limits"]["presets"]
    assert (limits["keptLimit"], limits["kept"]) == (2, 2)
    alice.unlimited = True
    alice.save()
    assert alice_api.post(PRESETS, body("Three")).status_code == 201
    assert alice_api.get("/api/me/").json()["limits"]["presets"]["keptLimit"] is None


def test_the_default_is_500() -> None:
    from django.conf import settings

    assert settings.KLANGWERK_PRESETS_KEPT == 500


# --- kicks -----------------------------------------------------------------------------------------------------------


def test_a_kick_by_key_or_by_name(
    alice: User, alice_api: APIClient, kick_make: KickMake, body: Body, client: Client
) -> None:
    kick = kick_make(alice)
    by_key = alice_api.post(PRESETS, body("Key", kickId=str(kick.pk), kickSample=None)).json()
    by_name = alice_api.post(PRESETS, body("Name", kickSample="AI: Burkhard")).json()
    both = alice_api.post(PRESETS, body("Both", kickId=str(kick.pk), kickSample="no such sound")).json()
    for found in (by_key, by_name, both):
        assert (found["kickId"], found["kickSample"]) == (str(kick.pk), "AI: Burkhard")
        assert client.head(found["kickUrl"]).status_code == 200
    alice_api.patch(f"/api/kicks/{kick.pk}/", {"name": "Floor shaker"})
    assert alice_api.get(f"{PRESETS}{by_key['id']}/").json()["kickSample"] == "Floor shaker"


def test_a_stock_kick_goes_before_a_kick_of_that_name(
    alice: User, alice_api: APIClient, kick_make: KickMake, body: Body
) -> None:
    kick_make(alice, "Otto")
    assert alice_api.post(PRESETS, body(kickSample="Otto")).json()["kickId"] is None


def test_a_kick_of_somebody_else_is_not_there(
    alice: User, alice_api: APIClient, bob_api: APIClient, kick_make: KickMake, body: Body
) -> None:
    kick = kick_make(alice)
    theirs = bob_api.post(PRESETS, body(kickId=str(kick.pk)))
    nobodys = bob_api.post(PRESETS, body(kickId="00000000-0000-7000-8000-000000000000"))
    assert theirs.status_code == 400
    assert list(theirs.json()["extra"]["fields"]) == ["kickId"]
    assert theirs.json() == nobodys.json()
    by_name = bob_api.post(PRESETS, body(kickSample="AI: Burkhard"))
    assert (by_name.status_code, list(by_name.json()["extra"]["fields"])) == (400, ["kickSample"])


def test_a_shared_kick_is_everybodys(
    alice: User, bob_api: APIClient, kick_make: KickMake, body: Body
) -> None:
    from klangwerk.studio.kicks.sharing import kicks_share

    kick = kick_make(alice, is_shared=True)
    made = bob_api.post(PRESETS, body(kickId=str(kick.pk)))
    assert made.status_code == 201
    assert made.json()["kickSample"] == "AI: Burkhard"
    kicks_share(kicks=[kick], shared=False)
    address = f"{PRESETS}{made.json()['id']}/"
    kept = bob_api.put(address, body("Other knobs", kickId=str(kick.pk), bpm=99))
    assert kept.status_code == 200, "what a preset has, it keeps"
    assert bob_api.post(PRESETS, body("New", kickId=str(kick.pk))).status_code == 400


# --- what came with Klangwerk ----------------------------------------------------------------------------------------


def test_the_factory_presets_are_as_good_as_saved_ones(
    guest_api: APIClient, alice_api: APIClient, factory: list[str]
) -> None:
    found = guest_api.get(f"{PRESETS}?limit=200").json()["results"]
    assert 12 <= len(found) <= 15
    assert found[0]["presetName"] == "Init"
    for preset in found:
        assert (preset["isShared"], preset["isOwn"]) == (True, False)
        again = alice_api.post(PRESETS, {**preset, "presetName": f"{preset['presetName']} 2"})
        assert again.status_code == 201, again.json()


def test_init_is_the_defaults_and_the_first_sounds(guest_api: APIClient, factory: list[str]) -> None:
    from klangwerk.engines.rack.sounds import catalog

    init = guest_api.get(PRESETS).json()["results"][0]
    assert {name: init[wire_name(name)] for name in RANGES} == {
        name: found.default for name, found in RANGES.items()
    }
    stock = catalog()
    first = (stock.kicks[0].name, stock.noises[0].name, stock.reverbs[0].name)
    assert (init["kickSample"], init["noiseSample"], init["reverbSample"]) == first
