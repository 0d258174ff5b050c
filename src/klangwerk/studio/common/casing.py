"""camelCase outside, snake_case inside: the API's JSON renderer and parser.

Only names of fields change. What a `FreeFormJSONField` holds belongs to the user and keeps its keys: on the way out
it is wrapped in `FreeForm`, which the renderer does not enter; on the way in every `Recased` container remembers
what was really sent, and the field takes that.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from typing import IO, Any

from django.conf import settings
from rest_framework.exceptions import ParseError
from rest_framework.parsers import BaseParser
from rest_framework.renderers import JSONRenderer

from klangwerk.studio.common.errors import ApiError

DEPTH_MAX = 40
INTEGER_MAX = 2**63 - 1  # what both databases and every JSON library of note can hold

_AFTER_UNDERSCORE = re.compile(r"(?<=[A-Za-z0-9])_([a-z])")
_UPPERCASE = re.compile(r"(?<=[a-z0-9A-Z])([A-Z])")


class FreeForm:
    """Output whose keys are data, not names."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value


class RecasedDict(dict[str, Any]):
    """A parsed object with snake_case names; `raw` is the object as sent."""

    raw: dict[str, Any]


class RecasedList(list[Any]):
    """A parsed array whose items are recased; `raw` is the array as sent."""

    raw: list[Any]


def camelized_key(name: str) -> str:
    """`length_s` -> `lengthS`. Digits stay: `band_1` is `band_1`, so that the way back is exact."""
    return _AFTER_UNDERSCORE.sub(lambda match: match[1].upper(), name)


def snaked_key(name: str) -> str:
    """`lengthS` -> `length_s`; snake_case stays as it is."""
    return _UPPERCASE.sub(lambda match: f"_{match[1].lower()}", name)


def camelized(data: Any) -> Any:
    """A copy for the wire."""
    if isinstance(data, FreeForm):
        return data.value
    if isinstance(data, Mapping):
        return {camelized_key(k) if isinstance(k, str) else k: camelized(v) for k, v in data.items()}
    if isinstance(data, list | tuple):
        return [camelized(item) for item in data]
    return data


def recased(data: Any) -> Any:
    """A copy for serializers, which remembers the original."""
    if isinstance(data, dict):
        made = RecasedDict()
        for name, value in data.items():
            made[snaked_key(name)] = recased(value)
        made.raw = data
        return made
    if isinstance(data, list):
        items = RecasedList(recased(item) for item in data)
        items.raw = data
        return items
    return data


def as_sent(data: Any) -> Any:
    """What the client really sent, at any level below the body."""
    return data.raw if isinstance(data, RecasedDict | RecasedList) else data


class CamelCaseJSONRenderer(JSONRenderer):
    """JSON with camelCase names."""

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> bytes:
        """The bytes of a response body."""
        rendered: bytes = super().render(camelized(data), accepted_media_type, renderer_context)
        return rendered


class CamelCaseJSONParser(BaseParser):
    """Strict JSON in UTF-8: whatever no database could store is refused here, once, for every endpoint."""

    media_type = "application/json"

    def parse(
        self,
        stream: IO[bytes],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        """The body as Python values. Raises ParseError with a sentence."""
        bytes_max: int = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        body = stream.read(bytes_max + 1)
        if len(body) > bytes_max:
            raise ApiError(f"The body is larger than {bytes_max} bytes.", code="too_large", status=413)
        try:
            text = body.decode("utf-8")
        except UnicodeDecodeError as error:
            raise ParseError(f"The body is not UTF-8 (byte {error.start}).") from error
        try:
            data = json.loads(text, parse_constant=_no_constant)
        except RecursionError as error:
            raise ParseError("The body is nested too deeply.") from error
        except ValueError as error:
            raise ParseError(f"The body is not JSON: {error}") from error
        _check_values(data)
        if isinstance(data, dict):
            _check_names(data)
        return recased(data)


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not a JSON number")


def _check_names(data: dict[str, Any]) -> None:
    seen: dict[str, str] = {}
    for name in data:
        other = seen.setdefault(snaked_key(name), name)
        if other != name:
            raise ParseError(f"The body names one field twice, as {other!r} and {name!r}.")


def _check_values(data: Any) -> None:
    # A stack of our own: recursion depth must not depend on what a stranger sends.
    stack: list[tuple[Any, int]] = [(data, 1)]
    while stack:
        value, depth = stack.pop()
        if depth > DEPTH_MAX and isinstance(value, dict | list):
            raise ParseError(f"The body is nested more than {DEPTH_MAX} levels deep.")
        if isinstance(value, dict):
            stack.extend((inner, depth + 1) for pair in value.items() for inner in pair)
        elif isinstance(value, list):
            stack.extend((inner, depth + 1) for inner in value)
        elif isinstance(value, str):
            _check_text(value)
        elif isinstance(value, int) and not -INTEGER_MAX - 1 <= value <= INTEGER_MAX:
            raise ParseError("The body holds a whole number of more than 64 bits.")
        elif isinstance(value, float) and not math.isfinite(value):
            raise ParseError("The body holds a number too large for a double.")


def _check_text(text: str) -> None:
    if "\x00" in text:
        raise ParseError("The body holds a NUL character, which cannot be stored.")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ParseError("The body holds half of a surrogate pair, which is no character.") from error
