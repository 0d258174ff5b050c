"""The OpenAPI schema: camelCase names, one error body, and the codes of every operation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

from drf_spectacular.openapi import AutoSchema
from rest_framework.permissions import AllowAny

from klangwerk.studio.common import error_codes
from klangwerk.studio.common.casing import camelized_key
from klangwerk.studio.common.fields import FreeFormJSONField

Handler = TypeVar("Handler", bound=Callable[..., Any])

ATTRIBUTE = "klangwerk_error_codes"
EVERYWHERE = ("malformed_request", "not_acceptable", "internal_error", "unavailable")
WITH_BODY = ("invalid_input", "too_large", "unsupported_media_type")
WITH_CREDENTIALS = ("invalid_token", "invalid_api_key")

ERROR_COMPONENT: dict[str, Any] = {
    "type": "object",
    "description": "Every error has this shape.",
    "properties": {
        "code": {"type": "string", "description": "Stable; meant for programs."},
        "message": {"type": "string", "description": "Says what to do; meant for people."},
        "extra": {
            "type": "object",
            "additionalProperties": {},
            "description": "Details that depend on the code.",
        },
    },
    "required": ["code", "message", "extra"],
}


def errors(*codes: str) -> Callable[[Handler], Handler]:
    """Name the error codes of one handler (`get`, `post` …) beyond those that every operation has."""
    unknown = [code for code in codes if code not in error_codes.known()]
    if unknown:
        raise ValueError(f"not in error_codes: {unknown}")

    def note(handler: Handler) -> Handler:
        setattr(handler, ATTRIBUTE, (*getattr(handler, ATTRIBUTE, ()), *codes))
        return handler

    return note


class Schema(AutoSchema):
    """Operation schemas of the studio."""

    def get_operation(self, *args: Any, **kwargs: Any) -> dict[str, Any] | None:
        """The operation with all its error answers."""
        operation: dict[str, Any] | None = super().get_operation(*args, **kwargs)
        if operation is not None:
            operation["responses"].update(error_responses(self._error_codes(operation)))
        return operation

    def _error_codes(self, operation: dict[str, Any]) -> set[str]:
        codes = set(EVERYWHERE)
        handler = getattr(self.view, self.method.lower(), None)
        codes.update(getattr(handler, ATTRIBUTE, ()))
        if "requestBody" in operation:
            codes.update(WITH_BODY)
        if any(parameter["in"] == "query" for parameter in operation.get("parameters", ())):
            codes.add("invalid_input")
        if any(parameter["in"] == "path" for parameter in operation.get("parameters", ())):
            codes.add("not_found")
        if self.view.get_authenticators():
            codes.update(WITH_CREDENTIALS)  # wrong ones are refused even where none are needed
        if not any(isinstance(permission, AllowAny) for permission in self.view.get_permissions()):
            codes.add("not_authenticated")
        return codes

    def _map_serializer_field(self, field: Any, direction: Any, bypass_extensions: bool = False) -> Any:
        # Free-form JSON is anything at all, which drf-spectacular cannot know of our own field.
        if isinstance(field, FreeFormJSONField):
            return {"description": str(field.help_text)} if field.help_text else {}
        return super()._map_serializer_field(field, direction, bypass_extensions)  # type: ignore[no-untyped-call]


def error_responses(codes: set[str]) -> dict[str, Any]:
    """Response objects by status, each naming its codes."""
    by_status: dict[int, list[str]] = defaultdict(list)
    known = error_codes.known()
    for code in sorted(codes):
        by_status[known[code].status].append(code)
    return {str(status): _response(status, by_status[status]) for status in sorted(by_status)}


def _response(status: int, codes: list[str]) -> dict[str, Any]:
    known = error_codes.known()
    narrowed = {"type": "object", "properties": {"code": {"type": "string", "enum": codes}}}
    response: dict[str, Any] = {
        "description": "; ".join(f"`{code}`: {known[code].meaning}" for code in codes),
        "content": {
            "application/json": {"schema": {"allOf": [{"$ref": "#/components/schemas/Error"}, narrowed]}}
        },
    }
    if status in {429, 503}:
        response["headers"] = {
            "Retry-After": {"schema": {"type": "integer"}, "description": "Seconds after which to try again."}
        }
    return response


def camelized_schema(result: dict[str, Any], generator: Any, **_: Any) -> dict[str, Any]:
    """A hook of drf-spectacular: names of properties as the renderer writes them, and the Error component."""
    _camelize(result)
    result.setdefault("components", {}).setdefault("schemas", {})["Error"] = ERROR_COMPONENT
    return result


def _camelize(node: Any) -> None:
    if isinstance(node, dict):
        properties = node.get("properties")
        # `properties` with a schema in each place is the keyword; a field of that name is one schema.
        if isinstance(properties, dict) and all(isinstance(value, dict) for value in properties.values()):
            node["properties"] = {camelized_key(name): value for name, value in properties.items()}
            if isinstance(node.get("required"), list):
                node["required"] = [camelized_key(name) for name in node["required"]]
        for value in node.values():
            _camelize(value)
    elif isinstance(node, list):
        for value in node:
            _camelize(value)
