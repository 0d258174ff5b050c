"""The HTTP API of presets."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.generics import ListAPIView
from rest_framework.permissions import AllowAny, BasePermission, IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from klangwerk.studio.accounts.authentication import signed_in_user
from klangwerk.studio.common.openapi import errors
from klangwerk.studio.common.pagination import LIMIT_OFFSET_PARAMETERS
from klangwerk.studio.presets import codes, selectors, services
from klangwerk.studio.presets.models import Preset
from klangwerk.studio.presets.serializers import PresetInputSerializer, PresetSerializer


class OpenToRead(APIView):
    """Anybody may look; whoever changes something must be signed in."""

    def get_permissions(self) -> list[BasePermission]:
        """By the method."""
        return [AllowAny() if self.request.method in {"GET", "HEAD", "OPTIONS"} else IsAuthenticated()]


class PresetListApi(OpenToRead, ListAPIView[Preset]):
    """Shared presets, and the caller's own."""

    serializer_class = PresetSerializer
    queryset = Preset.objects.none()  # for the schema; see `get_queryset`

    @extend_schema(
        operation_id="presets_list",
        summary="Presets: shared ones first, “Init” first of all; then the caller's own",
        description="Without signing in: the shared ones.",
        parameters=LIMIT_OFFSET_PARAMETERS,
    )
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """A page of presets."""
        return self.list(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Preset]:
        """Only those that the caller may see."""
        return selectors.preset_list(caller=self.request.user)

    def get_serializer_context(self) -> dict[str, Any]:
        """Whose presets are their own."""
        return {"caller": self.request.user}

    @extend_schema(
        operation_id="presets_create",
        summary="Save a preset",
        request=PresetInputSerializer,
        responses={201: PresetSerializer},
    )
    @errors(codes.NAME_TAKEN, codes.KEPT_LIMIT)
    def post(self, request: Request) -> Response:
        """All settings under a name of the caller's."""
        user = signed_in_user(request)
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
        user = signed_in_user(request)
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
        services.preset_delete(user=signed_in_user(request), preset_id=preset_id)
        return Response(status=204)


def _as_json(preset: Preset, request: Request) -> Any:
    return PresetSerializer(preset, context={"caller": request.user}).data
