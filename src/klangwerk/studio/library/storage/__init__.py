"""Where the library's files lie: one seam, two kinds of place."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import fields
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from klangwerk.studio.library.storage.base import (
    BadKey,
    ObjectMissing,
    ObjectStore,
    StorageError,
    StorageUnavailable,
    StoredObject,
    is_key,
)
from klangwerk.studio.library.storage.local import LocalStore

__all__ = [
    "BadKey",
    "ObjectMissing",
    "ObjectStore",
    "StorageError",
    "StorageUnavailable",
    "StoredObject",
    "is_key",
    "store",
]


def store() -> ObjectStore:
    """The store that the settings name."""
    return _store_for(settings.KLANGWERK_STORAGE)


@lru_cache(maxsize=8)
def _store_for(place: Hashable) -> ObjectStore:
    """`place` is a directory with a `root`, or a bucket with the fields of `S3Address`."""
    root = getattr(place, "root", None)
    if root is not None:
        return LocalStore(Path(root))
    from klangwerk.studio.library.storage.s3 import S3Address, S3Store

    given = {
        field.name: getattr(place, field.name) for field in fields(S3Address) if hasattr(place, field.name)
    }
    return S3Store(S3Address(**given))
