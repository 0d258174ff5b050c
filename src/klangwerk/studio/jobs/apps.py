"""The Django app of the job engine."""

from __future__ import annotations

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Jobs, workers, live events."""

    name = "klangwerk.studio.jobs"
    label = "jobs"
    verbose_name = "jobs"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connections that are opened from now on are told what to do with frozen processes."""
        from django.db.backends.signals import connection_created

        from klangwerk.studio.jobs.database import let_go_of_the_frozen

        connection_created.connect(let_go_of_the_frozen, dispatch_uid="jobs.let_go_of_the_frozen")
