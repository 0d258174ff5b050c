"""Presets and the kicks that they use: who uses one, and what becomes of the presets when it goes."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone

from klangwerk.studio.kicks.models import Kick
from klangwerk.studio.kicks.sharing import kick_lock
from klangwerk.studio.kicks.usage import OthersUse, Use
from klangwerk.studio.presets import stock
from klangwerk.studio.presets.models import Preset

KIND = "presets"


def uses_of(kick: Kick) -> Sequence[Use | OthersUse]:
    """The owner's presets by name; of other people's only how many."""
    presets = Preset.objects.filter(kick_id=kick.pk)
    own = presets.filter(user_id=kick.owner_id).order_by("preset_name", "id")
    found: list[Use | OthersUse] = [
        Use(KIND, str(id), name) for id, name in own.values_list("id", "preset_name")
    ]
    others = presets.exclude(pk__in=own.values("pk")).count()
    if others:
        found.append(OthersUse(KIND, others))
    return found


def let_go(kick: Kick) -> None:
    """Before a kick is deleted, in that transaction: its owner's presets go with it, all others get a stock kick.

    A preset that an admin shared is everybody's: it too stays, whoever made it.
    """
    kick_lock(kick.pk)  # nobody begins to use it while we look
    presets = Preset.objects.filter(kick_id=kick.pk)
    presets.filter(user_id=kick.owner_id, is_shared=False).delete()
    if presets.exists():
        presets.update(kick=None, kick_sample=stock.first_kick(), updated_at=timezone.now())
