"""How many projects a user may keep, and how often one may be imported."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from klangwerk.studio.accounts.models import User
from klangwerk.studio.common.errors import LimitReached
from klangwerk.studio.common.throttling import Rate, throttle_hit
from klangwerk.studio.timeline import codes
from klangwerk.studio.timeline.models import Project

IMPORTS = Rate(scope="project-import", limit=10, period_s=60)


def check_kept(user: User) -> None:
    """Whether one more project may be kept; call it under `ledger.lock`. Raises LimitReached."""
    limit: int = settings.KLANGWERK_PROJECTS_KEPT
    if not user.unlimited and Project.objects.filter(owner=user).count() >= limit:
        raise LimitReached(
            f"You keep {limit} projects already, which is the limit. Delete some to make more.",
            code=codes.KEPT_LIMIT,
            extra={"keptLimit": limit},
        )


def count_import(user: User) -> None:
    """Count an import against the rate, which the owner of the machine does not have. Raises RateLimited."""
    if not user.unlimited:
        throttle_hit(IMPORTS, who=str(user.pk))


def limits_for_me(user: User) -> dict[str, Any]:
    """The part that projects contribute to `/api/me/`."""
    return {
        "kept_limit": None if user.unlimited else settings.KLANGWERK_PROJECTS_KEPT,
        "kept": Project.objects.filter(owner=user).count(),
    }
