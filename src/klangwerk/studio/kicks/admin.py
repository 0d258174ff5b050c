"""Kicks and the usage ledger in the admin."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from klangwerk.studio.common.admin import LookOnlyAdmin, SharingAdmin
from klangwerk.studio.kicks.models import Kick, UsageDay, UsageEntry
from klangwerk.studio.kicks.sharing import kicks_share
from klangwerk.studio.library.listening import ListeningAdmin


@admin.register(Kick)
class KickAdmin(ListeningAdmin, SharingAdmin):
    """Kicks are made by jobs; here they are heard, renamed, shared and deleted."""

    list_display = (
        "name",
        "owner",
        "prompt",
        "seed",
        "model_name",
        "source_kind",
        "is_favourite",
        "is_shared",
        "created_at",
    )
    list_filter = ("is_shared", "source_kind", "is_favourite", "model_name", "model_version", "created_at")
    list_select_related = ("owner",)
    search_fields = ("id", "name", "prompt", "owner__username")
    date_hierarchy = "created_at"
    fields = (
        "name", "is_favourite", "is_shared", "owner", "listen", "prompt", "understood", "params", "seed", "model_name",
        "model_version", "source_kind", "source_kick", "source_other_kick", "source_strength", "source_mix",
        "asset", "created_at", "updated_at",
    )  # fmt: skip
    readonly_fields = tuple(name for name in fields if name not in {"name", "is_favourite"})

    def set_shared(self, rows: QuerySet[Kick], *, shared: bool) -> int:
        """Whether everybody's presets may use them; those that use them already keep them."""
        return kicks_share(kicks=rows, shared=shared)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A kick needs a sound."""
        return False

    def delete_model(self, request: HttpRequest, obj: Kick) -> None:
        """With its asset, which takes the file along."""
        obj.asset.delete()

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Kick]) -> None:
        """As `delete_model`."""
        for kick in queryset.select_related("asset"):
            kick.asset.delete()


@admin.register(UsageEntry)
class UsageEntryAdmin(LookOnlyAdmin):
    """Who used what, when. To delete an entry would refund it."""

    list_display = ("created_at", "user", "kind", "day", "state", "counts_for_all", "settled_at")
    list_filter = ("state", "kind", "day")
    list_select_related = ("user",)
    search_fields = ("user__username", "job__id")
    date_hierarchy = "day"


@admin.register(UsageDay)
class UsageDayAdmin(LookOnlyAdmin):
    """The budget of all users, day by day."""

    list_display = ("day", "kind", "used")
    list_filter = ("kind",)
