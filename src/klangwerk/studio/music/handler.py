"""What the job `track.generate` does: words become a mix and four stems, files and rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from klangwerk.engines.composer.generate import TrackResult, generate
from klangwerk.engines.composer.midi import to_midi
from klangwerk.engines.contracts import Provenance
from klangwerk.sound import AudioBuffer
from klangwerk.sound.io import COMMENT
from klangwerk.studio.jobs.context import JobContext, Outcome
from klangwerk.studio.jobs.models import Job
from klangwerk.studio.library.services import StagedAsset, asset_stage
from klangwerk.studio.library.staging import parts_discard, parts_stage
from klangwerk.studio.music import names
from klangwerk.studio.music.inspection import ASSET_KIND
from klangwerk.studio.music.metadata import bpm_of, metadata, name_of
from klangwerk.studio.music.models import TrackType
from klangwerk.studio.music.order import BIT_DEPTH, TrackOrder
from klangwerk.studio.music.reporting import reported
from klangwerk.studio.music.storing import Composed, generation_commit

_ENGINE_SHARE = 0.75  # of the progress bar; encoding, measuring and storing are the rest


def track_generate(ctx: JobContext) -> Outcome:
    """One track with its stems. Everything is decided by the job's params."""
    order = TrackOrder.from_job_params(ctx.params)
    ctx.progress(0.0, "Getting ready")
    result = reported(
        lambda progress: generate(
            order.engine_params(), seed=order.seed, progress=progress, cancel=ctx.cancel
        ),
        lambda fraction, step: ctx.progress(fraction * _ENGINE_SHARE, step),
    )
    score, brief = result.score, result.brief
    name = name_of(order, brief, score)
    tags = {"bpm": f"{bpm_of(score):g}", "key": str(score.key), "genre": score.genre.value}
    sounds, provenance, midi = _sounds(result), result.provenance, to_midi(score, title=name)
    del result  # so that each sound can go once it is stored: five minutes of them take half a gigabyte
    staged = _stage_all(ctx, order, sounds, name=name, tags=tags, provenance=provenance)

    def commit(job: Job) -> dict[str, Any]:
        composed = Composed(
            name=name,
            genre=score.genre.value,
            bpm=bpm_of(score),
            key=str(score.key),
            metadata=metadata(order, brief=brief, score=score, mix=staged[TrackType.MAIN].measurements),
            midi=midi,
        )
        main = generation_commit(job=job, order=order, composed=composed, staged=staged)
        return {"trackId": str(main.pk), "name": main.name}

    return Outcome(commit=commit, discard=lambda: parts_discard(staged))


def _sounds(result: TrackResult) -> dict[TrackType, AudioBuffer]:
    """The mix first."""
    stems = {TrackType(stem.value): sound for stem, sound in result.stems.items()}
    return {TrackType.MAIN: result.mix, **{type: stems[type] for type in TrackType if type in stems}}


def _stage_all(
    ctx: JobContext,
    order: TrackOrder,
    sounds: dict[TrackType, AudioBuffer],
    *,
    name: str,
    tags: Mapping[str, str],
    provenance: Provenance,
) -> dict[TrackType, StagedAsset]:
    """All five files. Empties `sounds` as it goes."""

    def stage(type: TrackType) -> StagedAsset:
        made_of = replace(provenance, params={**provenance.params, "part": type.value})
        title = name if type is TrackType.MAIN else names.of_stem(name, type)
        return asset_stage(
            owner_id=ctx.owner_id,
            kind=ASSET_KIND,
            source=sounds.pop(type),
            format=order.format,
            bit_depth=BIT_DEPTH,
            tags={**tags, "title": title, COMMENT: made_of.to_tag()},
            provenance=made_of.to_dict(),
        )

    return parts_stage(
        ctx,
        tuple(TrackType),
        stage,
        progress_from=_ENGINE_SHARE,
        name_of=lambda type: "mix" if type is TrackType.MAIN else type.value,
    )
