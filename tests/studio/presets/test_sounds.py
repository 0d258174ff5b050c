"""The stock sounds: listed for everybody, served whole and in parts, and nothing else served with them."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from klangwerk.sound import io as sound_io

if TYPE_CHECKING:
    from rest_framework.test import APIClient

    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.kicks.models import Kick

pytestmark = pytest.mark.django_db

SOUNDS = "/api/sounds/"


def body_of(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


@pytest.fixture
def one(guest_api: APIClient) -> dict[str, Any]:
    """A reverb of the list."""
    found: dict[str, Any] = guest_api.get(SOUNDS).json()["reverbs"][0]
    return found


def test_the_list(guest_api: APIClient) -> None:
    from klangwerk.engines.rack.sounds import catalog

    found = guest_api.get(SOUNDS).json()
    assert set(found) == {"kicks", "noises", "reverbs", "sharedKicks"}
    stock = catalog()
    for layer in ("kicks", "noises", "reverbs"):
        assert [sound["name"] for sound in found[layer]] == [sound.name for sound in getattr(stock, layer)]
        for sound in found[layer]:
            assert set(sound) == {"name", "url", "durationS", "description"}
            assert sound["durationS"] > 0.1
    assert found["sharedKicks"] == []
    assert guest_api.get(SOUNDS, headers={"authorization": "Bearer old"}).status_code == 200


def test_every_sound_is_served_as_it_is(guest_api: APIClient, client: Client) -> None:
    found = guest_api.get(SOUNDS).json()
    urls = [sound["url"] for layer in ("kicks", "noises", "reverbs") for sound in found[layer]]
    assert len(set(urls)) == len(urls)
    for layer in ("kicks", "noises", "reverbs"):
        for sound in found[layer]:
            answer = client.get(sound["url"])
            assert answer.status_code == 200
            assert answer["Content-Type"] == "audio/flac"
            data = body_of(answer)
            assert len(data) == int(answer["Content-Length"])
            assert hashlib.sha256(data).hexdigest().startswith(sound["url"].split("/")[2])
            buffer = sound_io.read(io.BytesIO(data))
            assert (buffer.sample_rate, buffer.duration_s) == (44_100, pytest.approx(sound["durationS"]))


def test_it_may_be_kept_for_ever(client: Client, one: dict[str, Any]) -> None:
    answer = client.get(one["url"])
    body_of(answer)
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    again = client.get(one["url"], headers={"if-none-match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    head = client.head(one["url"])
    assert (head.status_code, head["Content-Length"]) == (200, answer["Content-Length"])


def test_parts(client: Client, one: dict[str, Any]) -> None:
    whole = body_of(client.get(one["url"]))
    part = client.get(one["url"], headers={"range": "bytes=10-19"})
    assert (part.status_code, body_of(part)) == (206, whole[10:20])
    assert part["Content-Range"] == f"bytes 10-19/{len(whole)}"
    assert body_of(client.get(one["url"], headers={"range": "bytes=-5"})) == whole[-5:]
    beyond = client.get(one["url"], headers={"range": f"bytes={len(whole)}-"})
    assert (beyond.status_code, beyond["Content-Range"]) == (416, f"bytes */{len(whole)}")


@pytest.mark.parametrize(
    "path",
    [
        "/sounds/", "/sounds", "/sounds/x", "/sounds/000000000000/kicks/otto.flac", "/sounds/{hash}/", "/sounds/{hash}/x.flac",
        "/sounds/{hash}/../catalog.json", "/sounds/{hash}/..%2fcatalog.json", "/sounds/{hash}/%2e%2e/catalog.json",
        "/sounds/{hash}/catalog.json", "/sounds/{hash}//etc/passwd", "/sounds/{hash}/reverbs/../{file}", "/sounds/../{file}",
        "/sounds/{hash}/{file}/", "/sounds/{hash}/{file}x",
    ],
)  # fmt: skip
def test_nothing_else_is_served(client: Client, one: dict[str, Any], path: str) -> None:
    _, _, digest, file = one["url"].split("/", 3)
    answer = client.get(path.format(hash=digest, file=file))
    assert answer.status_code == 404
    assert b"fLaC" not in answer.content


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_it_is_to_be_read(client: Client, one: dict[str, Any], method: str) -> None:
    assert getattr(client, method)(one["url"]).status_code == 405
    assert getattr(client, method)(SOUNDS).status_code == 405


def test_shared_kicks_are_in_the_list(
    alice: User, guest_api: APIClient, client: Client, kick_make: Callable[..., Kick]
) -> None:
    kick_make(alice, "AI: Private")
    for name in ("AI: Zora", "AI: anton"):
        kick_make(alice, name, is_shared=True)
    found = guest_api.get(SOUNDS).json()["sharedKicks"]
    assert [kick["name"] for kick in found] == ["AI: anton", "AI: Zora"]
    assert set(found[0]) == {"id", "name", "audioUrl", "durationS"}
    assert client.head(found[0]["audioUrl"]).status_code == 200


def test_the_list_takes_one_query(
    alice: User, guest_api: APIClient, kick_make: Callable[..., Kick],
    django_assert_num_queries: Callable[[int], Any],
) -> None:  # fmt: skip
    for number in range(4):
        kick_make(alice, f"AI: {number}", is_shared=True)
    with django_assert_num_queries(1):
        guest_api.get(SOUNDS)
