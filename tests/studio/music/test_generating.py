"""A prompt becomes five files, once: whatever polls, fails, is killed, cancelled or done twice."""

from __future__ import annotations

import io
import os
import subprocess
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mido
import numpy as np
import pytest
from django.test import Client

from klangwerk.engines.contracts import Provenance
from klangwerk.sound import AudioBuffer
from klangwerk.sound import io as sound_io
from klangwerk.sound.loudness import integrated_lufs, true_peak_dbtp
from tests.studio.job_files import (
    cancelled_at,
    files,
    lease_lost,
    lease_lost_when_stored,
    store_fails_at,
    when_stored,
    worker_killed,
)

from .conftest import GENERATE, SHORT, TRACKS, rows

if TYPE_CHECKING:
    from rest_framework.test import APIClient

    from klangwerk.studio.jobs.models import Job

pytestmark = pytest.mark.django_db

STEMS = ["bass", "chords", "melody", "percussion"]
Composed = Callable[..., dict[str, Any]]
Work = Callable[[], int]


def fetched(client: Client, url: str) -> bytes:
    answer: Any = client.get(url)
    assert answer.status_code == 200
    return b"".join(answer.streaming_content) if answer.streaming else bytes(answer.content)


def sound_of(data: bytes) -> AudioBuffer:
    return sound_io.read(io.BytesIO(data))


# --- what comes of it ------------------------------------------------------------------------------------------------


def test_a_mix_four_stems_a_score(
    alice_api: APIClient, composed: Composed, client: Client, media_root: Path
) -> None:
    main = composed(alice_api)
    assert rows() == (1, 5, 5)
    assert len(files(media_root)) == 5
    told = main["metadata"]
    assert main["name"] == "House in A minor"
    assert (main["durationS"], main["bpm"], main["key"], main["genre"]) == (4.0, 120.0, "A minor", "house")
    assert (told["version"], told["prompt"], told["seed"], told["format"]) == (1, {"text": "house"}, 7, "wav")
    assert (told["durationS"], told["lufs"], told["truePeakDbtp"]) == (
        4.0,
        main["lufs"],
        main["truePeakDbtp"],
    )
    assert told["interpretation"]["genre"] == "house"
    assert told["sections"][0]["startS"] == 0.0
    assert sum(section["durationS"] for section in told["sections"]) == pytest.approx(4.0, abs=0.01)
    assert told["chords"][0]["name"]
    mix = sound_of(fetched(client, main["audioUrl"]))
    for type in STEMS:
        stem = alice_api.get(f"{TRACKS}{main['stems'][type]}/").json()
        assert (stem["name"], stem["mainTrackId"]) == (f"House in A minor – {type}", main["id"])
        assert sound_of(fetched(client, stem["audioUrl"])).frames == mix.frames == 4 * 44_100
    score = mido.MidiFile(file=io.BytesIO(fetched(client, main["midiUrl"])))
    assert any(message.type == "set_tempo" and message.tempo == 500_000 for message in score.tracks[0])
    with zipfile.ZipFile(io.BytesIO(fetched(client, main["stemsZipUrl"]))) as archive:
        assert archive.namelist() == [f"{type}.wav" for type in ("main", *STEMS)] + ["track.mid"]
        assert archive.testzip() is None


def test_it_is_what_the_engine_makes(alice_api: APIClient, composed: Composed, client: Client) -> None:
    from klangwerk.engines.composer.params import TrackParams
    from klangwerk.studio.music import handler

    main = composed(alice_api)
    params = TrackParams(prompt="house", duration_s=4.0, bpm=120.0, key="A minor")
    expected = handler.generate(params, seed=7)
    found = sound_of(fetched(client, main["audioUrl"]))
    np.testing.assert_allclose(found.samples, expected.mix.samples, atol=2.0**-22)
    again = composed(alice_api)
    assert fetched(client, again["audioUrl"]) == fetched(client, main["audioUrl"])
    assert again["name"] == f"{main['name']} 2"


@pytest.mark.parametrize("format", ["mp3", "wav", "flac", "m4a"])
def test_files_tell_where_they_come_from(
    alice_api: APIClient, composed: Composed, client: Client, format: str
) -> None:
    main = composed(alice_api, format=format)
    data = fetched(client, main["audioUrl"])
    assert (main["format"], main["sizeBytes"]) == (format, len(data))
    assert client.head(main["audioUrl"])["Content-Type"] == {"mp3": "audio/mpeg", "m4a": "audio/mp4"}.get(
        format, f"audio/{format}"
    )
    tags = sound_io.read_tags(io.BytesIO(data))
    assert (tags["title"], tags["bpm"]) == (main["name"], "120")
    made_of = Provenance.from_tag(tags["comment"])
    assert made_of is not None
    assert (made_of.engine, made_of.seed, made_of.params["part"]) == ("composer", 7, "main")
    assert made_of.params["prompt"] == "house"
    sound = sound_of(data)
    assert sound.duration_s == pytest.approx(4.0, abs=0.06)  # lossy formats pad to whole packets
    assert true_peak_dbtp(sound) <= -1.0, "also as it is decoded again"
    loudness = integrated_lufs(sound)
    assert loudness is not None
    assert abs(loudness - -14.0) <= 0.3


def test_a_loop(alice_api: APIClient, composed: Composed) -> None:
    main = composed(alice_api, looping=True)
    assert main["looping"]
    assert main["durationS"] % 2.0 == pytest.approx(0.0, abs=1e-4), "whole bars"


# --- what goes wrong on the way --------------------------------------------------------------------------------------


def ordered(api: APIClient, **asked: Any) -> Job:
    from klangwerk.studio.jobs.models import Job

    queued = api.post(GENERATE, {**SHORT, **asked})
    assert queued.status_code == 202, queued.json()
    return Job.objects.get(pk=queued.json()["taskId"])


def nothing_is_left(root: Path) -> bool:
    return rows() == (0, 0, 0) and not files(root)


@pytest.mark.usefixtures("composer_remembers")
def test_a_store_that_fails_at_the_third_file(
    alice_api: APIClient, work: Work, media_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = ordered(alice_api)
    store_fails_at(3, monkeypatch)
    work()
    job.refresh_from_db()
    assert (job.status, job.attempts) == ("queued", 1), "it is tried again"
    assert nothing_is_left(media_root)


@pytest.mark.usefixtures("composer_remembers")
def test_a_commit_that_fails_leaves_nothing(
    alice_api: APIClient, work: Work, media_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from klangwerk.studio.music import storing

    job = ordered(alice_api)

    def broken(*_: Any) -> None:
        raise RuntimeError("no row")

    monkeypatch.setattr(storing, "search_text", broken)
    work()
    job.refresh_from_db()
    assert (job.status, job.error_code) == ("failed", "internal_error")
    assert nothing_is_left(media_root)
    standing = alice_api.get(f"/api/tracks/generations/{job.pk}/").json()
    assert (standing["status"], standing["error"]["code"]) == ("failed", "internal_error")


@pytest.mark.parametrize("moment", ["Playing", "Storing the melody"])
def test_cancelled_on_the_way(alice_api: APIClient, media_root: Path, moment: str) -> None:
    from klangwerk.studio.music import handler

    steps = cancelled_at(moment, ordered(alice_api), handler.track_generate)
    assert len(set(steps)) >= 2, "it says what it does"
    assert nothing_is_left(media_root)


@pytest.mark.usefixtures("composer_remembers")
def test_cancelled_at_the_very_end(
    alice_api: APIClient, work: Work, media_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All files are there when the wish arrives: they go again."""
    from klangwerk.studio.music import handler

    job = ordered(alice_api)

    def cancel(_: int) -> None:
        assert len(files(media_root)) == 5
        assert alice_api.delete(f"/api/jobs/{job.pk}/").status_code == 200

    when_stored(handler, cancel, monkeypatch)
    work()
    standing = alice_api.get(f"/api/tracks/generations/{job.pk}/").json()
    assert (standing["status"], standing["error"]["code"]) == ("failed", "cancelled")
    assert nothing_is_left(media_root)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("composer_remembers")
def test_two_workers_commit_once(
    alice_api: APIClient, work: Work, media_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker loses its lease after it has stored its files; another does the work; only that one's tracks count."""
    from klangwerk.studio.music import handler
    from klangwerk.studio.music.models import Generation

    job = ordered(alice_api)
    times = lease_lost_when_stored(handler, job, work, monkeypatch)
    work()
    job.refresh_from_db()
    assert (job.status, times) == ("completed", [1, 2])
    assert Generation.objects.get().pk == job.pk
    assert (rows(), len(files(media_root))) == ((1, 5, 5), 5)


# The files are stored, the rows are not (or not committed).
ARM = """
from klangwerk.studio.music import handler
commit = handler.generation_commit

def commit_and_die(*args, **kwargs):
    commit(*args, **kwargs)
    die()

handler.generation_commit = commit_and_die if moment == "before the commit" else die
"""


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("moment", ["before the rows", "before the commit"])
def test_killed_between_files_and_rows(
    alice_api: APIClient, work: Work, media_root: Path, process_environment: dict[str, str], moment: str
) -> None:
    from klangwerk.studio.library import doctor

    job = ordered(alice_api)
    worker_killed(ARM, moment=moment, root=media_root, environment=process_environment)
    orphans = files(media_root)
    assert (rows(), len(orphans)) == ((0, 0, 0), 5)
    assert alice_api.get(f"/api/tracks/generations/{job.pk}/").json()["status"] == "running"

    lease_lost(job)
    assert work() == 1
    job.refresh_from_db()
    assert (job.status, job.attempts) == ("completed", 2)
    assert (rows(), len(files(media_root))) == ((1, 5, 5), 10)

    for orphan in orphans:
        os.utime(orphan, (time.time() - 7200,) * 2)
    doctor.mend(doctor.check())
    assert (rows(), len(files(media_root))) == ((1, 5, 5), 5)
    assert doctor.check() == []


# --- the real worker -------------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_by_the_real_worker(
    alice_api: APIClient, klangwerk_command: list[str], process_environment: dict[str, str], media_root: Path,
    tmp_path: Path,
) -> None:  # fmt: skip
    """`klangwerk worker`, a child process, two tabs that poll."""
    job = ordered(alice_api)
    environment = {**process_environment, "STORAGE_URL": f"file://{media_root}", "LOG_LEVEL": "INFO"}
    log, seen = (tmp_path / "worker.log").open("wb"), []
    with (
        log,
        subprocess.Popen([*klangwerk_command, "worker"], env=environment, stdout=log, stderr=log) as process,
    ):
        try:
            for _ in range(1200):
                tabs = [alice_api.get(f"/api/tracks/generations/{job.pk}/").json() for _ in range(2)]
                seen += [(tab["status"], tab["job"]["step"]) for tab in tabs]
                if tabs[-1]["status"] in {"composed", "failed"}:
                    break
                time.sleep(0.05)
        finally:
            process.terminate()
            process.wait(30)
    assert seen[-1][0] == "composed", (seen[-1], (tmp_path / "worker.log").read_text())
    statuses = [status for status, _ in seen]
    assert statuses == sorted(statuses, key=["composing", "running", "composed"].index)
    assert "running" in statuses
    assert (rows(), len(files(media_root))) == ((1, 5, 5), 5)
