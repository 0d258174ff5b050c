"""What each account may use: apps above say what of, so that accounts knows none of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from klangwerk.studio.accounts.models import User
from klangwerk.studio.common.errors import LimitReached
from klangwerk.studio.common.throttling import Rate, throttle_hit

LimitsOf = Callable[[User], Mapping[str, Any]]

_registered: dict[str, LimitsOf] = {}


def register(name: str, limits_of: LimitsOf) -> None:
    """Called from an app's `ready`: `/api/me/` then has `limits.<name>`."""
    _registered[name] = limits_of


def limits_of_user(user: User) -> dict[str, dict[str, Any]]:
    """All limits of one user, by app."""
    return {name: dict(limits_of(user)) for name, limits_of in sorted(_registered.items())}


def check_kept_limit(
    user: User, *, kept: int, limit: int, things: str, code: str, to: str = "make more"
) -> None:
    """Whether the user, who keeps so many things, may keep one more; count and call it under one lock.

    Raises LimitReached with a sentence that says what to delete some for: `to`.
    """
    if not user.unlimited and kept >= limit:
        raise LimitReached(
            f"You keep {limit} {things} already, which is the limit. Delete some to {to}.",
            code=code,
            extra={"keptLimit": limit},
        )


def count_attempt(user: User, rate: Rate) -> None:
    """Count one attempt against a rate, which the owner of the machine does not have. Raises RateLimited."""
    if not user.unlimited:
        throttle_hit(rate, who=str(user.pk))
