"""The storage seam: what the library asks of a place that keeps files, and nothing more.

Errors::

    StorageError
    ├── ObjectMissing        no object has this key
    ├── BadKey               a key that could leave its place (never comes from a user)
    └── StorageUnavailable   the store does not answer or refuses us; trying later may help
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO, Protocol

CHUNK_BYTES = 64 * 1024

_KEY = re.compile(r"[a-zA-Z0-9_-][a-zA-Z0-9._-]*(?:/[a-zA-Z0-9_-][a-zA-Z0-9._-]*)*")
_KEY_MAX_CHARS = 255


class StorageError(Exception):
    """Base of what a store raises on purpose."""


class ObjectMissing(StorageError):
    """No object has this key."""


class BadKey(StorageError):
    """The key is not one that the library makes."""


class StorageUnavailable(StorageError):
    """The store does not answer or refuses us."""


@dataclass(frozen=True, slots=True)
class StoredObject:
    """What a store knows of an object."""

    key: str
    size_bytes: int
    modified_at: datetime


class ObjectStore(Protocol):
    """Keeps bytes under keys. Every method may raise StorageUnavailable."""

    def describe(self) -> str:
        """The place in words, without secrets, for messages and logs."""
        ...

    def put(self, key: str, source: BinaryIO, *, content_type: str) -> None:
        """Store all of `source`: afterwards the object is there whole, or not at all."""
        ...

    def read(self, key: str, *, start: int = 0, length: int | None = None) -> Iterator[bytes]:
        """The object's bytes in chunks. Raises ObjectMissing at once, not at the first chunk."""
        ...

    def stat(self, key: str) -> StoredObject | None:
        """What is known of the object, or None."""
        ...

    def delete(self, key: str) -> bool:
        """Remove the object; False if there was none."""
        ...

    def list(self, prefix: str = "") -> Iterator[StoredObject]:
        """Every object whose key starts with `prefix`."""
        ...

    def leftovers(self) -> Iterator[StoredObject]:
        """Unfinished uploads that a crash left; they are no objects yet."""
        ...

    def discard_leftover(self, key: str) -> None:
        """Remove one of `leftovers`; nothing happens if it is gone."""
        ...

    def direct_url(self, key: str, *, lifetime_s: int, content_type: str, disposition: str) -> str | None:
        """An address at which the store itself serves the object, or None to have the studio serve it."""
        ...


def is_key(key: str) -> bool:
    """Whether it is plain names joined by slashes, none of which begins with a dot."""
    return len(key) <= _KEY_MAX_CHARS and _KEY.fullmatch(key) is not None


def checked_key(key: str) -> str:
    """The key. Raises BadKey when it is none."""
    if not is_key(key):
        raise BadKey(f"{key!r} is not a storage key.")
    return key
