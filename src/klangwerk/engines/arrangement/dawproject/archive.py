"""The zip around a project, opened with care: it may come from anybody."""

from __future__ import annotations

import lzma
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast
from xml.etree import ElementTree as ET

from klangwerk.engines.arrangement.dawproject.errors import NotADawproject
from klangwerk.sound import AudioBuffer
from klangwerk.sound import io as sound_io

XML_BYTES_MAX = 16_000_000
SOUND_BYTES_MAX = 400_000_000
SOUND_S_MAX = 3600.0
SOUND_SAMPLES_MAX = 3600 * 48_000 * 2  # of all channels together: a few bytes can stand for hours of silence
ENTRIES_MAX = 5000
_CHUNK_BYTES = 1024 * 1024
_IN_MEMORY_BYTES = 8 * 1024 * 1024
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, NotImplementedError, OSError, EOFError, ValueError,
    RuntimeError,  # encrypted
)  # fmt: skip


class Archive:
    """Reads entries by name, never more of one than is allowed: sizes in a zip's directory can lie."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self._file = file
        self._names = frozenset(file.namelist())
        if len(self._names) > ENTRIES_MAX:
            raise NotADawproject(f"The file holds more than {ENTRIES_MAX} parts.")

    def has(self, path: str) -> bool:
        """Whether there is such an entry."""
        return path in self._names

    def xml(self, path: str) -> ET.Element:
        """The root of a document. Raises NotADawproject."""
        data = self._read(path, XML_BYTES_MAX)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data or "<!ENTITY".encode("utf-16-le") in data:
            raise NotADawproject(f"{path} declares entities, which no project needs.")
        try:
            return ET.fromstring(data)
        except (ET.ParseError, ValueError, LookupError) as error:
            raise NotADawproject(f"{path} is damaged: it cannot be read as XML.") from error

    def title(self) -> str:
        """The project's title, empty if it says none."""
        if not self.has("metadata.xml"):
            return ""
        return " ".join((self.xml("metadata.xml").findtext("Title") or "").split())[:100]

    def size_bytes(self, path: str) -> int:
        """What an entry takes unpacked; more is not read of it. Raises NotADawproject."""
        return self._entry(path).file_size

    @contextmanager
    def file(self, path: str) -> Iterator[BinaryIO]:
        """A sound of the project as it is, unpacked to disk where it is large. Raises NotADawproject."""
        with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY_BYTES) as file:
            for chunk in self._chunks(path, SOUND_BYTES_MAX):
                file.write(chunk)
            file.seek(0)
            yield cast(BinaryIO, file)

    def sound(
        self, path: str, *, max_duration_s: float = SOUND_S_MAX, max_samples: int = SOUND_SAMPLES_MAX
    ) -> AudioBuffer:
        """A sound of the project. Raises NotADawproject, AudioError."""
        with self.file(path) as file:
            return sound_io.read(file, max_duration_s=max_duration_s, max_samples=max_samples)

    def _read(self, path: str, most: int) -> bytes:
        return b"".join(self._chunks(path, most))

    def _chunks(self, path: str, most: int) -> Iterator[bytes]:
        entry, unpacked = self._entry(path), 0
        try:
            with self._file.open(entry) as opened:
                while chunk := opened.read(_CHUNK_BYTES):
                    unpacked += len(chunk)
                    if unpacked > most:
                        raise NotADawproject(f"{path} in the file is larger than {most // 1_000_000} MB.")
                    yield chunk
        except _DAMAGE as error:
            raise NotADawproject(f"{path} in the file is damaged or encrypted.") from error

    def _entry(self, path: str) -> zipfile.ZipInfo:
        if path not in self._names:
            raise NotADawproject(f"This is no DAWproject file: there is no {path} in it.")
        return self._file.getinfo(path)
