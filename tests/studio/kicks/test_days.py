"""Midnight in New York, winter and summer, and on the two days between."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.conf import LazySettings

from klangwerk.studio.kicks import days


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-01-15T04:59:59+00:00", "2026-01-14"),  # EST: five hours behind
        ("2026-01-15T05:00:00+00:00", "2026-01-15"),
        ("2026-07-15T03:59:59+00:00", "2026-07-14"),  # EDT: four hours; the original took five all year
        ("2026-07-15T04:00:00+00:00", "2026-07-15"),
        ("2026-03-08T04:59:59+00:00", "2026-03-07"),  # clocks go forward on the 8th at 2:00
        ("2026-03-08T05:00:00+00:00", "2026-03-08"),
        ("2026-03-09T03:59:59+00:00", "2026-03-08"),
        ("2026-03-09T04:00:00+00:00", "2026-03-09"),
        ("2026-11-01T03:59:59+00:00", "2026-10-31"),  # and back on November 1st
        ("2026-11-01T04:00:00+00:00", "2026-11-01"),
        ("2026-11-02T04:59:59+00:00", "2026-11-01"),
        ("2026-11-02T05:00:00+00:00", "2026-11-02"),
        ("2026-01-15T00:30:00-08:00", "2026-01-15"),
    ],
)
def test_the_day_of_a_moment(moment: str, day: str) -> None:
    assert days.day_of(datetime.fromisoformat(moment)) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("day", "hours"), [("2026-01-15", 24), ("2026-03-08", 23), ("2026-07-15", 24), ("2026-11-01", 25)]
)
def test_days_have_as_many_hours_as_clocks_say(day: str, hours: int) -> None:
    this = date.fromisoformat(day)
    begin, end = days.day_end(this - timedelta(days=1)), days.day_end(this)
    assert end - begin == timedelta(hours=hours)
    assert days.day_of(begin) == this
    assert days.day_of(end - timedelta(microseconds=1)) == this
    assert days.day_of(end) == this + timedelta(days=1)


def test_every_hour_of_two_years_lies_in_its_day() -> None:
    moment = datetime(2026, 1, 1, 0, 30, tzinfo=UTC)
    while moment.year < 2028:
        day = days.day_of(moment)
        assert days.day_end(day - timedelta(days=1)) <= moment < days.day_end(day)
        moment += timedelta(hours=1)


def test_another_zone_has_another_midnight(settings: LazySettings) -> None:
    settings.KLANGWERK_DAY_ZONE = "Asia/Kolkata"
    assert days.day_of(datetime(2026, 1, 14, 18, 30, tzinfo=UTC)) == date(2026, 1, 15)
    assert days.day_of(datetime(2026, 1, 14, 18, 29, 59, tzinfo=UTC)) == date(2026, 1, 14)
