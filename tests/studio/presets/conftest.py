"""Presets and bounces under test: real stock sounds, real engine, real jobs, files in a folder of the test's own."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from klangwerk.engines.rack.params import RANGES

if TYPE_CHECKING:
    from rest_framework.test import APIClient

    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.kicks.models import Kick
    from klangwerk.studio.presets.models import Preset

PRESETS, BOUNCES, SOUNDS = "/api/presets/", "/api/bounces/", "/api/sounds/"


@pytest.fixture(autouse=True)
def own_files(media_root: Path) -> None:
    """Every test here has files of its own."""


@pytest.fixture
def body() -> Callable[..., dict[str, Any]]:
    """A preset as a client sends it, with changes; a change to None leaves the field out."""

    def make(name: str = "Mine", **changes: Any) -> dict[str, Any]:
        sent: dict[str, Any] = {
            "presetName": name, "bpm": 150, "kickSample": "Otto", "kickId": None, "kickLen": 0.5, "kickDistAmt": 0.1,
            "kickOttAmt": 0.2, "noiseSample": "Staub", "noiseLowPassFreq": 5000, "noiseHighPassFreq": 100.5,
            "noiseVolume": -20, "reverbSample": "Dom", "reverbLowPassFreq": 3000, "reverbHighPassFreq": 50,
            "reverbVolume": -12.5, "masterOttAmt": 0.3, "masterDistAmt": 0.05, "masterLimiterAmt": 2,
        }  # fmt: skip
        sent.update(changes)
        return {field: value for field, value in sent.items() if value is not None or field == "kickId"}

    return make


@pytest.fixture
def kick_make() -> Callable[..., Kick]:
    """A kick as the kicks app keeps it, without the time that the model takes: half a second of a falling tone."""
    from klangwerk.sound import AudioBuffer
    from klangwerk.studio.kicks.models import Kick
    from klangwerk.studio.library.services import asset_commit, asset_stage

    time_s = np.arange(22_050) / 44_100
    tone = 0.8 * np.exp(-8 * time_s) * np.sin(2 * np.pi * (45 * time_s + 4 * (1 - np.exp(-30 * time_s))))

    def make(user: User, name: str = "AI: Burkhard", **fields: Any) -> Kick:
        sound = AudioBuffer(tone.astype(np.float32)[np.newaxis], 44_100)
        staged = asset_stage(owner_id=user.pk, kind="kick", source=sound, format="wav")
        return Kick.objects.create(
            owner=user, asset=asset_commit(staged), name=name, seed=1, latent=b"", model_name="m", model_version="1",
            params={"steps": 8, "cfg_scale": 1.4}, understood={"known": [], "mapped": [], "ignored": []}, **fields,
        )  # fmt: skip

    return make


@pytest.fixture
def preset_make() -> Callable[..., Preset]:
    """A row as it is in the database, whoever may make it there."""
    from klangwerk.studio.presets.models import Preset

    def make(user: User | None, name: str = "Mine", **fields: Any) -> Preset:
        if fields.get("kick") is None:
            fields.setdefault("kick_sample", "Bodo")
        init = {
            "noise_sample": "Atem",
            "reverb_sample": "Feder",
            **{name: found.default for name, found in RANGES.items()},
        }
        return Preset.objects.create(user=user, preset_name=name, **{**init, **fields})

    return make


@pytest.fixture
def factory(db: None) -> list[str]:
    """The names of the presets that come with Klangwerk, which a test before this one may have flushed away."""
    from django.apps import apps
    from django.db import connection

    migration = importlib.import_module("klangwerk.studio.presets.migrations.0002_factory_presets")
    migration.make(apps, SimpleNamespace(connection=connection))
    return list(migration.FACTORY)


@pytest.fixture
def names() -> Callable[[APIClient], list[str]]:
    """What a caller's list shows."""

    def found(api: APIClient) -> list[str]:
        return [preset["presetName"] for preset in api.get(f"{PRESETS}?limit=200").json()["results"]]

    return found
