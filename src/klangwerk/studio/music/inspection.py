"""What the doctor looks at in tracks."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from functools import partial

from django.db.models import QuerySet

from klangwerk.studio.library.doctor import Examination, Finding
from klangwerk.studio.library.models import Asset
from klangwerk.studio.library.strays import stray_findings
from klangwerk.studio.music.models import Generation

ASSET_KIND = "track"


def check_tracks(how: Examination) -> Iterator[Finding]:
    """Files that belong to no track, and generations without any; only a hand in the database parts them."""
    del how
    strays = Asset.objects.filter(kind=ASSET_KIND, track__isnull=True).defer("peaks")
    yield from stray_findings(strays, code="track_stray", message="This file of a track belongs to none.")
    for generation in _empty():
        yield Finding(
            code="generation_empty",
            subject=str(generation.pk),
            message=f"No track is left of “{generation}”.",
            mending="Deletes what was kept of it.",
            mend=partial(_delete_if_still_empty, generation.pk),
        )


def _empty() -> QuerySet[Generation]:
    return Generation.objects.filter(tracks__isnull=True).only("id", "prompt")


def _delete_if_still_empty(generation_id: uuid.UUID) -> None:
    for generation in _empty().filter(pk=generation_id):
        generation.delete()
