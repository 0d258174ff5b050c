"""The accounts app."""

from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users, sessions, sign-in links and API keys."""

    name = "klangwerk.studio.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
