"""Reading accounts."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from klangwerk.studio.accounts import limits
from klangwerk.studio.accounts.models import ApiKey, User
from klangwerk.studio.common.errors import NotFound


def api_key_list(*, user: User) -> QuerySet[ApiKey]:
    """The user's keys, newest first."""
    return ApiKey.objects.filter(user=user)


def api_key_get(key_id: UUID, *, user: User) -> ApiKey:
    """One key of the user. Raises NotFound."""
    found = api_key_list(user=user).filter(pk=key_id).first()
    if found is None:
        raise NotFound
    return found


def me(user: User) -> dict[str, Any]:
    """The account and its limits."""
    return {
        "id": user.pk,
        "username": user.username,
        "email": user.email,
        "is_owner": user.is_owner,
        "is_staff": user.is_staff,
        "unlimited": user.unlimited,
        "multi_user": settings.KLANGWERK_MULTI_USER,
        "limits": limits.limits_of_user(user),
    }
