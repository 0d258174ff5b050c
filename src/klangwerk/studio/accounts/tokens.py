"""Access and refresh tokens: rotation, and what happens when a used one comes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from rest_framework_simplejwt.exceptions import TokenError
from rest_framework_simplejwt.settings import api_settings
from rest_framework_simplejwt.tokens import AccessToken, RefreshToken
from rest_framework_simplejwt.utils import get_md5_hash_password

from klangwerk.studio.accounts.models import TokenFamily, User
from klangwerk.studio.common.errors import NotSignedIn

FAMILY_CLAIM = "fam"
REFRESH_LIFETIME: timedelta = settings.SIMPLE_JWT["REFRESH_TOKEN_LIFETIME"]  # type: ignore[assignment]
# A page that is reloaded in the middle of a refresh never sees the new cookie and sends the old one again; two tabs
# that wake together send the same one. For so long the answer is repeated instead of taken for theft. Browsers only.
WEB_REPLAY_GRACE = timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class TokenPair:
    """What a sign-in or a refresh gives."""

    access: str
    refresh: str
    expires_at: datetime  # of the refresh token


def access_token_create(*, user: User) -> str:
    """A token of ten minutes for `Authorization: Bearer`."""
    return str(AccessToken.for_user(user))


def sign_in(*, user: User, is_web: bool) -> TokenPair:
    """Begin a family of refresh tokens."""
    now = timezone.now()
    TokenFamily.objects.filter(expires_at__lt=now).delete()
    expires_at = now + REFRESH_LIFETIME
    family = TokenFamily.objects.create(
        user=user, current_jti=uuid4().hex, is_web=is_web, rotated_at=now, expires_at=expires_at
    )
    User.objects.filter(pk=user.pk).update(last_login=now)
    return _pair(family)


def refresh(*, token: str, is_web: bool) -> TokenPair:
    """The next pair. Raises NotSignedIn; a token that was used before ends its whole family."""
    family_id, jti = _read(token, is_web=is_web)
    now = timezone.now()
    fresh_jti = uuid4().hex
    expires_at = now + REFRESH_LIFETIME
    # One statement decides who wins when two requests bring the same token.
    won = TokenFamily.objects.filter(
        pk=family_id, current_jti=jti, revoked_at=None, is_web=is_web, expires_at__gt=now
    ).update(current_jti=fresh_jti, previous_jti=jti, rotated_at=now, expires_at=expires_at)
    family = TokenFamily.objects.select_related("user").filter(pk=family_id, is_web=is_web).first()
    if family is None or family.revoked_at is not None or family.expires_at <= now:
        raise NotSignedIn("You were signed out. Sign in again.", code="token_revoked")
    if not won and not (is_web and jti == family.previous_jti and now - family.rotated_at < WEB_REPLAY_GRACE):
        TokenFamily.objects.filter(pk=family_id, revoked_at=None).update(revoked_at=now)
        raise NotSignedIn(
            "This refresh token was used before, so it may have been stolen. Sign in again.",
            code="token_reused",
        )
    if not _still_good(family.user, token):
        family_revoke(family_id=family_id)
        raise NotSignedIn(
            "The account was closed, or its password changed. Sign in again.", code="token_revoked"
        )
    return _pair(family)


def sign_out(*, token: str, is_web: bool) -> None:
    """End the family of the token. A token that is no good has nothing to end."""
    try:
        family_id, _ = _read(token, is_web=is_web)
    except NotSignedIn:
        return
    family_revoke(family_id=family_id)


def family_revoke(*, family_id: UUID) -> None:
    """No refresh token of the family works any more."""
    with transaction.atomic():
        TokenFamily.objects.filter(pk=family_id, revoked_at=None).update(revoked_at=timezone.now())


def _pair(family: TokenFamily) -> TokenPair:
    refresh_token: RefreshToken = RefreshToken.for_user(family.user)
    refresh_token[FAMILY_CLAIM] = family.pk.hex
    refresh_token["jti"] = family.current_jti
    return TokenPair(
        access=access_token_create(user=family.user), refresh=str(refresh_token), expires_at=family.expires_at
    )


def _decoded(token: str) -> RefreshToken:
    try:
        return RefreshToken(token)  # type: ignore[arg-type]  # its annotation says Token, its code takes the text
    except (TokenError, ValueError, UnicodeError) as error:
        raise NotSignedIn(
            "The refresh token is not good, or too old. Sign in again.", code="invalid_token"
        ) from error


def _read(token: str, *, is_web: bool) -> tuple[UUID, str]:
    decoded = _decoded(token)
    try:
        return UUID(str(decoded.get(FAMILY_CLAIM))), str(decoded["jti"])
    except (ValueError, KeyError) as error:
        raise NotSignedIn("The refresh token is not good. Sign in again.", code="invalid_token") from error


def _still_good(user: User, token: str) -> bool:
    fingerprint = _decoded(token).get(str(api_settings.REVOKE_TOKEN_CLAIM))
    return user.is_active and fingerprint == get_md5_hash_password(user.password)
