"""What the doctor looks at in the usage ledger."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from django.db import transaction
from django.db.models import F, Q

from klangwerk.studio.jobs.status import FINISHED
from klangwerk.studio.kicks import ledger
from klangwerk.studio.kicks.models import UsageDay, UsageEntry, UsageState
from klangwerk.studio.library.doctor import Examination, Finding


def check_usage(how: Examination) -> Iterator[Finding]:
    """Reservations that no job will settle, and day counts that do not add up."""
    del how
    yield from _dead_reservations()
    yield from _wrong_days()


def _dead_reservations() -> Iterator[Finding]:
    """A job settles its entry in its own last transaction; only a deleted job or a hand in the database leaves one."""
    dead = UsageEntry.objects.filter(_is_dead()).select_related("user")
    for entry in dead:
        yield Finding(
            code="usage_stuck",
            subject=str(entry.pk),
            message=f"A {entry.kind} of {entry.user} on {entry.day} is reserved, but no job is to make it.",
            mending="Refunds it.",
            mend=partial(_refund, entry.pk),
        )


def _is_dead() -> Q:
    return Q(state=UsageState.RESERVED) & (Q(job=None) | Q(job__status__in=FINISHED))


def _refund(entry_id: int) -> None:
    with transaction.atomic():
        entry = UsageEntry.objects.filter(_is_dead(), pk=entry_id).first()
        if entry is not None:
            ledger.settle_as_refunded(entry)


def _wrong_days() -> Iterator[Finding]:
    """Days that look less used than they are. More is no fault: entries go with their users, not what they used."""
    for row in UsageDay.objects.all():
        used = _used(row)
        if used > row.used:
            yield Finding(
                code="usage_count_wrong",
                subject=f"{row.kind} {row.day}",
                message=f"The budget of all users says {row.used}, the ledger says {used}.",
                mending="Sets the budget to what the ledger says.",
                mend=partial(_recount, row.pk),
            )


def _recount(day_id: int) -> None:
    with transaction.atomic():
        # The write takes the row's lock: nobody uses the budget between the count and the correction.
        UsageDay.objects.filter(pk=day_id).update(used=F("used"))
        row = UsageDay.objects.get(pk=day_id)
        UsageDay.objects.filter(pk=day_id).update(used=_used(row))


def _used(row: UsageDay) -> int:
    counted = UsageEntry.objects.filter(kind=row.kind, day=row.day, counts_for_all=True)
    return counted.exclude(state=UsageState.REFUNDED).count()
