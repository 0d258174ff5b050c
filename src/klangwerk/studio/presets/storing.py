"""Writing a finished bounce: its files' rows and its own in the transaction that ends its job."""

from __future__ import annotations

from collections.abc import Mapping

from klangwerk.engines.rack.params import LAYERS
from klangwerk.studio.jobs.models import Job
from klangwerk.studio.library.services import StagedAsset, asset_commit
from klangwerk.studio.presets.models import Bounce, BounceStem
from klangwerk.studio.presets.order import BounceOrder

MIX = "mix"


def bounce_commit(*, job: Job, order: BounceOrder, staged: Mapping[str, StagedAsset]) -> Bounce:
    """The bounce's row, out of the file of the mix and those of layers. Call it where the job is completed."""
    made = Bounce.objects.create(
        owner_id=job.owner_id,
        asset=asset_commit(staged[MIX]),
        name=order.name,
        preset=order.snapshot,
        bpm=order.params.bpm,
        bars=order.bounce.bars,
        ending=str(order.bounce.ending),
        muted=sorted(order.bounce.muted),
        soloed=sorted(order.bounce.soloed),
        format=order.form.format,
        bit_depth=order.form.bit_depth,
    )
    for layer in LAYERS:
        if layer in staged:
            BounceStem.objects.create(bounce=made, layer=layer, asset=asset_commit(staged[layer]))
    return made
