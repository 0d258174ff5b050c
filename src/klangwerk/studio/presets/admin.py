"""Presets and bounces in the admin, where presets are shared and those that came with Klangwerk are edited."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from klangwerk.studio.common.admin import ReadOnlyAdmin, SharingAdmin
from klangwerk.studio.library.listening import ListeningAdmin
from klangwerk.studio.presets.models import Bounce, Preset
from klangwerk.studio.presets.sharing import presets_share


@admin.register(Preset)
class PresetAdmin(SharingAdmin):
    """All presets. One that is added here belongs to nobody, as those that came with Klangwerk."""

    list_display = ("preset_name", "user", "is_shared", "bpm", "kick_sample", "kick", "updated_at")
    list_filter = ("is_shared", ("user", admin.EmptyFieldListFilter), "created_at")
    list_select_related = ("user", "kick")
    search_fields = ("id", "preset_name", "user__username", "kick__name")
    readonly_fields = ("user", "created_at", "updated_at")
    raw_id_fields = ("kick",)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A new one begins as “Init”."""
        from klangwerk.engines.rack.params import RANGES

        return {**{name: found.default for name, found in RANGES.items()}, "is_shared": True}

    def set_shared(self, rows: QuerySet[Preset], *, shared: bool) -> int:
        """Whether everybody sees them and nobody changes them any more."""
        return presets_share(presets=rows, shared=shared)


@admin.register(Bounce)
class BounceAdmin(ListeningAdmin, ReadOnlyAdmin):
    """To listen to and to delete, with all files."""

    list_display = ("name", "owner", "bpm", "bars", "ending", "format", "bit_depth", "created_at")
    list_filter = ("format", "ending", "created_at")
    list_select_related = ("owner",)
    search_fields = ("id", "name", "owner__username")
    date_hierarchy = "created_at"
