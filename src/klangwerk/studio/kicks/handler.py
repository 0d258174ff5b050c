"""What the job `kick.generate` does: an order becomes a sound, a file, a name and a row."""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

from klangwerk.engines.contracts import ModelError
from klangwerk.engines.kick import KickModel, KickParams, KickResult, generate
from klangwerk.engines.kick.params import Interpolation, KickStart, Variation
from klangwerk.sound import AudioBuffer, AudioError
from klangwerk.sound.io import COMMENT, BitDepth
from klangwerk.studio.common.errors import NotFound
from klangwerk.studio.jobs.context import JobContext, Outcome
from klangwerk.studio.jobs.models import Job
from klangwerk.studio.kicks import codes
from klangwerk.studio.kicks.model import kick_model
from klangwerk.studio.kicks.models import Kick, SourceKind
from klangwerk.studio.kicks.order import KickOrder
from klangwerk.studio.kicks.storing import kick_commit
from klangwerk.studio.library import away
from klangwerk.studio.library.measure import measure
from klangwerk.studio.library.selectors import asset_audio
from klangwerk.studio.library.services import asset_stage
from klangwerk.studio.library.staging import STORE_RETRY_S
from klangwerk.studio.library.storage import ObjectMissing

log = logging.getLogger(__name__)

ASSET_KIND = "kick"
FILE_FORMAT = "wav"
# Compressors and OTT lift a kick's tail by 30 dB and more; the rounding noise of 16 bits would come up with it. Also no
# dither is needed at 24, so the same seed stays the same bytes. A kick is 265 KB, half again as much as with 16.
BIT_DEPTH: BitDepth = 24

_ENGINE_SHARE = 0.9  # of the progress bar; measuring and storing are the rest


def warm_up() -> None:
    """Load the model and run everything once, before anybody waits."""
    try:
        result = generate(KickParams(steps=1), seed=0, model=kick_model())
    except ModelError as error:
        log.error("The kick model cannot be loaded; kicks will fail: %s", error.message)
        return
    measure(result.audio)


def kick_generate(ctx: JobContext) -> Outcome:
    """One kick. Everything but reading the kicks to start from is decided by the job's params."""
    order = KickOrder.from_job_params(ctx.params)
    model = kick_model()
    ctx.progress(0.0, "Getting ready")
    params = order.engine_params(start=_start(order, owner_id=ctx.owner_id, model=model))
    result = generate(
        params,
        seed=order.seed,
        model=model,
        progress=lambda fraction, step: ctx.progress(fraction * _ENGINE_SHARE, step),
        cancel=ctx.cancel,
    )
    ctx.cancel.raise_if_requested()
    ctx.progress(_ENGINE_SHARE, "Storing the kick")
    return _staged(order, result, owner_id=ctx.owner_id, model=model)


def _staged(order: KickOrder, result: KickResult, *, owner_id: int, model: KickModel) -> Outcome:
    with away.job_waits(after_s=STORE_RETRY_S):
        staged = asset_stage(
            owner_id=owner_id,
            kind=ASSET_KIND,
            source=result.audio,
            format=FILE_FORMAT,
            bit_depth=BIT_DEPTH,
            tags={COMMENT: result.provenance.to_tag()},
            provenance=result.provenance.to_dict(),
        )

    def commit(job: Job) -> dict[str, Any]:
        kick = kick_commit(
            job=job,
            staged=staged,
            order=order,
            result=result,
            model_name=model.description.name,
            model_version=model.description.version,
        )
        return {"kickId": str(kick.id), "name": kick.name}

    return Outcome(commit=commit, discard=staged.discard)


def _start(order: KickOrder, *, owner_id: int, model: KickModel) -> KickStart | None:
    sound_of = partial(_sound_of, owner_id=owner_id, model=model)
    if order.source_kind is SourceKind.VARIATION:
        assert order.strength is not None
        return Variation(of=sound_of(order.kick_id), strength=order.strength)
    if order.source_kind is SourceKind.INTERPOLATION:
        assert order.mix is not None
        return Interpolation(a=sound_of(order.kick_id), b=sound_of(order.other_kick_id), mix=order.mix)
    return None


def _sound_of(kick_id: str | None, *, owner_id: int, model: KickModel) -> bytes | AudioBuffer:
    """The kick's latent where this model made it, else its recording."""
    assert kick_id is not None, "an order that starts from a kick names it"
    kick = Kick.objects.select_related("asset").filter(owner_id=owner_id, id=kick_id).first()
    if kick is None:
        raise NotFound("The kick to start from was deleted meanwhile.", code=codes.SOURCE_GONE)
    if (kick.model_name, kick.model_version) == (model.description.name, model.description.version):
        return bytes(kick.latent)
    try:
        with away.job_waits():
            return asset_audio(kick.asset)
    except (ObjectMissing, AudioError) as error:
        raise NotFound("The sound of the kick to start from is lost.", code=codes.SOURCE_GONE) from error
