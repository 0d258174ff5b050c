"""Ordering a track: what is refused and how, the job that is queued, how it stands, and the limits."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from klangwerk.engines.composer.params import DURATION_S_MAX, DURATION_S_MIN, SEED_MAX

from .conftest import GENERATE

if TYPE_CHECKING:
    from django.conf import LazySettings
    from rest_framework.test import APIClient

    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.music.models import Track

pytestmark = pytest.mark.django_db

ORDER = {"prompt": {"text": "deep house, 124 bpm"}}


def test_an_order_is_queued(alice_api: APIClient) -> None:
    from klangwerk.studio.jobs.models import Job

    asked = {
        **ORDER,
        "format": "flac",
        "looping": True,
        "seed": 7,
        "durationS": 12,
        "bpm": 124,
        "key": "A minor",
    }
    answer = alice_api.post(GENERATE, asked)
    assert answer.status_code == 202, answer.json()
    job = Job.objects.get()
    body = answer.json()
    assert (body["status"], body["taskId"], body["job"]["id"]) == ("started", str(job.pk), str(job.pk))
    assert (job.kind, job.lane, job.title) == ("track.generate", "heavy", "deep house, 124 bpm")
    assert answer["Location"] == f"/api/tracks/generations/{job.pk}/"
    assert job.params == {
        "prompt": "deep house, 124 bpm", "seed": 7, "format": "flac", "looping": True, "model": "composer-1",
        "duration_s": 12.0, "bpm": 124.0, "key": "A minor",
    }  # fmt: skip
    standing = alice_api.get(answer["Location"]).json()
    assert (standing["status"], standing["trackId"], standing["stems"]) == ("composing", None, {})
    assert (standing["metadata"], standing["error"]) == (None, None)
    assert standing["job"]["status"] == "queued"


def test_what_is_left_out(alice_api: APIClient) -> None:
    from klangwerk.studio.jobs.models import Job

    assert (
        alice_api.post(
            GENERATE, {**ORDER, "seed": None, "durationS": None, "bpm": None, "key": ""}
        ).status_code
        == 202
    )
    params = Job.objects.get().params
    seed = params.pop("seed")
    assert 0 <= seed <= SEED_MAX
    assert params == {
        "prompt": "deep house, 124 bpm", "format": "mp3", "looping": False, "model": "composer-1", "duration_s": None,
        "bpm": None, "key": None,
    }  # fmt: skip


WRONG: dict[str, list[Any]] = {
    "prompt": [
        None, "house", 7, [], {}, {"text": None}, {"text": ""}, {"text": " \n "}, {"text": "x" * 1001},
        {"text": ["house"]}, {"text": {"text": "house"}}, {"text": True},
    ],
    "format": ["ogg", "", "MP3", None, 7, {}, []],
    "looping": ["perhaps", None, 7, [], {}],
    "model": ["musicgen", "", None, 7, []],
    "seed": [-1, SEED_MAX + 1, 1.5, "many", [], {}, True],
    "durationS": [0, -4, DURATION_S_MIN - 0.01, DURATION_S_MAX + 0.01, 1e300, "long", "nan", "inf", True, [], {}],
    "bpm": [0, 39, 221, -120, "fast", "NaN", False, [], {}],
    "key": ["x" * 33, [], {}, True],
}  # fmt: skip


@pytest.mark.parametrize("field", WRONG)
def test_wrong_orders_are_told_by_field(alice_api: APIClient, field: str) -> None:
    from klangwerk.studio.jobs.models import Job

    for value in WRONG[field]:
        answer = alice_api.post(GENERATE, {**ORDER, field: value})
        assert (answer.status_code, answer.json()["code"]) == (400, "invalid_input"), (field, value)
        assert list(answer.json()["extra"]["fields"]) == [field], (field, value)
    assert not Job.objects.exists()


def test_sentences_that_help(alice_api: APIClient) -> None:
    def fields(**wrong: Any) -> Any:
        return alice_api.post(GENERATE, {**ORDER, **wrong}).json()["extra"]["fields"]

    assert fields(prompt={"text": " "}) == {
        "prompt": {"text": ["Say in a few words what it should sound like."]}
    }
    assert fields(model="musicgen") == {"model": ["There is no model “musicgen”. Known: composer-1."]}
    assert alice_api.post(GENERATE, {}).json()["extra"]["fields"] == {"prompt": ["This field is required."]}


def test_numbers_that_are_none_are_refused(alice_api: APIClient) -> None:
    for number in ("NaN", "Infinity", "-Infinity", "1e999"):
        body = f'{{"prompt": {{"text": "x"}}, "durationS": {number}}}'
        assert alice_api.generic("POST", GENERATE, body, content_type="application/json").status_code == 400


def test_models_are_those_of_the_engine() -> None:
    generate = pytest.importorskip("klangwerk.engines.composer.generate")
    from klangwerk.studio.music.order import MODELS

    assert MODELS == (generate.MODEL,)


# --- how it stands ---------------------------------------------------------------------------------------------------


def test_cancelled_and_failed(alice_api: APIClient) -> None:
    from klangwerk.studio.jobs.models import Job

    where = alice_api.post(GENERATE, ORDER)["Location"]
    job = Job.objects.get()
    Job.objects.update(status="processing")
    assert alice_api.get(where).json()["status"] == "running"
    Job.objects.update(status="queued")
    assert alice_api.delete(f"/api/jobs/{job.pk}/").status_code == 200
    standing = alice_api.get(where).json()
    assert (standing["status"], standing["error"]["code"]) == ("failed", "cancelled")
    Job.objects.update(status="failed", error_code="worker_lost", error_message="It is gone.")
    standing = alice_api.get(where).json()
    assert (standing["status"], standing["error"]) == (
        "failed",
        {"code": "worker_lost", "message": "It is gone."},
    )
    assert (standing["trackId"], standing["stems"], standing["metadata"]) == (None, {}, None)


def test_composed_even_when_its_job_is_forgotten(
    alice: User, alice_api: APIClient, track_make: Callable[..., Track]
) -> None:
    from klangwerk.studio.jobs.models import Job

    main = track_make(alice)
    where = f"/api/tracks/generations/{main.generation_id}/"
    assert alice_api.get(where).json()["job"]["status"] == "completed"
    Job.objects.all().delete()
    standing = alice_api.get(where).json()
    assert (standing["status"], standing["trackId"], standing["job"]) == ("composed", str(main.pk), None)
    assert set(standing["stems"]) == {"bass", "chords", "melody", "percussion"}
    assert standing["metadata"]["free_form"] == {"keptAs_is": 1}


def test_made_and_deleted_again(alice: User, alice_api: APIClient, track_make: Callable[..., Track]) -> None:
    main = track_make(alice)
    alice_api.delete(f"/api/tracks/{main.pk}/")
    answer = alice_api.get(f"/api/tracks/generations/{main.generation_id}/")
    assert (answer.status_code, answer.json()["message"]) == (404, "This track was made and deleted again.")


def test_another_kind_of_job_is_no_order(alice: User, alice_api: APIClient) -> None:
    from klangwerk.studio.kicks.order import KickOrder
    from klangwerk.studio.kicks.services import kick_order

    job = kick_order(user=alice, order=KickOrder(seed=1)).job
    assert alice_api.get(f"/api/tracks/generations/{job.pk}/").status_code == 404
    assert alice_api.get(f"/api/tracks/generations/{uuid.uuid4()}/").status_code == 404


# --- limits ----------------------------------------------------------------------------------------------------------


def test_ten_a_minute(alice: User, alice_api: APIClient, bob_api: APIClient) -> None:
    wrong = [alice_api.post(GENERATE, {}).status_code for _ in range(12)]
    assert set(wrong) == {400}
    answers = [alice_api.post(GENERATE, ORDER).status_code for _ in range(10)]
    assert answers == [202] * 10
    refused = alice_api.post(GENERATE, ORDER)
    assert (refused.status_code, refused.json()["code"]) == (429, "rate_limited")
    assert 0 < int(refused["Retry-After"]) <= 60
    assert bob_api.post(GENERATE, ORDER).status_code == 202
    alice.unlimited = True
    alice.save()
    assert alice_api.post(GENERATE, ORDER).status_code == 202


def test_so_many_are_kept(
    alice: User, alice_api: APIClient, settings: LazySettings, track_make: Callable[..., Track]
) -> None:
    settings.KLANGWERK_TRACKS_KEPT = 2
    main = track_make(alice)
    assert alice_api.post(GENERATE, ORDER).status_code == 202
    answer = alice_api.post(GENERATE, ORDER)
    assert (answer.status_code, answer.json()["code"]) == (400, "tracks_kept_limit"), "one is on its way"
    assert answer.json()["extra"] == {"keptLimit": 2}
    assert alice_api.get("/api/me/").json()["limits"]["tracks"] == {"keptLimit": 2, "kept": 1}
    stem = main.stems.get(type="bass")
    alice_api.delete(f"/api/tracks/{stem.pk}/")
    assert alice_api.post(GENERATE, ORDER).status_code == 400, "a stem makes no room"
    alice_api.delete(f"/api/tracks/{main.pk}/")
    assert alice_api.post(GENERATE, ORDER).status_code == 202


def test_the_owner_of_the_machine_has_no_limit(
    alice: User, alice_api: APIClient, settings: LazySettings, track_make: Callable[..., Track]
) -> None:
    settings.KLANGWERK_TRACKS_KEPT = 0
    alice.unlimited = True
    alice.save()
    track_make(alice)
    assert alice_api.post(GENERATE, ORDER).status_code == 202
    assert alice_api.get("/api/me/").json()["limits"]["tracks"] == {"keptLimit": None, "kept": 1}
