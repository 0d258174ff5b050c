"""The HTTP API of tracks."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from klangwerk.studio.accounts.authentication import signed_in_user
from klangwerk.studio.common.openapi import errors
from klangwerk.studio.common.query import yes_no
from klangwerk.studio.jobs.accepted import accepted, accepted_schema
from klangwerk.studio.music import codes, progress, query, selectors, services
from klangwerk.studio.music.models import Track
from klangwerk.studio.music.order_serializer import TrackOrderSerializer
from klangwerk.studio.music.serializers import (
    GenerationSerializer,
    TrackDetailSerializer,
    TrackPatchSerializer,
    TrackSerializer,
)

STARTED = "started"


class TrackGenerateApi(APIView):
    """A prompt becomes a track with four stems."""

    @extend_schema(
        operation_id="tracks_generate",
        summary="Compose a track with its stems",
        description="202 with the job and where to follow it; poll `Location`, or listen to live events.",
        request=TrackOrderSerializer,
        responses={
            202: accepted_schema(
                "TrackQueued",
                status=serializers.ChoiceField(choices=[STARTED]),
                task_id=serializers.UUIDField(),
            )
        },
    )
    @errors("rate_limited", codes.KEPT_LIMIT)
    def post(self, request: Request) -> Response:
        """Checks and queues."""
        body = TrackOrderSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        job = services.track_order(user=signed_in_user(request), order=body.order())
        location = reverse("generation", args=[job.pk])
        return accepted(job, location=location, status=STARTED, task_id=str(job.pk))


class GenerationApi(APIView):
    """How one order of the caller stands."""

    @extend_schema(
        operation_id="generations_get",
        summary="What has come of an order",
        description="404 also for what was composed and deleted again.",
        responses=GenerationSerializer,
    )
    def get(self, request: Request, task_id: uuid.UUID) -> Response:
        """As it is now."""
        found = progress.standing(owner=signed_in_user(request), task_id=task_id)
        return Response(GenerationSerializer(found).data)


class TrackListApi(ListAPIView[Track]):
    """The caller's tracks."""

    serializer_class = TrackSerializer
    queryset = Track.objects.none()  # for the schema; see `get_queryset`

    @extend_schema(
        operation_id="tracks_list",
        summary="The caller's tracks and stems, newest first",
        parameters=query.PARAMETERS,
    )
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """A page of tracks."""
        return self.list(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Track]:
        """Only the caller's."""
        return selectors.track_list(
            owner=signed_in_user(self.request), wanted=query.track_filter(self.request)
        )


class TrackDetailApi(APIView):
    """One track of the caller."""

    @extend_schema(operation_id="tracks_get", summary="One track", responses=TrackDetailSerializer)
    def get(self, request: Request, track_id: uuid.UUID) -> Response:
        """With fresh addresses."""
        track = selectors.track_get(owner=signed_in_user(request), track_id=track_id)
        return Response(TrackDetailSerializer(track).data)

    @extend_schema(
        operation_id="tracks_update",
        summary="Rename a track, or mark it as a favourite",
        request=TrackPatchSerializer,
        responses=TrackSerializer,
    )
    def patch(self, request: Request, track_id: uuid.UUID) -> Response:
        """Only what is sent is changed."""
        track = selectors.track_get(owner=signed_in_user(request), track_id=track_id)
        body = TrackPatchSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        changes: dict[str, Any] = body.validated_data
        return Response(TrackSerializer(services.track_update(track=track, **changes)).data)

    @extend_schema(
        operation_id="tracks_delete",
        summary="Delete a track",
        description=(
            "A main track takes its stems along, a stem goes alone. 409 `track_in_use` with the projects that use one "
            "of them, unless `confirm=true`: then their clips fall silent."
        ),
        parameters=[
            OpenApiParameter(
                "confirm", OpenApiTypes.BOOL, description="Delete it although something uses it."
            )
        ],
        responses={204: None},
    )
    @errors(codes.IN_USE)
    def delete(self, request: Request, track_id: uuid.UUID) -> Response:
        """Rows, files and signed addresses are gone at once."""
        track = selectors.track_get(owner=signed_in_user(request), track_id=track_id)
        services.track_delete(track=track, confirmed=yes_no(request, "confirm") or False)
        return Response(status=204)
