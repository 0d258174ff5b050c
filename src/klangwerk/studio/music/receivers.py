"""What goes along with a track, however it went: API, admin, doctor, or with its owner."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete

from klangwerk.studio.library.models import Asset
from klangwerk.studio.music.models import Generation, Track


def connect() -> None:
    """Called once, when the app is ready."""
    post_delete.connect(_after_track, sender=Track, dispatch_uid="music.track_went")


def _after_track(*, instance: Track, **_: Any) -> None:
    """A track's file is nothing without it, and a generation is nothing without any track."""
    Asset.objects.filter(pk=instance.asset_id).delete()
    if not Track.objects.filter(generation_id=instance.generation_id).exists():
        Generation.objects.filter(pk=instance.generation_id).delete()
