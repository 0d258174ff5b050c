"""Many at once: one name, one kick, the last free place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import LazySettings

from tests.studio.races import at_once

if TYPE_CHECKING:
    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.kicks.models import Kick
    from klangwerk.studio.presets.models import Preset
    from klangwerk.studio.presets.rack import Rack

pytestmark = pytest.mark.django_db(transaction=True)

PARALLEL = 20


def rack(kick: Kick | None = None) -> Rack:
    from klangwerk.engines.rack.params import RackParams
    from klangwerk.studio.presets.rack import Rack

    name = None if kick else "Otto"
    return Rack(params=RackParams(kick_sample=name, noise_sample="Staub", reverb_sample="Dom"), kick=kick)


def test_one_name_is_given_once(alice: User) -> None:
    from klangwerk.studio.presets.models import Preset
    from klangwerk.studio.presets.services import preset_create

    calls = [lambda: preset_create(user=alice, name="Wumms", rack=rack())] * PARALLEL
    assert at_once(calls) == {"done": 1, "preset_name_taken": PARALLEL - 1}
    assert Preset.objects.filter(user=alice).count() == 1


def test_presets_renamed_to_one_name(alice: User, preset_make: Callable[..., Preset]) -> None:
    from klangwerk.studio.presets.services import preset_update

    presets = [preset_make(alice, f"P {number}") for number in range(10)]
    calls = [
        lambda preset=preset: preset_update(user=alice, preset_id=preset.pk, name="Wumms", rack=rack())
        for preset in presets
    ]
    assert at_once(calls) == {"done": 1, "preset_name_taken": 9}


def test_the_unique_constraint_is_told_as_a_taken_name(
    alice: User, preset_make: Callable[..., Preset], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the lock it is the database that says no; the answer is the same."""
    from klangwerk.studio.kicks import ledger
    from klangwerk.studio.presets.services import preset_create

    monkeypatch.setattr(ledger, "lock", lambda user_id: None)
    calls = [lambda: preset_create(user=alice, name="Wumms", rack=rack())] * 8
    assert at_once(calls) == {"done": 1, "preset_name_taken": 7}


def test_the_last_free_places(alice: User, settings: LazySettings) -> None:
    from klangwerk.studio.presets.models import Preset
    from klangwerk.studio.presets.services import preset_create

    settings.KLANGWERK_PRESETS_KEPT = 5
    calls = [
        lambda number=number: preset_create(user=alice, name=f"P {number}", rack=rack())
        for number in range(PARALLEL)
    ]
    assert at_once(calls) == {"done": 5, "preset_kept_limit": PARALLEL - 5}
    assert Preset.objects.filter(user=alice).count() == 5


def test_a_kick_goes_while_presets_begin_to_use_it(
    alice: User, bob: User, kick_make: Callable[..., Kick]
) -> None:
    """Whoever is first: no preset is left with a kick that is gone, and none of Bob's is lost."""
    from klangwerk.studio.kicks.models import Kick
    from klangwerk.studio.kicks.services import kick_delete
    from klangwerk.studio.presets.models import Preset
    from klangwerk.studio.presets.services import preset_create

    for turn in range(3):
        kick = kick_make(alice, f"AI: {turn}")
        saves: list[Callable[[], Any]] = [
            lambda user=user, name=f"T {turn} {number}", kick=kick: preset_create(
                user=user, name=name, rack=rack(kick)
            )
            for number in range(5)
            for user in (alice, bob)
        ]
        found = at_once([*saves, lambda kick=kick: kick_delete(kick=kick, confirmed=True)])
        assert set(found) <= {"done", "invalid_input"}, found
        assert not Kick.objects.filter(pk=kick.pk).exists()
        rows = Preset.objects.filter(user__isnull=False)
        assert all(row.kick_id is None and row.kick_sample == "Otto" for row in rows)
        mine, theirs = rows.filter(user=alice).count(), rows.filter(user=bob).count()
        assert (mine, theirs) == (0, found["done"] - 1 - mine) or mine == 0
        Preset.objects.filter(user__isnull=False).delete()


def test_a_preset_changed_and_shared_at_once(alice: User, preset_make: Callable[..., Preset]) -> None:
    from klangwerk.studio.presets.services import preset_delete, preset_update
    from klangwerk.studio.presets.sharing import presets_share

    for turn in range(5):
        preset = preset_make(alice, f"P {turn}")
        calls: list[Callable[[], Any]] = [
            lambda preset=preset: presets_share(presets=[preset], shared=True),
            lambda preset=preset: preset_update(user=alice, preset_id=preset.pk, name="Q", rack=rack()),
            lambda preset=preset: preset_delete(user=alice, preset_id=preset.pk),
        ]
        assert set(at_once(calls)) <= {"done", "preset_shared", "not_found", "preset_name_taken"}


def test_bounces_ordered_at_the_last_free_place(alice: User, settings: LazySettings) -> None:
    from klangwerk.engines.rack.params import BounceParams
    from klangwerk.studio.jobs.models import Job
    from klangwerk.studio.presets.bounce_services import bounce_order
    from klangwerk.studio.presets.order import FileForm

    settings.KLANGWERK_BOUNCES_KEPT = 3
    calls = [
        lambda: bounce_order(user=alice, name="x", rack=rack(), bounce=BounceParams(), form=FileForm())
    ] * PARALLEL
    assert at_once(calls) == {"done": 3, "bounce_kept_limit": 7, "rate_limited": PARALLEL - 10}
    assert Job.objects.count() == 3
