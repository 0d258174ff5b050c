"""What is done with kicks: order one, change one, delete one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from klangwerk.engines.kick.params import DEFAULT_PROMPT
from klangwerk.studio.accounts.models import User
from klangwerk.studio.common.errors import ApiError, Conflict, Forbidden, InvalidInput, NotFound
from klangwerk.studio.jobs.models import Job
from klangwerk.studio.jobs.services import job_create
from klangwerk.studio.kicks import codes, ledger, usage
from klangwerk.studio.kicks.job import KICK_GENERATE
from klangwerk.studio.kicks.models import Kick, SourceKind, UsageEntry
from klangwerk.studio.kicks.order import KickOrder
from klangwerk.studio.kicks.sharing import kick_lock
from klangwerk.studio.library.services import asset_delete


@dataclass(frozen=True, slots=True, kw_only=True)
class Idempotency:
    """The client's key for one request, and a digest of what it asked for."""

    key: str
    digest: str


@dataclass(frozen=True, slots=True)
class Ordered:
    """A job that makes a kick; `replayed` when an earlier request with the same key had made the job."""

    job: Job
    replayed: bool


def kick_order(
    *,
    user: User,
    order: KickOrder,
    title: str = "",
    idempotency: Idempotency | None = None,
    now: datetime | None = None,
) -> Ordered:
    """Queue a kick and reserve its use, together. Raises LimitReached, RateLimited, Unavailable, InvalidParams."""
    order.engine_params()  # wrong values are refused now, not in the job
    now = now or timezone.now()
    with transaction.atomic():
        ledger.lock(user.pk)
        earlier = _earlier(user, idempotency)
        if earlier is not None:
            return Ordered(earlier, replayed=True)
        counts_for_all = ledger.check_and_take(user=user, now=now)
        job = job_create(
            owner=user, kind=KICK_GENERATE, params=order.to_job_params(), title=title or _title(order)
        )
        ledger.reserve(
            user=user,
            job=job,
            now=now,
            counts_for_all=counts_for_all,
            idempotency_key=idempotency.key if idempotency else None,
            request_digest=idempotency.digest if idempotency else "",
        )
    return Ordered(job, replayed=False)


def kick_update(*, kick: Kick, name: str | None = None, is_favourite: bool | None = None) -> Kick:
    """Rename, mark or unmark. Raises InvalidInput when the owner has another kick of that name, NotFound."""
    changes: dict[str, Any] = {}
    if name is not None:
        changes["name"] = name
    if is_favourite is not None:
        changes["is_favourite"] = is_favourite
    if not changes:
        return kick
    try:
        with transaction.atomic():
            # Not `save`, which takes a row that was deleted meanwhile for a fault of the database.
            if not Kick.objects.filter(pk=kick.pk).update(**changes, updated_at=timezone.now()):
                raise NotFound("This kick was deleted meanwhile.")
    except IntegrityError as error:
        if name is None:
            raise
        message = f"You have another kick named {name!r}. Choose a different name."
        raise InvalidInput(message, code=codes.NAME_TAKEN, fields={"name": [message]}) from error
    for field, value in changes.items():
        setattr(kick, field, value)
    return kick


def kick_delete(*, kick: Kick, confirmed: bool) -> None:
    """Delete row, asset and file, and what of the owner's uses the kick.

    Raises Forbidden for a shared kick, Conflict when something uses the kick and nobody confirmed, NotFound.
    """
    with transaction.atomic():
        now = kick_lock(kick.pk)
        if now is None:
            raise NotFound("This kick was deleted meanwhile.")
        if now.is_shared:
            raise Forbidden(
                "Everybody may use this kick. Ask an admin to stop sharing it first.", code=codes.SHARED
            )
        if not confirmed:
            _check_unused(kick)
        asset_delete(asset=kick.asset)  # takes the kick with it


def _earlier(user: User, idempotency: Idempotency | None) -> Job | None:
    """The job of an earlier request with the same key. Raises ApiError when that asked for something else."""
    if idempotency is None:
        return None
    entry = (
        UsageEntry.objects.select_related("job").filter(user=user, idempotency_key=idempotency.key).first()
    )
    if entry is None:
        return None
    if entry.job is None:  # so long ago that its job was pruned: the key is free again
        UsageEntry.objects.filter(pk=entry.pk).update(idempotency_key=None)
        return None
    if entry.request_digest != idempotency.digest:
        raise ApiError(
            "This Idempotency-Key was used for another request. Use a new key for a new kick.",
            code=codes.KEY_REUSED,
            status=422,
        )
    return entry.job


def _check_unused(kick: Kick) -> None:
    uses = usage.uses_of(kick)
    if not uses:
        return
    words: list[str] = []
    for use in uses:
        if isinstance(use, usage.Use):
            words.append(use.name)
        else:
            kind = use.kind if use.count != 1 else use.kind.removesuffix("s")
            words.append(f"{use.count} {kind} of other people")
    listed = " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
    raise Conflict(
        f"This kick is used by {listed}. Delete it all the same with ?confirm=true: yours go with it, those of other "
        "people get a stock kick.",
        code=codes.IN_USE,
        extra=usage.extra_of(uses),
    )


def _title(order: KickOrder) -> str:
    if order.source_kind is SourceKind.VARIATION:
        return "Variation of a kick"
    if order.source_kind is SourceKind.INTERPOLATION:
        return "Blend of two kicks"
    return order.prompt or DEFAULT_PROMPT
