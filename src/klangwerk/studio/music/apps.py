"""The Django app of tracks."""

from __future__ import annotations

from django.apps import AppConfig


class MusicConfig(AppConfig):
    """Generations, their tracks, and the job that makes them."""

    name = "klangwerk.studio.music"
    label = "music"
    verbose_name = "tracks"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the apps below what this one has for them."""
        from klangwerk.studio.accounts import limits
        from klangwerk.studio.library import doctor
        from klangwerk.studio.music import (
            allowance,
            inspection,
            job,  # noqa: F401  registers the job kind
            receivers,
        )

        limits.register("tracks", allowance.limits_for_me)
        doctor.register(inspection.check_tracks)
        receivers.connect()
