"""What is done with presets: save one, change one, delete one."""

from __future__ import annotations

import uuid

from django.db import IntegrityError, transaction
from django.utils import timezone

from klangwerk.studio.accounts.models import User
from klangwerk.studio.common.errors import Forbidden, InvalidInput, NotFound
from klangwerk.studio.kicks import ledger
from klangwerk.studio.kicks.sharing import kick_lock
from klangwerk.studio.presets import allowance, codes, selectors
from klangwerk.studio.presets.models import Preset
from klangwerk.studio.presets.rack import Rack


def preset_create(*, user: User, name: str, rack: Rack) -> Preset:
    """Save a new preset. Raises LimitReached, InvalidInput for a name that is taken or a kick that is gone."""
    preset = Preset(user=user, preset_name=name, **rack.to_row())
    with transaction.atomic():
        ledger.lock(user.pk)
        allowance.check_preset(user)
        _hold_kick(rack)
        try:
            with transaction.atomic():
                preset.save(force_insert=True)
        except IntegrityError as error:
            raise _name_taken_or(error, user=user, name=name) from error
    return preset


def preset_changeable(*, user: User, preset_id: uuid.UUID) -> Preset:
    """A preset that the user may change. Raises NotFound, Forbidden for a shared one."""
    preset = selectors.preset_get(caller=user, preset_id=preset_id)
    if preset.is_shared:
        raise Forbidden(
            "Shared presets are for everybody and cannot be changed. Save it under a name of your own.",
            code=codes.PRESET_SHARED,
        )
    return preset


def preset_update(*, user: User, preset_id: uuid.UUID, name: str, rack: Rack) -> Preset:
    """Replace name and settings. Raises Forbidden for a shared preset, NotFound, InvalidInput."""
    with transaction.atomic():
        ledger.lock(user.pk)
        _hold_kick(rack)
        preset_changeable(user=user, preset_id=preset_id)
        try:
            with transaction.atomic():
                # Not `save`, which would make a row anew that an admin deletes at this moment.
                changed = Preset.objects.filter(pk=preset_id, user=user, is_shared=False).update(
                    preset_name=name, updated_at=timezone.now(), **rack.to_row()
                )
        except IntegrityError as error:
            raise _name_taken_or(error, user=user, name=name, but=preset_id) from error
        if not changed:
            preset_changeable(user=user, preset_id=preset_id)
        return selectors.preset_get(caller=user, preset_id=preset_id)


def preset_delete(*, user: User, preset_id: uuid.UUID) -> None:
    """Raises Forbidden for a shared preset, NotFound."""
    preset_changeable(user=user, preset_id=preset_id)
    deleted, _ = Preset.objects.filter(pk=preset_id, user=user, is_shared=False).delete()
    if not deleted:
        preset_changeable(user=user, preset_id=preset_id)  # perhaps it was shared meanwhile
        raise NotFound("This preset was deleted meanwhile.")


def _hold_kick(rack: Rack) -> None:
    """Nobody deletes the kick before the preset is saved. Raises InvalidInput when somebody was faster."""
    if rack.kick is not None and kick_lock(rack.kick.pk) is None:
        message = "This kick was deleted meanwhile."
        raise InvalidInput(message, fields={"kickId": [message]})


def _name_taken_or(
    error: IntegrityError, *, user: User, name: str, but: uuid.UUID | None = None
) -> Exception:
    """The refusal of a name that is taken, or the error as it is when it was not the name."""
    others = Preset.objects.filter(user=user, preset_name=name)
    if but is not None:
        others = others.exclude(pk=but)
    if not others.exists():
        return error
    message = f"You have another preset named “{name}”. Choose a different name."
    return InvalidInput(message, code=codes.NAME_TAKEN, fields={"presetName": [message]})
