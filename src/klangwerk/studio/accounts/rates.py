"""How often one caller may try to get in."""

from __future__ import annotations

from django.http import HttpRequest

from klangwerk.studio.common.throttling import Rate, client_address, throttle_hit

REGISTER = Rate(scope="register", limit=5, period_s=3600)
SIGN_IN_ADDRESS = Rate(scope="sign-in address", limit=10, period_s=60)
SIGN_IN_NAME = Rate(scope="sign-in name", limit=10, period_s=60)


def register_attempt(request: HttpRequest) -> None:
    """Count an attempt to register. Raises RateLimited."""
    throttle_hit(REGISTER, who=client_address(request))


def sign_in_attempt(request: HttpRequest, *, username: str) -> None:
    """Count an attempt to sign in, by address and by name: one guards against many names tried from one place,
    the other against one name tried from many. Raises RateLimited.
    """
    throttle_hit(SIGN_IN_ADDRESS, who=client_address(request))
    throttle_hit(SIGN_IN_NAME, who=username.casefold())
