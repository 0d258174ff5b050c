"""The HTTP API of presets."""

from __future__ import annotations

import uuid
from typing import Any, cast

from drf_spectacular.utils import extend_schema
from rest_framework.generics import GenericAPIView
from rest_framework.permissions import AllowAny, BasePermission, IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from klangwerk.studio.accounts.models import User
from klangwerk.studio.common.openapi import errors
from klangwerk.studio.common.pagination import LIMIT_OFFSET_PARAMETERS, Pagination
from klangwerk.studio.presets import codes, selectors, services
from klangwerk.studio.presets.models import Preset
from klangwerk.studio.presets.serializers import PresetInputSerializer, PresetSerializer


class OpenToRead(APIView):
    """Anybody may look; whoever changes something must be signed in."""

    def get_permissions(self) -> list[BasePermission]:
        """By the method."""
        return [AllowAny() if self.request.method in {"GET", "HEAD", "OPTIONS"} else IsAuthenticated()]


class PresetListApi(OpenToRead, GenericAPIView[Preset]):
    """Shared presets, and the caller's own."""

    pagination_class = Pagination
    serializer_class = PresetSerializer
    queryset = Preset.objects.none()  # for the schema

    @extend_schema(
        operation_id="presets_list",
        summary="Presets: shared ones first, “Init” first of all; then the caller's own",
        description="Without signing in: the shared ones.",
        parameters=LIMIT_OFFSET_PARAMETERS,
        responses=PresetSerializer(many=True),
    )
    def get(self, request: Request) -> Response:
        """A page of presets."""
        pages = Pagination()
        page = pages.paginate_queryset(selectors.preset_list(caller=request.user), request, view=self)
        return pages.get_paginated_response(_as_json(page or [], request, many=True))

    @extend_schema(
        operation_id="presets_create",
        summary="Save a preset",
        request=PresetInputSerializer,
        responses={201: PresetSerializer},
    )
    @errors(codes.NAME_TAKEN, codes.KEPT_LIMIT)
    def post(self, request: Request) -> Response:
        """All settings under a name of the caller's."""
        user = cast(User, request.user)
        body = PresetInputSerializer(data=request.data, context={"caller": user})
        body.is_valid(raise_exception=True)
        preset = services.preset_create(user=user, name=body.validated_data["preset_name"], rack=body.rack())
        return Response(_as_json(preset, request), status=201)


class PresetDetailApi(OpenToRead):
    """One preset."""

    @extend_schema(operation_id="presets_get", summary="One preset", responses=PresetSerializer)
    def get(self, request: Request, preset_id: uuid.UUID) -> Response:
        """A shared one, or one of the caller's."""
        return Response(_as_json(selectors.preset_get(caller=request.user, preset_id=preset_id), request))

    @extend_schema(
        operation_id="presets_replace",
        summary="Replace name and settings of a preset",
        request=PresetInputSerializer,
        responses=PresetSerializer,
    )
    @errors(codes.NAME_TAKEN, codes.PRESET_SHARED)
    def put(self, request: Request, preset_id: uuid.UUID) -> Response:
        """Every field is needed."""
        user = cast(User, request.user)
        preset = services.preset_changeable(user=user, preset_id=preset_id)
        body = PresetInputSerializer(data=request.data, context={"caller": user, "present": preset.kick_id})
        body.is_valid(raise_exception=True)
        changed = services.preset_update(
            user=user, preset_id=preset_id, name=body.validated_data["preset_name"], rack=body.rack()
        )
        return Response(_as_json(changed, request))

    @extend_schema(operation_id="presets_delete", summary="Delete a preset", responses={204: None})
    @errors(codes.PRESET_SHARED)
    def delete(self, request: Request, preset_id: uuid.UUID) -> Response:
        """Gone at once."""
        services.preset_delete(user=cast(User, request.user), preset_id=preset_id)
        return Response(status=204)


def _as_json(presets: Any, request: Request, *, many: bool = False) -> Any:
    return PresetSerializer(presets, many=many, context={"caller": request.user}).data
