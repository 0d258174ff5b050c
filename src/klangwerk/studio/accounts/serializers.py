"""What goes in and out of the accounts endpoints; an input and an output are never one class."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from klangwerk.studio.accounts.models import ApiKey, User

PASSWORD_CHARACTERS_MAX = 256


class RegisterInput(serializers.Serializer[Any]):
    """A new account."""

    username = serializers.CharField(max_length=150)
    email = serializers.EmailField(required=False, allow_blank=True, default="", max_length=254)
    password = serializers.CharField(
        min_length=8,
        max_length=PASSWORD_CHARACTERS_MAX,
        trim_whitespace=False,
        style={"input_type": "password"},
    )


class RegisterOutput(serializers.ModelSerializer[User]):
    """The account that was made."""

    email = serializers.CharField(read_only=True, help_text="Empty when none was given.")

    class Meta:
        model = User
        fields = ("id", "username", "email")
        read_only_fields = fields


class SignInInput(serializers.Serializer[Any]):
    """User name and password."""

    username = serializers.CharField(max_length=150)
    password = serializers.CharField(
        max_length=PASSWORD_CHARACTERS_MAX, trim_whitespace=False, style={"input_type": "password"}
    )


class RefreshInput(serializers.Serializer[Any]):
    """The refresh token; the web app leaves it out, its token is in a cookie."""

    refresh = serializers.CharField(max_length=4096, required=False)


class TokenOutput(serializers.Serializer[Any]):
    """A token pair."""

    access = serializers.CharField(help_text="Send it as `Authorization: Bearer …`; good for ten minutes.")
    refresh = serializers.CharField(
        required=False, help_text="Good once, for 30 days. Absent for the web app, which gets it as a cookie."
    )


class ApiKeyInput(serializers.Serializer[Any]):
    """A new key."""

    name = serializers.CharField(max_length=64, help_text="What the key is for.")


class ApiKeyOutput(serializers.ModelSerializer[ApiKey]):
    """A key as it is listed."""

    class Meta:
        model = ApiKey
        fields = ("id", "name", "prefix", "created_at", "last_used_at")
        read_only_fields = fields


class ApiKeyMadeOutput(ApiKeyOutput):
    """A key just made: the only time that the key itself is shown."""

    key = serializers.CharField(read_only=True)

    class Meta(ApiKeyOutput.Meta):
        fields = (*ApiKeyOutput.Meta.fields, "key")  # type: ignore[assignment]
        read_only_fields = fields  # type: ignore[assignment]


class MeOutput(serializers.Serializer[Any]):
    """The account that asks."""

    id = serializers.IntegerField()
    username = serializers.CharField()
    email = serializers.CharField(help_text="Empty when none was given.")
    is_owner = serializers.BooleanField(help_text="The owner of the machine that the server runs on.")
    is_staff = serializers.BooleanField(help_text="May use /admin/.")
    unlimited = serializers.BooleanField(help_text="No quotas apply.")
    multi_user = serializers.BooleanField(help_text="Anybody may register on this server.")
    limits = serializers.DictField(
        child=serializers.DictField(), help_text="By app, e.g. `kicks`; null stands for unlimited."
    )
