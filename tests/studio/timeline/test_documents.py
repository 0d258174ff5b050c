"""What an arrangement may hold: strict, bounded, and told by name where it is wrong."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from klangwerk.studio.timeline import limits

from .conftest import BEAT, PROJECTS

if TYPE_CHECKING:
    from rest_framework.test import APIClient

    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.library.models import Asset

pytestmark = pytest.mark.django_db

Make = Callable[..., dict[str, Any]]
HOUR = limits.FRAMES_MAX
NOT_WHOLE: list[Any] = ["7", 7.0, 7.5, True, None, [], {}, "x"]
NOT_NUMBERS: list[Any] = ["1", True, None, [], {}, "NaN"]
NOT_FLAGS: list[Any] = ["true", 1, 0, None, [], {}]
NOT_IDS: list[Any] = ["", " ", "a b", "ä", "x" * 65, None, [], {}, "a\n", "../x", True]

WRONG: dict[str, dict[str, list[Any]]] = {
    "project": {
        "name": ["", " ", None, "x" * 101, "two\nlines", "\u200b", [], {}],
        "bpm": [0, 19.9, 400.1, -120, *NOT_NUMBERS],
        "beatsPerBar": [0, 17, -4, *NOT_WHOLE],
        "version": [0, -1, 2**31, *NOT_WHOLE],
        "loop": [None, [], "x", {}, 7],
        "tracks": [None, {}, "x", 7, [None], ["x"], [[]], [{}]],
    },
    "loop": {
        "enabled": NOT_FLAGS,
        "startFrames": [-1, HOUR + 1, *NOT_WHOLE],
        "stopFrames": [-1, HOUR + 1, *NOT_WHOLE],
    },
    "track": {
        "id": NOT_IDS,
        "name": [None, "x" * 121, "two\nlines", [], {}],
        "type": ["vocals", "", None, 7, [], {}],
        "gainDb": [-120.1, 24.1, *NOT_NUMBERS],
        "pan": [-1.01, 1.01, *NOT_NUMBERS],
        "muted": NOT_FLAGS,
        "soloed": NOT_FLAGS,
        "clips": [None, {}, "x", 7, [None], ["x"], [[]]],
    },
    "clip": {
        "id": NOT_IDS,
        "assetId": ["", "x", None, 7, [], {}],
        "name": [None, "x" * 121, "two\nlines", [], {}],
        "startFrames": [-1, HOUR + 1, *NOT_WHOLE],
        "offsetFrames": [-1, HOUR + 1, *NOT_WHOLE],
        "lengthFrames": [0, -1, HOUR + 1, *NOT_WHOLE],
        "gainDb": [-120.1, 24.1, *NOT_NUMBERS],
        "fadeInFrames": [-1, BEAT + 1, *NOT_WHOLE],
        "fadeOutFrames": [-1, BEAT + 1, *NOT_WHOLE],
    },
}


@pytest.fixture
def whole(alice: User, asset_make: Callable[..., Asset], clip: Make, row: Make, body: Make) -> dict[str, Any]:
    return body(1, row("r", clip("a", asset_make(alice))))


@pytest.fixture
def address(alice_api: APIClient) -> str:
    return f"{PROJECTS}{alice_api.post(PROJECTS, {}).json()['id']}/"


def part_of(body: dict[str, Any], part: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "project": body,
        "loop": body["loop"],
        "track": body["tracks"][0],
        "clip": body["tracks"][0]["clips"][0],
    }[part]
    return found


@pytest.mark.parametrize("part", WRONG)
def test_every_field_is_held_to_its_kind_and_bounds(
    alice_api: APIClient, address: str, whole: dict[str, Any], part: str
) -> None:
    for field, values in WRONG[part].items():
        for value in values:
            sent = copy.deepcopy(whole)
            part_of(sent, part)[field] = value
            answer = alice_api.put(address, sent)
            assert (answer.status_code, answer.json()["code"]) == (400, "invalid_input"), (part, field, value)
            assert f'"{field}"' in answer.content.decode(), (part, field, value, answer.content)
        sent = copy.deepcopy(whole)
        del part_of(sent, part)[field]
        assert alice_api.put(address, sent).status_code == 400, (part, field, "left out")
    assert alice_api.get(address).json()["version"] == 1
    assert alice_api.put(address, whole).status_code == 200


def test_bounds_that_are_allowed(alice_api: APIClient, address: str, whole: dict[str, Any]) -> None:
    part_of(whole, "clip").update(
        startFrames=HOUR - BEAT,
        offsetFrames=HOUR,
        fadeInFrames=BEAT,
        fadeOutFrames=BEAT,
        gainDb=-120,
        name="",
    )
    part_of(whole, "track").update(pan=1, gainDb=24, name="")
    whole.update(bpm=400, beatsPerBar=16, loop={"enabled": False, "startFrames": HOUR, "stopFrames": HOUR})
    answer = alice_api.put(address, whole)
    assert answer.status_code == 200, answer.json()
    assert answer.json()["durationS"] == 3600.0


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e999", "99999999999999999999"])
def test_numbers_that_json_does_not_have(alice_api: APIClient, address: str, number: str) -> None:
    for field in ("bpm", "version", "beatsPerBar"):
        body = f'{{"{field}": {number}}}'
        assert alice_api.generic("PUT", address, body, content_type="application/json").status_code == 400


def test_ids_are_given_once(alice_api: APIClient, address: str, whole: dict[str, Any]) -> None:
    twice = copy.deepcopy(whole)
    twice["tracks"].append({**twice["tracks"][0], "clips": []})
    answer = alice_api.put(address, twice)
    assert answer.json()["extra"]["fields"] == {"tracks": ["Two tracks have the id “r”."]}
    twice["tracks"][1] = {**twice["tracks"][0], "id": "s"}
    answer = alice_api.put(address, twice)
    assert answer.json()["extra"]["fields"] == {"tracks": ["Two clips have the id “a”."]}


def test_a_loop_goes_forward(alice_api: APIClient, address: str, whole: dict[str, Any]) -> None:
    whole["loop"] = {"enabled": True, "startFrames": 2, "stopFrames": 1}
    assert "stopFrames" in alice_api.put(address, whole).json()["extra"]["fields"]["loop"]


def test_the_largest_project(
    alice: User,
    alice_api: APIClient,
    address: str,
    asset_make: Callable[..., Asset],
    clip: Make,
    row: Make,
    body: Make,
) -> None:
    asset = asset_make(alice)
    clips = [clip(f"c{number}", asset, startFrames=number) for number in range(limits.CLIPS_MAX)]
    rows = [row(f"r{number}") for number in range(limits.TRACKS_MAX - 1)]
    largest = body(1, row("full", *clips), *rows)
    answer = alice_api.put(address, largest)
    assert answer.status_code == 200, answer.content[:300]
    assert (answer.json()["trackCount"], answer.json()["clipCount"]) == (limits.TRACKS_MAX, limits.CLIPS_MAX)
    assert len(alice_api.get(address).json()["tracks"][0]["clips"]) == limits.CLIPS_MAX
    largest["version"] = 2
    largest["tracks"][1]["clips"] = [clip("more", asset)]
    assert "2000 clips" in alice_api.put(address, largest).json()["extra"]["fields"]["tracks"][0]
    largest["tracks"][1]["clips"] = []
    largest["tracks"].append(row("one_more"))
    assert alice_api.put(address, largest).status_code == 400
    assert alice_api.get(address).json()["version"] == 2


def test_names_may_come_in_either_case_and_more_is_not_kept(
    alice_api: APIClient, address: str, whole: dict[str, Any]
) -> None:
    part_of(whole, "clip")["secret"] = "x"
    part_of(whole, "clip")["trackId"] = "not read"
    part_of(whole, "clip")["start_frames"] = part_of(whole, "clip").pop("startFrames")
    whole["owner"] = 7
    answer = alice_api.put(address, whole)
    assert answer.status_code == 200, answer.json()
    assert answer.json()["tracks"][0]["clips"][0]["trackId"] is None
    assert "secret" not in answer.content.decode()
