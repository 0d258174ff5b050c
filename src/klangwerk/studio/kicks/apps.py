"""The Django app of kicks."""

from __future__ import annotations

from django.apps import AppConfig


class KicksConfig(AppConfig):
    """Kicks, their job, and the usage ledger."""

    name = "klangwerk.studio.kicks"
    label = "kicks"
    verbose_name = "kicks"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the apps below what this one has for them."""
        from klangwerk.studio.accounts import limits
        from klangwerk.studio.kicks import (
            allowance,
            inspection,
            job,  # noqa: F401  registers the job kind
        )
        from klangwerk.studio.library import doctor

        limits.register("kicks", allowance.limits_for_me)
        doctor.register(inspection.check_usage)
