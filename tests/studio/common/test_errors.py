"""Every exception has its answer."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation, ValidationError
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest
from django.test import Client
from django.urls import path
from rest_framework import exceptions as drf
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.test import APIClient
from rest_framework.views import APIView

from klangwerk.engines import contracts
from klangwerk.studio.common import error_codes, errors
from klangwerk.studio.common.exception_handler import api_error_of


def subclasses(root: type[Any]) -> list[type[Any]]:
    return [root, *(each for direct in root.__subclasses__() for each in subclasses(direct))]


CASES: list[tuple[Exception, int, str]] = [
    (errors.InvalidInput(fields={"a": ["b"]}), 400, "invalid_input"),
    (errors.LimitReached(), 400, "limit_reached"),
    (errors.NotSignedIn(), 401, "not_authenticated"),
    (errors.Forbidden(), 403, "permission_denied"),
    (errors.NotFound(), 404, "not_found"),
    (errors.Conflict(code="kick_in_use"), 409, "kick_in_use"),
    (errors.RateLimited(retry_after_s=1.2), 429, "rate_limited"),
    (errors.Unavailable(), 503, "unavailable"),
    (contracts.InvalidParams("Too long.", field="length_s"), 400, "invalid_input"),
    (contracts.InputUnusable("Silent.", peak=0), 400, "input_unusable"),
    (contracts.ModelError("Altered."), 503, "model_error"),
    (contracts.Cancelled(contracts.CancelReason.USER), 409, "cancelled"),
    (contracts.EngineError("Odd."), 500, "engine_error"),
    (drf.ValidationError({"length_s": ["x"]}), 400, "invalid_input"),
    (drf.ValidationError(["x"]), 400, "invalid_input"),
    (drf.ParseError(), 400, "malformed_request"),
    (drf.NotAuthenticated(), 401, "not_authenticated"),
    (drf.AuthenticationFailed(), 401, "invalid_token"),
    (drf.PermissionDenied(), 403, "permission_denied"),
    (drf.NotFound(), 404, "not_found"),
    (drf.MethodNotAllowed("PUT"), 405, "method_not_allowed"),
    (drf.NotAcceptable(), 406, "not_acceptable"),
    (drf.UnsupportedMediaType("text/plain"), 415, "unsupported_media_type"),
    (drf.Throttled(wait=3), 429, "rate_limited"),
    (Http404(), 404, "not_found"),
    (PermissionDenied(), 403, "permission_denied"),
    (ValidationError("x"), 400, "invalid_input"),
    (ValidationError({"length_s": "x"}), 400, "invalid_input"),
    (SuspiciousOperation(), 400, "malformed_request"),
    (OperationalError("database is locked"), 503, "unavailable"),
    (InterfaceError("connection is closed"), 503, "unavailable"),
]


@pytest.mark.parametrize(
    ("exception", "status", "code"), CASES, ids=lambda value: getattr(value, "code", None) or ""
)
def test_its_status_and_code(exception: Exception, status: int, code: str) -> None:
    error = api_error_of(exception)
    assert error is not None
    assert (error.status, error.code) == (status, code)
    assert json.loads(json.dumps(error.body())) == error.body()


@pytest.mark.parametrize("root", [contracts.EngineError, drf.APIException])
def test_every_engine_and_framework_error_is_covered(root: type[Any]) -> None:
    covered = {type(exception) for exception, _, _ in CASES}
    own = [
        each
        for each in subclasses(root)
        if each.__module__ in {root.__module__} and each is not drf.APIException
    ]
    assert [each for each in own if each not in covered] == []


def test_faults_of_ours_are_not_dressed_up() -> None:
    assert api_error_of(ValueError("x")) is None
    assert api_error_of(KeyError("x")) is None


def test_fields_are_named_as_the_client_names_them() -> None:
    found = api_error_of(contracts.InvalidParams("Too long.", field="length_s"))
    assert found is not None
    assert found.extra == {"fields": {"lengthS": ["Too long."]}, "field": "lengthS"}
    nested = api_error_of(drf.ValidationError({"outer_field": [{"inner_field": ["x"]}]}))
    assert nested is not None
    assert nested.extra == {"fields": {"outerField": [{"innerField": ["x"]}]}}


def test_waiting_times_are_whole_seconds_and_never_zero() -> None:
    assert errors.RateLimited(retry_after_s=0.1).headers == {"Retry-After": "1"}
    assert errors.RateLimited(retry_after_s=-5).headers == {"Retry-After": "1"}
    assert errors.Unavailable(retry_after_s=59.2).headers == {"Retry-After": "60"}


def test_codes_are_registered_once() -> None:
    assert error_codes.register("not_found", *error_codes.known()["not_found"]) == "not_found"
    with pytest.raises(ValueError, match="twice"):
        error_codes.register("not_found", 410, "gone")


class BrokenApi(APIView):
    authentication_classes = ()
    permission_classes = ()

    def get(self, request: Request) -> Response:
        raise ZeroDivisionError("a secret in a traceback")


def broken_page(request: HttpRequest) -> None:
    raise ZeroDivisionError("a secret in a traceback")


urlpatterns = [path("api/broken/", BrokenApi.as_view()), path("broken", broken_page)]
handler500 = "klangwerk.studio.common.error_pages.server_error"


@pytest.mark.urls(__name__)
@pytest.mark.parametrize("address", ["/api/broken/", "/broken"])
def test_a_fault_is_a_500_with_the_request_id_and_no_secret(address: str) -> None:
    client = (
        APIClient(raise_request_exception=False)
        if "api" in address
        else Client(raise_request_exception=False)
    )
    answer = client.get(address, headers={"x-request-id": "mine-1"})
    assert answer.status_code == 500
    body = answer.json()
    assert body["code"] == "internal_error"
    assert body["extra"] == {"requestId": "mine-1"}
    assert answer["X-Request-Id"] == "mine-1"
    assert "secret" not in answer.content.decode()
