"""How many projects a user may keep, and how often one may be imported."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from klangwerk.studio.accounts.limits import check_kept_limit
from klangwerk.studio.accounts.models import User
from klangwerk.studio.common.throttling import Rate
from klangwerk.studio.timeline import codes
from klangwerk.studio.timeline.models import Project

IMPORTS = Rate(scope="project-import", limit=10, period_s=60)


def check_kept(user: User) -> None:
    """Whether one more project may be kept; call it under `ledger.lock`. Raises LimitReached."""
    check_kept_limit(
        user,
        kept=Project.objects.filter(owner=user).count(),
        limit=settings.KLANGWERK_PROJECTS_KEPT,
        things="projects",
        code=codes.KEPT_LIMIT,
    )


def limits_for_me(user: User) -> dict[str, Any]:
    """The part that projects contribute to `/api/me/`."""
    return {
        "kept_limit": None if user.unlimited else settings.KLANGWERK_PROJECTS_KEPT,
        "kept": Project.objects.filter(owner=user).count(),
    }
