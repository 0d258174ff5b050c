"""The Django app of presets and bounces."""

from __future__ import annotations

from django.apps import AppConfig


class PresetsConfig(AppConfig):
    """Presets of the rack, its stock sounds over HTTP, and bounces."""

    name = "klangwerk.studio.presets"
    label = "presets"
    verbose_name = "presets"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the apps below what this one has for them."""
        from klangwerk.studio.accounts import limits
        from klangwerk.studio.kicks import usage
        from klangwerk.studio.library import doctor
        from klangwerk.studio.presets import (
            allowance,
            inspection,
            job,  # noqa: F401  registers the job kind
            kick_use,
            receivers,
        )

        limits.register("presets", allowance.limits_for_me)
        usage.register(kick_use.uses_of)
        doctor.register(inspection.check_bounces)
        receivers.connect()
