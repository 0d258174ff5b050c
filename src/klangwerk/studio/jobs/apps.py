"""The Django app of the job engine."""

from __future__ import annotations

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Jobs, workers, live events."""

    name = "klangwerk.studio.jobs"
    label = "jobs"
    verbose_name = "jobs"
    default_auto_field = "django.db.models.BigAutoField"
