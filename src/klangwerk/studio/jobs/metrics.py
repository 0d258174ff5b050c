"""Figures for Prometheus, read from the rows, so that every web process answers the same.

The histogram counts the jobs that the table holds; when old ones are pruned its counters fall, which Prometheus takes
for a restart.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db.models import Count, DurationField, ExpressionWrapper, F, Min, Q, Sum
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from klangwerk.studio.common.errors import NotSignedIn
from klangwerk.studio.jobs import heartbeats
from klangwerk.studio.jobs.models import Job
from klangwerk.studio.jobs.status import JobStatus

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
BUCKETS_S = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, 900.0)
RUN_TIME = ExpressionWrapper(F("finished_at") - F("started_at"), output_field=DurationField())


@require_safe
@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    """Prometheus text. With KLANGWERK_METRICS_TOKEN set, only for who sends it as a bearer token."""
    token = settings.KLANGWERK_METRICS_TOKEN
    sent = request.headers.get("Authorization", "")
    if token and not hmac.compare_digest(sent.encode(), f"Bearer {token}".encode()):
        refusal = NotSignedIn("Send the token of KLANGWERK_METRICS_TOKEN as Authorization: Bearer <token>.")
        return JsonResponse(refusal.body(), status=refusal.status, headers=refusal.headers)
    return HttpResponse("\n".join(_lines()) + "\n", content_type=CONTENT_TYPE)


def _lines() -> Iterator[str]:
    yield from _jobs()
    yield from _queue_age()
    yield from _run_times()
    yield from _workers()


def _jobs() -> Iterator[str]:
    rows = (
        Job.objects.order_by("lane", "kind", "status")
        .values("lane", "kind", "status")
        .annotate(count=Count("pk"))
    )
    yield from _metric(
        "klangwerk_jobs",
        "gauge",
        "Jobs in the table.",
        (({key: row[key] for key in ("status", "lane", "kind")}, row["count"]) for row in rows),
    )


def _queue_age() -> Iterator[str]:
    now = timezone.now()
    rows = (
        Job.objects.filter(status=JobStatus.QUEUED)
        .order_by("lane")
        .values("lane")
        .annotate(oldest=Min("queued_at"))
    )
    yield from _metric(
        "klangwerk_queue_age_seconds",
        "gauge",
        "How long the job that waits longest has waited.",
        (({"lane": row["lane"]}, max(0.0, (now - row["oldest"]).total_seconds())) for row in rows),
    )


def _run_times() -> Iterator[str]:
    name = "klangwerk_job_run_seconds"
    yield f"# HELP {name} Run time of completed jobs, their last attempt only."
    yield f"# TYPE {name} histogram"
    rows = (
        Job.objects.filter(status=JobStatus.COMPLETED, started_at__isnull=False)
        .order_by("kind")
        .values("kind")
        .annotate(count=Count("pk"), total=Sum(RUN_TIME))
        .annotate(
            **{
                f"le_{index}": Count(
                    "pk", filter=Q(finished_at__lte=F("started_at") + timedelta(seconds=edge_s))
                )
                for index, edge_s in enumerate(BUCKETS_S)
            },
        )
    )
    for row in map(dict[str, Any], rows):
        labels = {"kind": row["kind"]}
        for index, edge_s in enumerate(BUCKETS_S):
            yield _sample(f"{name}_bucket", {**labels, "le": f"{edge_s:g}"}, row[f"le_{index}"])
        yield _sample(f"{name}_bucket", {**labels, "le": "+Inf"}, row["count"])
        yield _sample(f"{name}_sum", labels, row["total"].total_seconds())
        yield _sample(f"{name}_count", labels, row["count"])


def _workers() -> Iterator[str]:
    live = heartbeats.live()
    yield from _metric("klangwerk_workers", "gauge", "Workers seen lately.", [({}, len(live))])
    slots = heartbeats.slots_of(live)
    yield from _metric(
        "klangwerk_worker_slots",
        "gauge",
        "How many jobs of a lane can run at once.",
        (({"lane": lane}, count) for lane, count in sorted(slots.items())),
    )


def _metric(
    name: str, kind: str, explanation: str, samples: Iterable[tuple[Mapping[str, str], float]]
) -> Iterator[str]:
    yield f"# HELP {name} {explanation}"
    yield f"# TYPE {name} {kind}"
    for labels, value in samples:
        yield _sample(name, labels, value)


def _sample(name: str, labels: Mapping[str, str], value: float) -> str:
    inside = ",".join(f'{key}="{_escaped(text)}"' for key, text in labels.items())
    return f"{name}{{{inside}}} {value!r}" if inside else f"{name} {value!r}"


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
