"""The catalog: lists that are searched, filtered and sorted, one track, renaming, favourites."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from klangwerk.studio.common.ids import uuid7

from .conftest import TRACKS

if TYPE_CHECKING:
    from rest_framework.test import APIClient

    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.music.models import Track

pytestmark = pytest.mark.django_db

TYPES = ["main", "bass", "chords", "melody", "percussion"]
Make = Callable[..., "Track"]


def listed(api: APIClient, query: str = "", field: str = "name") -> list[Any]:
    answer = api.get(f"{TRACKS}?{query}")
    assert answer.status_code == 200, answer.json()
    return [track[field] for track in answer.json()["results"]]


def test_a_track_as_clients_see_it(alice: User, alice_api: APIClient, track_make: Make) -> None:
    main = track_make(alice)
    found = alice_api.get(f"{TRACKS}{main.pk}/").json()
    generation = str(main.generation_id)
    told = {
        "id": str(main.pk), "assetId": str(main.asset_id), "type": "main", "name": "Rainy lo-fi in D minor",
        "prompt": "rainy lo-fi", "generationId": generation, "mainTrackId": str(main.pk), "genre": "lo-fi", "bpm": 80.0,
        "key": "D minor", "looping": False, "seed": 7, "format": "wav", "durationS": 0.1, "sampleRate": 44_100,
        "channels": 2, "isFavourite": False, "sizeBytes": main.asset.size_bytes,
    }  # fmt: skip
    assert {name: found[name] for name in told} == told
    assert found["metadata"]["free_form"] == {"keptAs_is": 1}, "its keys are data"
    assert list(found["stems"]) == TYPES[1:]
    assert len(base64.b64decode(found["peaks"])) % 2 == 0
    stem = alice_api.get(f"{TRACKS}{found['stems']['bass']}/").json()
    assert (stem["name"], stem["type"]) == ("Rainy lo-fi in D minor – bass", "bass")
    assert (stem["mainTrackId"], stem["generationId"]) == (str(main.pk), generation)


def test_newest_first_the_mix_before_its_stems(alice: User, alice_api: APIClient, track_make: Make) -> None:
    track_make(alice, "First")
    track_make(alice, "Second")
    assert listed(alice_api, field="type") == TYPES * 2
    assert listed(alice_api, "type=main") == ["Second", "First"]
    assert listed(alice_api, "type=main&sort=created") == ["First", "Second"]


QUESTIONS: dict[str, list[str]] = {
    "search=rain": ["Rain"],
    "search=RAIN lo": ["Rain"],
    "search=%C3%9CBER": ["Über den Wolken"],
    "search=u%CC%88ber": ["Über den Wolken"],
    "search=strings": ["Über den Wolken"],
    "search=f%23 minor": ["Hall"],
    "search=100%25": [],
    "search=_": [],
    "genre=techno": ["Hall"],
    "looping=true": ["Hall"],
    "looping=false": ["Über den Wolken", "Rain"],
    "favourite=true": ["Rain"],
    "favourite=false": ["Hall", "Über den Wolken"],
    "sort=name": ["Hall", "Rain", "Über den Wolken"],
    "sort=-name": ["Über den Wolken", "Rain", "Hall"],
    "sort=bpm": ["Über den Wolken", "Rain", "Hall"],
    "sort=-duration": ["Über den Wolken", "Hall", "Rain"],
    "sort=size": ["Rain", "Hall", "Über den Wolken"],
}


def test_searched_filtered_and_sorted(
    alice: User, alice_api: APIClient, track_make: Make, subtests: pytest.Subtests
) -> None:
    rain = track_make(alice, "Rain", bpm=80.0, genre="lo-fi", seconds=0.1)
    type(rain).objects.filter(pk=rain.pk).update(is_favourite=True)
    track_make(alice, "Über den Wolken", prompt="Strings, warm", bpm=60.0, genre="cinematic", seconds=0.3)
    track_make(
        alice, "Hall", prompt="dark", bpm=130.0, genre="techno", key="F# minor", looping=True, seconds=0.2
    )
    for query, expected in QUESTIONS.items():
        with subtests.test(query):
            assert listed(alice_api, f"type=main&{query}") == expected


def test_only_what_came_of_one_order(alice: User, alice_api: APIClient, track_make: Make) -> None:
    track_make(alice, "One")
    two = track_make(alice, "Two")
    assert listed(alice_api, f"generation={two.generation_id}", "type") == TYPES
    assert listed(alice_api, f"type=bass,melody&generation={two.generation_id}", "type") == ["bass", "melody"]
    assert listed(alice_api, f"generation={uuid7()}") == []


@pytest.mark.parametrize(
    "query",
    [
        "type=vocals", "type=main,drums", "favourite=perhaps", "looping=2", "sort=loudness","sort=--name",
        "generation=x", "limit=0", "offset=-1", f"search={'x' * 201}",
    ],
)  # fmt: skip
def test_wrong_questions(alice_api: APIClient, query: str) -> None:
    answer = alice_api.get(f"{TRACKS}?{query}")
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_input")
    assert list(answer.json()["extra"]["fields"]) == [query.partition("=")[0]]


def test_equal_ones_keep_their_order_over_pages(alice: User, alice_api: APIClient, track_make: Make) -> None:
    for _ in range(3):
        track_make(alice, bpm=100.0)
    for sort in ("bpm", "-duration", "-created"):
        whole = listed(alice_api, f"sort={sort}", "id")
        pages = [listed(alice_api, f"sort={sort}&limit=4&offset={offset}", "id") for offset in (0, 4, 8, 12)]
        assert [id for page in pages for id in page] == whole
        assert len(set(whole)) == 15


def test_a_page_takes_three_queries(
    alice: User, alice_api: APIClient, track_make: Make, django_assert_num_queries: Callable[[int], Any]
) -> None:
    for _ in range(3):
        track_make(alice)
    with django_assert_num_queries(3):  # user, count, page
        assert len(alice_api.get(TRACKS).json()["results"]) == 15


def test_no_page_sorts_the_whole_list(alice: User) -> None:
    """However far down: each order is that of an index. On PostgreSQL statistics decide, which no test has."""
    from django.db import connection

    from klangwerk.studio.music.selectors import SORTS, TrackFilter, track_list

    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL decides by statistics, which a fresh table has none of")
    for sort in SORTS:
        for sign in ("", "-"):
            plan = track_list(owner=alice, wanted=TrackFilter(sort=sign + sort))[:50].explain()
            assert "TEMP B-TREE" not in plan, (sort, plan)
            assert "music_tracks_by" in plan, (sort, plan)


# --- changing --------------------------------------------------------------------------------------------------------


def test_renamed_and_marked(alice: User, alice_api: APIClient, track_make: Make) -> None:
    main = track_make(alice)
    answer = alice_api.patch(f"{TRACKS}{main.pk}/", {"name": "  Wet streets "})
    assert (answer.status_code, answer.json()["name"]) == (200, "Wet streets")
    assert listed(alice_api, "search=wet") == ["Wet streets"]
    assert listed(alice_api, "search=rainy&type=main") == ["Wet streets"], "its prompt says so still"
    assert alice_api.patch(f"{TRACKS}{main.pk}/", {"isFavourite": True}).json()["isFavourite"]
    found = alice_api.get(f"{TRACKS}{main.pk}/").json()
    assert (found["name"], found["isFavourite"]) == ("Wet streets", True)
    assert alice_api.patch(f"{TRACKS}{main.pk}/", {}).json()["name"] == "Wet streets"


@pytest.mark.parametrize(
    "body",
    [
        {"name": ""},
        {"name": None},
        {"name": "x" * 101},
        {"name": "two\nlines"},
        {"name": []},
        {"isFavourite": 7},
    ],
)
def test_wrong_changes(alice: User, alice_api: APIClient, track_make: Make, body: dict[str, Any]) -> None:
    main = track_make(alice)
    answer = alice_api.patch(f"{TRACKS}{main.pk}/", body)
    assert answer.status_code == 400, answer.json()
    assert list(answer.json()["extra"]["fields"]) == list(body)


def test_what_is_not_the_callers_to_set(
    alice: User, alice_api: APIClient, bob: User, track_make: Make
) -> None:
    main = track_make(alice)
    before = {
        name: value for name, value in vars(type(main).objects.get(pk=main.pk)).items() if name != "_state"
    }
    forged = {
        "id": str(uuid7()), "owner": bob.pk, "ownerId": bob.pk, "assetId": str(uuid7()), "generationId": str(uuid7()),
        "type": "bass", "prompt": "forged", "seed": 1, "sizeBytes": 1, "crc32": 1, "searchText": "x", "isFavourite": True,
    }  # fmt: skip
    assert alice_api.patch(f"{TRACKS}{main.pk}/", forged).status_code == 200
    after = vars(type(main).objects.get(pk=main.pk))
    assert {name for name, value in before.items() if after[name] != value} == {"is_favourite"}


def test_peaks_and_download(alice: User, alice_api: APIClient, track_make: Make, client: Any) -> None:
    main = track_make(alice)
    found = alice_api.get(f"{TRACKS}{main.pk}/").json()
    assert alice_api.get(f"{TRACKS}{main.pk}/peaks").json() == {"peaks": found["peaks"], "durationS": 0.1}
    for accepts in ("audio/wav", "*/*", "application/json"):
        answer = alice_api.get(f"{TRACKS}{main.pk}/download", headers={"accept": accepts})
        assert (answer.status_code, answer["Cache-Control"]) == (302, "private, no-store")
    sound = client.get(answer["Location"])
    assert sound.status_code == 200
    assert len(b"".join(sound.streaming_content)) == found["sizeBytes"]
    assert 'filename="Rainy lo-fi in D minor.wav"' in sound["Content-Disposition"]
