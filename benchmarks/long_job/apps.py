"""Registers the kind when Django is ready."""

from __future__ import annotations

from django.apps import AppConfig


class LongJobConfig(AppConfig):
    """Work that keeps a core busy."""

    name = "long_job"

    def ready(self) -> None:
        """Tell the workers."""
        from long_job import kind  # noqa: F401  registers the job kind
