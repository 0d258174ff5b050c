"""Assets in the admin: to look at and to delete, never to edit or add."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html

from klangwerk.studio.library.models import Asset
from klangwerk.studio.library.selectors import signed_url


@admin.register(Asset)
class AssetAdmin(admin.ModelAdmin[Asset]):
    """Rows mirror files: changing one by hand would part them."""

    list_display = (
        "id",
        "owner",
        "kind",
        "format",
        "duration_s",
        "lufs",
        "size_bytes",
        "created_at",
    )
    list_filter = ("kind", "format", "created_at")
    list_select_related = ("owner",)
    search_fields = ("id", "storage_key", "sha256", "owner__username")
    date_hierarchy = "created_at"
    exclude = ("peaks",)
    readonly_fields = ("listen",)

    @admin.display(description="listen")
    def listen(self, asset: Asset) -> str:
        """A player."""
        return format_html('<audio controls preload="none" src="{}"></audio>', signed_url(asset))

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Files come with their rows."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Asset | None = None) -> bool:
        """To look at only."""
        return False
