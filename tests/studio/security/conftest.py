"""What an attacker would want: Alice's things, and all that the server says and logs meanwhile."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import LazySettings

from klangwerk.engines.rack.params import RANGES
from klangwerk.studio.config.storage import LocalStore

if TYPE_CHECKING:
    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.kicks.models import Kick
    from klangwerk.studio.music.models import Track
    from klangwerk.studio.presets.models import Bounce, Preset


@pytest.fixture(autouse=True)
def media_root(tmp_path: Path, settings: LazySettings) -> Path:
    """Where the files of this test lie."""
    settings.KLANGWERK_STORAGE = LocalStore(root=tmp_path / "files")
    return tmp_path / "files"


@pytest.fixture
def kick(alice: User) -> Kick:
    """A kick of Alice's, the whole way through job and engine."""
    from klangwerk.studio.jobs.worker.inline import run_queued
    from klangwerk.studio.kicks.models import Kick
    from klangwerk.studio.kicks.order import KickOrder
    from klangwerk.studio.kicks.services import kick_order

    kick_order(user=alice, order=KickOrder(seed=1, prompt="deep house"))
    run_queued()
    return Kick.objects.select_related("asset").get(owner=alice)


@pytest.fixture
def things(alice: User, kick: Kick, track_make: Callable[..., Track]) -> dict[str, Any]:
    """One of everything that Alice can have, by the name that addresses have for its id."""
    from klangwerk.studio.accounts.services import api_key_create
    from klangwerk.studio.kicks.order import KickOrder
    from klangwerk.studio.kicks.services import kick_order
    from klangwerk.studio.timeline.content import NEW, Content
    from klangwerk.studio.timeline.services import project_create

    preset, track = preset_of(alice), track_make(alice, "Secret song", prompt="Secret words")
    return {
        "track_id": track.pk,
        "task_id": track.generation_id,
        "asset_id": track.asset_id,
        "project_id": project_create(user=alice, content=Content(**{**NEW, "name": "Secret set"})).pk,
        "kick_id": kick.pk,
        "preset_id": preset.pk,
        "bounce_id": bounce_of(preset).pk,
        "job_id": kick_order(user=alice, order=KickOrder(seed=2)).job.pk,  # still queued
        "key_id": api_key_create(user=alice, name="Alice's script")[0].pk,
    }


def preset_of(user: User) -> Preset:
    """A preset of the user's."""
    from klangwerk.studio.presets.models import Preset

    init = {name: found.default for name, found in RANGES.items()}
    sounds = {"kick_sample": "Otto", "noise_sample": "Staub", "reverb_sample": "Dom"}
    return Preset.objects.create(user=user, preset_name="Secret cellar", **{**init, **sounds, "bpm": 365})


def bounce_of(preset: Preset) -> Bounce:
    """A bar of the preset, the whole way through job and engine."""
    from klangwerk.engines.rack.params import BounceParams
    from klangwerk.studio.jobs.worker.inline import run_queued
    from klangwerk.studio.presets.bounce_services import bounce_order
    from klangwerk.studio.presets.models import Bounce
    from klangwerk.studio.presets.order import FileForm
    from klangwerk.studio.presets.rack import rack_of

    assert preset.user is not None
    bounce_order(
        user=preset.user, name="Secret loop", rack=rack_of(preset), bounce=BounceParams(bars=1),
        form=FileForm(stems=True),
    )  # fmt: skip
    run_queued()
    return Bounce.objects.get(owner=preset.user)


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """Everything that is logged, at the most talkative level, as a console shows it."""
    from klangwerk.studio.common.logging import ConsoleFormatter, ContextFilter

    text = io.StringIO()
    handler = logging.StreamHandler(text)
    handler.setFormatter(ConsoleFormatter())
    handler.addFilter(ContextFilter())
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield text
    root.setLevel(before)
    root.removeHandler(handler)
