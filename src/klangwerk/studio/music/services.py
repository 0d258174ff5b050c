"""What is done with tracks: order one, change one, delete one."""

from __future__ import annotations

from django.db import transaction

from klangwerk.studio.accounts.limits import count_attempt
from klangwerk.studio.accounts.models import User
from klangwerk.studio.common.errors import Conflict, NotFound
from klangwerk.studio.jobs.models import Job
from klangwerk.studio.jobs.services import job_create
from klangwerk.studio.kicks import ledger
from klangwerk.studio.library.services import asset_delete
from klangwerk.studio.music import allowance, codes, usage
from klangwerk.studio.music.allowance import TRACK_GENERATE
from klangwerk.studio.music.models import Track, TrackType
from klangwerk.studio.music.order import TrackOrder
from klangwerk.studio.music.storing import search_text

_NAMED_IN_MESSAGE = 3


def track_order(*, user: User, order: TrackOrder) -> Job:
    """Queue a track. Raises InvalidParams, RateLimited, LimitReached."""
    _check(order)
    count_attempt(user, allowance.GENERATIONS)
    with transaction.atomic():
        ledger.lock(user.pk)
        allowance.check_kept(user)
        title = " ".join(order.prompt.split())
        return job_create(owner=user, kind=TRACK_GENERATE, params=order.to_job_params(), title=title)


def track_update(*, track: Track, name: str | None = None, is_favourite: bool | None = None) -> Track:
    """Rename, mark or unmark. Raises NotFound."""
    if name is not None:
        track.name, track.search_text = name, search_text(name, track.generation)
    if is_favourite is not None:
        track.is_favourite = is_favourite
    if name is None and is_favourite is None:
        return track
    # Only what was sent: another tab may have changed the rest meanwhile. And not `save`, which takes a row that was
    # deleted meanwhile for a fault of the database.
    changes: dict[str, object] = {} if name is None else {"name": name, "search_text": track.search_text}
    if is_favourite is not None:
        changes["is_favourite"] = is_favourite
    if not Track.objects.filter(pk=track.pk).update(**changes):
        raise NotFound("This track was deleted meanwhile.")
    return track


def track_delete(*, track: Track, confirmed: bool) -> None:
    """Delete a track and its file; a main track takes its stems and its generation along.

    Raises Conflict when projects use one of them and nobody confirmed, NotFound.
    """
    with transaction.atomic():
        ledger.lock(track.owner_id)  # nobody begins to use it while we look
        with_it = {"generation_id": track.generation_id} if track.type == TrackType.MAIN else {"pk": track.pk}
        going = list(Track.objects.filter(**with_it))
        if track not in going:
            raise NotFound("This track was deleted meanwhile.")
        if not confirmed:
            _check_unused(going)
        if track.type == TrackType.MAIN:
            track.generation.delete()
        else:
            asset_delete(asset=track.asset)  # takes the track with it


def _check(order: TrackOrder) -> None:
    """What is wrong is refused now, not in the job. Raises InvalidParams."""
    from klangwerk.engines.composer.prompt.reading import read

    read(order.engine_params(), seed=order.seed)


def _check_unused(tracks: list[Track]) -> None:
    uses = usage.uses_of(tracks)
    if not uses:
        return
    names = [f"“{use.name}”" for use in uses if isinstance(use, usage.Use)]
    more = len(names) - _NAMED_IN_MESSAGE
    listed = ", ".join(names[:_NAMED_IN_MESSAGE]) + (f" and {more} more" if more > 0 else "")
    raise Conflict(
        f"This is used in {listed}, where its clips would fall silent. Delete it all the same with ?confirm=true.",
        code=codes.IN_USE,
        extra=usage.extra_of(uses),
    )
