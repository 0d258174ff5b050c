"""A store of its own for each test, and small sounds to put into it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from klangwerk.sound import AudioBuffer

if TYPE_CHECKING:
    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.library.models import Asset
    from klangwerk.studio.library.services import StagedAsset


@pytest.fixture(autouse=True)
def own_files(media_root: Path) -> None:
    """Every test here has files of its own."""


@pytest.fixture
def tone() -> AudioBuffer:
    """Half a second of 100 Hz, stereo, at -6 dBFS."""
    time_s = np.arange(22_050) / 44_100
    wave = 0.5 * np.sin(2 * np.pi * 100 * time_s)
    return AudioBuffer(np.stack([wave, wave]), 44_100)


@pytest.fixture
def stage(tone: AudioBuffer) -> Callable[..., StagedAsset]:
    """Stages the tone for a user."""
    from klangwerk.studio.library.services import asset_stage

    def make(user: User, *, format: str = "wav") -> StagedAsset:
        return asset_stage(owner_id=user.pk, kind="tone", source=tone, format=format)

    return make


@pytest.fixture
def asset(alice: User, stage: Callable[..., StagedAsset]) -> Asset:
    """A stored sound of Alice's."""
    from klangwerk.studio.library.services import asset_commit

    return asset_commit(stage(alice))
