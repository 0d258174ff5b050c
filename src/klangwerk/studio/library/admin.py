"""Assets in the admin: to look at and to delete, never to edit or add."""

from __future__ import annotations

from django.contrib import admin
from django.utils.html import format_html

from klangwerk.studio.common.admin import ReadOnlyAdmin
from klangwerk.studio.library.models import Asset
from klangwerk.studio.library.selectors import signed_url


@admin.register(Asset)
class AssetAdmin(ReadOnlyAdmin):
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
