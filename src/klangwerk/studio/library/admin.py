"""Assets in the admin: to look at and to delete, never to edit or add."""

from __future__ import annotations

from django.contrib import admin

from klangwerk.studio.common.admin import ReadOnlyAdmin
from klangwerk.studio.library.listening import ListeningAdmin
from klangwerk.studio.library.models import Asset


@admin.register(Asset)
class AssetAdmin(ListeningAdmin, ReadOnlyAdmin):
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

    def asset_of(self, row: Asset) -> Asset:
        """Itself."""
        return row
