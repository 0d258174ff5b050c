"""Files below one directory: the embedded default."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from klangwerk.studio.library.storage.base import (
    CHUNK_BYTES,
    ObjectMissing,
    StorageUnavailable,
    StoredObject,
    checked_key,
)

_INCOMING = ".incoming"  # no key starts with a dot, so uploads under way are never taken for objects
_DIR_MODE = 0o700


class LocalStore:
    """Each object is a file; it appears by a rename, complete and on disk."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def describe(self) -> str:
        return f"the folder {self.root}"

    def put(self, key: str, source: BinaryIO, *, content_type: str) -> None:
        del content_type  # a file has none; the library knows it from the row
        target = self._path(key)
        try:
            incoming = self._directory(self.root / _INCOMING)
            handle, temp_name = tempfile.mkstemp(dir=incoming)  # made with mode 0600
            try:
                with os.fdopen(handle, "wb") as out:
                    shutil.copyfileobj(source, out, CHUNK_BYTES)
                    out.flush()
                    os.fsync(out.fileno())
                parent = self._directory(target.parent)
                os.replace(temp_name, target)
            except BaseException:
                Path(temp_name).unlink(missing_ok=True)
                raise
            _sync_directory(parent)
        except OSError as error:
            raise StorageUnavailable(f"Cannot write to {self.describe()}: {error.strerror}.") from error

    def read(self, key: str, *, start: int = 0, length: int | None = None) -> Iterator[bytes]:
        try:
            file = self._path(key).open("rb")
        except FileNotFoundError as error:
            raise ObjectMissing(key) from error
        except OSError as error:
            raise StorageUnavailable(f"Cannot read from {self.describe()}: {error.strerror}.") from error
        return _chunks(file, start, length)

    def stat(self, key: str) -> StoredObject | None:
        try:
            found = self._path(key).stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise StorageUnavailable(f"Cannot read from {self.describe()}: {error.strerror}.") from error
        return StoredObject(key, found.st_size, datetime.fromtimestamp(found.st_mtime, UTC))

    def delete(self, key: str) -> bool:
        try:
            self._path(key).unlink()
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError as error:
            raise StorageUnavailable(f"Cannot delete from {self.describe()}: {error.strerror}.") from error
        return True

    def list(self, prefix: str = "") -> Iterator[StoredObject]:
        for folder, folders, names in os.walk(self.root):
            if Path(folder) == self.root and _INCOMING in folders:
                folders.remove(_INCOMING)
            folders.sort()
            for name in sorted(names):
                key = (Path(folder) / name).relative_to(self.root).as_posix()
                found = self._stat_listed(key) if key.startswith(prefix) else None
                if found is not None:
                    yield found

    def leftovers(self) -> Iterator[StoredObject]:
        incoming = self.root / _INCOMING
        for path in sorted(incoming.iterdir()) if incoming.is_dir() else []:
            found = self._stat_listed(f"{_INCOMING}/{path.name}")
            if found is not None:
                yield found

    def discard_leftover(self, key: str) -> None:
        folder, _, name = key.partition("/")
        if folder == _INCOMING and name and "/" not in name:
            (self.root / _INCOMING / name).unlink(missing_ok=True)

    def direct_url(self, key: str, *, lifetime_s: int, content_type: str, disposition: str) -> None:
        return None

    def _path(self, key: str) -> Path:
        return self.root / checked_key(key)

    def _directory(self, path: Path) -> Path:
        """The directory, private however it had to be made (`makedirs` gives parents the umask's mode)."""
        if not path.is_dir():
            if path != self.root:
                self._directory(path.parent)
                path.mkdir(mode=_DIR_MODE, exist_ok=True)
            else:
                path.mkdir(mode=_DIR_MODE, parents=True, exist_ok=True)
            _sync_directory(path.parent)
        return path

    def _stat_listed(self, key: str) -> StoredObject | None:
        """Like `stat`, for names found on disk: they may be nothing the library ever made."""
        try:
            found = (self.root / key).stat(follow_symlinks=False)
        except FileNotFoundError:  # deleted while we listed
            return None
        return StoredObject(key, found.st_size, datetime.fromtimestamp(found.st_mtime, UTC))


def _sync_directory(path: Path) -> None:
    """A rename survives a power cut only once its directory is on disk too."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _chunks(file: BinaryIO, start: int, length: int | None) -> Iterator[bytes]:
    with file:
        file.seek(start)
        left = length
        while left is None or left > 0:
            chunk = file.read(CHUNK_BYTES if left is None else min(CHUNK_BYTES, left))
            if not chunk:
                return
            left = None if left is None else left - len(chunk)
            yield chunk
