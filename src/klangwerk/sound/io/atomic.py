"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def write_atomically(target: Path, data: bytes) -> None:
    """Writes beside the target and renames; a reader sees the old file or the new one. Raises OSError."""
    beside = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.part")
    descriptor = os.open(
        beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666
    )  # the umask decides, as for any file
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
