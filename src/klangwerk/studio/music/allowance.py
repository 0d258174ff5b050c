"""How many tracks a user may keep, and how often one may be asked for."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from klangwerk.studio.accounts.limits import check_kept_limit
from klangwerk.studio.accounts.models import User
from klangwerk.studio.common.throttling import Rate
from klangwerk.studio.jobs.selectors import job_list
from klangwerk.studio.music import codes
from klangwerk.studio.music.models import Generation

TRACK_GENERATE = "track.generate"
GENERATIONS = Rate(scope="audio-generation", limit=10, period_s=60)


def check_kept(user: User) -> None:
    """Whether one more track may be kept, those on their way counted; call it under `ledger.lock`.

    Raises LimitReached.
    """
    check_kept_limit(
        user,
        kept=kept_or_coming(user),
        limit=settings.KLANGWERK_TRACKS_KEPT,
        things="tracks",
        code=codes.KEPT_LIMIT,
    )


def kept_or_coming(user: User) -> int:
    """Generations that the user keeps, and those that unfinished jobs will add."""
    coming = job_list(owner=user, kind=TRACK_GENERATE, active=True).count()
    return Generation.objects.filter(owner=user).count() + coming


def limits_for_me(user: User) -> dict[str, Any]:
    """The part that tracks contribute to `/api/me/`; stems are parts of their track and not counted."""
    return {
        "kept_limit": None if user.unlimited else settings.KLANGWERK_TRACKS_KEPT,
        "kept": Generation.objects.filter(owner=user).count(),
    }
