"""What the admin may do to rows that the studio itself writes."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest


class ReadOnlyAdmin(admin.ModelAdmin[Any]):
    """To look at and to delete."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never."""
        return False


class LookOnlyAdmin(ReadOnlyAdmin):
    """To look at, and nothing else."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never."""
        return False


class SharingAdmin(admin.ModelAdmin[Any]):
    """Rows that can be shared with everybody, by two actions."""

    actions = ("share", "stop_sharing")

    def set_shared(self, rows: QuerySet[Any], *, shared: bool) -> int:
        """Share these rows, or stop it. Returns how many changed."""
        raise NotImplementedError

    @admin.action(description="Share with everybody", permissions=["change"])
    def share(self, request: HttpRequest, rows: QuerySet[Any]) -> None:
        """For everybody from now on."""
        changed = self.set_shared(rows, shared=True)
        self.message_user(request, f"{changed} shared.", messages.SUCCESS)

    @admin.action(description="Stop sharing", permissions=["change"])
    def stop_sharing(self, request: HttpRequest, rows: QuerySet[Any]) -> None:
        """For their owners alone again."""
        changed = self.set_shared(rows, shared=False)
        self.message_user(request, f"{changed} no longer shared.", messages.SUCCESS)
