"""Reading kicks."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from klangwerk.studio.accounts.models import User
from klangwerk.studio.common.errors import NotFound
from klangwerk.studio.kicks.models import Kick

ORDERINGS: dict[str, str] = {
    "createdAt": "created_at",
    "name": "name",
    "lufs": "asset__lufs",
    "isFavourite": "is_favourite",
}
"""What a list may be ordered by, as clients write it; a minus turns it round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KickFilter:
    """Which of the kicks, and in which order."""

    search: str = ""
    favourite: bool | None = None
    ordering: str = "-createdAt"


def kick_list(*, owner: User, wanted: KickFilter) -> QuerySet[Kick]:
    """The owner's kicks with their assets. `search` finds every word in name or prompt."""
    kicks = Kick.objects.filter(owner=owner).select_related("asset").defer("latent", "asset__provenance")
    for word in wanted.search.split():
        kicks = kicks.filter(Q(name__icontains=word) | Q(prompt__icontains=word))
    if wanted.favourite is not None:
        kicks = kicks.filter(is_favourite=wanted.favourite)
    descending = "-" if wanted.ordering.startswith("-") else ""
    column = ORDERINGS[wanted.ordering.removeprefix("-")]
    return kicks.order_by(f"{descending}{column}", f"{descending}id")


def kick_get(*, owner: User, kick_id: uuid.UUID | str) -> Kick:
    """Raises NotFound, for another user's kick too."""
    kick = Kick.objects.select_related("asset").defer("latent").filter(owner=owner, id=kick_id).first()
    if kick is None:
        raise NotFound("There is no such kick, or it is not yours.")
    return kick
