"""Kicks that everybody may use, and holding one while somebody begins to. Knows no engine: every process loads it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.utils import timezone

from klangwerk.studio.kicks.models import Kick


def kick_lock(kick_id: uuid.UUID) -> Kick | None:
    """The kick as it is now, or None. Until the transaction ends, nobody shares, deletes or begins to use it."""
    return Kick.objects.select_for_update(of=("self",)).defer("latent").filter(pk=kick_id).first()


def kicks_share(*, kicks: Iterable[Kick], shared: bool) -> int:
    """Let everybody use these kicks, or nobody else any more; what uses them keeps them. Returns how many changed."""
    ids = [kick.pk for kick in kicks]
    return Kick.objects.filter(pk__in=ids, is_shared=not shared).update(
        is_shared=shared, updated_at=timezone.now()
    )
