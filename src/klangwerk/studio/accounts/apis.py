"""Endpoints of accounts: parse, call a service, answer."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import authenticate
from django.contrib.auth import logout as django_logout
from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.generics import ListAPIView
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from klangwerk.studio.accounts import (
    error_codes,
    rates,
    selectors,
    serializers,
    services,
    tokens,
    web_session,
)
from klangwerk.studio.accounts.authentication import signed_in_user
from klangwerk.studio.accounts.models import ApiKey
from klangwerk.studio.common.errors import Forbidden, InvalidInput, NotSignedIn
from klangwerk.studio.common.openapi import errors
from klangwerk.studio.common.pagination import LIMIT_OFFSET_PARAMETERS

CLIENT_PARAMETER = OpenApiParameter(
    web_session.CLIENT_HEADER,
    location=OpenApiParameter.HEADER,
    description="`web`: the refresh token is kept in an HttpOnly cookie and not in the body.",
)


class OpenApi(APIView):
    """Base of endpoints that need no credentials; bad ones do not disturb them."""

    authentication_classes = ()
    permission_classes = (AllowAny,)


class RegisterApi(OpenApi):
    """Makes accounts, where the server is for several people."""

    @extend_schema(
        tags=["accounts"],
        operation_id="register",
        request=serializers.RegisterInput,
        responses={201: serializers.RegisterOutput},
    )
    @errors(error_codes.REGISTRATION_CLOSED, "rate_limited")
    def post(self, request: Request) -> Response:
        """Make an account."""
        if not settings.KLANGWERK_MULTI_USER:
            raise Forbidden(
                "This server makes no new accounts. Its owner can allow them with KLANGWERK_MULTI_USER=true.",
                code=error_codes.REGISTRATION_CLOSED,
            )
        given = serializers.RegisterInput(data=request.data)
        given.is_valid(raise_exception=True)
        user = services.user_prepare(**given.validated_data)
        # Counted after the cheap checks, so that a mistyped password costs nobody an hour, but before the one that
        # tells which names exist.
        rates.register_attempt(request)
        services.user_create(user=user)
        return Response(serializers.RegisterOutput(user).data, status=201)


class TokenApi(OpenApi):
    """Signs in by name and password."""

    @extend_schema(
        tags=["accounts"],
        operation_id="token_create",
        parameters=[CLIENT_PARAMETER],
        request=serializers.SignInInput,
        responses={200: serializers.TokenOutput},
    )
    @errors(error_codes.INVALID_CREDENTIALS, "permission_denied", "rate_limited")
    def post(self, request: Request) -> Response:
        """Sign in: an access token of ten minutes, and a refresh token."""
        given = serializers.SignInInput(data=request.data)
        given.is_valid(raise_exception=True)
        rates.sign_in_attempt(request, username=given.validated_data["username"])
        user = authenticate(request, **given.validated_data)
        if user is None:
            raise NotSignedIn("User name or password is wrong.", code=error_codes.INVALID_CREDENTIALS)
        is_web = web_session.is_web(request)
        return _pair_response(
            request, tokens.sign_in(user=services.as_user(user), is_web=is_web), is_web=is_web
        )


class TokenRefreshApi(OpenApi):
    """Turns a refresh token into the next pair."""

    @extend_schema(
        tags=["accounts"],
        operation_id="token_refresh",
        parameters=[CLIENT_PARAMETER],
        request=serializers.RefreshInput,
        responses={200: serializers.TokenOutput},
    )
    @errors(
        "not_authenticated",
        "invalid_token",
        error_codes.TOKEN_REUSED,
        error_codes.TOKEN_REVOKED,
        "permission_denied",
    )
    def post(self, request: Request) -> Response:
        """Refresh. The token that was sent is then used up; to use it again ends the whole sign-in."""
        is_web = web_session.is_web(request)
        pair = tokens.refresh(token=_refresh_token(request, is_web=is_web), is_web=is_web)
        return _pair_response(request, pair, is_web=is_web)


class TokenRevokeApi(OpenApi):
    """Signs out."""

    @extend_schema(
        tags=["accounts"],
        operation_id="token_revoke",
        parameters=[CLIENT_PARAMETER],
        request=serializers.RefreshInput,
        responses={204: None},
    )
    @errors("not_authenticated", "permission_denied")
    def post(self, request: Request) -> Response:
        """Sign out: no refresh token of this sign-in works any more."""
        is_web = web_session.is_web(request)
        response = Response(status=204)
        tokens.sign_out(token=_refresh_token(request, is_web=is_web), is_web=is_web)
        if is_web:
            web_session.cookie_clear(response)
            django_logout(request._request)  # staff who came by a sign-in link are signed in to /admin/ too
        return response


class MeApi(APIView):
    """The account that asks."""

    @extend_schema(tags=["accounts"], operation_id="me", responses=serializers.MeOutput)
    def get(self, request: Request) -> Response:
        """The account, its limits and what is left of them."""
        return Response(serializers.MeOutput(selectors.me(signed_in_user(request))).data)


class ApiKeyListApi(ListAPIView[ApiKey]):
    """The account's API keys."""

    serializer_class = serializers.ApiKeyOutput
    queryset = ApiKey.objects.none()  # for the schema; see `get_queryset`

    @extend_schema(
        tags=["accounts"],
        operation_id="keys_list",
        parameters=LIMIT_OFFSET_PARAMETERS,
    )
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """All keys, newest first."""
        return self.list(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[ApiKey]:
        """Only the caller's."""
        return selectors.api_key_list(user=signed_in_user(self.request))

    @extend_schema(
        tags=["accounts"],
        operation_id="keys_create",
        request=serializers.ApiKeyInput,
        responses={201: serializers.ApiKeyMadeOutput},
    )
    @errors(error_codes.BEARER_REQUIRED, error_codes.KEYS_LIMIT)
    def post(self, request: Request) -> Response:
        """Make a key. The answer shows it for the only time."""
        _refuse_api_key(request)
        given = serializers.ApiKeyInput(data=request.data)
        given.is_valid(raise_exception=True)
        row, key = services.api_key_create(user=signed_in_user(request), **given.validated_data)
        return Response({**serializers.ApiKeyOutput(row).data, "key": key}, status=201)


class ApiKeyDetailApi(APIView):
    """One API key."""

    @extend_schema(tags=["accounts"], operation_id="keys_delete", responses={204: None})
    @errors(error_codes.BEARER_REQUIRED)
    def delete(self, request: Request, key_id: UUID) -> Response:
        """Revoke the key."""
        _refuse_api_key(request)
        services.api_key_delete(api_key=selectors.api_key_get(key_id, user=signed_in_user(request)))
        return Response(status=204)


def _refuse_api_key(request: Request) -> None:
    """A key that leaked must not be able to outlive its revocation by making another."""
    if isinstance(request.auth, ApiKey):
        raise Forbidden(
            "API keys are made and revoked by a signed-in person: send Authorization: Bearer in place of X-API-Key.",
            code=error_codes.BEARER_REQUIRED,
        )


def _refresh_token(request: Request, *, is_web: bool) -> str:
    if is_web:
        token = web_session.cookie_token(request)
        if token is None:
            raise NotSignedIn("This browser is not signed in.")
        return token
    given = serializers.RefreshInput(data=request.data)
    given.is_valid(raise_exception=True)
    token = given.validated_data.get("refresh")
    if token is None:
        raise InvalidInput(fields={"refresh": ["This field is required."]})
    return str(token)


def _pair_response(request: Request, pair: tokens.TokenPair, *, is_web: bool) -> Response:
    body: dict[str, Any] = {"access": pair.access}
    if not is_web:
        body["refresh"] = pair.refresh
    response = Response(body)
    if is_web:
        web_session.cookie_set(response, pair, request=request)
    return response
