"""Addresses of the jobs app."""

from __future__ import annotations

from django.urls import URLPattern

from klangwerk.studio.common.urls import path_both
from klangwerk.studio.jobs import apis, metrics, probes

urlpatterns: list[URLPattern] = [
    *path_both("api/jobs/", apis.JobListApi.as_view(), name="jobs"),
    *path_both("api/jobs/<uuid:job_id>/", apis.JobDetailApi.as_view(), name="job"),
    *path_both("api/events/ticket/", apis.EventTicketApi.as_view(), name="event-ticket"),
    *path_both("healthz", probes.healthz, name="healthz"),
    *path_both("readyz", probes.readyz, name="readyz"),
    *path_both("metrics", metrics.metrics, name="metrics"),
]
