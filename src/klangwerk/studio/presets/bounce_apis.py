"""The HTTP API of bounces."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from klangwerk.studio.accounts.authentication import signed_in_user
from klangwerk.studio.accounts.models import User
from klangwerk.studio.common.openapi import errors
from klangwerk.studio.common.pagination import LIMIT_OFFSET_PARAMETERS
from klangwerk.studio.jobs.accepted import accepted, accepted_schema
from klangwerk.studio.presets import bounce_services, codes, selectors
from klangwerk.studio.presets.bounce_serializers import (
    BounceInputSerializer,
    BounceSerializer,
    RenderSerializer,
)
from klangwerk.studio.presets.models import Bounce
from klangwerk.studio.presets.rack import Rack, rack_of

ACCEPTED = accepted_schema("BounceQueued")


class PresetRenderApi(APIView):
    """A preset becomes a file."""

    @extend_schema(
        operation_id="presets_render",
        summary="Bounce a preset",
        description="202 with the job, whose `result` is `{bounceId}` in the end.",
        request=RenderSerializer,
        responses={202: ACCEPTED},
    )
    @errors("rate_limited", codes.BOUNCES_KEPT_LIMIT)
    def post(self, request: Request, preset_id: uuid.UUID) -> Response:
        """Any preset that the caller may see, with its kick."""
        user = signed_in_user(request)
        preset = selectors.preset_get(caller=user, preset_id=preset_id)
        body = RenderSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        return _ordered(body, user=user, name=preset.preset_name, rack=rack_of(preset))


class BounceListApi(ListAPIView[Bounce]):
    """The caller's bounces."""

    serializer_class = BounceSerializer
    queryset = Bounce.objects.none()  # for the schema; see `get_queryset`

    @extend_schema(
        operation_id="bounces_list",
        summary="The caller's bounces, newest first",
        parameters=LIMIT_OFFSET_PARAMETERS,
    )
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """A page of bounces."""
        return self.list(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Bounce]:
        """Only the caller's."""
        return selectors.bounce_list(owner=signed_in_user(self.request))

    @extend_schema(
        operation_id="bounces_create",
        summary="Bounce settings that need not be saved",
        description="202 with the job, whose `result` is `{bounceId}` in the end.",
        request=BounceInputSerializer,
        responses={202: ACCEPTED},
    )
    @errors("rate_limited", codes.BOUNCES_KEPT_LIMIT)
    def post(self, request: Request) -> Response:
        """All settings of the rack, and how much of them."""
        user = signed_in_user(request)
        body = BounceInputSerializer(data=request.data, context={"caller": user})
        body.is_valid(raise_exception=True)
        return _ordered(body, user=user, name=body.validated_data["name"], rack=body.rack())


class BounceDetailApi(APIView):
    """One bounce of the caller."""

    @extend_schema(operation_id="bounces_get", summary="One bounce", responses=BounceSerializer)
    def get(self, request: Request, bounce_id: uuid.UUID) -> Response:
        """The bounce with fresh addresses."""
        bounce = selectors.bounce_get(owner=signed_in_user(request), bounce_id=bounce_id)
        return Response(BounceSerializer(bounce).data)

    @extend_schema(
        operation_id="bounces_delete", summary="Delete a bounce with all its files", responses={204: None}
    )
    def delete(self, request: Request, bounce_id: uuid.UUID) -> Response:
        """Rows, files and signed addresses are gone at once."""
        bounce = selectors.bounce_get(owner=signed_in_user(request), bounce_id=bounce_id)
        bounce_services.bounce_delete(bounce=bounce)
        return Response(status=204)


def _ordered(body: RenderSerializer, *, user: User, name: str, rack: Rack) -> Response:
    """The answer to an order that was checked."""
    return accepted(
        bounce_services.bounce_order(user=user, name=name, rack=rack, bounce=body.bounce(), form=body.form())
    )
