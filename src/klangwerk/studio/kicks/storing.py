"""Writing a finished kick: name, asset, row and ledger in the transaction that ends its job."""

from __future__ import annotations

import random
import uuid
from typing import Any

from django.db import IntegrityError, transaction

from klangwerk.engines.kick import KickResult
from klangwerk.studio.jobs.models import Job
from klangwerk.studio.kicks import ledger, names
from klangwerk.studio.kicks.models import Kick, SourceKind
from klangwerk.studio.kicks.order import KickOrder
from klangwerk.studio.library.services import StagedAsset, asset_commit

_rng = random.SystemRandom()


def kick_commit(
    *,
    job: Job,
    staged: StagedAsset,
    order: KickOrder,
    result: KickResult,
    model_name: str,
    model_version: str,
) -> Kick:
    """The kick's row. Call it in the transaction that completes the job."""
    ledger.lock(job.owner_id)
    asset = asset_commit(staged)
    kick = Kick(
        owner_id=job.owner_id,
        asset=asset,
        prompt=order.prompt if order.source_kind is SourceKind.INTERPOLATION else result.prompt.text,
        seed=order.seed,
        params={"sliders": order.sliders_set(), "steps": order.steps, "cfg_scale": order.cfg_scale},
        understood=_understood(result),
        latent=result.latent,
        model_name=model_name,
        model_version=model_version,
        source_kind=order.source_kind,
        source_kick_id=_still_there(order.kick_id, owner_id=job.owner_id),
        source_other_kick_id=_still_there(order.other_kick_id, owner_id=job.owner_id),
        source_strength=order.strength,
        source_mix=order.mix,
    )
    _save_named(kick)
    ledger.spend(job=job)
    return kick


def _save_named(kick: Kick) -> None:
    """Under `ledger.lock` no other kick of the user gets a name at the same time; a rename may."""
    while True:
        taken = set(Kick.objects.filter(owner_id=kick.owner_id).values_list("name", flat=True))
        kick.name = names.choose(taken, rng=_rng)
        try:
            with transaction.atomic():
                kick.save(force_insert=True)
        except IntegrityError:
            if not Kick.objects.filter(owner_id=kick.owner_id, name=kick.name).exists():
                raise  # it was not the name
        else:
            return


def _still_there(kick_id: str | None, *, owner_id: int) -> uuid.UUID | None:
    """A source that was deleted while its variation was made is forgotten, as it would be a moment later."""
    if kick_id is None:
        return None
    found: uuid.UUID | None = (
        Kick.objects.filter(owner_id=owner_id, id=kick_id).values_list("id", flat=True).first()
    )
    return found


def _understood(result: KickResult) -> dict[str, Any]:
    prompt = result.prompt
    return {
        "known": list(prompt.known),
        "mapped": [{"from": mapping.said, "to": mapping.to} for mapping in prompt.mapped],
        "ignored": list(prompt.ignored),
    }
