"""What goes along with a project, however it went: API, admin, or with its owner."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete

from klangwerk.studio.library.models import Asset
from klangwerk.studio.timeline import sounds
from klangwerk.studio.timeline.models import Project


def connect() -> None:
    """Called once, when the app is ready."""
    post_delete.connect(_after_project, sender=Project, dispatch_uid="timeline.project_went")


def _after_project(*, instance: Project, **_: Any) -> None:
    """Imported sounds go with the last project that uses them; each asset takes its file along."""
    unused = sounds.imported_and_unused().filter(asset__owner_id=instance.owner_id)
    Asset.objects.filter(pk__in=list(unused.values_list("asset_id", flat=True))).delete()
