"""Bounces: ordered, rendered by the job, kept with all files or not at all."""

from __future__ import annotations

import io
import json
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from django.test import Client

from klangwerk.engines.contracts import Provenance
from klangwerk.sound import AudioBuffer
from klangwerk.sound import io as sound_io
from tests.studio.job_files import (
    cancelled_at,
    files,
    lease_lost_when_stored,
    store_fails_at,
    when_stored,
)

from .conftest import BOUNCES, PRESETS

if TYPE_CHECKING:
    from django.conf import LazySettings
    from rest_framework.test import APIClient

    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.jobs.models import Job
    from klangwerk.studio.kicks.models import Kick
    from klangwerk.studio.presets.models import Preset

pytestmark = pytest.mark.django_db

Body = Callable[..., dict[str, Any]]
PresetMake = Callable[..., "Preset"]
Work = Callable[[], int]
Bounced = Callable[..., dict[str, Any]]


def sound_at(client: Client, url: str) -> tuple[bytes, AudioBuffer]:
    answer: Any = client.get(url)
    assert answer.status_code == 200
    data = b"".join(answer.streaming_content)
    return data, sound_io.read(io.BytesIO(data))


@pytest.fixture
def preset(alice: User, preset_make: PresetMake) -> Preset:
    return preset_make(alice, "Cellar", bpm=240, noise_volume=-20)


@pytest.fixture
def bounced(alice_api: APIClient, preset: Preset, work: Work) -> Bounced:
    """Bounces Alice's preset by the API, runs the job, returns the bounce's JSON."""

    def make(**asked: Any) -> dict[str, Any]:
        queued = alice_api.post(f"{PRESETS}{preset.pk}/render/", {"bars": 1, **asked})
        assert queued.status_code == 202, queued.json()
        assert queued.json()["job"]["status"] == "queued"
        assert work() == 1
        job = alice_api.get(queued["Location"]).json()
        assert job["status"] == "completed", job
        found: dict[str, Any] = alice_api.get(f"{BOUNCES}{job['result']['bounceId']}/").json()
        return found

    return make


def test_a_loop_with_stems(
    alice_api: APIClient, bounced: Bounced, preset: Preset, client: Client, media_root: Path
) -> None:
    found = bounced(bars=2, stems=True)
    asked = {"name": "Cellar", "bpm": 240, "bars": 2, "ending": "loop", "format": "wav", "bitDepth": 24}
    assert {name: found[name] for name in asked} == asked
    assert (found["muted"], found["soloed"]) == ([], [])
    assert found["durationS"] == pytest.approx(2.0)
    assert -40 < found["lufs"] < 0
    assert found["preset"]["kickSample"] == "Bodo"
    assert found["preset"]["noiseVolume"] == -20
    assert [stem["layer"] for stem in found["stems"]] == ["kick", "noise", "reverb"]
    assert alice_api.get(BOUNCES).json()["results"] == [found]
    data, mix = sound_at(client, found["audioUrl"])
    assert (mix.frames, mix.channels, len(data)) == (88_200, 2, found["sizeBytes"])
    for stem in found["stems"]:
        sound = sound_at(client, stem["audioUrl"])[1]
        assert sound.frames == mix.frames
    assert len(files(media_root)) == 4
    head = client.head(found["downloadUrl"])
    assert head["Content-Disposition"] == 'attachment; filename="Cellar.wav"'
    head = client.head(found["stems"][0]["downloadUrl"])
    assert head["Content-Disposition"] == 'attachment; filename="Cellar kick.wav"'


def test_it_is_what_the_engine_makes(bounced: Bounced, preset: Preset, client: Client) -> None:
    from klangwerk.engines.rack.params import BounceParams
    from klangwerk.engines.rack.render import render
    from klangwerk.engines.rack.sounds import sounds_of
    from klangwerk.studio.presets.rack import rack_of

    params = rack_of(preset).params
    expected = render(params, BounceParams(bars=1), sounds=sounds_of(params)).mix
    _, mix = sound_at(client, bounced(bitDepth=32)["audioUrl"])
    np.testing.assert_array_equal(mix.samples, expected.samples)


@pytest.mark.parametrize(("format", "bit_depth"), [("wav", 16), ("wav", 32), ("flac", 16), ("flac", 24)])
def test_files_tell_where_they_come_from(
    bounced: Bounced, client: Client, format: str, bit_depth: int
) -> None:
    found = bounced(format=format, bitDepth=bit_depth, ending="tail")
    data, _ = sound_at(client, found["audioUrl"])
    tags = sound_io.read_tags(io.BytesIO(data))
    assert tags["bpm"] == "240"
    assert tags["title"] == "Cellar"
    made_of = Provenance.from_tag(tags["comment"])
    assert made_of is not None
    assert (made_of.engine, made_of.params["bars"], made_of.params["reverb_sample"]) == ("rack", 1, "Feder")
    assert found["durationS"] > 1.0
    answer: Any = client.head(found["audioUrl"])
    assert answer["Content-Type"] == f"audio/{format}"


def test_muted_and_soloed(bounced: Bounced, client: Client) -> None:
    found = bounced(muted=["noise"], soloed=["reverb"], stems=True)
    assert (found["muted"], found["soloed"]) == (["noise"], ["reverb"])
    lufs = {stem["layer"]: stem["lufs"] for stem in found["stems"]}
    assert lufs["noise"] is None
    assert lufs["reverb"] is not None


def test_settings_that_are_not_saved(alice_api: APIClient, body: Body, work: Work) -> None:
    rack = body(bpm=365)
    del rack["presetName"]
    queued = alice_api.post(BOUNCES, {"name": "My loop: *new*", "preset": rack, "bars": 1})
    assert queued.status_code == 202, queued.json()
    assert queued.json()["job"]["title"] == "My loop: *new*, 1 bar"
    work()
    (found,) = alice_api.get(BOUNCES).json()["results"]
    assert (found["name"], found["bpm"]) == ("My loop: *new*", 365)
    assert {name: found["preset"][name] for name in rack} == rack
    saved = alice_api.post(PRESETS, {**found["preset"], "presetName": "Saved after all"})
    assert saved.status_code == 201


# --- AI kicks --------------------------------------------------------------------------------------------------------


def test_a_shared_preset_with_a_kick_that_is_not(
    alice: User,
    bob_api: APIClient,
    kick_make: Callable[..., Kick],
    preset_make: PresetMake,
    body: Body,
    work: Work,
) -> None:
    kick = kick_make(alice)
    preset = preset_make(alice, "Everybodys", kick=kick, is_shared=True, bpm=300)
    assert bob_api.post(BOUNCES, {"name": "x", "preset": body(kickId=str(kick.pk))}).status_code == 400
    assert bob_api.post(f"{PRESETS}{preset.pk}/render/", {"bars": 1}).status_code == 202
    work()
    (found,) = bob_api.get(BOUNCES).json()["results"]
    assert (found["preset"]["kickId"], found["preset"]["kickSample"]) == (str(kick.pk), "AI: Burkhard")


def test_a_kick_that_goes_meanwhile(
    alice: User,
    alice_api: APIClient,
    kick_make: Callable[..., Kick],
    body: Body,
    work: Work,
    media_root: Path,
) -> None:
    kick = kick_make(alice)
    queued = alice_api.post(BOUNCES, {"name": "x", "preset": body(kickId=str(kick.pk))})
    assert alice_api.delete(f"/api/kicks/{kick.pk}/").status_code == 200
    work()
    job = alice_api.get(queued["Location"]).json()
    assert (job["status"], job["error"]["code"]) == ("failed", "bounce_kick_gone")
    assert alice_api.get(BOUNCES).json()["count"] == 0


def test_a_kick_whose_file_is_lost(
    alice: User,
    alice_api: APIClient,
    kick_make: Callable[..., Kick],
    body: Body,
    work: Work,
    media_root: Path,
) -> None:
    kick = kick_make(alice)
    (media_root / kick.asset.storage_key).unlink()
    queued = alice_api.post(BOUNCES, {"name": "x", "preset": body(kickId=str(kick.pk))})
    work()
    assert alice_api.get(queued["Location"]).json()["error"]["code"] == "bounce_kick_gone"
    assert files(media_root) == []


# --- wrong orders ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("bars", value) for value in (0, -1, 513, 1.5, "many", True, None, [], {})),
        *(("ending", value) for value in ("", "fade", "LOOP", 7, None, [])),
        *(("format", value) for value in ("mp3", "", "WAV", None, {})),
        *(("bitDepth", value) for value in (8, 0, 24.5, "24 bits", True, None, [])),
        *(("stems", value) for value in ("perhaps", 7, None, [], {})),
        *(("muted", value) for value in ("kick", ["drums"], [7], {}, None, ["kick"] * 4, [["kick"]])),
        *(("soloed", value) for value in ("kick", ["master"], 7)),
    ],
)
def test_orders_that_are_wrong(
    alice_api: APIClient, preset: Preset, body: Body, field: str, value: Any
) -> None:
    from klangwerk.studio.jobs.models import Job

    for address, more in ((f"{PRESETS}{preset.pk}/render/", {}), (BOUNCES, {"name": "x", "preset": body()})):
        answer = alice_api.post(address, {**more, field: value})
        assert answer.status_code == 400, answer.json()
        assert list(answer.json()["extra"]["fields"]) == [field]
    assert not Job.objects.exists()


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"format": "flac", "bitDepth": 32}, "bitDepth"),
        ({"muted": ["kick", "noise", "reverb"]}, "muted"),
        ({"muted": ["kick"], "soloed": ["kick"]}, "muted"),
        ({"bars": 400}, "bars"),
    ],
)
def test_what_does_not_go_together(
    alice: User, alice_api: APIClient, preset_make: PresetMake, asked: dict[str, Any], field: str
) -> None:
    preset = preset_make(alice, bpm=60)
    answer = alice_api.post(f"{PRESETS}{preset.pk}/render/", asked)
    assert answer.status_code == 400, answer.json()
    assert list(answer.json()["extra"]["fields"]) == [field]


def test_the_longest_is_a_quarter_of_an_hour(
    alice: User, alice_api: APIClient, preset_make: PresetMake
) -> None:
    preset = preset_make(alice, bpm=60)
    assert alice_api.post(f"{PRESETS}{preset.pk}/render/", {"bars": 226}).status_code == 400
    answer = alice_api.post(f"{PRESETS}{preset.pk}/render/", {"bars": 225})
    assert answer.status_code == 202


def test_the_settings_are_checked_as_those_of_a_preset(alice_api: APIClient, body: Body) -> None:
    answer = alice_api.post(BOUNCES, {"name": "x", "preset": body(bpm=1, noiseSample="?")})
    assert answer.status_code == 400
    assert set(answer.json()["extra"]["fields"]["preset"]) == {"bpm", "noiseSample"}
    for wrong in (None, [], "x", 7, {}):
        assert alice_api.post(BOUNCES, {"name": "x", "preset": wrong}).status_code == 400
    for name in (None, "", "  ", "two\nlines", "\u200b", "x" * 65):
        assert alice_api.post(BOUNCES, {"name": name, "preset": body()}).status_code == 400, name


# --- limits ----------------------------------------------------------------------------------------------------------


def test_ten_a_minute(
    alice: User, alice_api: APIClient, bob_api: APIClient, preset: Preset, body: Body
) -> None:
    address = f"{PRESETS}{preset.pk}/render/"
    wrong = [alice_api.post(address, {"bars": 0}).status_code for _ in range(12)]
    assert set(wrong) == {400}
    answers = [alice_api.post(address, {}).status_code for _ in range(11)]
    assert answers == [202] * 10 + [429]
    refused = alice_api.post(BOUNCES, {"name": "x", "preset": body()})
    assert (refused.status_code, refused.json()["code"]) == (429, "rate_limited")
    assert 0 < int(refused["Retry-After"]) <= 60
    assert bob_api.post(BOUNCES, {"name": "x", "preset": body()}).status_code == 202
    alice.unlimited = True
    alice.save()
    assert alice_api.post(address, {}).status_code == 202


def test_so_many_are_kept(
    alice: User, alice_api: APIClient, preset: Preset, settings: LazySettings, work: Work, bounced: Bounced
) -> None:
    settings.KLANGWERK_BOUNCES_KEPT = 2
    address = f"{PRESETS}{preset.pk}/render/"
    kept = bounced()
    assert alice_api.post(address, {"bars": 1}).status_code == 202
    answer = alice_api.post(address, {"bars": 1})
    assert (answer.status_code, answer.json()["code"]) == (400, "bounce_kept_limit"), "one is on its way"
    assert answer.json()["extra"] == {"keptLimit": 2}
    alice_api.delete(f"{BOUNCES}{kept['id']}/")
    assert alice_api.post(address, {"bars": 1}).status_code == 202
    limits = alice_api.get("/api/me/").json()["limits"]["presets"]
    assert (limits["bouncesKeptLimit"], limits["bouncesKept"]) == (2, 0)


# --- listing and deleting --------------------------------------------------------------------------------------------


def test_newest_first_in_pages(alice_api: APIClient, bounced: Bounced) -> None:
    made = [bounced()["id"] for _ in range(3)]
    page = alice_api.get(f"{BOUNCES}?limit=2").json()
    assert (page["count"], [bounce["id"] for bounce in page["results"]]) == (3, made[:0:-1])


def test_the_list_takes_few_queries(
    alice_api: APIClient, bounced: Bounced, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    for _ in range(3):
        bounced(stems=True)
    with django_assert_max_num_queries(4):  # user, count, page, stems with their files
        found = alice_api.get(BOUNCES).json()["results"]
    assert [len(bounce["stems"]) for bounce in found] == [3, 3, 3]


@pytest.mark.parametrize("way", ["api", "admin", "mix", "user"])
@pytest.mark.django_db(transaction=True)
def test_deleting_takes_all_files(
    way: str, alice: User, alice_api: APIClient, boss: Client, bounced: Bounced,
    media_root: Path,
) -> None:  # fmt: skip
    from klangwerk.studio.library import doctor
    from klangwerk.studio.library.models import Asset
    from klangwerk.studio.presets.models import Bounce, BounceStem

    found = bounced(stems=True)
    if way == "api":
        assert alice_api.delete(f"{BOUNCES}{found['id']}/").status_code == 204
        assert alice_api.get(f"{BOUNCES}{found['id']}/").status_code == 404
        assert alice_api.delete(f"{BOUNCES}{found['id']}/").status_code == 404
    elif way == "admin":
        assert "<audio" in boss.get(f"/admin/presets/bounce/{found['id']}/change/").content.decode()
        boss.post(f"/admin/presets/bounce/{found['id']}/delete/", {"post": "yes"})
    elif way == "mix":
        asset = Bounce.objects.get().asset_id
        boss.post(f"/admin/library/asset/{asset}/delete/", {"post": "yes"})
    else:
        alice.delete()
    assert (Bounce.objects.count(), BounceStem.objects.count(), Asset.objects.count()) == (0, 0, 0)
    assert files(media_root) == []
    assert boss.get(found["audioUrl"]).status_code == 404
    assert doctor.check() == []


def test_a_stem_that_is_lost_takes_nothing_along(
    alice_api: APIClient, bounced: Bounced, media_root: Path
) -> None:
    from klangwerk.studio.library import doctor
    from klangwerk.studio.presets.models import BounceStem

    found = bounced(stems=True)
    (media_root / BounceStem.objects.get(layer="noise").asset.storage_key).unlink()
    findings = doctor.check()
    assert [finding.code for finding in findings] == ["row_without_file"]
    doctor.mend(findings)
    stems = alice_api.get(f"{BOUNCES}{found['id']}/").json()["stems"]
    assert [stem["layer"] for stem in stems] == ["kick", "reverb"]


def test_the_doctor_finds_files_of_no_bounce(alice: User, bounced: Bounced) -> None:
    from klangwerk.studio.library import doctor
    from klangwerk.studio.library.models import Asset
    from klangwerk.studio.presets.models import BounceStem

    bounced(stems=True)
    BounceStem.objects.filter(layer="kick")._raw_delete("default")
    findings = doctor.check()
    assert [finding.code for finding in findings] == ["bounce_stray"]
    doctor.mend(findings)
    assert Asset.objects.count() == 3
    assert doctor.check() == []


# --- what goes wrong on the way --------------------------------------------------------------------------------------


def ordered(alice_api: APIClient, preset: Preset, **asked: Any) -> Job:
    from klangwerk.studio.jobs.models import Job

    queued = alice_api.post(f"{PRESETS}{preset.pk}/render/", {"bars": 1, "stems": True, **asked})
    assert queued.status_code == 202, queued.json()
    return Job.objects.get(pk=queued.json()["job"]["id"])


def nothing_is_left(root: Path) -> bool:
    from klangwerk.studio.library.models import Asset
    from klangwerk.studio.presets.models import Bounce, BounceStem

    return not (
        files(root) or Asset.objects.exists() or Bounce.objects.exists() or BounceStem.objects.exists()
    )


def test_a_store_that_fails_at_the_third_file(
    alice_api: APIClient, preset: Preset, work: Work, media_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = ordered(alice_api, preset)
    store_fails_at(3, monkeypatch)
    work()
    job.refresh_from_db()
    assert (job.status, job.attempts) == ("queued", 1), "it is tried again"
    assert nothing_is_left(media_root)


def test_a_commit_that_fails_leaves_nothing(
    alice_api: APIClient, preset: Preset, work: Work, media_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from klangwerk.studio.presets import storing

    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("no row")

    job = ordered(alice_api, preset)
    monkeypatch.setattr(storing.BounceStem.objects, "create", broken)
    work()
    job.refresh_from_db()
    assert (job.status, job.error_code) == ("failed", "internal_error")
    assert nothing_is_left(media_root)


@pytest.mark.parametrize("moment", ["Rendering", "Storing the noise"])
def test_cancelled_on_the_way(alice: User, preset: Preset, media_root: Path, moment: str) -> None:
    from klangwerk.engines.rack.params import BounceParams
    from klangwerk.studio.presets import handler
    from klangwerk.studio.presets.bounce_services import bounce_order
    from klangwerk.studio.presets.order import FileForm
    from klangwerk.studio.presets.rack import rack_of

    job = bounce_order(
        user=alice, name="x", rack=rack_of(preset), bounce=BounceParams(bars=2), form=FileForm(stems=True)
    )
    cancelled_at(moment, job, handler.rack_bounce)
    assert nothing_is_left(media_root)


def test_cancelled_at_the_very_end(
    alice_api: APIClient, preset: Preset, work: Work, media_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All files are there when the wish arrives: they go again."""
    from klangwerk.studio.presets import handler

    job = ordered(alice_api, preset)

    def cancel(_: int) -> None:
        assert alice_api.delete(f"/api/jobs/{job.pk}/").status_code == 200

    when_stored(handler, cancel, monkeypatch)
    work()
    job.refresh_from_db()
    assert job.status == "cancelled"
    assert nothing_is_left(media_root)


@pytest.mark.django_db(transaction=True)
def test_two_workers_commit_once(
    alice_api: APIClient, preset: Preset, work: Work, media_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker loses its lease after it has stored its files; another does the work; only that one's bounce counts."""
    from klangwerk.studio.presets import handler
    from klangwerk.studio.presets.models import Bounce

    job = ordered(alice_api, preset)
    times = lease_lost_when_stored(handler, job, work, monkeypatch)
    work()
    job.refresh_from_db()
    assert (job.status, times) == ("completed", [1, 2])
    assert str(Bounce.objects.get().pk) == (job.result or {})["bounceId"]
    assert len(files(media_root)) == 4


# --- the real worker -------------------------------------------------------------------------------------------------


@pytest.fixture
def worker(
    klangwerk_command: list[str], process_environment: dict[str, str], media_root: Path, tmp_path: Path
) -> Iterator[None]:
    """`klangwerk worker`, which runs each bounce in a child process."""
    environment = {**process_environment, "STORAGE_URL": f"file://{media_root}", "LOG_LEVEL": "INFO"}
    log = (tmp_path / "worker.log").open("wb")
    with (
        log,
        subprocess.Popen([*klangwerk_command, "worker"], env=environment, stdout=log, stderr=log) as process,
    ):
        yield
        process.terminate()
        process.wait(30)


@pytest.mark.django_db(transaction=True)
def test_by_the_real_worker(
    alice_api: APIClient, preset: Preset, worker: None, client: Client, media_root: Path
) -> None:
    job = ordered(alice_api, preset, bars=64, format="flac")
    seen = wait_for(alice_api, job)
    assert seen[-1]["status"] == "completed", seen[-1]
    assert any("bar" in (state["step"] or "") for state in seen), "it says how far it is"
    found = alice_api.get(f"{BOUNCES}{seen[-1]['result']['bounceId']}/").json()
    assert found["durationS"] == pytest.approx(64.0)
    assert len(files(media_root)) == 4

    job = ordered(alice_api, preset, bars=512)
    wait_for(alice_api, job, until=lambda state: state["status"] == "processing" and state["progress"] > 0)
    assert alice_api.delete(f"/api/jobs/{job.pk}/").status_code == 200
    assert wait_for(alice_api, job)[-1]["status"] == "cancelled"
    assert len(files(media_root)) == 4


def wait_for(
    api: APIClient, job: Job, until: Callable[[dict[str, Any]], bool] | None = None
) -> list[dict[str, Any]]:
    seen: list[dict[str, Any]] = []
    ends = time.monotonic() + 90
    while time.monotonic() < ends:
        state = api.get(f"/api/jobs/{job.pk}/").json()
        if not seen or state != seen[-1]:
            seen.append(state)
        if until(state) if until else state["finishedAt"]:
            return seen
        time.sleep(0.05)
    raise AssertionError(json.dumps(seen[-1]))
