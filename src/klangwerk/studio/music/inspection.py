"""What the doctor looks at in tracks."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from functools import partial

from django.db.models import QuerySet

from klangwerk.studio.library.doctor import Examination, Finding
from klangwerk.studio.library.models import Asset
from klangwerk.studio.music.models import Generation

ASSET_KIND = "track"


def check_tracks(how: Examination) -> Iterator[Finding]:
    """Files that belong to no track, and generations without any; only a hand in the database parts them."""
    del how
    for asset in _strays():
        yield Finding(
            code="track_stray",
            subject=asset.storage_key,
            message="This file of a track belongs to none.",
            mending="Deletes it.",
            mend=partial(_delete_if_still_stray, asset.pk),
        )
    for generation in _empty():
        yield Finding(
            code="generation_empty",
            subject=str(generation.pk),
            message=f"No track is left of “{generation}”.",
            mending="Deletes what was kept of it.",
            mend=partial(_delete_if_still_empty, generation.pk),
        )


def _strays() -> QuerySet[Asset]:
    return Asset.objects.filter(kind=ASSET_KIND, track__isnull=True).defer("peaks")


def _empty() -> QuerySet[Generation]:
    return Generation.objects.filter(tracks__isnull=True).only("id", "prompt")


def _delete_if_still_stray(asset_id: uuid.UUID) -> None:
    for asset in _strays().filter(pk=asset_id):
        asset.delete()


def _delete_if_still_empty(generation_id: uuid.UUID) -> None:
    for generation in _empty().filter(pk=generation_id):
        generation.delete()
