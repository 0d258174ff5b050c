"""Users, keys and sign-ins in the Django admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from klangwerk.studio.accounts import rates
from klangwerk.studio.accounts.models import ApiKey, TokenFamily, User
from klangwerk.studio.common.admin import ReadOnlyAdmin
from klangwerk.studio.common.errors import RateLimited


class ThrottledSignInForm(AdminAuthenticationForm):
    """The admin's door has the same guard as the API's."""

    def clean(self) -> dict[str, Any]:
        """Count the attempt before looking at the password."""
        if self.request is not None:
            try:
                rates.sign_in_attempt(self.request, username=self.cleaned_data.get("username") or "")
            except RateLimited as error:
                raise ValidationError(error.message, code=error.code) from error
        return super().clean()


admin.site.login_form = ThrottledSignInForm
admin.site.site_header = admin.site.site_title = "Klangwerk"


@admin.register(User)
class UserAdmin(DjangoUserAdmin[User]):
    """Accounts; `unlimited` lifts all quotas."""

    list_display = ("username", "email", "unlimited", "is_staff", "is_active", "last_login")
    list_filter = ("unlimited", "is_staff", "is_active")
    fieldsets = (*(DjangoUserAdmin.fieldsets or ()), ("Klangwerk", {"fields": ("unlimited",)}))

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """What belongs to an account goes along: rows that nobody may delete by themselves do not keep it."""
        names, counts, _, protected = super().get_deleted_objects(objs, request)
        return names, counts, set(), protected


@admin.register(ApiKey)
class ApiKeyAdmin(ReadOnlyAdmin):
    """API keys. To delete one revokes it."""

    list_display = ("user", "name", "prefix", "created_at", "last_used_at")
    search_fields = ("user__username", "name", "prefix")
    exclude = ("key_hash",)


@admin.register(TokenFamily)
class TokenFamilyAdmin(ReadOnlyAdmin):
    """Sign-ins. To delete one signs that browser or script out."""

    list_display = ("user", "is_web", "created_at", "rotated_at", "expires_at", "revoked_at")
    list_filter = ("is_web",)
    exclude = ("current_jti", "previous_jti")
