"""From a prompt to a stored kick, the whole way."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from django.conf import LazySettings
from django.test import Client

from klangwerk.engines.contracts import Provenance
from klangwerk.sound import io as sound_io

from .conftest import GENERATE, KICKS

if TYPE_CHECKING:
    from rest_framework.test import APIClient

    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.kicks.models import Kick

pytestmark = pytest.mark.django_db

ApiKick = Callable[..., dict[str, Any]]


def audio_bytes(client: Client, kick: dict[str, Any], field: str = "audioUrl") -> bytes:
    response = client.get(kick[field])
    assert response.status_code == 200
    return b"".join(response.streaming_content)  # type: ignore[attr-defined]


def samples(client: Client, kick: dict[str, Any]) -> np.ndarray[Any, Any]:
    return sound_io.read(io.BytesIO(audio_bytes(client, kick))).samples


def test_a_kick_has_everything_that_the_contract_says(alice_api: APIClient, api_kick: ApiKick) -> None:
    kick = api_kick(
        alice_api, prompt="deep punchy house", seed=7, lengthS=0.4, drive=0.25, steps=4, cfgScale=3
    )
    assert set(kick) == {
        "id", "assetId", "name", "audioUrl", "downloadUrl", "prompt", "seed", "sliders", "steps", "cfgScale", "understood",
        "model", "durationS", "lufs", "sizeBytes", "peaks", "isFavourite", "isShared", "source", "createdAt",
    }  # fmt: skip
    assert kick["name"].startswith("AI: ")
    assert kick["prompt"] == "deep punchy house"
    assert kick["seed"] == 7
    assert kick["sliders"] == {
        "lengthS": 0.4, "pitchHz": None, "punch": None, "drive": 0.25, "brightness": None, "noise": None,
    }  # fmt: skip
    assert (kick["steps"], kick["cfgScale"]) == (4, 3.0)
    assert kick["understood"] == {"known": ["deep", "punchy", "house"], "mapped": [], "ignored": []}
    assert set(kick["model"]) == {"name", "version"}
    assert kick["durationS"] == pytest.approx(2.0)
    assert (kick["isFavourite"], kick["isShared"]) == (False, False)
    assert kick["source"] == {
        "kind": "prompt", "kickId": None, "otherKickId": None, "strength": None, "mix": None,
    }  # fmt: skip
    outline = np.frombuffer(base64.b64decode(kick["peaks"]), dtype=np.int8)
    assert 2 <= outline.size <= 8192
    assert outline.max() > 100


def test_the_file_is_a_24_bit_wav_that_says_where_it_comes_from(
    alice_api: APIClient, api_kick: ApiKick, client: Client, tmp_path: Path
) -> None:
    kick = api_kick(alice_api, prompt="techno", seed=3)
    path = tmp_path / "kick.wav"
    path.write_bytes(audio_bytes(client, kick))
    info = sound_io.probe(path)
    assert (info.sample_rate, info.channels, info.codec) == (44_100, 1, "pcm_24")
    assert path.stat().st_size == kick["sizeBytes"]
    comment = sound_io.read_tags(path)["comment"]
    assert comment.startswith('{"klangwerk":')
    provenance = Provenance.from_tag(comment)
    assert provenance is not None
    assert provenance.seed == 3
    assert provenance.params["prompt"] == "techno"


def test_same_seed_same_bytes_and_other_seed_other_bytes(
    alice_api: APIClient, bob_api: APIClient, api_kick: ApiKick, client: Client
) -> None:
    body = {"prompt": "hard gabber", "drive": 0.7}
    first = audio_bytes(client, api_kick(alice_api, seed=11, **body))
    assert first == audio_bytes(client, api_kick(bob_api, seed=11, **body))
    assert first != audio_bytes(client, api_kick(alice_api, seed=12, **body))


def test_no_prompt_means_hit_house_with_a_new_seed_each_time(alice_api: APIClient, api_kick: ApiKick) -> None:
    one, two = api_kick(alice_api), api_kick(alice_api, prompt="  ", seed=None)
    assert one["prompt"] == two["prompt"] == "hit house"
    assert one["seed"] != two["seed"]


def test_unknown_words_are_named_not_dropped(alice_api: APIClient, api_kick: ApiKick) -> None:
    kick = api_kick(alice_api, prompt="punchyy xyzzy")
    assert kick["understood"]["mapped"] == [{"from": "punchyy", "to": "punchy"}]
    assert kick["understood"]["ignored"] == ["xyzzy"]


@pytest.mark.parametrize(("note", "pitch_hz"), [("A1", 55.0), ("F1", 43.65), ("c#2", 69.3), ("Fis", 46.25)])
def test_pitch_by_note(alice_api: APIClient, api_kick: ApiKick, note: str, pitch_hz: float) -> None:
    assert api_kick(alice_api, pitchNote=note)["sliders"]["pitchHz"] == pytest.approx(pitch_hz, abs=0.01)


def test_a_variation_of_strength_0_is_the_same_kick_and_a_stronger_one_is_not(
    alice_api: APIClient, api_kick: ApiKick, client: Client
) -> None:
    parent = api_kick(alice_api, prompt="soft 808", seed=5)
    same = api_kick(alice_api, variationOf=parent["id"], strength=0, seed=5)
    other = api_kick(alice_api, variationOf=parent["id"], seed=6)
    assert np.array_equal(samples(client, same), samples(client, parent))
    assert not np.array_equal(samples(client, other), samples(client, parent))
    assert same["source"] == {
        "kind": "variation", "kickId": parent["id"], "otherKickId": None, "strength": 0.0, "mix": None,
    }  # fmt: skip
    assert other["source"]["strength"] == pytest.approx(0.4)
    assert other["prompt"] == "soft 808", "it goes on from what the kick was made of"


def test_an_interpolation_names_both_kicks(alice_api: APIClient, api_kick: ApiKick) -> None:
    a, b = api_kick(alice_api, prompt="808", seed=1), api_kick(alice_api, prompt="gabber", seed=2)
    middle = api_kick(alice_api, variationOf=a["id"], interpolateWith=b["id"], mix=0.25)
    assert middle["source"] == {
        "kind": "interpolation", "kickId": a["id"], "otherKickId": b["id"], "strength": None, "mix": 0.25,
    }  # fmt: skip


def test_sources_that_are_deleted_are_forgotten_and_the_kick_stays(
    alice_api: APIClient, api_kick: ApiKick
) -> None:
    parent = api_kick(alice_api, seed=1)
    child = api_kick(alice_api, variationOf=parent["id"])
    assert alice_api.delete(f"{KICKS}{parent['id']}/").status_code == 200
    found = alice_api.get(f"{KICKS}{child['id']}/").json()
    assert found["source"]["kind"] == "variation"
    assert found["source"]["kickId"] is None


def test_a_source_that_is_deleted_while_the_job_waits_fails_it_and_refunds(
    alice: User, alice_api: APIClient, api_kick: ApiKick, work: Callable[[], int]
) -> None:
    parent = api_kick(alice_api, seed=1)
    queued = alice_api.post(GENERATE, {"variationOf": parent["id"]}, headers={"prefer": "wait=0"})
    alice_api.delete(f"{KICKS}{parent['id']}/")
    work()
    job = alice_api.get(queued["Location"]).json()
    assert job["status"] == "failed"
    assert job["error"]["code"] == "kick_source_gone"
    assert alice_api.get(KICKS).json()["remainingGensToday"] == 9


def test_a_kick_of_another_model_is_varied_by_its_sound(
    kick: Kick, alice_api: APIClient, api_kick: ApiKick
) -> None:
    type(kick).objects.filter(pk=kick.pk).update(model_name="an older one", latent=b"of another size")
    child = api_kick(alice_api, variationOf=str(kick.pk), strength=0.2)
    assert child["source"]["kickId"] == str(kick.pk)


def test_titles_say_what_is_made(alice_api: APIClient, kick: Kick) -> None:
    now = {"prefer": "wait=0"}
    jobs = [
        alice_api.post(GENERATE, body, headers=now).json()["job"]["title"]
        for body in ({"prompt": "deep"}, {}, {"variationOf": str(kick.pk)})
    ]
    assert jobs == ["deep", "hit house", f"Variation of {kick.name}"]


def test_202_names_the_job(alice_api: APIClient) -> None:
    response = alice_api.post(GENERATE, {}, headers={"prefer": "wait=0"})
    assert response.status_code == 202
    job = response.json()["job"]
    assert job["status"] == "queued"
    assert job["kind"] == "kick.generate"
    assert response["Location"] == f"/api/jobs/{job['id']}/"
    assert response["Preference-Applied"] == "wait=0"


@pytest.mark.django_db(transaction=True)
def test_201_carries_kick_and_counts_when_the_worker_is_quick(alice_api: APIClient, worker: None) -> None:
    response = alice_api.post(GENERATE, {"prompt": "deep punchy house"})
    assert response.status_code == 201, response.json()
    kick = response.json()
    assert kick["remainingGensToday"] == 9
    assert kick["totalGensCount"] == 1
    assert response["Location"] == f"/api/kicks/{kick['id']}/"
    assert "Preference-Applied" not in response
    listed = alice_api.get(KICKS).json()["kicks"]
    assert [{**item} for item in listed] == [
        {key: value for key, value in kick.items() if key not in {"remainingGensToday", "totalGensCount"}}
    ]


@pytest.mark.django_db(transaction=True)
def test_without_a_worker_the_wait_ends_with_202(alice_api: APIClient) -> None:
    response = alice_api.post(GENERATE, {}, headers={"prefer": "wait=1"})
    assert response.status_code == 202
    assert response["Preference-Applied"] == "wait=1"


@pytest.mark.django_db(transaction=True)
def test_the_job_reports_the_engines_steps(
    alice: User, alice_api: APIClient, worker: None, settings: LazySettings
) -> None:
    settings.JOBS_PROGRESS_STEP_S = 0.0
    settings.JOBS_PROGRESS_S = 0.0
    from klangwerk.studio.jobs.models import JobEvent

    assert alice_api.post(GENERATE, {"steps": 8}).status_code == 201
    # queued, claimed, each step of the sampler, rendering, storing, completed
    assert JobEvent.objects.count() >= 12


@pytest.mark.django_db(transaction=True)
def test_a_repeated_request_with_the_same_key_gives_the_same_kick(alice_api: APIClient, worker: None) -> None:
    headers = {"idempotency-key": "once-only"}
    first = alice_api.post(GENERATE, {"prompt": "deep"}, headers=headers)
    again = alice_api.post(GENERATE, {"prompt": "deep"}, headers=headers)
    assert (first.status_code, again.status_code) == (201, 201)
    assert "Idempotency-Replayed" not in first
    assert again["Idempotency-Replayed"] == "true"
    assert first.json() == again.json()
    assert alice_api.get(KICKS).json()["count"] == 1
    other = alice_api.post(GENERATE, {"prompt": "high"}, headers=headers)
    assert other.status_code == 422
    assert other.json()["code"] == "idempotency_key_reused"


def test_keys_belong_to_their_user(alice_api: APIClient, bob_api: APIClient) -> None:
    headers = {"idempotency-key": "k", "prefer": "wait=0"}
    a = alice_api.post(GENERATE, {}, headers=headers).json()["job"]["id"]
    b = bob_api.post(GENERATE, {}, headers=headers).json()["job"]["id"]
    assert a != b
    assert alice_api.post(GENERATE, {}, headers=headers).json()["job"]["id"] == a


def test_a_failed_try_frees_its_key(
    alice_api: APIClient, settings: LazySettings, work: Callable[[], int]
) -> None:
    headers = {"idempotency-key": "k", "prefer": "wait=0"}
    settings.KLANGWERK_KICK_MODEL = "/no/such/model.kwm"
    first = alice_api.post(GENERATE, {}, headers=headers).json()["job"]["id"]
    work()
    assert alice_api.get(f"/api/jobs/{first}/").json()["status"] == "failed"
    assert alice_api.post(GENERATE, {}, headers=headers).json()["job"]["id"] != first


@pytest.mark.django_db(transaction=True)
def test_a_replay_of_a_deleted_kick_says_so(alice_api: APIClient, worker: None) -> None:
    headers = {"idempotency-key": "k"}
    kick = alice_api.post(GENERATE, {}, headers=headers).json()
    alice_api.delete(f"{KICKS}{kick['id']}/")
    again = alice_api.post(GENERATE, {}, headers=headers)
    assert again.status_code == 410
    assert again.json()["code"] == "kick_deleted"


@pytest.mark.django_db(transaction=True)
def test_a_model_that_cannot_be_loaded_is_503_and_refunded(
    alice_api: APIClient, settings: LazySettings, worker: None
) -> None:
    settings.KLANGWERK_KICK_MODEL = "/no/such/model.kwm"
    response = alice_api.post(GENERATE, {})
    assert response.status_code == 503
    found = response.json()
    assert found["code"] == "kick_failed"
    assert found["extra"]["reason"] == "model_error"
    assert response["Retry-After"]
    assert alice_api.get(KICKS).json()["remainingGensToday"] == 10


def test_an_order_that_the_engine_refuses_is_wrong_input(alice: User, work: Callable[[], int]) -> None:
    """An order that an older version took: the code is that of every other wrong input."""
    from klangwerk.studio.common.errors import ApiError
    from klangwerk.studio.jobs.services import job_create
    from klangwerk.studio.kicks.job import KICK_GENERATE
    from klangwerk.studio.kicks.order import KickOrder
    from klangwerk.studio.kicks.outcome import answer_of

    order = KickOrder(seed=1, sliders={"length_s": 99.0})
    job = job_create(owner=alice, kind=KICK_GENERATE, params=order.to_job_params())
    work()
    with pytest.raises(ApiError) as caught:
        answer_of(user=alice, job_id=job.pk)
    job.refresh_from_db()
    assert (job.error_code, caught.value.code, caught.value.status) == ("invalid_input", "invalid_input", 400)
    assert caught.value.extra == {"jobId": str(job.pk)}


def test_job_params_hold_the_whole_order(alice: User, alice_api: APIClient) -> None:
    from klangwerk.studio.jobs.models import Job

    alice_api.post(GENERATE, {"prompt": "deep", "noise": 0.5}, headers={"prefer": "wait=0"})
    params = Job.objects.get().params
    assert params["prompt"] == "deep"
    assert params["sliders"]["noise"] == 0.5
    assert 0 <= params["seed"] < 2**32
    json.dumps(params)
