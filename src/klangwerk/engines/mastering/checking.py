"""Whether a master holds what it promises once a lossy codec has had its way with it."""

from __future__ import annotations

import io

from klangwerk.sound import AudioBuffer
from klangwerk.sound.io import encode, read
from klangwerk.sound.loudness import integrated_lufs, true_peak_dbtp


def check_after(buffer: AudioBuffer, format: str) -> tuple[float | None, float]:
    """Integrated loudness (LUFS, None for silence) and true peak (dBTP) of the sound after it was encoded and
    decoded.
    """
    decoded = read(io.BytesIO(encode(buffer, format=format)))
    return integrated_lufs(decoded), true_peak_dbtp(decoded)
