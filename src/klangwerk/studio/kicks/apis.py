"""The HTTP API of kicks."""

from __future__ import annotations

import uuid
from functools import partial
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from klangwerk.studio.accounts.authentication import signed_in_user
from klangwerk.studio.common.openapi import errors
from klangwerk.studio.common.query import yes_no
from klangwerk.studio.jobs.accepted import accepted_schema
from klangwerk.studio.kicks import codes, prefer, query, selectors, services
from klangwerk.studio.kicks.allowance import allowance_of
from klangwerk.studio.kicks.async_view import WaitingApi
from klangwerk.studio.kicks.order_serializer import KickOrderSerializer
from klangwerk.studio.kicks.outcome import PendingResponse, answer_of
from klangwerk.studio.kicks.pagination import KickPagination
from klangwerk.studio.kicks.serializers import (
    KickDeletedSerializer,
    KickGeneratedSerializer,
    KickListSerializer,
    KickPatchSerializer,
    KickSerializer,
    KickWordsSerializer,
)
from klangwerk.studio.kicks.words import words

WORDS_MAX_AGE_S = 3600


class KickGenerateApi(WaitingApi):
    """A prompt becomes a kick."""

    @extend_schema(
        operation_id="kicks_generate",
        summary="Generate a kick",
        description=(
            "Waits up to 30 s for the kick (`Prefer: wait=N`, N from 0 to 30): 201 with the kick, else 202 with the "
            "job that will make it. With an `Idempotency-Key`, a repeated request is answered with the same kick."
        ),
        parameters=[
            OpenApiParameter(
                "Prefer", str, OpenApiParameter.HEADER, description="`wait=N` or `respond-async`."
            ),
            OpenApiParameter(
                "Idempotency-Key", str, OpenApiParameter.HEADER, description="1 to 255 visible characters."
            ),
        ],
        request=KickOrderSerializer,
        responses={
            201: KickGeneratedSerializer,
            202: accepted_schema("KickQueued"),
        },
    )
    @errors(
        codes.KEPT_LIMIT,
        codes.DAILY_LIMIT,
        codes.BUDGET_SPENT,
        codes.KEY_REUSED,
        codes.SOURCE_GONE,
        "input_unusable",
        codes.CANCELLED,
        codes.DELETED,
        codes.FAILED,
    )
    def post(self, request: Request) -> Response:
        """Checks and queues; `WaitingApi` waits."""
        user = signed_in_user(request)
        preference = prefer.read(request.headers.get("Prefer"))
        body = KickOrderSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        order = body.order(owner=user)
        ordered = services.kick_order(
            user=user,
            order=order,
            title=body.title(order, owner=user),
            idempotency=query.idempotency(request, digest=body.digest),
        )
        job_id = ordered.job.pk
        response = PendingResponse(
            job_id=job_id, wait_s=preference.wait_s, answer=partial(answer_of, user=user, job_id=job_id)
        )
        if preference.applied is not None:
            response["Preference-Applied"] = preference.applied
        if ordered.replayed:
            response["Idempotency-Replayed"] = "true"
        return response


class KickListApi(APIView):
    """The caller's kicks."""

    @extend_schema(
        operation_id="kicks_list",
        summary="The caller's kicks, newest first, and what is left of the limits",
        parameters=[
            OpenApiParameter("search", str, description="Words that name or prompt must contain."),
            OpenApiParameter("favourite", bool, description="true: only favourites; false: only others."),
            OpenApiParameter(
                "ordering", str, enum=query.ORDERING_VALUES, description="A minus turns it round."
            ),
            OpenApiParameter("limit", int),
            OpenApiParameter("offset", int),
        ],
        responses=KickListSerializer,
    )
    def get(self, request: Request) -> Response:
        """A page of kicks."""
        user = signed_in_user(request)
        pages = KickPagination(allowance_of(user))
        page = pages.paginate_queryset(
            selectors.kick_list(owner=user, wanted=query.kick_filter(request)), request, view=self
        )
        return pages.get_paginated_response(KickSerializer(page or [], many=True).data)


class KickDetailApi(APIView):
    """One kick of the caller."""

    @extend_schema(
        operation_id="kicks_get",
        summary="One kick",
        responses=KickSerializer,
    )
    def get(self, request: Request, kick_id: uuid.UUID) -> Response:
        """The kick with fresh addresses."""
        return Response(
            KickSerializer(selectors.kick_get(owner=signed_in_user(request), kick_id=kick_id)).data
        )

    @extend_schema(
        operation_id="kicks_update",
        summary="Rename a kick, or mark it as a favourite",
        request=KickPatchSerializer,
        responses=KickSerializer,
    )
    @errors(codes.NAME_TAKEN)
    def patch(self, request: Request, kick_id: uuid.UUID) -> Response:
        """Only what is sent is changed."""
        kick = selectors.kick_get(owner=signed_in_user(request), kick_id=kick_id)
        body = KickPatchSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        changes: dict[str, Any] = body.validated_data
        return Response(KickSerializer(services.kick_update(kick=kick, **changes)).data)

    @extend_schema(
        operation_id="kicks_delete",
        summary="Delete a kick",
        description=(
            "409 `kick_in_use` with the presets that use it, unless `confirm=true`: then the caller's presets go with "
            "it, and those of other people get the first stock kick. Gives no generation back."
        ),
        parameters=[
            OpenApiParameter(
                "confirm", OpenApiTypes.BOOL, description="Delete it although something uses it."
            )
        ],
        responses={200: KickDeletedSerializer},
    )
    @errors(codes.IN_USE, codes.SHARED)
    def delete(self, request: Request, kick_id: uuid.UUID) -> Response:
        """Row, file and signed addresses are gone at once."""
        user = signed_in_user(request)
        confirmed = yes_no(request, "confirm") or False
        services.kick_delete(kick=selectors.kick_get(owner=user, kick_id=kick_id), confirmed=confirmed)
        return Response({"total_gens_count": allowance_of(user).kept})


class KickWordsApi(APIView):
    """What the prompt field offers."""

    authentication_classes = ()
    permission_classes = (AllowAny,)

    @extend_schema(
        operation_id="kicks_words",
        summary="Known words, slider ranges, examples",
        auth=[],
        responses=KickWordsSerializer,
    )
    def get(self, request: Request) -> Response:
        """The same for everybody."""
        response = Response(words())
        response["Cache-Control"] = f"public, max-age={WORDS_MAX_AGE_S}"
        return response
