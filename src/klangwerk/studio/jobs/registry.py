"""The kinds of work there are. An app registers its kinds when it is ready; nothing heavy is imported for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from klangwerk.studio.jobs.lanes import Lane

if TYPE_CHECKING:
    from klangwerk.studio.jobs.context import JobContext, Outcome
    from klangwerk.studio.jobs.models import Job

Handler = Callable[["JobContext"], "Outcome"]
OnSettled = Callable[["Job"], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class JobKind:
    """What the workers know about one kind of work."""

    name: str
    handler: Handler
    lane: Lane
    max_attempts: int
    isolate: bool
    """Run each job in a child process: memory comes back for certain, cancel is certain even in native code, and a
    loop that keeps Python's lock holds up no other job of the worker."""
    title: str
    """What a person reads in the tray of running work when the job has no title of its own."""
    timeout_s: float | None
    on_settled: OnSettled | None
    """Runs in the transaction that fails or cancels a job (a refund, say). Must only touch the database."""
    warm_up: Callable[[], None] | None
    """Run once when a worker that serves the lane starts, before anybody waits."""


class UnknownKind(LookupError):
    """No app of this process registered this kind of work."""


_kinds: dict[str, JobKind] = {}


def job_kind(
    name: str,
    *,
    lane: str,
    max_attempts: int = 3,
    isolate: bool | None = None,
    title: str = "",
    timeout_s: float | None = None,
    on_settled: OnSettled | None = None,
    warm_up: Callable[[], None] | None = None,
) -> Callable[[Handler], Handler]:
    """Decorator: the function handles jobs of the kind `name`.

    Jobs of the heavy lane are always isolated; those of another lane only with `isolate=True`.
    Raises ValueError for a name that is taken, and for a heavy kind that does not want to be isolated.
    """
    if max_attempts < 1:
        raise ValueError(f"{name}: a job needs at least one attempt.")
    is_heavy = Lane(lane) is Lane.HEAVY
    if is_heavy and isolate is False:
        raise ValueError(f"{name}: a job of the heavy lane runs in a child process.")

    def register(handler: Handler) -> Handler:
        taken = _kinds.get(name)
        if taken is not None and taken.handler is not handler:
            raise ValueError(f"The job kind {name!r} is registered already.")
        _kinds[name] = JobKind(
            name=name,
            handler=handler,
            lane=Lane(lane),
            max_attempts=max_attempts,
            isolate=is_heavy or bool(isolate),
            title=title or name,
            timeout_s=timeout_s,
            on_settled=on_settled,
            warm_up=warm_up,
        )
        return handler

    return register


def get(name: str) -> JobKind:
    """Raises UnknownKind."""
    try:
        return _kinds[name]
    except KeyError:
        raise UnknownKind(f"There is no job kind {name!r} in this process.") from None


def kinds() -> tuple[JobKind, ...]:
    """All registered kinds, by name."""
    return tuple(_kinds[name] for name in sorted(_kinds))


def names(*, lane: str | None = None) -> tuple[str, ...]:
    """Names of all kinds, or of those in one lane."""
    return tuple(kind.name for kind in kinds() if lane is None or kind.lane == lane)
