"""Tracks in the admin: to listen to and to delete."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from klangwerk.studio.common.admin import ReadOnlyAdmin
from klangwerk.studio.library.listening import ListeningAdmin
from klangwerk.studio.music.models import Generation, Track
from klangwerk.studio.music.services import track_delete


@admin.register(Generation)
class GenerationAdmin(ReadOnlyAdmin):
    """Each with what was understood; deleting one takes all its tracks."""

    list_display = ("__str__", "owner", "genre", "bpm", "key", "looping", "seed", "model", "created_at")
    list_filter = ("genre", "looping", "model", "created_at")
    list_select_related = ("owner",)
    search_fields = ("id", "prompt", "genre", "owner__username")
    date_hierarchy = "created_at"
    exclude = ("midi",)


@admin.register(Track)
class TrackAdmin(ListeningAdmin, ReadOnlyAdmin):
    """Mixes and stems; deleting a mix takes its stems along, as in the API."""

    list_display = ("name", "type", "owner", "genre", "bpm", "duration_s", "is_favourite", "created_at")
    list_filter = ("type", "genre", "looping", "is_favourite", "created_at")
    list_select_related = ("owner",)
    search_fields = ("id", "name", "generation__prompt", "owner__username")
    date_hierarchy = "created_at"

    def delete_model(self, request: HttpRequest, obj: Track) -> None:
        """Whoever uses it: an admin decides."""
        track_delete(track=obj, confirmed=True)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Track]) -> None:
        """As `delete_model`."""
        for track in queryset.select_related("asset", "generation"):
            track_delete(track=track, confirmed=True)
