"""Projects as DAWproject files: out and back, by their owner, by somebody else, and from files that are wrong."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from .conftest import PROJECTS

if TYPE_CHECKING:
    from django.conf import LazySettings
    from rest_framework.test import APIClient

    from klangwerk.sound import AudioBuffer
    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.library.models import Asset
    from klangwerk.studio.music.models import Track

pytestmark = pytest.mark.django_db

IMPORT = f"{PROJECTS}import/"
Make = Callable[..., dict[str, Any]]


def body_of(answer: Any) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def sent(api: APIClient, data: bytes, **more: Any) -> Any:
    return multipart(api, {"file": SimpleUploadedFile("x.dawproject", data), **more})


def multipart(api: APIClient, fields: dict[str, Any]) -> Any:
    return api.generic("POST", IMPORT, encode_multipart(BOUNDARY, fields), content_type=MULTIPART_CONTENT)


def imported(api: APIClient, data: bytes) -> dict[str, Any]:
    answer = sent(api, data)
    assert answer.status_code == 201, answer.json()
    found: dict[str, Any] = answer.json()
    return found


def exported(api: APIClient, project: dict[str, Any]) -> bytes:
    answer = api.get(f"{PROJECTS}{project['id']}/dawproject")
    assert answer.status_code == 200, answer.content
    return body_of(answer)


def noise(channels: int = 2, rate: int = 44_100, seconds: float = 0.5, seed: int = 1) -> AudioBuffer:
    from klangwerk.sound import AudioBuffer

    samples = np.random.default_rng(seed).uniform(-0.5, 0.5, (channels, round(rate * seconds)))
    return AudioBuffer(samples.astype(np.float32), rate)


def stored(user: User, sound: AudioBuffer, format: str = "wav", kind: str = "upload") -> Asset:
    from klangwerk.studio.library.services import asset_commit, asset_stage

    return asset_commit(asset_stage(owner_id=user.pk, kind=kind, source=sound, format=format))


def rewritten(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """The file with its parts changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


def files_in(root: Path) -> set[str]:
    return {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}


def without_ids(found: dict[str, Any]) -> dict[str, Any]:
    """All that a file keeps of a project."""
    tracks = [
        {**track, "id": "", "clips": [{**clip, "id": ""} for clip in track["clips"]]}
        for track in found["tracks"]
    ]
    return {
        **{name: found[name] for name in ("name", "bpm", "beatsPerBar", "trackCount", "clipCount")},
        "tracks": tracks,
    }


@pytest.fixture
def assets(alice: User, track_make: Callable[..., Track]) -> dict[str, Asset]:
    """A track of the catalog, and sounds of other rates and layouts."""
    return {
        "track": track_make(alice, seconds=0.5).asset,
        "mono": stored(alice, noise(1, seed=2)),
        "high": stored(alice, noise(2, 48_000, seed=3), "flac"),
    }


@pytest.fixture
def project(
    alice_api: APIClient, assets: dict[str, Asset], clip: Make, row: Make, body: Make
) -> dict[str, Any]:
    """A project with something of everything."""
    rows = [
        row(
            "r1",
            clip(
                "a", assets["track"], startFrames=12_345, offsetFrames=777, lengthFrames=9_001, gainDb=-6.5, fadeInFrames=441,
                fadeOutFrames=1_001,
            ),
            clip("b", assets["track"], startFrames=30_001, lengthFrames=20_000),
            clip("c", assets["mono"], startFrames=31_000, lengthFrames=15_003),  # overlaps the one before
            type="main", gainDb=-3.25, pan=-0.5,
        ),
        row("r2", clip("d", assets["high"], startFrames=3, lengthFrames=22_050), type="percussion", muted=True),
        row("r3", type="kick", soloed=True, pan=1.0),
    ]  # fmt: skip
    begun = alice_api.post(PROJECTS, {}).json()
    answer = alice_api.put(
        f"{PROJECTS}{begun['id']}/", body(1, *rows, bpm=123.4, beatsPerBar=3, name="Night: drive")
    )
    assert answer.status_code == 200, answer.json()
    saved: dict[str, Any] = answer.json()
    return saved


# --- out -------------------------------------------------------------------------------------------------------------


def test_the_file_is_the_project_to_the_frame_and_its_sounds_to_24_bits(
    alice_api: APIClient, project: dict[str, Any], assets: dict[str, Asset]
) -> None:
    from klangwerk.engines.arrangement.dawproject.reading import read
    from klangwerk.studio.library.selectors import asset_audio

    found = read(io.BytesIO(exported(alice_api, project)))
    arrangement = found.arrangement
    assert (arrangement.name, arrangement.bpm, arrangement.beats_per_bar) == ("Night: drive", 123.4, 3)
    assert [lane.colour for lane in arrangement.lanes] == ["#4c8dff", "#ff9b45", "#f2c14e"]
    for lane, track in zip(arrangement.lanes, project["tracks"], strict=True):
        assert (lane.name, lane.muted, lane.soloed) == (track["name"], track["muted"], track["soloed"])
        assert (lane.gain_db, lane.pan) == (pytest.approx(track["gainDb"]), pytest.approx(track["pan"]))
        for got, clip in zip(lane.clips, track["clips"], strict=True):
            assert got.source.split("/")[1] == clip["assetId"]
            assert (got.start_frames, got.offset_frames, got.length_frames) == (
                clip["startFrames"], clip["offsetFrames"], clip["lengthFrames"],
            )  # fmt: skip
            assert (got.fade_in_frames, got.fade_out_frames) == (clip["fadeInFrames"], clip["fadeOutFrames"])
            assert got.gain_db == pytest.approx(clip["gainDb"])
    by_id = {str(asset.pk): asset for asset in assets.values()}
    for source in arrangement.sources():
        audio, asset = found.audio(source), by_id[source.split("/")[1]]
        assert (audio.sample_rate, audio.channels) == (asset.sample_rate, asset.channels)
        assert np.abs(audio.samples - asset_audio(asset).samples).max() < 2**-23


def test_by_key_and_by_link(
    alice_api: APIClient, project: dict[str, Any], client: Client, guest_api: APIClient
) -> None:
    by_link = client.get(project["dawprojectUrl"])
    by_key = alice_api.get(f"{PROJECTS}{project['id']}/dawproject/", headers={"accept": "application/zip"})
    bodies = []
    for answer in (by_link, by_key):
        assert (answer.status_code, answer["Content-Type"]) == (200, "application/octet-stream")
        assert answer["Content-Disposition"] == 'attachment; filename="Night drive.dawproject"'
        assert answer["Cache-Control"] == "private, no-store"
        assert answer.streaming, "nobody gathers it in memory"
        bodies.append(body_of(answer))
        assert len(bodies[-1]) == int(answer["Content-Length"])
    assert bodies[0] == bodies[1], "the same project is the same file"
    for head in (
        client.head(project["dawprojectUrl"]),
        alice_api.head(f"{PROJECTS}{project['id']}/dawproject/"),
    ):
        assert (head.status_code, head["Content-Length"]) == (200, str(len(bodies[0])))
        assert body_of(head) == b""
    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)(project["dawprojectUrl"]).status_code == 405
    assert guest_api.get(f"{PROJECTS}{project['id']}/dawproject/").status_code == 401


def test_a_project_without_anything(alice_api: APIClient) -> None:
    empty = alice_api.post(PROJECTS, {"name": "Nothing"}).json()
    assert imported(alice_api, exported(alice_api, empty))["tracks"] == []


def test_what_is_not_there_is_left_out(
    alice_api: APIClient, project: dict[str, Any], assets: dict[str, Asset], media_root: Path
) -> None:
    from klangwerk.engines.arrangement.dawproject.reading import read

    def clips() -> list[str]:
        lanes = read(io.BytesIO(exported(alice_api, project))).arrangement.lanes
        assert len(lanes) == 3
        return [clip.name for lane in lanes for clip in lane.clips]

    assert clips() == ["clip a", "clip b", "clip c", "clip d"]
    assets["mono"].delete()
    assert clips() == ["clip a", "clip b", "clip d"]
    (media_root / assets["high"].storage_key).write_bytes(b"no sound at all")
    assert clips() == ["clip a", "clip b"]
    (media_root / assets["track"].storage_key).unlink()
    assert clips() == []


def test_a_store_that_is_away(
    alice_api: APIClient, project: dict[str, Any], client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from klangwerk.studio.library.storage import StorageUnavailable
    from klangwerk.studio.library.storage.local import LocalStore

    whole = exported(alice_api, project)

    def away(*_: Any, **__: Any) -> None:
        raise StorageUnavailable("away")

    foreign = rewritten(whole, lambda parts: moved(parts))
    for method in ("stat", "read"):
        with monkeypatch.context() as patched:
            patched.setattr(LocalStore, method, away)
            for answer in (
                client.get(project["dawprojectUrl"]),
                alice_api.get(f"{PROJECTS}{project['id']}/dawproject/"),
            ):
                assert (answer.status_code, answer.json()["code"]) == (503, "storage_unavailable")
                assert answer["Retry-After"]
    monkeypatch.setattr(LocalStore, "put", away)
    answer = sent(alice_api, foreign)
    assert (answer.status_code, answer.json()["code"]) == (503, "storage_unavailable")
    assert alice_api.get(PROJECTS).json()["count"] == 1


def test_more_than_a_file_is_made_of(
    alice_api: APIClient, project: dict[str, Any], client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from klangwerk.studio.timeline import export

    monkeypatch.setattr(export, "BYTES_MAX", 100_000)
    for answer in (
        client.get(project["dawprojectUrl"]),
        alice_api.get(f"{PROJECTS}{project['id']}/dawproject/"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (409, "dawproject_too_large")


def test_links_are_for_one_thing_and_end(
    project: dict[str, Any], client: Client, monkeypatch: pytest.MonkeyPatch, alice_api: APIClient
) -> None:
    import time

    from klangwerk.studio.library import links

    _, media, purpose, token, name = project["dawprojectUrl"].split("/")
    assert (media, purpose) == ("media", "dawproject")
    sound = next(iter(project["assets"].values()))["audioUrl"].split("/")
    for forged in (
        f"/media/stems/{token}/{name}", f"/media/{token}/{name}", f"/media/dawproject/{token}/other.dawproject",
        f"/media/dawproject/{token[:-1]}{'A' if token[-1] != 'A' else 'B'}/{name}", f"/media/dawproject/x/{name}",
        f"/media/dawproject/{sound[2]}/{sound[3]}",
    ):  # fmt: skip
        answer = client.get(forged)
        assert (answer.status_code, answer.json()["code"]) == (403, "url_invalid"), forged
    now_s = time.time()

    class Later:
        @staticmethod
        def time() -> float:
            return now_s + 2 * 3600

    with monkeypatch.context() as patched:
        patched.setattr(links, "time", Later)
        answer = client.get(project["dawprojectUrl"])
    assert (answer.status_code, answer.json()["code"]) == (403, "url_expired")
    alice_api.delete(f"{PROJECTS}{project['id']}/")
    assert client.get(project["dawprojectUrl"]).status_code == 404


def test_a_strangers_project_is_not_there(bob_api: APIClient, project: dict[str, Any]) -> None:
    answer = bob_api.get(f"{PROJECTS}{project['id']}/dawproject/")
    nobodys = bob_api.get(f"{PROJECTS}00000000-0000-7000-8000-000000000000/dawproject/")
    assert (answer.status_code, answer.json()) == (404, nobodys.json())


# --- and back --------------------------------------------------------------------------------------------------------


def test_ones_own_file_comes_back_with_the_same_sounds(
    alice_api: APIClient, project: dict[str, Any], media_root: Path
) -> None:
    from klangwerk.studio.library.models import Asset

    files, rows = files_in(media_root), Asset.objects.count()
    found = imported(alice_api, exported(alice_api, project))
    assert found["leftOut"] == []
    assert found["id"] != project["id"]
    assert without_ids(found) == without_ids(project)
    assert set(found["assets"]) == set(project["assets"])
    assert (files_in(media_root), Asset.objects.count()) == (files, rows), "nothing is stored twice"
    assert alice_api.get(f"{PROJECTS}{found['id']}/").json() == {
        name: value for name, value in found.items() if name != "leftOut"
    }
    assert (found["version"], found["loop"]["enabled"]) == (1, False)
    assert found["loop"]["stopFrames"] == round(4 * 3 * 60 / 123.4 * 44_100)


@pytest.mark.parametrize("format", ["mp3", "m4a"])
def test_lossy_sounds_are_known_again(
    alice: User, alice_api: APIClient, clip: Make, row: Make, format: str
) -> None:
    asset = stored(alice, noise(), format)
    begun = alice_api.post(PROJECTS, {"tracks": [row("r", clip("a", asset))]}).json()
    found = imported(alice_api, exported(alice_api, begun))
    assert without_ids(found) == without_ids(begun)
    assert set(found["assets"]) == {str(asset.pk)}


def test_somebody_elses_file_brings_its_sounds_along(
    alice_api: APIClient, bob: User, bob_api: APIClient, project: dict[str, Any], assets: dict[str, Asset], client: Client,
) -> None:  # fmt: skip
    from klangwerk.studio.library.models import Asset
    from klangwerk.studio.library.selectors import asset_audio

    before = alice_api.get(f"{PROJECTS}{project['id']}/").json()
    found = imported(bob_api, exported(alice_api, project))
    bobs = {str(asset.pk): asset for asset in Asset.objects.filter(owner=bob)}
    assert set(found["assets"]) == set(bobs)
    assert len(bobs) == 3
    assert {asset.format for asset in bobs.values()} == {"flac"}
    told = {(sound["name"], sound["type"], sound["missing"]) for sound in found["assets"].values()}
    # A sound is one of several clips of several tracks: it is called as the first.
    assert told == {("clip a", "main", False), ("clip c", "main", False), ("clip d", "percussion", False)}
    for sound in found["assets"].values():
        assert client.head(sound["audioUrl"]).status_code == 200
    for track, original in zip(found["tracks"], project["tracks"], strict=True):
        for got, clip in zip(track["clips"], original["clips"], strict=True):
            same = {**clip, "id": "", "assetId": "", "trackId": None}
            assert {**got, "id": "", "assetId": ""} == same
    mono = bobs[found["tracks"][0]["clips"][2]["assetId"]]
    assert (mono.channels, mono.sample_rate) == (1, 44_100)
    assert np.abs(asset_audio(mono).samples - asset_audio(assets["mono"]).samples).max() < 2**-22
    high = bobs[found["tracks"][1]["clips"][0]["assetId"]]
    assert (high.channels, high.sample_rate) == (2, 48_000)
    assert alice_api.get(f"{PROJECTS}{project['id']}/").json() == before


def test_a_sound_of_another_length_is_another(
    alice_api: APIClient, project: dict[str, Any], assets: dict[str, Asset]
) -> None:
    from klangwerk.sound import io as sound_io
    from klangwerk.studio.timeline.models import ImportedSound

    def longer(parts: dict[str, bytes]) -> None:
        (name,) = (name for name in parts if str(assets["mono"].pk) in name)
        parts[name] = sound_io.encode(noise(1, seconds=1.0), format="wav")

    found = imported(alice_api, rewritten(exported(alice_api, project), longer))
    assert len(set(found["assets"]) - set(project["assets"])) == 1
    assert ImportedSound.objects.get().asset.duration_s == 1.0


def moved(parts: dict[str, bytes]) -> None:
    """As another program writes it: the sounds in a place of its own."""
    for name in list(parts):
        if name.startswith("audio/"):
            _, id, file = name.split("/")
            parts[f"samples/{id} {file}"] = parts.pop(name)
            parts["project.xml"] = parts["project.xml"].replace(
                f"audio/{id}/".encode(), f"samples/{id} ".encode()
            )


def test_another_programs_file(alice_api: APIClient, project: dict[str, Any]) -> None:
    def theirs(parts: dict[str, bytes]) -> None:
        moved(parts)
        root = ET.fromstring(parts["project.xml"])
        for track, colour in zip(root.iterfind("Structure/Track"), ("#123456", "#35c9e0", ""), strict=False):
            track.set("color", colour)
        channel = root.find("Structure/Track/Channel")
        assert channel is not None
        ET.SubElement(ET.SubElement(channel, "Devices"), "Compressor")
        tempo = root.find("Transport/Tempo")
        assert tempo is not None
        tempo.set("value", "600")
        clip = root.find("Arrangement/Lanes/Lanes/Clips/Clip")
        assert clip is not None
        clip.set("time", "36001")  # beats, at 600 a minute: an hour and a bit
        parts["project.xml"] = ET.tostring(root)

    found = imported(alice_api, rewritten(exported(alice_api, project), theirs))
    assert found["bpm"] == 400
    assert [track["type"] for track in found["tracks"]] == ["upload", "bass", "upload"]
    assert found["leftOut"][0] == "Left out: devices and plug-ins."
    assert "600 bpm" in found["leftOut"][-1] or any("600 bpm" in line for line in found["leftOut"])
    assert found["durationS"] <= 3600


def test_names_are_cleaned(alice_api: APIClient, project: dict[str, Any]) -> None:
    def renamed(parts: dict[str, bytes]) -> None:
        root = ET.fromstring(parts["project.xml"])
        names = iter(["\u0085\u2028", "two\nlines", "x" * 500])
        for track in list(root.iterfind("Structure/Track"))[:3]:
            track.set("name", next(names))
        parts["project.xml"] = ET.tostring(root)
        parts["metadata.xml"] = "<MetaData><Title>\u200b</Title></MetaData>".encode()

    found = imported(alice_api, rewritten(exported(alice_api, project), renamed))
    assert found["name"] == "Imported project"
    assert [track["name"] for track in found["tracks"]] == ["", "two lines", "x" * 120]


def test_sounds_beyond_what_is_usual(alice: User, alice_api: APIClient, project: dict[str, Any]) -> None:
    """Six channels become two; what is above full scale is kept."""
    from klangwerk.sound import AudioBuffer
    from klangwerk.sound import io as sound_io
    from klangwerk.studio.library.selectors import asset_audio
    from klangwerk.studio.timeline.models import ImportedSound

    loud = AudioBuffer(noise(6).samples * 4, 44_100)

    def louder(parts: dict[str, bytes]) -> None:
        moved(parts)
        for name in parts:
            if name.startswith("samples/"):
                parts[name] = sound_io.encode(loud, format="wav", bit_depth=32)

    found = imported(alice_api, rewritten(exported(alice_api, project), louder))
    assert found["leftOut"] == ["Left out: channels of sounds beyond the first two."]
    for row in ImportedSound.objects.select_related("asset"):
        assert (row.asset.channels, row.asset.format) == (2, "wav")
        assert np.array_equal(asset_audio(row.asset).samples, loud.samples[:2])


# --- files that are wrong --------------------------------------------------------------------------------------------


@pytest.fixture
def nothing_left(alice: User, media_root: Path) -> Callable[[], None]:
    """Whether all is as it was when the test began to send."""
    from klangwerk.studio.library.models import Asset
    from klangwerk.studio.timeline.models import ImportedSound, Project, ProjectSound

    def state() -> tuple[Any, ...]:
        return (
            files_in(media_root), Asset.objects.count(), Project.objects.count(), ImportedSound.objects.count(),
            ProjectSound.objects.count(),
        )  # fmt: skip

    before: list[tuple[Any, ...]] = []

    def check() -> None:
        before.append(state())
        assert before[0] == before[-1]

    return check


def bad_files(good: bytes) -> Iterator[tuple[str, bytes, str]]:
    """What is wrong, the file, and what it is refused with."""
    yield "nothing", b"", "not_a_dawproject"
    yield "no zip", b"RIFF" + bytes(100), "not_a_dawproject"
    yield "cut off", good[: len(good) // 2], "not_a_dawproject"
    yield "an empty zip", rewritten(good, lambda parts: parts.clear()), "not_a_dawproject"

    def part(name: str, data: bytes) -> bytes:
        return rewritten(good, lambda parts: parts.update({name: data}))

    yield "no XML", part("project.xml", b"\xff\xfe\x00"), "not_a_dawproject"
    yield "other XML", part("project.xml", b"<html/>"), "not_a_dawproject"
    yield "entities", part("project.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><Project/>"), "not_a_dawproject"

    def last_sound(data: Callable[[bytes], bytes]) -> bytes:
        def change(parts: dict[str, bytes]) -> None:
            moved(parts)
            name = [name for name in parts if name.startswith("samples/")][-1]
            parts[name] = data(parts[name])

        return rewritten(good, change)

    yield "a sound that is text", last_sound(lambda _: b"I am no sound" * 100), "audio_unreadable"
    yield "a sound cut off", last_sound(lambda data: data[: len(data) // 2]), "audio_unreadable"
    yield "an empty sound", last_sound(lambda _: b""), "audio_unreadable"
    yield (
        "a playlist",
        last_sound(lambda _: b"#EXTM3U\n#EXT-X-TARGETDURATION:1\n/etc/passwd\n"),
        "audio_unreadable",
    )

    def strange(rate: int) -> Callable[[bytes], bytes]:
        from klangwerk.sound import io as sound_io

        return lambda _: sound_io.encode(noise(1, rate, 0.5), format="wav")

    yield "a sound of 400 Hz", last_sound(strange(400)), "audio_unreadable"
    yield "a sound of 384 kHz", last_sound(strange(384_000)), "audio_unreadable"


def test_bad_files_are_refused_and_leave_nothing(
    alice_api: APIClient, project: dict[str, Any], nothing_left: Callable[[], None], subtests: pytest.Subtests,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    from klangwerk.studio.common.throttling import Rate
    from klangwerk.studio.timeline import allowance

    monkeypatch.setattr(allowance, "IMPORTS", Rate(scope="import", limit=10**6, period_s=1.0))
    good = exported(alice_api, project)
    nothing_left()
    for what, data, code in bad_files(good):
        with subtests.test(what):
            answer = sent(alice_api, data)
            assert (answer.status_code, answer.json()["code"]) == (400, code), answer.json()
            assert answer.json()["message"].endswith(".")
            nothing_left()


def test_too_much_of_it(
    alice_api: APIClient, project: dict[str, Any], nothing_left: Callable[[], None], settings: LazySettings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    from klangwerk.studio.timeline import limits

    foreign = rewritten(exported(alice_api, project), moved)
    nothing_left()
    for name, value, words in (
        ("IMPORT_SECONDS_MAX", 1.2, "last more than an hour"),
        ("SOUND_SECONDS_MAX", 0.4, "more than 20 minutes"),
        ("SOUND_SAMPLES_MAX", 44_100, "more than 20 minutes"),
        ("UNPACKED_BYTES_MAX", 100_000, "more than 2 GB"),
    ):
        with monkeypatch.context() as patched:
            patched.setattr(limits, name, value)
            answer = sent(alice_api, foreign)
        assert (answer.status_code, answer.json()["code"]) == (413, "too_large"), name
        assert words in answer.json()["message"]
        nothing_left()
    settings.KLANGWERK_IMPORT_MB = 1
    for padding in (10_000, 2_000_000):  # the file is too large; the whole request is
        answer = sent(alice_api, foreign + bytes(1_000_000 - len(foreign) + padding))
        assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
        assert "1 MB" in answer.json()["message"]
    nothing_left()


def test_bombs_are_not_unpacked(alice_api: APIClient, nothing_left: Callable[[], None]) -> None:
    """Some kilobytes that stand for megabytes."""
    nothing_left()
    lie = io.BytesIO()
    with zipfile.ZipFile(lie, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.xml", b"<Project>" + b" " * 20_000_000 + b"</Project>")
    assert len(lie.getvalue()) < 100_000
    answer = sent(alice_api, lie.getvalue())
    assert (answer.status_code, answer.json()["code"]) == (400, "not_a_dawproject")
    nothing_left()


def test_requests_that_are_no_upload(alice_api: APIClient, guest_api: APIClient) -> None:
    for answer, expected in (
        (alice_api.post(IMPORT, {"file": "x"}), (415, "unsupported_media_type")),
        (alice_api.post(IMPORT), (415, "unsupported_media_type")),
        (multipart(alice_api, {}), (400, "invalid_input")),
        (multipart(alice_api, {"file": "text"}), (400, "invalid_input")),
        (
            alice_api.generic("POST", IMPORT, b"--", content_type="multipart/form-data"),
            (400, "malformed_request"),
        ),
        (alice_api.get(IMPORT), (405, "method_not_allowed")),
        (alice_api.put(IMPORT), (405, "method_not_allowed")),
        (guest_api.post(IMPORT), (401, "not_authenticated")),
        (sent(guest_api, b""), (401, "not_authenticated")),
    ):
        assert (answer.status_code, answer.json()["code"]) == expected, answer.json()


def test_so_many_are_kept_and_so_many_are_taken_a_minute(
    alice: User, alice_api: APIClient, project: dict[str, Any], settings: LazySettings,
    nothing_left: Callable[[], None],
) -> None:  # fmt: skip
    data = rewritten(exported(alice_api, project), moved)
    nothing_left()
    settings.KLANGWERK_PROJECTS_KEPT = 1
    for _ in range(10):
        answer = sent(alice_api, data)
        assert (answer.status_code, answer.json()["code"]) == (400, "projects_kept_limit")
    answer = sent(alice_api, data)
    assert (answer.status_code, answer.json()["code"]) == (429, "rate_limited")
    assert int(answer["Retry-After"]) > 0
    nothing_left()
    alice.unlimited = True
    alice.save()
    assert sent(alice_api, data).status_code == 201


def test_a_fault_at_the_very_end_leaves_nothing(
    alice_api: APIClient, project: dict[str, Any], nothing_left: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    from django.db import OperationalError

    from klangwerk.studio.timeline import services

    data = rewritten(exported(alice_api, project), moved)
    nothing_left()

    def fails(**_: Any) -> None:
        raise OperationalError("away")

    monkeypatch.setattr(services, "project_create", fails)
    assert sent(alice_api, data).status_code == 503
    nothing_left()


# --- and gone again --------------------------------------------------------------------------------------------------


@pytest.fixture
def foreign(bob_api: APIClient, alice_api: APIClient, project: dict[str, Any]) -> dict[str, Any]:
    """Bob's import of what Alice exported."""
    return imported(bob_api, exported(alice_api, project))


def imports_in(root: Path) -> int:
    return sum("/import/" in f"/{name}" for name in files_in(root))


def test_imported_sounds_go_with_their_project(
    bob: User, bob_api: APIClient, foreign: dict[str, Any], media_root: Path,
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:  # fmt: skip
    from klangwerk.studio.library.models import Asset

    assert (Asset.objects.filter(owner=bob).count(), imports_in(media_root)) == (3, 3)
    with django_capture_on_commit_callbacks(execute=True):
        assert bob_api.delete(f"{PROJECTS}{foreign['id']}/").status_code == 204
    assert (Asset.objects.filter(owner=bob).count(), imports_in(media_root)) == (0, 0)


def test_a_copy_of_the_project_keeps_them(
    bob: User, bob_api: APIClient, foreign: dict[str, Any], media_root: Path, body: Make,
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:  # fmt: skip
    from klangwerk.studio.library import doctor

    copy = bob_api.post(PROJECTS, {"name": "Copy", "tracks": foreign["tracks"]}).json()
    with django_capture_on_commit_callbacks(execute=True):
        bob_api.delete(f"{PROJECTS}{foreign['id']}/")
    found = bob_api.get(f"{PROJECTS}{copy['id']}/").json()
    assert [sound["missing"] for sound in found["assets"].values()] == [False] * 3
    assert imports_in(media_root) == 3
    assert doctor.check(grace_s=0) == []

    bob_api.put(f"{PROJECTS}{copy['id']}/", body(1))
    findings = doctor.check(grace_s=0)
    assert [finding.code for finding in findings] == ["import_stray"] * 3
    with django_capture_on_commit_callbacks(execute=True):
        doctor.mend(findings)
    assert doctor.check(grace_s=0) == []
    assert imports_in(media_root) == 0


def test_taken_out_of_the_project_they_can_be_put_back(
    bob_api: APIClient, foreign: dict[str, Any], body: Make, media_root: Path
) -> None:
    from klangwerk.studio.library import doctor

    bob_api.put(f"{PROJECTS}{foreign['id']}/", body(1))
    assert doctor.check(grace_s=0) == []
    answer = bob_api.put(f"{PROJECTS}{foreign['id']}/", body(2, *foreign["tracks"]))
    assert answer.status_code == 200, answer.json()
    assert [sound["missing"] for sound in answer.json()["assets"].values()] == [False] * 3


def test_an_account_goes_with_them_and_the_admin_shows_them(
    bob: User, alice: User, bob_api: APIClient, foreign: dict[str, Any], media_root: Path, boss: Client,
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:  # fmt: skip
    from klangwerk.studio.library.models import Asset
    from klangwerk.studio.timeline.models import ImportedSound

    bob_api.post(PROJECTS, {"name": "Copy", "tracks": foreign["tracks"]})
    page = "/admin/timeline/importedsound/"
    assert boss.get(page).status_code == 200
    assert boss.get(f"{page}{ImportedSound.objects.first().pk}/change/").status_code == 200
    assert boss.get(f"{page}add/").status_code == 403
    with django_capture_on_commit_callbacks(execute=True):
        assert boss.post(f"/admin/accounts/user/{bob.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not Asset.objects.filter(kind="import").exists()
    assert imports_in(media_root) == 0
    assert Asset.objects.filter(owner=alice).exists()


def test_the_doctor_finds_files_of_no_project(bob: User, foreign: dict[str, Any]) -> None:
    from klangwerk.studio.library import doctor
    from klangwerk.studio.library.models import Asset
    from klangwerk.studio.timeline.models import ImportedSound

    ImportedSound.objects.all().delete()
    findings = doctor.check(grace_s=0)
    assert [finding.code for finding in findings] == ["import_stray"] * 3
    doctor.mend(findings)
    assert not Asset.objects.filter(owner=bob).exists()


def test_the_code_is_that_of_the_engine() -> None:
    """`codes` is read by every process at its start and must not load the engine."""
    from klangwerk.engines.arrangement.dawproject.errors import NotADawproject
    from klangwerk.studio.timeline import codes

    assert NotADawproject.code == codes.NOT_A_DAWPROJECT
