"""The usage ledger: reserve before the work, then spend or refund. No number of parallel requests passes a limit.

How races are kept out, alike on SQLite and PostgreSQL: whoever changes what a user has *writes* the user's
`UsageAccount` row first and holds that lock to the end of its short transaction; what is counted after it is the
truth, and stays so until the commit. The budget of all users is one conditional UPDATE, last, so that its row is
locked for an instant only. Locks are always taken in the order job, account, day.
"""

from __future__ import annotations

from datetime import date, datetime

from django.db import connection
from django.db.models import F
from django.utils import timezone

from klangwerk.studio.accounts.limits import check_kept_limit
from klangwerk.studio.accounts.models import User
from klangwerk.studio.common.errors import RateLimited, Unavailable
from klangwerk.studio.jobs.models import Job
from klangwerk.studio.kicks import allowance, codes, days
from klangwerk.studio.kicks.allowance import KICK
from klangwerk.studio.kicks.models import UsageAccount, UsageDay, UsageEntry, UsageState


def lock(user_id: int) -> None:
    """Until the transaction ends nobody else changes what this user has. Must be its first write on these tables."""
    if not connection.in_atomic_block:
        raise RuntimeError("A lock without a transaction holds nothing.")
    mine = UsageAccount.objects.filter(user_id=user_id)
    if mine.update(changes=F("changes") + 1):
        return
    UsageAccount.objects.bulk_create([UsageAccount(user_id=user_id)], ignore_conflicts=True)
    mine.update(changes=F("changes") + 1)


def check_and_take(*, user: User, now: datetime) -> bool:
    """Whether one more kick may be made today; call it under `lock`. Returns whether it counts for all users.

    Raises LimitReached (kept), RateLimited (daily), Unavailable (all users).
    """
    if user.unlimited:
        return False
    limits = allowance.limits()
    today = days.day_of(now)
    wait_s = (days.day_end(today) - now).total_seconds()
    check_kept_limit(
        user,
        kept=allowance.kept_or_coming(user),
        limit=limits.kept,
        things="kicks",
        code=codes.KEPT_LIMIT,
        to="generate more",
    )
    if allowance.used_on(user, today) >= limits.per_day:
        raise RateLimited(
            f"Today's {limits.per_day} kicks are used up. New ones are there at midnight "
            f"({days.zone().key.replace('_', ' ')}).",
            code=codes.DAILY_LIMIT,
            retry_after_s=wait_s,
            extra={"dailyLimit": limits.per_day, "resetsAt": days.day_end(today).isoformat()},
        )
    if not _take_of_all(today, limit=limits.per_day_all):
        raise Unavailable(
            "All kicks that this server makes in a day are used up. New ones are there at midnight "
            f"({days.zone().key.replace('_', ' ')}).",
            code=codes.BUDGET_SPENT,
            retry_after_s=wait_s,
            extra={"resetsAt": days.day_end(today).isoformat()},
        )
    return True


def reserve(
    *,
    user: User,
    job: Job,
    now: datetime,
    counts_for_all: bool,
    idempotency_key: str | None = None,
    request_digest: str = "",
) -> UsageEntry:
    """Write down that the job is to use one kick of today."""
    return UsageEntry.objects.create(
        user=user,
        kind=KICK,
        day=days.day_of(now),
        job=job,
        counts_for_all=counts_for_all,
        idempotency_key=idempotency_key,
        request_digest=request_digest,
    )


def spend(*, job: Job) -> None:
    """The job's kick is there. Call it in the transaction that stores the kick."""
    UsageEntry.objects.filter(job=job, state=UsageState.RESERVED).update(
        state=UsageState.SPENT, settled_at=timezone.now()
    )


def refund(job: Job) -> None:
    """The job failed or was cancelled: its day gets the kick back. Twice is as good as once."""
    for entry in UsageEntry.objects.filter(job=job, state=UsageState.RESERVED):
        settle_as_refunded(entry)


def settle_as_refunded(entry: UsageEntry) -> bool:
    """False when the entry was settled already. Frees the idempotency key: asking again is a new try."""
    settled = UsageEntry.objects.filter(pk=entry.pk, state=UsageState.RESERVED).update(
        state=UsageState.REFUNDED, settled_at=timezone.now(), idempotency_key=None
    )
    if settled and entry.counts_for_all:
        UsageDay.objects.filter(kind=entry.kind, day=entry.day, used__gt=0).update(used=F("used") - 1)
    return bool(settled)


def _take_of_all(day: date, *, limit: int) -> bool:
    left = UsageDay.objects.filter(kind=KICK, day=day, used__lt=limit)
    if left.update(used=F("used") + 1):
        return True
    UsageDay.objects.bulk_create([UsageDay(kind=KICK, day=day)], ignore_conflicts=True)
    return bool(left.update(used=F("used") + 1))
