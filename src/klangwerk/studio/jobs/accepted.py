"""The answer to an order that a job will carry out: 202, with the job."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from drf_spectacular.utils import OpenApiResponse, inline_serializer
from rest_framework.response import Response

from klangwerk.studio.jobs.models import Job
from klangwerk.studio.jobs.serializers import JobSerializer


def accepted_schema(name: str, **more: Any) -> Any:
    """What the OpenAPI schema says of the answer, as a component of this name; `more` are further fields."""
    return OpenApiResponse(inline_serializer(name, {**more, "job": JobSerializer()}))


def accepted(job: Job, *, location: str | None = None, **more: Any) -> Response:
    """202 with the job; `Location` is where to follow it, the job itself unless something else is given."""
    return Response(
        {**more, "job": JobSerializer(job).data},
        status=202,
        headers={"Location": location or reverse("job", args=[job.pk])},
    )
