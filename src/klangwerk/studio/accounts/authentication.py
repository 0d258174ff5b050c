"""Who sends a request: a bearer token or an API key."""

from __future__ import annotations

from typing import Any

from rest_framework.authentication import BaseAuthentication
from rest_framework.request import Request
from rest_framework_simplejwt.authentication import JWTAuthentication
from rest_framework_simplejwt.exceptions import AuthenticationFailed, InvalidToken

from klangwerk.studio.accounts import services
from klangwerk.studio.accounts.models import ApiKey, User
from klangwerk.studio.common.errors import NotSignedIn


class BearerAuthentication(JWTAuthentication):
    """`Authorization: Bearer <access token>`."""

    def authenticate(self, request: Request) -> tuple[Any, Any] | None:
        """The user of the token; None when there is none. Raises NotSignedIn."""
        try:
            return super().authenticate(request)
        except (InvalidToken, AuthenticationFailed, ValueError, UnicodeError) as error:
            raise NotSignedIn(
                "The access token is not good, or no longer. Refresh it.", code="invalid_token"
            ) from error


class ApiKeyAuthentication(BaseAuthentication):
    """`X-API-Key: kw_…`."""

    def authenticate(self, request: Request) -> tuple[User, ApiKey] | None:
        """The user of the key; None when there is none. Raises NotSignedIn."""
        key = request.headers.get("X-API-Key")
        if key is None:
            return None
        found = services.api_key_use(key=key)
        if found is None:
            raise NotSignedIn("The API key is not known, or was revoked.", code="invalid_api_key")
        return found.user, found

    def authenticate_header(self, request: Request) -> str:
        """What makes DRF answer 401 and not 403."""
        return 'Bearer realm="api"'


def signed_in_user(request: Request) -> User:
    """The user of a request that permissions have let through."""
    if not isinstance(request.user, User):
        raise NotSignedIn
    return request.user
