"""What a user may still generate: the limits, and the counts that they are held against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils import timezone

from klangwerk.studio.accounts.models import User
from klangwerk.studio.kicks import days
from klangwerk.studio.kicks.models import Kick, UsageEntry, UsageState

KICK = "kick"
"""What the ledger calls one generated kick."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The settings, for users who have limits."""

    per_day: int
    kept: int
    per_day_all: int


@dataclass(frozen=True, slots=True)
class Allowance:
    """How one user stands. None: no limit."""

    daily_limit: int | None
    remaining_today: int | None
    kept_limit: int | None
    kept: int
    resets_at: datetime

    def to_counts(self) -> dict[str, Any]:
        """The two numbers that every answer about kicks carries."""
        return {"remaining_gens_today": self.remaining_today, "total_gens_count": self.kept}


def limits() -> Limits:
    """What the settings say now."""
    return Limits(
        per_day=settings.KLANGWERK_KICKS_PER_DAY,
        kept=settings.KLANGWERK_KICKS_KEPT,
        per_day_all=settings.KLANGWERK_KICKS_PER_DAY_ALL,
    )


def allowance_of(user: User, *, now: datetime | None = None) -> Allowance:
    """The user's limits and what is left of them."""
    today = days.day_of(now or timezone.now())
    kept = Kick.objects.filter(owner=user).count()
    if user.unlimited:
        return Allowance(None, None, None, kept, days.day_end(today))
    found = limits()
    remaining = max(0, found.per_day - used_on(user, today))
    return Allowance(found.per_day, remaining, found.kept, kept, days.day_end(today))


def used_on(user: User, day: date) -> int:
    """Kicks that count against the user's day: made, whether kept or deleted, and on their way."""
    entries = UsageEntry.objects.filter(user=user, kind=KICK, day=day)
    return entries.exclude(state=UsageState.REFUNDED).count()


def kept_or_coming(user: User) -> int:
    """Kicks that the user keeps, and those that unfinished jobs will add."""
    coming = UsageEntry.objects.filter(user=user, kind=KICK, state=UsageState.RESERVED).count()
    return Kick.objects.filter(owner=user).count() + coming


def limits_for_me(user: User) -> dict[str, Any]:
    """The part that kicks contribute to `/api/me/`."""
    found = allowance_of(user)
    return {
        "daily_limit": found.daily_limit,
        "remaining_today": found.remaining_today,
        "kept_limit": found.kept_limit,
        "kept": found.kept,
        "resets_at": found.resets_at,
    }
