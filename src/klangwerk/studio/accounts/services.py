"""Accounts, sign-in links and API keys: everything that writes them."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from klangwerk.studio.accounts import error_codes
from klangwerk.studio.accounts.models import ApiKey, SignInLink, User
from klangwerk.studio.common import signing
from klangwerk.studio.common.errors import InvalidInput, LimitReached

OWNER_NAME = "owner"
API_KEY_PREFIX = "kw_"
SIGN_IN_LINK_LIFETIME = timedelta(minutes=15)
API_KEYS_PER_USER_MAX = 50
LAST_USED_RESOLUTION = timedelta(minutes=1)  # a row is not rewritten on every request of a busy script


def user_prepare(*, username: str, password: str, email: str = "") -> User:
    """A user that may be saved: name, address and password are good. Raises InvalidInput."""
    user = User(username=User.normalize_username(username), email=User.objects.normalize_email(email))
    fields: dict[str, list[str]] = {}
    try:
        user.clean_fields(exclude=["password"])
    except ValidationError as error:
        fields.update(error.message_dict)
    try:
        validate_password(password, user)
    except ValidationError as error:
        fields["password"] = error.messages
    if fields:
        raise InvalidInput(fields=fields)
    user.set_password(password)
    return user


def user_create(*, user: User) -> User:
    """Save a prepared user. Raises InvalidInput when the name is taken."""
    try:
        with transaction.atomic():
            user.save(force_insert=True)
    except IntegrityError as error:
        raise InvalidInput(fields={"username": ["This name is taken. Choose another."]}) from error
    return user


def as_user(user: AbstractBaseUser) -> User:
    """Django's authenticate knows users by their base class only."""
    assert isinstance(user, User)
    return user


def owner_ensure() -> User:
    """The account of the person whose machine this is; made once, without a password."""
    owner = User.objects.filter(is_owner=True).first()
    if owner is not None:
        return owner
    for number in range(1, 100):
        name = OWNER_NAME if number == 1 else f"{OWNER_NAME}{number}"
        owner = User(username=name, unlimited=True, is_owner=True, is_staff=True, is_superuser=True)
        owner.set_unusable_password()
        try:
            with transaction.atomic():
                owner.save()
        except IntegrityError:
            # Either another process made the owner just now, or somebody registered under this name.
            made = User.objects.filter(is_owner=True).first()
            if made is not None:
                return made
        else:
            return owner
    raise RuntimeError("all names for the owner account are taken")


def sign_in_link_create(*, user: User, lifetime: timedelta = SIGN_IN_LINK_LIFETIME) -> str:
    """The token of a link `/sign-in/<token>/` that works once."""
    token = signing.token_make()
    now = timezone.now()
    SignInLink.objects.filter(expires_at__lt=now - timedelta(days=1)).delete()
    SignInLink.objects.create(user=user, token_hash=signing.token_hash(token), expires_at=now + lifetime)
    return token


def sign_in_link_consume(*, token: str) -> User | None:
    """The user whom the link signs in, or None when it is unknown, used or too old."""
    now = timezone.now()
    fresh = SignInLink.objects.filter(
        token_hash=signing.token_hash(token), used_at=None, expires_at__gt=now, user__is_active=True
    )
    link = fresh.select_related("user").first()
    if link is None or SignInLink.objects.filter(pk=link.pk, used_at=None).update(used_at=now) != 1:
        return None  # 0 rows: another request consumed it first
    return link.user


def api_key_create(*, user: User, name: str) -> tuple[ApiKey, str]:
    """The row, and the key itself, which nobody can show again. Raises LimitReached."""
    key = signing.token_make(API_KEY_PREFIX)
    with transaction.atomic():
        # To write the user's row is to hold its lock, on SQLite and PostgreSQL: what is counted now stays so until
        # the commit, however many requests come at once.
        User.objects.filter(pk=user.pk).update(is_active=F("is_active"))
        if ApiKey.objects.filter(user=user).count() >= API_KEYS_PER_USER_MAX:
            raise LimitReached(
                f"You have {API_KEYS_PER_USER_MAX} API keys. Revoke one first.", code=error_codes.KEYS_LIMIT
            )
        row = ApiKey.objects.create(user=user, name=name, prefix=key[:9], key_hash=signing.token_hash(key))
    return row, key


def api_key_delete(*, api_key: ApiKey) -> None:
    """Revoke a key; the next request with it is refused."""
    api_key.delete()


def api_key_use(*, key: str) -> ApiKey | None:
    """The row of a key whose user is active; notes when it was used."""
    found = (
        ApiKey.objects.select_related("user")
        .filter(key_hash=signing.token_hash(key), user__is_active=True)
        .first()
    )
    now = timezone.now()
    if found is not None and (found.last_used_at is None or now - found.last_used_at > LAST_USED_RESOLUTION):
        ApiKey.objects.filter(pk=found.pk).update(last_used_at=now)
    return found
