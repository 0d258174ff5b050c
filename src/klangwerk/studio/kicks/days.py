"""The days that limits are counted by: midnight in one real time zone, summer time included."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings


def zone() -> ZoneInfo:
    """Whose midnight begins a new day."""
    return ZoneInfo(settings.KLANGWERK_DAY_ZONE)


def day_of(moment: datetime) -> date:
    """The day that a moment belongs to."""
    return moment.astimezone(zone()).date()


def day_end(day: date) -> datetime:
    """The moment at which the next day begins, in UTC: 23, 24 or 25 hours after this one did."""
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=zone()).astimezone(UTC)
