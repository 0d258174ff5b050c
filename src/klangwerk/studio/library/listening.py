"""Sounds in the admin, to listen to."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.utils.html import format_html

from klangwerk.studio.library.models import Asset
from klangwerk.studio.library.selectors import signed_url


class ListeningAdmin(admin.ModelAdmin[Any]):
    """Rows with an `asset`, and a player for it."""

    readonly_fields: ClassVar[tuple[str, ...]] = ("listen",)

    def asset_of(self, row: Any) -> Asset:
        """What is played."""
        asset: Asset = row.asset
        return asset

    @admin.display(description="listen")
    def listen(self, row: Any) -> str:
        """A player."""
        return format_html('<audio controls preload="none" src="{}"></audio>', signed_url(self.asset_of(row)))
