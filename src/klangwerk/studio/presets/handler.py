"""What the job `rack.bounce` does: settings become a mix, perhaps stems, files and rows."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from klangwerk.engines.contracts import Provenance
from klangwerk.engines.rack.render import render
from klangwerk.engines.rack.sounds import playable, sounds_of
from klangwerk.sound import AudioBuffer, AudioError
from klangwerk.sound.io import COMMENT
from klangwerk.studio.common.errors import NotFound
from klangwerk.studio.jobs.context import JobContext, Outcome, RetryLater
from klangwerk.studio.jobs.models import Job
from klangwerk.studio.kicks.models import Kick
from klangwerk.studio.library.codes import STORAGE_UNAVAILABLE
from klangwerk.studio.library.selectors import asset_audio
from klangwerk.studio.library.services import StagedAsset, asset_stage
from klangwerk.studio.library.storage import ObjectMissing, StorageUnavailable
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

    return Outcome(commit=commit, discard=lambda: _discard(staged))


def _stage_all(
    ctx: JobContext, order: BounceOrder, rendered: dict[str, AudioBuffer], provenance: Provenance
) -> dict[str, StagedAsset]:
    """All files by layer, the mix first; or none, whatever ends it. Empties `rendered` as it goes."""
    staged: dict[str, StagedAsset] = {}
    layers = tuple(rendered)
    try:
        for done, layer in enumerate(layers):
            ctx.cancel.raise_if_requested()
            share = _ENGINE_SHARE + (1.0 - _ENGINE_SHARE) * done / len(layers)
            ctx.progress(share, f"Storing the {layer}")
            staged[layer] = _stage(ctx, order, layer, rendered.pop(layer), provenance=provenance)
        ctx.cancel.raise_if_requested()
    except BaseException:
        _discard(staged)
        raise
    return staged


def _stage(
    ctx: JobContext, order: BounceOrder, layer: str, sound: AudioBuffer, *, provenance: Provenance
) -> StagedAsset:
    made_of = replace(provenance, params={**provenance.params, **order.snapshot, "layer": layer})
    title = order.name if layer == MIX else f"{order.name} {layer}"
    try:
        return asset_stage(
            owner_id=ctx.owner_id,
            kind=ASSET_KIND,
            source=sound,
            format=order.form.format,
            bit_depth=order.form.bit_depth,
            tags={COMMENT: made_of.to_tag(), "title": title, "bpm": str(order.params.bpm)},
            provenance=made_of.to_dict(),
        )
    except StorageUnavailable as error:
        raise RetryLater(
            "The store of the sounds does not answer.", code=STORAGE_UNAVAILABLE, after_s=2.0
        ) from error


def _discard(staged: Mapping[str, StagedAsset]) -> None:
    for file in staged.values():
        file.discard()


def _kick_sound(kick_id: uuid.UUID | None) -> AudioBuffer | None:
    """The AI kick's recording; None for a stock kick. Whether it may be used was checked when it was ordered."""
    if kick_id is None:
        return None
    kick = Kick.objects.select_related("asset").filter(pk=kick_id).first()
    if kick is None:
        raise NotFound("The preset's kick was deleted meanwhile.", code=codes.KICK_GONE)
    try:
        return playable(asset_audio(kick.asset))
    except StorageUnavailable as error:
        raise RetryLater("The store of the sounds does not answer.", code=STORAGE_UNAVAILABLE) from error
    except (ObjectMissing, AudioError) as error:
        raise NotFound("The sound of the preset's kick is lost.", code=codes.KICK_GONE) from error
