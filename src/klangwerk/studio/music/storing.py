"""Writing what was composed: the generation, its files' rows and its tracks in the transaction that ends the job."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from klangwerk.studio.common.ids import uuid7
from klangwerk.studio.jobs.models import Job
from klangwerk.studio.kicks import ledger
from klangwerk.studio.library.services import StagedAsset, asset_commit
from klangwerk.studio.music import names
from klangwerk.studio.music.models import Generation, Track, TrackType
from klangwerk.studio.music.order import TrackOrder
from klangwerk.studio.music.selectors import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """What is kept of a composition beside its files."""

    name: str
    genre: str
    bpm: float
    key: str
    metadata: Mapping[str, Any]
    midi: bytes


def generation_commit(
    *, job: Job, order: TrackOrder, composed: Composed, staged: Mapping[TrackType, StagedAsset]
) -> Track:
    """The main track, after all rows are written. Call it where the job is completed."""
    ledger.lock(job.owner_id)
    generation = Generation.objects.create(
        id=job.pk,
        owner_id=job.owner_id,
        prompt=order.prompt,
        genre=composed.genre,
        bpm=composed.bpm,
        key=composed.key,
        looping=order.looping,
        seed=order.seed,
        model=order.model,
        format=order.format,
        metadata=dict(composed.metadata),
        midi=composed.midi,
    )
    taken = Track.objects.filter(owner_id=job.owner_id, name__startswith=composed.name)
    name = names.numbered(composed.name, set(taken.values_list("name", flat=True)))
    # Lists go from new to old: of one moment, what was made “last” stands first, and that shall be the main track.
    ids = sorted((uuid7() for _ in TrackType), reverse=True)
    main: Track | None = None
    for id, type in zip(ids, TrackType, strict=True):
        track = _track(generation, staged[type], name=name if main is None else names.of_stem(name, type))
        track.id, track.type, track.main = id, type, main
        track.save(force_insert=True)
        main = main or track
    assert main is not None
    return main


def search_text(name: str, generation: Generation) -> str:
    """What a search looks into."""
    return folded(f"{name}\n{generation.prompt}\n{generation.genre}\n{generation.key}")


def _track(generation: Generation, staged: StagedAsset, *, name: str) -> Track:
    return Track(
        owner_id=generation.owner_id,
        generation=generation,
        asset=asset_commit(staged),
        name=name,
        genre=generation.genre,
        bpm=generation.bpm,
        looping=generation.looping,
        duration_s=staged.measurements.duration_s,
        size_bytes=staged.size_bytes,
        crc32=staged.crc32,
        search_text=search_text(name, generation),
        created_at=generation.created_at,
    )
