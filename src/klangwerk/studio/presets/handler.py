"""What the job `rack.bounce` does: settings become a mix, perhaps stems, files and rows."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import Any

from klangwerk.engines.contracts import Provenance
from klangwerk.engines.rack.render import render
from klangwerk.engines.rack.sounds import playable, sounds_of
from klangwerk.sound import AudioBuffer, AudioError
from klangwerk.sound.io import COMMENT
from klangwerk.studio.common.errors import NotFound
from klangwerk.studio.jobs.context import JobContext, Outcome
from klangwerk.studio.jobs.models import Job
from klangwerk.studio.kicks.models import Kick
from klangwerk.studio.library import away
from klangwerk.studio.library.selectors import asset_audio
from klangwerk.studio.library.services import StagedAsset, asset_stage
from klangwerk.studio.library.staging import parts_discard, parts_stage
from klangwerk.studio.library.storage import ObjectMissing
from klangwerk.studio.presets import codes
from klangwerk.studio.presets.inspection import ASSET_KIND
from klangwerk.studio.presets.order import BounceOrder
from klangwerk.studio.presets.storing import MIX, bounce_commit

_ENGINE_SHARE = 0.8  # of the progress bar; measuring and storing are the rest


def rack_bounce(ctx: JobContext) -> Outcome:
    """One bounce. Everything but the sound of an AI kick is decided by the job's params."""
    order = BounceOrder.from_job_params(ctx.params)
    ctx.progress(0.0, "Getting ready")
    sounds = sounds_of(order.params, kick=_kick_sound(order.kick_id))
    result = render(
        order.params,
        order.bounce,
        sounds=sounds,
        stems=order.form.stems,
        progress=lambda fraction, step: ctx.progress(fraction * _ENGINE_SHARE, step),
        cancel=ctx.cancel,
    )
    rendered = {MIX: result.mix, **result.stems}
    provenance = result.provenance
    del result  # so that each sound can go once it is stored: a long one takes hundreds of megabytes
    staged = _stage_all(ctx, order, rendered, provenance)

    def commit(job: Job) -> dict[str, Any]:
        return {"bounceId": str(bounce_commit(job=job, order=order, staged=staged).pk)}

    return Outcome(commit=commit, discard=lambda: parts_discard(staged))


def _stage_all(
    ctx: JobContext, order: BounceOrder, rendered: dict[str, AudioBuffer], provenance: Provenance
) -> dict[str, StagedAsset]:
    """All files by layer, the mix first. Empties `rendered` as it goes."""

    def stage(layer: str) -> StagedAsset:
        made_of = replace(provenance, params={**provenance.params, **order.snapshot, "layer": layer})
        title = order.name if layer == MIX else f"{order.name} {layer}"
        return asset_stage(
            owner_id=ctx.owner_id,
            kind=ASSET_KIND,
            source=rendered.pop(layer),
            format=order.form.format,
            bit_depth=order.form.bit_depth,
            tags={COMMENT: made_of.to_tag(), "title": title, "bpm": str(order.params.bpm)},
            provenance=made_of.to_dict(),
        )

    return parts_stage(ctx, tuple(rendered), stage, progress_from=_ENGINE_SHARE)


def _kick_sound(kick_id: uuid.UUID | None) -> AudioBuffer | None:
    """The AI kick's recording; None for a stock kick. Whether it may be used was checked when it was ordered."""
    if kick_id is None:
        return None
    kick = Kick.objects.select_related("asset").filter(pk=kick_id).first()
    if kick is None:
        raise NotFound("The preset's kick was deleted meanwhile.", code=codes.KICK_GONE)
    try:
        with away.job_waits():
            return playable(asset_audio(kick.asset))
    except (ObjectMissing, AudioError) as error:
        raise NotFound("The sound of the preset's kick is lost.", code=codes.KICK_GONE) from error
