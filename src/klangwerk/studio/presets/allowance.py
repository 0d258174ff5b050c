"""How many presets and bounces a user may keep."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from klangwerk.studio.accounts.limits import check_kept_limit
from klangwerk.studio.accounts.models import User
from klangwerk.studio.common.throttling import Rate
from klangwerk.studio.jobs.selectors import job_list
from klangwerk.studio.presets import codes
from klangwerk.studio.presets.models import Bounce, Preset

RACK_BOUNCE = "rack.bounce"
BOUNCES = Rate(scope="bounce", limit=10, period_s=60)


def check_preset(user: User) -> None:
    """Whether one more preset may be kept; call it under `ledger.lock`. Raises LimitReached."""
    check_kept_limit(
        user,
        kept=Preset.objects.filter(user=user).count(),
        limit=settings.KLANGWERK_PRESETS_KEPT,
        things="presets",
        code=codes.KEPT_LIMIT,
        to="save more",
    )


def check_bounce(user: User) -> None:
    """Whether one more bounce may be kept, those on their way counted; call it under `ledger.lock`.

    Raises LimitReached.
    """
    check_kept_limit(
        user,
        kept=bounces_kept_or_coming(user),
        limit=settings.KLANGWERK_BOUNCES_KEPT,
        things="bounces",
        code=codes.BOUNCES_KEPT_LIMIT,
    )


def bounces_kept_or_coming(user: User) -> int:
    """Bounces that the user keeps, and those that unfinished jobs will add."""
    coming = job_list(owner=user, kind=RACK_BOUNCE, active=True).count()
    return Bounce.objects.filter(owner=user).count() + coming


def limits_for_me(user: User) -> dict[str, Any]:
    """The part that presets contribute to `/api/me/`."""
    return {
        "kept_limit": None if user.unlimited else settings.KLANGWERK_PRESETS_KEPT,
        "kept": Preset.objects.filter(user=user).count(),
        "bounces_kept_limit": None if user.unlimited else settings.KLANGWERK_BOUNCES_KEPT,
        "bounces_kept": Bounce.objects.filter(owner=user).count(),
    }
