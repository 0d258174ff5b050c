"""Reading presets and bounces, and the kicks that a preset may use."""

from __future__ import annotations

import uuid

from django.contrib.auth.models import AnonymousUser
from django.db.models import Case, F, IntegerField, Prefetch, Q, QuerySet, Value, When
from django.db.models.functions import Lower

from klangwerk.studio.accounts.models import User
from klangwerk.studio.common.errors import NotFound
from klangwerk.studio.kicks.models import Kick
from klangwerk.studio.presets.models import Bounce, BounceStem, Preset

FIRST_PRESET = "Init"
"""What the rack is set to when it is opened; the first of all lists."""

_WITHOUT_BULK = ("kick__latent", "kick__asset__peaks", "kick__asset__provenance")


def preset_list(*, caller: User | AnonymousUser) -> QuerySet[Preset]:
    """What the caller may see: shared presets, “Init” first, then by name; then the caller's own by name."""
    rank = Case(
        When(Q(is_shared=True, preset_name=FIRST_PRESET), then=Value(0)),
        When(Q(is_shared=True), then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return _visible(caller).order_by(
        rank, Lower("preset_name"), "preset_name", F("user_id").asc(nulls_first=True), "id"
    )


def preset_get(*, caller: User | AnonymousUser, preset_id: uuid.UUID) -> Preset:
    """A preset that the caller may see. Raises NotFound."""
    preset = _visible(caller).filter(pk=preset_id).first()
    if preset is None:
        raise NotFound("There is no such preset, or it is not yours.")
    return preset


def kick_for_preset(*, user: User, kick_id: uuid.UUID, present: uuid.UUID | None = None) -> Kick | None:
    """The kick, if a preset of the user may use it: the user's own, a shared one, or the one it uses already."""
    usable = Q(owner=user) | Q(is_shared=True) | Q(pk=present)
    return _kicks().filter(usable, pk=kick_id).first()


def own_kick_named(*, user: User, name: str) -> Kick | None:
    """The user's AI kick of this name."""
    return _kicks().filter(owner=user, name=name).first()


def shared_kicks() -> QuerySet[Kick]:
    """The kicks that everybody may use, by name."""
    return _kicks().filter(is_shared=True).order_by(Lower("name"), "id")


def bounce_list(*, owner: User) -> QuerySet[Bounce]:
    """The owner's bounces, newest first, with their files."""
    bounces = Bounce.objects.filter(owner=owner).select_related("asset").defer("asset__provenance")
    stems = BounceStem.objects.select_related("asset").defer("asset__provenance")
    return bounces.prefetch_related(Prefetch("stems", stems)).order_by("-created_at", "-id")


def bounce_get(*, owner: User, bounce_id: uuid.UUID) -> Bounce:
    """Raises NotFound, for another user's bounce too."""
    bounce = bounce_list(owner=owner).filter(pk=bounce_id).first()
    if bounce is None:
        raise NotFound("There is no such bounce, or it is not yours.")
    return bounce


def _visible(caller: User | AnonymousUser) -> QuerySet[Preset]:
    seen = Q(is_shared=True)
    if isinstance(caller, User):
        seen |= Q(user=caller)
    return Preset.objects.filter(seen).select_related("kick__asset").defer(*_WITHOUT_BULK)


def _kicks() -> QuerySet[Kick]:
    return Kick.objects.select_related("asset").defer("latent", "asset__peaks", "asset__provenance")
