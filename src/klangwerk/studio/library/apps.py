"""The Django app of the library."""

from __future__ import annotations

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """Assets and their files."""

    name = "klangwerk.studio.library"
    label = "library"
    verbose_name = "library"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connects what deletes a file after its row."""
        from klangwerk.studio.library import receivers

        receivers.connect()
