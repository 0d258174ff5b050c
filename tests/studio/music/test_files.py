"""What a track can be saved as: the zip archive, the MIDI file, and the signed links to them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from .conftest import TRACKS

if TYPE_CHECKING:
    from django.conf import LazySettings
    from rest_framework.test import APIClient

    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.music.models import Track

pytestmark = pytest.mark.django_db

Make = Callable[..., "Track"]


def body_of(answer: Any) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


@pytest.fixture
def main(alice: User, track_make: Make) -> Track:
    return track_make(alice, "Rainy lo-fi: *wet*")


@pytest.fixture
def found(main: Track, alice_api: APIClient) -> dict[str, Any]:
    answer: dict[str, Any] = alice_api.get(f"{TRACKS}{main.pk}/").json()
    return answer


def test_the_archive_has_all_files_as_they_are(
    main: Track, found: dict[str, Any], alice_api: APIClient, client: Client, media_root: Path
) -> None:
    by_link = client.get(found["stemsZipUrl"])
    by_key = alice_api.get(f"{TRACKS}{main.pk}/stems.zip", headers={"accept": "application/zip"})
    for answer in (by_link, by_key):
        assert (answer.status_code, answer["Content-Type"]) == (200, "application/zip")
        assert answer["Content-Disposition"] == 'attachment; filename="Rainy lo-fi wet.zip"'
        assert answer["Cache-Control"] == "private, no-store"
        data = body_of(answer)
        assert len(data) == int(answer["Content-Length"])
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.testzip() is None
            assert archive.namelist() == [
                "main.wav", "bass.wav", "chords.wav", "melody.wav", "percussion.wav", "track.mid",
            ]  # fmt: skip
            assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_STORED}
            assert archive.read("main.wav") == (media_root / main.asset.storage_key).read_bytes()
            assert archive.read("track.mid")[:4] == b"MThd"


def test_the_score(main: Track, found: dict[str, Any], alice_api: APIClient, client: Client) -> None:
    for answer in (client.get(found["midiUrl"]), alice_api.get(f"{TRACKS}{main.pk}/midi")):
        assert (answer.status_code, answer["Content-Type"]) == (200, "audio/midi")
        assert answer["Content-Disposition"] == 'attachment; filename="Rainy lo-fi wet.mid"'
        assert body_of(answer)[:4] == b"MThd"


def test_a_stem_leads_to_the_same_files(main: Track, found: dict[str, Any], alice_api: APIClient) -> None:
    stem = f"{TRACKS}{found['stems']['bass']}/"
    with zipfile.ZipFile(io.BytesIO(body_of(alice_api.get(f"{stem}stems.zip")))) as archive:
        assert len(archive.namelist()) == 6
    assert alice_api.get(f"{stem}midi").status_code == 200
    alice_api.delete(f"{TRACKS}{found['stems']['chords']}/")
    with zipfile.ZipFile(io.BytesIO(body_of(alice_api.get(f"{stem}stems.zip")))) as archive:
        assert "chords.wav" not in archive.namelist()


@pytest.mark.parametrize("purpose", ["stemsZipUrl", "midiUrl"])
def test_head_and_other_methods(found: dict[str, Any], client: Client, purpose: str) -> None:
    whole, head = client.get(found[purpose]), client.head(found[purpose])
    assert head.status_code == 200
    assert head["Content-Length"] == str(len(body_of(whole)))
    assert body_of(head) == b""
    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)(found[purpose]).status_code == 405


def test_links_are_for_one_thing_only(found: dict[str, Any], client: Client) -> None:
    """No part of an address can be exchanged: not the purpose, not the id, not the name, not the expiry."""
    _, media, purpose, token, name = found["stemsZipUrl"].split("/")
    assert (media, purpose) == ("media", "stems")
    sound_token, sound_name = found["audioUrl"].split("/")[2:]
    for forged in (
        f"/media/midi/{token}/{name}", f"/media/{token}/{name}", f"/media/stems/{token}/other.zip",
        f"/media/stems/{token[:-1]}{'A' if token[-1] != 'A' else 'B'}/{name}", f"/media/stems/x/{name}",
        f"/media/stems/{sound_token}/{sound_name}", f"/media/midi/{sound_token}/{sound_name}",
    ):  # fmt: skip
        answer = client.get(forged)
        assert (answer.status_code, answer.json()["code"]) == (403, "url_invalid"), forged


def test_links_end(found: dict[str, Any], client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    from klangwerk.studio.library import links

    now_s = time.time()

    class Later:
        @staticmethod
        def time() -> float:
            return now_s + 2 * 3600

    monkeypatch.setattr(links, "time", Later)
    for purpose in ("stemsZipUrl", "midiUrl"):
        answer = client.get(found[purpose])
        assert (answer.status_code, answer.json()["code"]) == (403, "url_expired")


def test_what_was_deleted(main: Track, found: dict[str, Any], alice_api: APIClient, client: Client) -> None:
    assert alice_api.delete(f"{TRACKS}{main.pk}/").status_code == 204
    for purpose in ("stemsZipUrl", "midiUrl", "audioUrl"):
        assert client.get(found[purpose]).status_code == 404


def test_a_lost_file_is_told_before_anything_is_sent(
    main: Track, found: dict[str, Any], alice_api: APIClient, client: Client, media_root: Path
) -> None:
    (media_root / main.asset.storage_key).unlink()
    assert client.get(found["stemsZipUrl"]).status_code == 404
    assert alice_api.get(f"{TRACKS}{main.pk}/stems.zip").status_code == 404


def test_a_store_that_is_away(
    main: Track, found: dict[str, Any], alice_api: APIClient, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from klangwerk.studio.library.storage import StorageUnavailable
    from klangwerk.studio.library.storage.local import LocalStore

    def away(*_: Any, **__: Any) -> None:
        raise StorageUnavailable("away")

    monkeypatch.setattr(LocalStore, "stat", away)
    for answer in (client.get(found["stemsZipUrl"]), alice_api.get(f"{TRACKS}{main.pk}/stems.zip")):
        assert (answer.status_code, answer.json()["code"]) == (503, "storage_unavailable")
        assert answer["Retry-After"]


def test_the_archive_is_not_gathered_in_memory(
    main: Track, alice_api: APIClient, settings: LazySettings
) -> None:
    """Chunks come as the store gives them."""
    from klangwerk.studio.library.storage.base import CHUNK_BYTES

    answer = alice_api.get(f"{TRACKS}{main.pk}/stems.zip")
    assert answer.streaming
    assert max(len(chunk) for chunk in answer.streaming_content) <= CHUNK_BYTES
