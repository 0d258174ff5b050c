"""Storing and deleting sounds in an order that a crash cannot turn into loss.

Storing: the file goes up first, the row is written afterwards, inside the caller's transaction. A crash in between
leaves a file that nobody knows, which `doctor` removes. Deleting: the row goes first, the file once that is
committed. A crash in between leaves such a file again. No order of events leaves a row without its file.
"""

from __future__ import annotations

import hashlib
import io
import logging
import uuid
import zlib
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from klangwerk.sound import AudioBuffer
from klangwerk.sound import io as sound_io
from klangwerk.sound.io import BitDepth
from klangwerk.studio.common.ids import uuid7
from klangwerk.studio.library.measure import Measurements, measure
from klangwerk.studio.library.media_types import media_type
from klangwerk.studio.library.models import Asset
from klangwerk.studio.library.storage import StorageError, store

log = logging.getLogger(__name__)

_CHUNK_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedAsset:
    """A file that is in the store and measured, and has no row yet: commit it or discard it."""

    id: uuid.UUID
    owner_id: int
    kind: str
    storage_key: str
    sha256: str
    crc32: int
    size_bytes: int
    format: str
    measurements: Measurements
    provenance: Mapping[str, Any] = field(default_factory=dict)

    def discard(self) -> None:
        """Take the file back. A store that is away keeps it, and `doctor` finds it later."""
        file_delete(self.storage_key)


def asset_stage(
    *,
    owner_id: int,
    kind: str,
    source: AudioBuffer | Path,
    format: str,
    bit_depth: BitDepth = 24,
    tags: Mapping[str, str] | None = None,
    provenance: Mapping[str, Any] | None = None,
) -> StagedAsset:
    """Store a sound (encoded here) or a file as it is, and measure it. Writes no row.

    Raises AudioError when the file is no sound, StorageUnavailable when the store does not answer.
    """
    asset_id = uuid7()
    storage_key = f"users/{owner_id}/{kind}/{asset_id}.{format}"
    with ExitStack() as stack:
        if isinstance(source, AudioBuffer):
            file: BinaryIO = io.BytesIO(
                sound_io.encode(source, format=format, bit_depth=bit_depth, tags=tags)
            )
            measurements = measure(source)
        else:
            file = stack.enter_context(source.open("rb"))
            measurements = measure(sound_io.read(source))
        digest = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]  # BinaryIO will do
        crc32 = _crc32(file)
        size_bytes = file.seek(0, io.SEEK_END)
        file.seek(0)
        store().put(storage_key, file, content_type=media_type(format))
    return StagedAsset(
        id=asset_id,
        owner_id=owner_id,
        kind=kind,
        storage_key=storage_key,
        sha256=digest,
        crc32=crc32,
        size_bytes=size_bytes,
        format=format,
        measurements=measurements,
        provenance=dict(provenance or {}),
    )


def _crc32(file: BinaryIO) -> int:
    file.seek(0)
    found = 0
    while chunk := file.read(_CHUNK_BYTES):
        found = zlib.crc32(chunk, found)
    return found


def asset_commit(staged: StagedAsset) -> Asset:
    """Write the row of a staged file. Call it inside the transaction that says what the file is for."""
    found = staged.measurements
    return Asset.objects.create(
        id=staged.id,
        owner_id=staged.owner_id,
        kind=staged.kind,
        storage_key=staged.storage_key,
        sha256=staged.sha256,
        size_bytes=staged.size_bytes,
        format=staged.format,
        sample_rate=found.sample_rate,
        channels=found.channels,
        duration_s=found.duration_s,
        lufs=found.lufs,
        true_peak_dbtp=found.true_peak_dbtp,
        peaks=found.peaks,
        provenance=dict(staged.provenance),
    )


def asset_delete(*, asset: Asset) -> None:
    """Delete the row, and what depends on it, now; the file as soon as that is committed (see `receivers`)."""
    asset.delete()


def file_delete(storage_key: str) -> None:
    """Remove a file that no row speaks of any more. Never raises for a store that is away: the row is gone already."""
    try:
        store().delete(storage_key)
    except StorageError as error:
        log.warning("A file could not be deleted; `klangwerk doctor --mend` will.", extra={
            "storage_key": storage_key, "reason": str(error),
        })  # fmt: skip
