"""Jobs over HTTP: Alice owns, Bob is a stranger, the guest has no account."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from klangwerk.studio.accounts.models import User
from klangwerk.studio.jobs import heartbeats, registry, services, state
from klangwerk.studio.jobs.lanes import Lane
from klangwerk.studio.jobs.models import Job, WorkerHeartbeat
from klangwerk.studio.jobs.worker.inline import run_queued

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tables")]

FIELDS = {
    *("id", "kind", "lane", "title", "status", "progress", "step", "position", "etaS", "attempts"),
    *("cancelRequested", "error", "result", "createdAt", "startedAt", "finishedAt"),
}


@pytest.fixture
def make(alice: User) -> Callable[..., Job]:
    def make(kind: str = "test.steps", *, owner: User = alice, priority: int = 0, **params: Any) -> Job:
        return services.job_create(owner=owner, kind=kind, params=params, priority=priority)

    return make


Make = Callable[..., Job]


def test_a_queued_job(make: Make, alice_api: APIClient) -> None:
    job = make()
    answer = alice_api.get(f"/api/jobs/{job.pk}/")
    assert answer.status_code == 200
    body = answer.json()
    assert set(body) == FIELDS
    assert body["id"] == str(job.pk)
    assert (body["status"], body["lane"], body["kind"]) == ("queued", "fast", "test.steps")
    assert (body["title"], body["position"], body["progress"]) == ("Some steps", 1, 0)
    assert body["error"] is body["result"] is body["etaS"] is body["startedAt"] is None


def test_a_completed_job_keeps_the_keys_of_its_result(make: Make, alice_api: APIClient) -> None:
    job = make()
    run_queued()
    body = alice_api.get(f"/api/jobs/{job.pk}").json()
    assert body["result"] == {"attempt": 1, "someKey": {"inner_key": 1}}
    assert (body["status"], body["position"], body["etaS"]) == ("completed", None, None)


def test_a_failed_job_says_why(make: Make, alice_api: APIClient) -> None:
    job = make("test.raises", error="engine")
    run_queued()
    body = alice_api.get(f"/api/jobs/{job.pk}/").json()
    assert body["error"] == {"code": "input_unusable", "message": "The file is silent. Choose another."}


def test_lists_are_paged_filtered_and_newest_first(make: Make, alice_api: APIClient, bob: User) -> None:
    done = make()
    run_queued()
    waiting, other = make(), make("test.hang")
    make(owner=bob)

    def ids(query: str = "") -> list[str]:
        body = alice_api.get(f"/api/jobs/{query}").json()
        assert set(body) == {"count", "next", "previous", "results"}
        return [job["id"] for job in body["results"]]

    assert ids() == [str(other.pk), str(waiting.pk), str(done.pk)]
    assert ids("?active=true") == [str(other.pk), str(waiting.pk)]
    assert ids("?active=false") == [str(done.pk)]
    assert ids("?kind=test.hang") == [str(other.pk)]
    assert ids("?limit=1&offset=1") == [str(waiting.pk)]
    assert alice_api.get("/api/jobs/?limit=1").json()["count"] == 3


@pytest.mark.parametrize("query", ["active=maybe", "limit=-1", "offset=x"])
def test_wrong_filters_are_refused(alice_api: APIClient, query: str) -> None:
    answer = alice_api.get(f"/api/jobs/?{query}")
    assert answer.status_code == 400
    assert answer.json()["code"] == "invalid_input"
    assert list(answer.json()["extra"]["fields"]) == [query.split("=")[0]]


def test_cancel_while_queued(make: Make, alice_api: APIClient) -> None:
    job = make()
    answer = alice_api.delete(f"/api/jobs/{job.pk}/")
    assert (answer.status_code, answer.json()["status"]) == (200, "cancelled")
    assert run_queued() == 0


def test_cancel_while_running_asks(make: Make, alice_api: APIClient) -> None:
    job = make()
    state.claim(lane=Lane.FAST, worker="w")
    for _ in range(2):  # asking twice is no mistake
        answer = alice_api.delete(f"/api/jobs/{job.pk}")
        assert answer.status_code == 200
        assert (answer.json()["status"], answer.json()["cancelRequested"]) == ("processing", True)


def test_a_finished_job_cannot_be_cancelled(make: Make, alice_api: APIClient) -> None:
    job = make()
    run_queued()
    answer = alice_api.delete(f"/api/jobs/{job.pk}/")
    assert answer.status_code == 409
    assert answer.json()["code"] == "job_finished"
    assert "completed" in answer.json()["message"]
    job.refresh_from_db()
    assert job.cancel_requested_at is None


ENDPOINTS = [
    ("get", "/api/jobs/"),
    ("get", "/api/jobs/{id}/"),
    ("delete", "/api/jobs/{id}/"),
    ("post", "/api/events/ticket/"),
]


@pytest.mark.parametrize(("method", "path"), ENDPOINTS)
def test_a_guest_gets_nothing(make: Make, guest_api: APIClient, method: str, path: str) -> None:
    job = make()
    answer = getattr(guest_api, method)(path.format(id=job.pk))
    assert (answer.status_code, answer.json()["code"]) == (401, "not_authenticated")
    job.refresh_from_db()
    assert job.status == "queued"


@pytest.mark.parametrize("method", ["get", "delete"])
def test_another_users_job_is_not_there(make: Make, bob_api: APIClient, method: str) -> None:
    job = make()
    theirs = getattr(bob_api, method)(f"/api/jobs/{job.pk}/")
    nobodys = getattr(bob_api, method)(f"/api/jobs/{uuid.uuid4()}/")
    assert theirs.status_code == nobodys.status_code == 404
    assert theirs.json()["code"] == "not_found"
    assert theirs.json()["message"] == nobodys.json()["message"]
    assert bob_api.get("/api/jobs/").json()["count"] == 0
    job.refresh_from_db()
    assert job.status == "queued"


def test_ids_that_are_none_are_not_found(alice_api: APIClient) -> None:
    assert alice_api.get("/api/jobs/42/").status_code == 404


def test_position_and_eta_come_from_rows_and_run_times(make: Make, alice_api: APIClient) -> None:
    def seen(job: Job) -> tuple[int | None, float | None]:
        body = alice_api.get(f"/api/jobs/{job.pk}/").json()
        return body["position"], body["etaS"]

    now = timezone.now()
    for run_s in (9, 10, 30):  # the median counts, not the one slow run
        done = make()
        Job.objects.filter(pk=done.pk).update(
            status="completed", started_at=now - timedelta(seconds=run_s), finished_at=now
        )
    first, second, urgent = make(), make(), make(priority=9)
    assert [seen(job) for job in (first, second, urgent)] == [(2, None), (3, None), (1, None)], "nobody works"

    heartbeats.beat(worker="w", dispatcher="local", slots={"fast": 2})
    assert [seen(job) for job in (first, second, urgent)] == [(2, 15), (3, 20), (1, 10)]

    state.claim(lane=Lane.FAST, worker="w")
    Job.objects.filter(pk=urgent.pk).update(started_at=timezone.now() - timedelta(seconds=4))
    position, eta_s = seen(urgent)
    assert position == 0
    assert eta_s == pytest.approx(6, abs=1)
    Job.objects.filter(pk=urgent.pk).update(progress=80)  # it goes faster than usual
    assert seen(urgent)[1] == pytest.approx(1, abs=0.5)
    assert seen(first)[0] == 1

    unknown = make("test.raises", error="none")
    assert seen(unknown) == (3, None), "this kind never ran"
    behind = make()
    assert seen(behind) == (4, None), "what is ahead is not known"


def test_a_list_takes_a_few_queries_for_any_length(
    make: Make, alice_api: APIClient, django_assert_max_num_queries: Any
) -> None:
    for _ in range(30):
        make()
    heartbeats.beat(worker="w", dispatcher="local", slots={"fast": 2})
    with django_assert_max_num_queries(9):
        assert len(alice_api.get("/api/jobs/?limit=30").json()["results"]) == 30


# --- probes and figures ------------------------------------------------------------------------------------------


def test_healthz_needs_nothing(guest_api: APIClient) -> None:
    assert guest_api.get("/healthz").json() == {"status": "ok"}


def test_readyz_names_the_part_that_is_down(guest_api: APIClient) -> None:
    answer = guest_api.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["parts"]["database"] == "ok"
    assert "klangwerk worker" in answer.json()["parts"]["worker"]

    lanes = {kind.lane.value for kind in registry.kinds()}
    heartbeats.beat(worker="w", dispatcher="local", slots=dict.fromkeys(lanes - {"heavy"}, 1))
    assert "heavy" in guest_api.get("/readyz/").json()["parts"]["worker"]

    heartbeats.beat(worker="w", dispatcher="local", slots=dict.fromkeys(lanes, 1))
    answer = guest_api.get("/readyz")
    assert (answer.status_code, answer.json()["status"]) == (200, "ok")
    assert answer.json()["parts"] == {"web": "ok", "database": "ok", "worker": "ok"}

    WorkerHeartbeat.objects.update(seen_at=timezone.now() - timedelta(seconds=31))
    assert guest_api.get("/readyz").status_code == 503


def test_metrics_count_jobs_ages_run_times_and_workers(make: Make, guest_api: APIClient) -> None:
    make()
    run_queued()
    Job.objects.update(finished_at=timezone.now(), started_at=timezone.now() - timedelta(seconds=0.7))
    waits = make("test.hang")
    Job.objects.filter(pk=waits.pk).update(queued_at=timezone.now() - timedelta(seconds=60))
    heartbeats.beat(worker="w", dispatcher="local", slots={"fast": 2})
    answer = guest_api.get("/metrics")
    assert answer["Content-Type"].startswith("text/plain; version=0.0.4")
    samples = dict(
        line.rsplit(" ", 1) for line in answer.content.decode().splitlines() if not line.startswith("#")
    )
    assert samples['klangwerk_jobs{status="completed",lane="fast",kind="test.steps"}'] == "1"
    assert samples['klangwerk_jobs{status="queued",lane="heavy",kind="test.hang"}'] == "1"
    assert 60 <= float(samples['klangwerk_queue_age_seconds{lane="heavy"}']) < 70
    assert samples['klangwerk_job_run_seconds_bucket{kind="test.steps",le="0.5"}'] == "0"
    assert samples['klangwerk_job_run_seconds_bucket{kind="test.steps",le="1"}'] == "1"
    assert samples['klangwerk_job_run_seconds_count{kind="test.steps"}'] == "1"
    assert float(samples['klangwerk_job_run_seconds_sum{kind="test.steps"}']) == pytest.approx(0.7, abs=0.01)
    assert samples["klangwerk_workers"] == "1"
    assert samples['klangwerk_worker_slots{lane="fast"}'] == "2"


def test_metrics_can_be_locked(guest_api: APIClient, settings: Any) -> None:
    settings.KLANGWERK_METRICS_TOKEN = "for prometheus only"
    assert guest_api.get("/metrics").status_code == 401
    assert guest_api.get("/metrics", HTTP_AUTHORIZATION="Bearer wrong").json()["code"] == "not_authenticated"
    assert guest_api.get("/metrics", HTTP_AUTHORIZATION="Bearer for prometheus only").status_code == 200


# --- admin -------------------------------------------------------------------------------------------------------


def test_the_admin_shows_jobs_and_cancels_them(make: Make, client: Any, alice: User, user_make: Any) -> None:
    job, done = make(), make(priority=9)
    Job.objects.filter(pk=done.pk).update(status="completed")
    client.force_login(alice)
    assert client.get("/admin/jobs/job/").status_code == 302, "no staff"
    client.force_login(user_make("root", is_staff=True, is_superuser=True))
    page = client.get("/admin/jobs/job/")
    assert page.status_code == 200
    assert str(job.pk) in page.content.decode()
    assert client.get(f"/admin/jobs/job/{job.pk}/change/").status_code == 200
    assert client.post(f"/admin/jobs/job/{job.pk}/delete/", {"post": "yes"}).status_code == 403
    answer = client.post(
        "/admin/jobs/job/",
        {"action": "cancel", "_selected_action": [str(job.pk), str(done.pk)]},
        follow=True,
    )
    text = answer.content.decode()
    assert "1 cancelled" in text
    assert "1 were over already" in text
    job.refresh_from_db()
    assert job.status == "cancelled"


def test_a_ticket_is_made_for_the_caller(alice: User, alice_api: APIClient) -> None:
    from klangwerk.studio.jobs.events import tickets

    answer = alice_api.post("/api/events/ticket")
    assert answer.status_code == 201
    assert set(answer.json()) == {"ticket", "expiresAt"}
    assert tickets.ticket_use(ticket=answer.json()["ticket"]) == alice.pk
    assert tickets.ticket_use(ticket=answer.json()["ticket"]) is None
