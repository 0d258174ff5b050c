"""Tracks under test: real rows and files, real jobs; the composer where a test is about what it makes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from rest_framework.test import APIClient


TRACKS, GENERATE = "/api/tracks/", "/api/tracks/generate/"
SHORT = {
    "prompt": {"text": "house"}, "durationS": 4, "seed": 7, "format": "wav", "bpm": 120, "key": "A minor",
}  # fmt: skip


def rows() -> tuple[int, int, int]:
    """Generations, tracks and files in the database."""
    from klangwerk.studio.library.models import Asset
    from klangwerk.studio.music.models import Generation, Track

    return Generation.objects.count(), Track.objects.count(), Asset.objects.count()


@pytest.fixture(autouse=True)
def own_files(media_root: Path) -> None:
    """Every test here has files of its own."""


@pytest.fixture(scope="session")
def composed_before() -> dict[Any, Any]:
    """What the composer has made in this session."""
    return {}


@pytest.fixture
def composer_remembers(composed_before: dict[Any, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """The real composer, but asked for the same again it gives what it made before: its own tests say that it would."""
    from klangwerk.studio.music import handler

    compose = handler.generate

    def generate(params: Any, *, seed: int, **how: Any) -> Any:
        if (params, seed) not in composed_before:
            composed_before[params, seed] = compose(params, seed=seed, **how)
        return composed_before[params, seed]

    monkeypatch.setattr(handler, "generate", generate)


@pytest.fixture
def composed(composer_remembers: None, work: Callable[[], int]) -> Callable[..., dict[str, Any]]:
    """Orders by the API, runs the job with the real composer, returns the main track's JSON."""

    def make(api: APIClient, **asked: Any) -> dict[str, Any]:
        queued = api.post(GENERATE, {**SHORT, **asked})
        assert queued.status_code == 202, queued.json()
        assert work() == 1
        standing = api.get(queued["Location"]).json()
        assert standing["status"] == "composed", standing
        found: dict[str, Any] = api.get(f"{TRACKS}{standing['trackId']}/").json()
        return found

    return make
