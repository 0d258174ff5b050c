"""What each account may use: apps above contribute a part each, so that accounts knows none of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from klangwerk.studio.accounts.models import User

LimitsOf = Callable[[User], Mapping[str, Any]]

_registered: dict[str, LimitsOf] = {}


def register(name: str, limits_of: LimitsOf) -> None:
    """Called from an app's `ready`: `/api/me/` then has `limits.<name>`."""
    _registered[name] = limits_of


def limits_of_user(user: User) -> dict[str, dict[str, Any]]:
    """All limits of one user, by app."""
    return {name: dict(limits_of(user)) for name, limits_of in sorted(_registered.items())}
