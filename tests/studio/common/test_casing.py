"""camelCase outside, snake_case inside, and the user's own JSON untouched."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pytest
from django.urls import path
from hypothesis import given
from hypothesis import strategies as st
from rest_framework import serializers
from rest_framework.exceptions import ParseError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.test import APIClient
from rest_framework.views import APIView

from klangwerk.studio.common.casing import CamelCaseJSONParser, as_sent, camelized_key, snaked_key
from klangwerk.studio.common.fields import FreeFormJSONField
from klangwerk.studio.common.models import ThrottleWindow
from klangwerk.studio.common.serializers import ModelSerializer


def parse(body: bytes) -> Any:
    return CamelCaseJSONParser().parse(BytesIO(body))


@pytest.mark.parametrize(
    ("inside", "outside"),
    [
        ("length_s", "lengthS"),
        ("pitch_hz", "pitchHz"),
        ("true_peak_dbtp", "truePeakDbtp"),
        ("x_y_z", "xYZ"),
        ("band_1", "band_1"),
        ("sha256", "sha256"),
        ("_private", "_private"),
        ("with__two", "with__two"),
        ("remaining_gens_today", "remainingGensToday"),
    ],
)
def test_names_go_out_and_come_back(inside: str, outside: str) -> None:
    assert camelized_key(inside) == outside
    assert snaked_key(outside) == inside
    assert snaked_key(inside) == inside


@given(st.from_regex(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", fullmatch=True))
def test_any_python_name_survives_the_round_trip(name: str) -> None:
    assert snaked_key(camelized_key(name)) == name


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_characters="\x00", exclude_categories=("Cs",))),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.text(st.characters(exclude_characters="\x00", exclude_categories=("Cs",))), inner, max_size=4),
    max_leaves=20,
)  # fmt: skip


@given(json_values)
def test_free_form_json_is_what_was_sent(value: Any) -> None:
    parsed = parse(json.dumps({"freeForm": value}).encode())
    assert as_sent(parsed["free_form"]) == value


class PatternSerializer(serializers.Serializer[Any]):
    step_count = serializers.IntegerField()
    free_form = FreeFormJSONField()


class RowSerializer(ModelSerializer):
    class Meta:
        model = ThrottleWindow
        fields = ("key", "hits", "expires_at")


class EchoApi(APIView):
    authentication_classes = ()
    permission_classes = ()

    def post(self, request: Request) -> Response:
        given = PatternSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        row = ThrottleWindow(key="k", hits={"snake_key": 1, "camelKey": {"a_b": 2}}, expires_at=1)
        return Response(
            {
                "step_list": [PatternSerializer(given.validated_data).data],
                "own_names": sorted(given.validated_data),
                "a_row": RowSerializer(row).data,
            }
        )


urlpatterns = [path("api/echo/", EchoApi.as_view())]

FREE = {"my_key": {"subKey": [{"deep_key": 1, "deepKey": 2}]}, "myKey": None, "": 0, "ünï_cödé": "✓"}


@pytest.mark.urls(__name__)
@pytest.mark.parametrize(
    "names", [("stepCount", "freeForm"), ("step_count", "free_form"), ("stepCount", "free_form")]
)
def test_a_view_sees_snake_case_and_answers_in_camel_case(names: tuple[str, str]) -> None:
    answer = APIClient().post("/api/echo/", {names[0]: 3, names[1]: FREE})
    assert answer.status_code == 200
    assert answer.json() == {
        "stepList": [{"stepCount": 3, "freeForm": FREE}],
        "ownNames": ["free_form", "step_count"],
        "aRow": {"key": "k", "hits": {"snake_key": 1, "camelKey": {"a_b": 2}}, "expiresAt": 1.0},
    }


@pytest.mark.urls(__name__)
def test_wrong_fields_are_named_as_the_client_names_them() -> None:
    answer = APIClient().post("/api/echo/", {"stepCount": "x"})
    assert set(answer.json()["extra"]["fields"]) == {"stepCount", "freeForm"}


def test_one_field_under_two_names_is_refused() -> None:
    with pytest.raises(ParseError, match="twice"):
        parse(b'{"lengthS": 1, "length_s": 2}')


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"nonsense",
        b"{'a': 1}",
        b'{"a": NaN}',
        b'{"a": -Infinity}',
        b'{"a": 1e999}',
        b'{"a": 9223372036854775808}',
        b'{"a": ' + b"9" * 5000 + b"}",
        b'{"a": "\\u0000"}',
        b'{"\\u0000": 1}',
        b'{"a": "\\ud800"}',
        b'{"a": ["x", {"b": "\\udfff"}]}',
        b'{"a": "\xff"}',
        b"\xef\xbb\xbf{}",
        b'{"a": "\xed\xa0\x80"}',
        b"[" * 41 + b"]" * 41,
        b"[" * 100_000 + b"]" * 100_000,
        b'{"a":' * 20_000 + b"1" + b"}" * 20_000,
    ],
)
def test_what_no_database_could_store_is_refused(body: bytes) -> None:
    with pytest.raises(ParseError):
        parse(body)
