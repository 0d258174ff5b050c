"""Projects under test, and sounds for their clips."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

if TYPE_CHECKING:
    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.library.models import Asset

PROJECTS = "/api/projects/"
BEAT = 22_050  # frames, at 120 bpm


@pytest.fixture(autouse=True)
def own_files(media_root: Path) -> None:
    """Every test here has files of its own."""


@pytest.fixture
def asset_make() -> Callable[..., Asset]:
    """Half a second of a sound that belongs to nothing."""
    from klangwerk.sound import AudioBuffer
    from klangwerk.studio.library.services import asset_commit, asset_stage

    def make(user: User, kind: str = "upload") -> Asset:
        sound = AudioBuffer(np.full((2, BEAT), 0.25, dtype=np.float32), 44_100)
        return asset_commit(asset_stage(owner_id=user.pk, kind=kind, source=sound, format="wav"))

    return make


@pytest.fixture
def clip() -> Callable[..., dict[str, Any]]:
    """A clip as a client sends it, with changes."""

    def make(id: str, asset: Any, **changes: Any) -> dict[str, Any]:
        return {
            "id": id, "assetId": str(getattr(asset, "pk", asset)), "trackId": None, "name": f"clip {id}", "startFrames": 0,
            "offsetFrames": 0, "lengthFrames": BEAT, "gainDb": 0, "fadeInFrames": 0, "fadeOutFrames": 0, **changes,
        }  # fmt: skip

    return make


@pytest.fixture
def row() -> Callable[..., dict[str, Any]]:
    """A track of a project as a client sends it, with changes."""

    def make(id: str, *clips: dict[str, Any], **changes: Any) -> dict[str, Any]:
        return {
            "id": id, "name": f"row {id}", "type": "upload", "gainDb": 0, "pan": 0, "muted": False, "soloed": False,
            "clips": list(clips), **changes,
        }  # fmt: skip

    return make


@pytest.fixture
def body() -> Callable[..., dict[str, Any]]:
    """A whole project as a client saves it, with changes."""

    def make(version: int, *rows: dict[str, Any], **changes: Any) -> dict[str, Any]:
        return {
            "version": version, "name": "Mine", "bpm": 120, "beatsPerBar": 4,
            "loop": {"enabled": True, "startFrames": 0, "stopFrames": 4 * BEAT}, "tracks": list(rows), **changes,
        }  # fmt: skip

    return make
