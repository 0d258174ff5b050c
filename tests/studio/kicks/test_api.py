"""List, get, rename, favourite, delete, words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from klangwerk.studio.kicks import usage
from tests.studio.job_files import files

from .conftest import KICKS

if TYPE_CHECKING:
    from rest_framework.test import APIClient

    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.kicks.models import Kick

pytestmark = pytest.mark.django_db

KickMake = Callable[..., "Kick"]


def address(kick: Kick) -> str:
    return f"{KICKS}{kick.pk}/"


def names(api: APIClient, query: str = "") -> list[str]:
    response = api.get(f"{KICKS}{query}")
    assert response.status_code == 200, response.json()
    return [kick["name"] for kick in response.json()["kicks"]]


@pytest.fixture
def three(alice: User, kick_make: KickMake) -> list[Kick]:
    kicks = [
        kick_make(alice, prompt=prompt, seed=seed)
        for seed, prompt in enumerate(["deep house", "808", "techno"])
    ]
    for kick, name in zip(kicks, ["Berta", "Caesar", "Anton"], strict=True):
        kick.name = name
        kick.is_favourite = name == "Caesar"
        kick.save()
    return kicks


def test_newest_first(alice_api: APIClient, three: list[Kick]) -> None:
    assert names(alice_api) == ["Anton", "Caesar", "Berta"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?ordering=name", ["Anton", "Berta", "Caesar"]),
        ("?ordering=-name", ["Caesar", "Berta", "Anton"]),
        ("?ordering=createdAt", ["Berta", "Caesar", "Anton"]),
        ("?ordering=-isFavourite&limit=1", ["Caesar"]),
        ("?favourite=true", ["Caesar"]),
        ("?favourite=false", ["Anton", "Berta"]),
        ("?search=tech", ["Anton"]),
        ("?search=HOUSE", ["Berta"]),
        ("?search=caes", ["Caesar"]),
        ("?search=deep%20berta", ["Berta"]),
        ("?search=nothing", []),
        ("?search=%25", []),
        ("?limit=2", ["Anton", "Caesar"]),
        ("?limit=2&offset=2", ["Berta"]),
        ("?offset=50", []),
    ],
)
def test_filters(alice_api: APIClient, three: list[Kick], query: str, expected: list[str]) -> None:
    assert names(alice_api, query) == expected


def test_pages_are_linked(alice_api: APIClient, three: list[Kick]) -> None:
    page = alice_api.get(f"{KICKS}?limit=2&ordering=name").json()
    assert page["count"] == 3
    assert page["previous"] is None
    assert "offset=2" in page["next"]
    assert "ordering=name" in page["next"]
    assert names(alice_api, "?" + page["next"].split("?")[1]) == ["Caesar"]


def test_the_list_takes_few_queries(
    alice_api: APIClient, three: list[Kick], django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    with django_assert_max_num_queries(6):  # user, limits, count, page
        alice_api.get(KICKS)


def test_every_address_works_without_the_slash(alice_api: APIClient, kick: Kick) -> None:
    assert alice_api.get("/api/kicks").status_code == 200
    assert alice_api.get(address(kick).rstrip("/")).status_code == 200
    assert alice_api.get("/api/kicks/words").status_code == 200
    assert alice_api.post("/api/kicks/generate", {}, headers={"prefer": "wait=0"}).status_code == 202


def test_get(alice_api: APIClient, kick: Kick, client: Client) -> None:
    found = alice_api.get(address(kick)).json()
    assert found["id"] == str(kick.pk)
    response = client.get(found["downloadUrl"])
    assert response["Content-Disposition"].startswith("attachment; filename=")
    assert len(b"".join(response.streaming_content)) == found["sizeBytes"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("Wumms", "Wumms"),
        ("  Wumms  2 ", "Wumms  2"),
        ("x" * 64, "x" * 64),
        ("Größe 😀 «laut»", "Größe 😀 «laut»"),
        ("Gro\u0308ße", "Größe"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        ("7", "7"),
    ],
)
def test_rename(alice_api: APIClient, kick: Kick, name: str, stored: str) -> None:
    response = alice_api.patch(address(kick), {"name": name})
    assert response.status_code == 200, response.json()
    assert response.json()["name"] == stored
    assert names(alice_api) == [stored]


@pytest.mark.parametrize(
    "name",
    [
        "",
        "   ",
        "x" * 65,
        "two\nlines",
        "tab\there",
        "a\u2028b",
        "\u200b",
        "\u202e",
        "\u0301",
        None,
        [],
        {},
        True,
    ],
)
def test_names_that_are_none(alice_api: APIClient, kick: Kick, name: object) -> None:
    response = alice_api.patch(address(kick), {"name": name})
    assert response.status_code == 400, response.json()
    found = response.json()
    assert found["code"] == "invalid_input"
    assert found["extra"]["fields"]["name"]
    assert alice_api.get(address(kick)).json()["name"] == kick.name


def test_a_name_is_taken_once_per_user(
    alice_api: APIClient, bob: User, bob_api: APIClient, three: list[Kick], kick_make: KickMake
) -> None:
    response = alice_api.patch(address(three[0]), {"name": " Anton "})
    assert response.status_code == 400
    assert response.json()["code"] == "kick_name_taken"
    assert "Anton" in response.json()["message"]
    assert alice_api.patch(address(three[0]), {"name": "Berta"}).status_code == 200, "its own name is free"
    assert bob_api.patch(address(kick_make(bob)), {"name": "Anton"}).status_code == 200


def test_favourite(alice_api: APIClient, kick: Kick) -> None:
    assert alice_api.patch(address(kick), {"isFavourite": True}).json()["isFavourite"] is True
    assert alice_api.patch(address(kick), {"is_favourite": False}).json()["isFavourite"] is False
    assert alice_api.patch(address(kick), {}).json()["name"] == kick.name
    assert alice_api.patch(address(kick), {"isFavourite": "perhaps"}).status_code == 400


def test_what_may_not_be_changed_is_not(alice_api: APIClient, kick: Kick) -> None:
    before = alice_api.get(address(kick)).json()
    alice_api.patch(address(kick), {"seed": 99, "prompt": "other", "id": "x", "owner": 7, "latent": ""})
    assert alice_api.get(address(kick)).json() == before


@pytest.mark.django_db(transaction=True)
def test_delete_takes_row_file_and_addresses(
    alice_api: APIClient, kick: Kick, client: Client, media_root: Path
) -> None:
    found = alice_api.get(address(kick)).json()
    response = alice_api.delete(address(kick))
    assert response.status_code == 200
    assert response.json() == {"totalGensCount": 0}
    assert not files(media_root)
    for field in ("audioUrl", "downloadUrl"):
        assert client.get(found[field]).status_code == 404
    assert alice_api.get(address(kick)).status_code == 404
    assert alice_api.delete(address(kick)).status_code == 404


@pytest.fixture
def presets() -> Iterator[list[usage.Use | usage.OthersUse]]:
    """Stands for what an app above registers."""
    uses: list[usage.Use | usage.OthersUse] = [
        usage.Use("presets", "1", "Init"),
        usage.Use("presets", "2", "Warehouse"),
    ]

    def uses_of(kick: Kick) -> list[usage.Use | usage.OthersUse]:
        return uses

    usage.register(uses_of)
    yield uses
    usage.unregister(uses_of)


def test_a_kick_in_use_is_deleted_only_when_confirmed(
    alice_api: APIClient, kick: Kick, presets: list[usage.Use | usage.OthersUse]
) -> None:
    for query in ("", "?confirm=false", "?confirm=0"):
        response = alice_api.delete(address(kick) + query)
        assert response.status_code == 409
        found = response.json()
        assert found["code"] == "kick_in_use"
        assert found["extra"]["presets"] == [{"id": "1", "name": "Init"}, {"id": "2", "name": "Warehouse"}]
        assert "Warehouse" in found["message"]
    assert alice_api.delete(address(kick) + "?confirm=maybe").status_code == 400
    assert alice_api.get(address(kick)).status_code == 200
    assert alice_api.delete(address(kick) + "?confirm=true").json() == {"totalGensCount": 0}


def test_the_uses_of_others_are_only_counted(
    alice_api: APIClient, kick: Kick, presets: list[usage.Use | usage.OthersUse]
) -> None:
    presets.append(usage.OthersUse("presets", 3))
    found = alice_api.delete(address(kick)).json()
    assert found["extra"]["ofOthers"] == {"presets": 3}
    assert "Init, Warehouse and 3 presets of other people" in found["message"]
    presets[:] = [usage.OthersUse("presets", 1)]
    found = alice_api.delete(address(kick)).json()
    assert found["extra"] == {"ofOthers": {"presets": 1}}
    assert "used by 1 preset of other people." in found["message"]


def test_a_shared_kick_is_not_deleted(alice_api: APIClient, kick: Kick) -> None:
    assert alice_api.get(address(kick)).json()["isShared"] is False
    kick.is_shared = True
    kick.save()
    for query in ("", "?confirm=true"):
        answer = alice_api.delete(address(kick) + query)
        assert (answer.status_code, answer.json()["code"]) == (403, "kick_shared")
    assert alice_api.patch(address(kick), {"isShared": False}).json()["isShared"] is True
    assert alice_api.patch(address(kick), {"name": "Still mine"}).status_code == 200


def test_words_are_for_everybody(guest_api: APIClient) -> None:
    response = guest_api.get("/api/kicks/words/")
    assert response.status_code == 200
    found = response.json()
    assert len(found["words"]) >= 80
    assert {"word", "group", "synonyms", "opposite"} == set(found["words"][0])
    assert found["sliders"]["lengthS"] == {"low": 0.05, "high": 1.8, "unit": "s", "label": "Length"}
    assert set(found["sliders"]) == {"lengthS", "pitchHz", "punch", "drive", "brightness", "noise"}
    assert found["defaults"]["steps"] == 8
    assert found["defaults"]["prompt"] == "hit house"
    assert "max-age" in response["Cache-Control"]


def test_words_do_not_mind_a_bad_token(guest_api: APIClient) -> None:
    assert guest_api.get("/api/kicks/words/", headers={"authorization": "Bearer old"}).status_code == 200


def test_examples_are_understood_by_the_engine(guest_api: APIClient) -> None:
    from klangwerk.engines.kick.prompt import parse

    for example in guest_api.get("/api/kicks/words/").json()["examples"]:
        parsed = parse(example)
        assert parsed.words, example
        assert not parsed.ignored, (example, parsed.ignored)


def test_the_admin_shows_kicks_and_deletes_their_files(
    boss: Client,
    kick: Kick,
    media_root: Path,
    django_capture_on_commit_callbacks: Any,
) -> None:
    assert kick.name in boss.get("/admin/kicks/kick/").content.decode()
    assert "<audio" in boss.get(f"/admin/kicks/kick/{kick.pk}/change/").content.decode()
    for page in (
        "library/asset/",
        f"library/asset/{kick.asset_id}/change/",
        "kicks/usageentry/",
        "kicks/usageday/",
    ):
        assert boss.get(f"/admin/{page}").status_code == 200, page
    with django_capture_on_commit_callbacks(execute=True):
        boss.post(f"/admin/kicks/kick/{kick.pk}/delete/", {"post": "yes"})
    assert not files(media_root)
