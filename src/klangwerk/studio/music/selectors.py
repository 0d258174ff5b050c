"""Reading tracks and their generations."""

from __future__ import annotations

import unicodedata
import uuid
from dataclasses import dataclass

from django.db.models import F, OrderBy, QuerySet
from django.db.models.functions import Lower

from klangwerk.studio.accounts.models import User
from klangwerk.studio.common.errors import NotFound
from klangwerk.studio.jobs.models import Job
from klangwerk.studio.music.allowance import TRACK_GENERATE
from klangwerk.studio.music.models import Generation, Track

SORTS: dict[str, F | Lower] = {
    "created": F("created_at"),
    "name": Lower("name"),
    "duration": F("duration_s"),
    "bpm": F("bpm"),
    "size": F("size_bytes"),
}
"""What a list may be sorted by, as clients write it; a minus turns it round."""

_BULK = ("asset__provenance", "generation__midi", "search_text")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackFilter:
    """Which of the tracks, and in which order."""

    search: str = ""
    types: frozenset[str] = frozenset()
    favourite: bool | None = None
    looping: bool | None = None
    genre: str = ""
    generation_id: uuid.UUID | None = None
    sort: str = "-created"


def folded(text: str) -> str:
    """As search texts are kept: letters alike whatever their case, and however they are composed."""
    return unicodedata.normalize("NFC", text.casefold())


def track_list(*, owner: User, wanted: TrackFilter) -> QuerySet[Track]:
    """The owner's tracks with their files. `search` finds every word in name, prompt, genre or key."""
    tracks = Track.objects.filter(owner=owner)
    for word in folded(wanted.search).split():
        tracks = tracks.filter(search_text__contains=word)
    if wanted.types:
        tracks = tracks.filter(type__in=wanted.types)
    if wanted.favourite is not None:
        tracks = tracks.filter(is_favourite=wanted.favourite)
    if wanted.looping is not None:
        tracks = tracks.filter(looping=wanted.looping)
    if wanted.genre:
        tracks = tracks.filter(genre=wanted.genre)
    if wanted.generation_id is not None:
        tracks = tracks.filter(generation_id=wanted.generation_id)
    descending = wanted.sort.startswith("-")
    order = [
        OrderBy(column, descending=descending) for column in (SORTS[wanted.sort.removeprefix("-")], F("id"))
    ]
    with_files = tracks.select_related("asset", "generation").defer(*_BULK, "generation__metadata")
    return with_files.order_by(*order)


def track_get(*, owner: User, track_id: uuid.UUID) -> Track:
    """Raises NotFound, for another user's track too."""
    tracks = Track.objects.select_related("asset", "generation").defer(*_BULK)
    track = tracks.filter(owner=owner, pk=track_id).first()
    if track is None:
        raise NotFound("There is no such track, or it is not yours.")
    return track


def stem_ids(generation_id: uuid.UUID) -> dict[str, uuid.UUID]:
    """The tracks of a generation by type."""
    return dict(Track.objects.filter(generation_id=generation_id).values_list("type", "id"))


def generation_tracks(generation_id: uuid.UUID) -> list[Track]:
    """Main first, with what is known of their files but the outlines."""
    tracks = Track.objects.filter(generation_id=generation_id).select_related("asset")
    return list(
        tracks.defer("asset__peaks", "asset__provenance", "search_text").order_by("-created_at", "-id")
    )


def generation_find(*, owner: User, generation_id: uuid.UUID) -> Generation | None:
    """What came of an order, or None while nothing has."""
    return Generation.objects.defer("midi").filter(owner=owner, pk=generation_id).first()


def generation_job(*, owner: User, generation_id: uuid.UUID) -> Job | None:
    """The job that makes, or made, the generation; None once it was pruned."""
    return Job.objects.filter(owner=owner, pk=generation_id, kind=TRACK_GENERATE).first()
