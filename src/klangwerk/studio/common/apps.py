"""The common app."""

from __future__ import annotations

from django.apps import AppConfig


class CommonConfig(AppConfig):
    """Shared tables and seams."""

    name = "klangwerk.studio.common"
    label = "common"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let `ModelAdmin[Asset]` be written: type checkers want it, and Django 5.2 cannot do it alone."""
        from django.contrib.admin.options import BaseModelAdmin

        if not hasattr(BaseModelAdmin, "__class_getitem__"):
            setattr(BaseModelAdmin, "__class_getitem__", classmethod(lambda cls, _: cls))  # noqa: B010
