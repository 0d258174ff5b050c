"""Many at once: the last free places, one track deleted by many."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.conf import LazySettings

from tests.studio.races import at_once

if TYPE_CHECKING:
    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.music.models import Track

pytestmark = pytest.mark.django_db(transaction=True)

PARALLEL = 14


def test_orders_at_the_last_free_places(
    alice: User, settings: LazySettings, track_make: Callable[..., Track]
) -> None:
    from klangwerk.studio.jobs.models import Job
    from klangwerk.studio.music.order import TrackOrder
    from klangwerk.studio.music.services import track_order

    settings.KLANGWERK_TRACKS_KEPT = 4
    track_make(alice)
    calls = [lambda: track_order(user=alice, order=TrackOrder(prompt="house", seed=1))] * PARALLEL
    assert at_once(calls) == {"done": 3, "tracks_kept_limit": 7, "rate_limited": PARALLEL - 10}
    assert Job.objects.filter(status="queued").count() == 3


def test_one_track_is_deleted_by_many(alice: User, track_make: Callable[..., Track]) -> None:
    """The mix and each of its stems at once: nothing is left, nobody meets a fault."""
    from klangwerk.studio.library import doctor
    from klangwerk.studio.library.models import Asset
    from klangwerk.studio.music.models import Generation, Track
    from klangwerk.studio.music.services import track_delete

    main = track_make(alice)
    tracks = [
        Track.objects.select_related("asset", "generation").get(pk=pk)
        for pk in [*Track.objects.filter(generation=main.generation).values_list("pk", flat=True)] * 2
    ]
    calls = [lambda track=track: track_delete(track=track, confirmed=True) for track in tracks]
    assert set(at_once(calls)) <= {"done", "not_found"}
    assert (Generation.objects.count(), Track.objects.count(), Asset.objects.count()) == (0, 0, 0)
    assert doctor.check() == []


def test_a_rename_meets_a_deletion(alice: User, track_make: Callable[..., Track]) -> None:
    from klangwerk.studio.music.models import Track
    from klangwerk.studio.music.services import track_delete, track_update

    for _ in range(3):
        main = track_make(alice)
        found = at_once(
            [
                lambda main=main: track_delete(track=main, confirmed=True),
                *[lambda main=main: track_update(track=main, name="Other")] * 4,
            ]
        )
        assert set(found) <= {"done", "not_found"}
        assert not Track.objects.exists()
