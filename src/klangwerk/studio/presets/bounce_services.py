"""What is done with bounces: order one, delete one."""

from __future__ import annotations

from django.db import transaction

from klangwerk.engines.rack.params import BounceParams
from klangwerk.studio.accounts.limits import count_attempt
from klangwerk.studio.accounts.models import User
from klangwerk.studio.jobs.models import Job
from klangwerk.studio.jobs.services import job_create
from klangwerk.studio.kicks import ledger
from klangwerk.studio.presets import allowance
from klangwerk.studio.presets.allowance import RACK_BOUNCE
from klangwerk.studio.presets.models import Bounce
from klangwerk.studio.presets.order import BounceOrder, FileForm
from klangwerk.studio.presets.rack import Rack


def bounce_order(*, user: User, name: str, rack: Rack, bounce: BounceParams, form: FileForm) -> Job:
    """Queue a bounce. Raises InvalidParams (too long), RateLimited, LimitReached."""
    order = BounceOrder(name=name, params=rack.params, snapshot=rack.to_snapshot(), bounce=bounce, form=form)
    count_attempt(user, allowance.BOUNCES)
    bars = "1 bar" if bounce.bars == 1 else f"{bounce.bars} bars"
    with transaction.atomic():
        ledger.lock(user.pk)
        allowance.check_bounce(user)
        return job_create(owner=user, kind=RACK_BOUNCE, params=order.to_job_params(), title=f"{name}, {bars}")


def bounce_delete(*, bounce: Bounce) -> None:
    """Delete the row and the rows of its files now (see `receivers`); the files once that is committed."""
    bounce.delete()
