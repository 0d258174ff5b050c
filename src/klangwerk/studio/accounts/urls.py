"""Addresses of the accounts app."""

from __future__ import annotations

from django.urls import URLPattern

from klangwerk.studio.accounts import apis, openapi, pages  # noqa: F401  openapi registers by being imported
from klangwerk.studio.common.urls import path_both

urlpatterns: list[URLPattern] = [
    *path_both("api/register/", apis.RegisterApi.as_view(), name="register"),
    *path_both("api/token/", apis.TokenApi.as_view(), name="token"),
    *path_both("api/token/refresh/", apis.TokenRefreshApi.as_view(), name="token-refresh"),
    *path_both("api/token/revoke/", apis.TokenRevokeApi.as_view(), name="token-revoke"),
    *path_both("api/me/", apis.MeApi.as_view(), name="me"),
    *path_both("api/keys/", apis.ApiKeyListApi.as_view(), name="keys"),
    *path_both("api/keys/<uuid:key_id>/", apis.ApiKeyDetailApi.as_view(), name="key"),
    *path_both("sign-in/<str:token>/", pages.sign_in_link, name="sign-in-link"),
]
