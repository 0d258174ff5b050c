"""Query parameters of the list of tracks, checked."""

from __future__ import annotations

import uuid

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request

from klangwerk.studio.common import query
from klangwerk.studio.common.pagination import LIMIT_OFFSET_PARAMETERS
from klangwerk.studio.music.models import TrackType
from klangwerk.studio.music.selectors import SORTS, TrackFilter

SORT_VALUES = [sign + name for name in SORTS for sign in ("", "-")]
_SORT_DEFAULT = "-created"

PARAMETERS = [
    *LIMIT_OFFSET_PARAMETERS,
    OpenApiParameter("search", str, description="Words that name, prompt, genre or key must contain."),
    OpenApiParameter("type", str, description=f"Some of {', '.join(TrackType.values)}, joined by commas."),
    OpenApiParameter("favourite", bool, description="true: only favourites; false: only others."),
    OpenApiParameter("looping", bool, description="true: only loops; false: only others."),
    OpenApiParameter("genre", str),
    OpenApiParameter("generation", OpenApiTypes.UUID, description="Only what came of this order."),
    OpenApiParameter(
        "sort", str, enum=SORT_VALUES, description="A minus turns it round.", default=_SORT_DEFAULT
    ),
]


def track_filter(request: Request) -> TrackFilter:
    """Raises InvalidInput."""
    return TrackFilter(
        search=query.text(request, "search"),
        types=query.some_of(request, "type", known=TrackType.values),
        favourite=query.yes_no(request, "favourite"),
        looping=query.yes_no(request, "looping"),
        genre=query.text(request, "genre"),
        generation_id=_generation_id(request),
        sort=query.one_of(request, "sort", known=SORT_VALUES, default=_SORT_DEFAULT),
    )


def _generation_id(request: Request) -> uuid.UUID | None:
    found = query.text(request, "generation")
    try:
        return uuid.UUID(found) if found else None
    except ValueError as error:
        raise query.wrong("generation", "generation must be the id of an order.") from error
