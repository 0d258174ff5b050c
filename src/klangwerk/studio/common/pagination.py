"""Lists by `limit` and `offset`: `{count, next, previous, results}`."""

from __future__ import annotations

from drf_spectacular.utils import OpenApiParameter
from rest_framework.pagination import LimitOffsetPagination
from rest_framework.request import Request

from klangwerk.studio.common.errors import InvalidInput

OFFSET_MAX = 1_000_000


class Pagination(LimitOffsetPagination):
    """DRF's, but a wrong `limit` or `offset` is refused instead of being read as something else."""

    default_limit = 50
    max_limit = 200

    def get_limit(self, request: Request) -> int | None:
        """How many rows."""
        return min(_whole(request, "limit", default=self.default_limit, minimum=1), self.max_limit)

    def get_offset(self, request: Request) -> int:
        """How many rows to skip. Bounded, because databases refuse numbers that Python reads gladly."""
        return _whole(request, "offset", default=0, minimum=0)


LIMIT_OFFSET_PARAMETERS = [
    OpenApiParameter(
        "limit",
        {"type": "integer", "minimum": 1, "maximum": OFFSET_MAX, "default": Pagination.default_limit},
        description=f"How many; never more than {Pagination.max_limit}.",
    ),
    OpenApiParameter(
        "offset",
        {"type": "integer", "minimum": 0, "maximum": OFFSET_MAX, "default": 0},
        description="How many to skip.",
    ),
]


def _whole(request: Request, name: str, *, default: int, minimum: int) -> int:
    text = request.query_params.get(name)
    if text is None or text == "":
        return default
    if not (text.isascii() and text.isdigit() and len(text) <= 7 and minimum <= int(text) <= OFFSET_MAX):
        raise InvalidInput(
            f"{name} must be a whole number from {minimum} to {OFFSET_MAX}.",
            fields={name: ["Not such a number."]},
        )
    return int(text)
