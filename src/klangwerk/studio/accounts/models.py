"""Users and the ways in which they prove who they are."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser
from django.contrib.auth.models import UserManager as DjangoUserManager
from django.db import models
from django.db.models import Value
from django.db.models.functions import Lower
from django.db.models.lookups import Exact

from klangwerk.studio.common.models import UuidModel


class UserManager(DjangoUserManager["User"]):
    """Finds users by name without regard to upper and lower case."""

    def get_by_natural_key(self, username: str | None) -> User:
        """Used by sign-in: Alice may also write alice.

        By the rule of the unique constraint. `iexact` has another on PostgreSQL: it finds "alıce" (a dotless i) for
        "alice" as well, so that whoever registered the one could keep the other from signing in.
        """
        return self.get(Exact(Lower("username"), Lower(Value(username))))


class User(AbstractUser):
    """A person with an account."""

    email = models.EmailField("email address", blank=True)
    unlimited = models.BooleanField(
        default=False, help_text="Owner of this machine: no quotas apply to this account."
    )
    is_owner = models.BooleanField(
        default=False,
        editable=False,
        help_text="The account that `klangwerk studio` made on a person's own machine.",
    )

    objects: ClassVar[UserManager] = UserManager()

    class Meta(AbstractUser.Meta):
        constraints = [
            models.UniqueConstraint(Lower("username"), name="accounts_user_name_any_case"),
            # Two processes that start at once must not make two owners.
            models.UniqueConstraint(
                fields=["is_owner"], condition=models.Q(is_owner=True), name="accounts_user_one_owner"
            ),
        ]


class TokenFamily(UuidModel):
    """One sign-in and all refresh tokens that descend from it; exactly one of them is good at a time."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="token_families")
    current_jti = models.CharField(max_length=32)
    previous_jti = models.CharField(max_length=32, blank=True)
    is_web = models.BooleanField(default=False, help_text="The token lives in a browser's cookie.")
    created_at = models.DateTimeField(auto_now_add=True)
    rotated_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "token families"

    def __str__(self) -> str:
        return f"{self.user} since {self.created_at:%Y-%m-%d %H:%M}"


class SignInLink(UuidModel):
    """A link that signs its bearer in, once. Only the hash of its token is stored."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="sign_in_links")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(db_index=True)
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"link for {self.user} until {self.expires_at:%Y-%m-%d %H:%M}"


class ApiKey(UuidModel):
    """A key for scripts. Shown once; only its hash is stored."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="api_keys")
    name = models.CharField(max_length=64)
    prefix = models.CharField(max_length=12, help_text="The first characters, to tell keys apart.")
    key_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    last_used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "API key"
        ordering: ClassVar[Any] = ["-created_at", "-id"]

    def __str__(self) -> str:
        return f"{self.name} ({self.prefix}…)"
