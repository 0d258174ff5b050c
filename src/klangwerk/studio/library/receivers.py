"""Deletes a file after its row, however the row went: API, admin, or with its owner."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete

from klangwerk.studio.library.models import Asset


def connect() -> None:
    """Called once, when the app is ready."""
    post_delete.connect(_after_delete, sender=Asset, dispatch_uid="library.file_delete")


def _after_delete(*, instance: Asset, using: str, **_: Any) -> None:
    from klangwerk.studio.library.services import file_delete

    transaction.on_commit(partial(file_delete, instance.storage_key), using=using, robust=True)
