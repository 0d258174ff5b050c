"""Registers the kinds when Django is ready."""

from __future__ import annotations

from django.apps import AppConfig


class JobKindsConfig(AppConfig):
    name = "job_kinds"

    def ready(self) -> None:
        from job_kinds import kinds  # noqa: F401
