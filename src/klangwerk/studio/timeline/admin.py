"""Projects in the admin: to look at and to delete."""

from __future__ import annotations

from django.contrib import admin

from klangwerk.studio.common.admin import ReadOnlyAdmin
from klangwerk.studio.timeline.models import ImportedSound, Project


@admin.register(Project)
class ProjectAdmin(ReadOnlyAdmin):
    """Arrangements; sounds of the catalog stay when they are deleted."""

    list_display = (
        "name",
        "owner",
        "version",
        "bpm",
        "track_count",
        "clip_count",
        "duration_s",
        "updated_at",
    )
    list_filter = ("updated_at",)
    list_select_related = ("owner",)
    search_fields = ("id", "name", "owner__username")
    date_hierarchy = "updated_at"


@admin.register(ImportedSound)
class ImportedSoundAdmin(ReadOnlyAdmin):
    """Sounds that came with projects from files."""

    list_display = ("name", "type", "project", "asset")
    list_select_related = ("project", "asset")
    search_fields = ("name", "project__name", "asset__owner__username")
