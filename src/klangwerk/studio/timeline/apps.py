"""The Django app of the timeline."""

from __future__ import annotations

from django.apps import AppConfig


class TimelineConfig(AppConfig):
    """Projects of the timeline."""

    name = "klangwerk.studio.timeline"
    label = "timeline"
    verbose_name = "timeline"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the apps below what this one has for them."""
        from klangwerk.studio.accounts import limits
        from klangwerk.studio.library import doctor
        from klangwerk.studio.music import usage
        from klangwerk.studio.timeline import allowance, inspection, receivers, sounds

        limits.register("projects", allowance.limits_for_me)
        usage.register(sounds.uses_of)
        doctor.register(inspection.check_imports)
        receivers.connect()
