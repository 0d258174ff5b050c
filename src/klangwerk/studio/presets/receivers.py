"""What goes along with a row, however it went: API, admin, doctor, or with its owner."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, pre_delete

from klangwerk.studio.kicks.models import Kick
from klangwerk.studio.library.models import Asset
from klangwerk.studio.presets import kick_use
from klangwerk.studio.presets.models import Bounce, BounceStem


def connect() -> None:
    """Called once, when the app is ready."""
    pre_delete.connect(_before_kick, sender=Kick, dispatch_uid="presets.kick_goes")
    post_delete.connect(_after_file_row, sender=Bounce, dispatch_uid="presets.bounce_went")
    post_delete.connect(_after_file_row, sender=BounceStem, dispatch_uid="presets.stem_went")


def _before_kick(*, instance: Kick, **_: Any) -> None:
    kick_use.let_go(instance)


def _after_file_row(*, instance: Bounce | BounceStem, **_: Any) -> None:
    """A bounce's files are nothing without it; each asset takes its file along."""
    Asset.objects.filter(pk=instance.asset_id).delete()
