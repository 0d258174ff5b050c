"""Old rows go, young and unfinished ones stay."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from klangwerk.studio.accounts.models import User
from klangwerk.studio.jobs import heartbeats, retention, services
from klangwerk.studio.jobs.events import tickets
from klangwerk.studio.jobs.models import EventTicket, Job, JobEvent, WorkerHeartbeat

pytestmark = pytest.mark.django_db


def test_old_rows_are_pruned_and_young_ones_stay(
    alice: User, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "AT_ONCE", 2)  # several rounds
    settings.JOBS_KEPT_DAYS, settings.JOBS_EVENTS_KEPT_HOURS = 30, 24
    now = timezone.now()
    old, new, waiting = (
        [services.job_create(owner=alice, kind="test.steps", params={}) for _ in range(3)] for _ in range(3)
    )
    pks = {
        name: [job.pk for job in jobs] for name, jobs in (("old", old), ("new", new), ("waiting", waiting))
    }
    Job.objects.filter(pk__in=pks["old"]).update(status="completed", finished_at=now - timedelta(days=31))
    Job.objects.filter(pk__in=pks["new"]).update(status="failed", finished_at=now - timedelta(days=29))
    Job.objects.filter(pk__in=pks["waiting"]).update(created_at=now - timedelta(days=400))
    JobEvent.objects.filter(job__in=pks["new"]).update(created_at=now - timedelta(hours=25))
    tickets.ticket_create(owner=alice)
    EventTicket.objects.update(expires_at=now - timedelta(seconds=1))
    tickets.ticket_create(owner=alice)
    for name, age_s in (("dead", 3600), ("silent", 40), ("live", 0)):
        heartbeats.beat(worker=name, dispatcher="local", slots={})
        WorkerHeartbeat.objects.filter(id=name).update(seen_at=now - timedelta(seconds=age_s))

    assert retention.prune() == {"events": 3, "jobs": 3, "tickets": 1, "workers": 1}
    assert set(Job.objects.values_list("pk", flat=True)) == {*pks["new"], *pks["waiting"]}
    assert set(JobEvent.objects.values_list("job_id", flat=True)) == set(pks["waiting"])
    assert EventTicket.objects.count() == 1
    assert sorted(WorkerHeartbeat.objects.values_list("id", flat=True)) == ["live", "silent"]
    assert retention.prune() == {"events": 0, "jobs": 0, "tickets": 0, "workers": 0}
