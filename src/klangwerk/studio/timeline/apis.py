"""The HTTP API of projects."""

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
from klangwerk.studio.common.openapi import errors
from klangwerk.studio.common.pagination import LIMIT_OFFSET_PARAMETERS
from klangwerk.studio.timeline import codes, selectors, services
from klangwerk.studio.timeline.document_serializers import (
    ProjectCreateSerializer,
    ProjectPatchSerializer,
    ProjectSaveSerializer,
)
from klangwerk.studio.timeline.models import Project
from klangwerk.studio.timeline.serializers import ProjectSerializer, ProjectSummarySerializer, as_json


class ProjectListApi(ListAPIView[Project]):
    """The caller's projects."""

    serializer_class = ProjectSummarySerializer
    queryset = Project.objects.none()  # for the schema; see `get_queryset`

    @extend_schema(
        operation_id="projects_list",
        summary="The caller's projects, the one saved last first",
        parameters=LIMIT_OFFSET_PARAMETERS,
    )
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """A page of projects."""
        return self.list(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Project]:
        """Only the caller's."""
        return selectors.project_list(owner=signed_in_user(self.request))

    @extend_schema(
        operation_id="projects_create",
        summary="Begin a project",
        description="Whatever is left out is as in an empty project of 120 bpm.",
        request=ProjectCreateSerializer,
        responses={201: ProjectSerializer},
    )
    @errors(codes.KEPT_LIMIT)
    def post(self, request: Request) -> Response:
        """Empty, or with an arrangement."""
        body = ProjectCreateSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        project = services.project_create(user=signed_in_user(request), content=body.content())
        return Response(as_json(project), status=201)


class ProjectDetailApi(APIView):
    """One project of the caller."""

    @extend_schema(operation_id="projects_get", summary="One project", responses=ProjectSerializer)
    def get(self, request: Request, project_id: uuid.UUID) -> Response:
        """The whole arrangement, with fresh addresses of its sounds."""
        return Response(as_json(selectors.project_get(owner=signed_in_user(request), project_id=project_id)))

    @extend_schema(
        operation_id="projects_save",
        summary="Save all of a project",
        description="`version` is the one that was read. If the project was saved since: 409 `version_conflict`.",
        request=ProjectSaveSerializer,
        responses=ProjectSerializer,
    )
    @errors(codes.VERSION_CONFLICT)
    def put(self, request: Request, project_id: uuid.UUID) -> Response:
        """The answer has the next version."""
        user = signed_in_user(request)
        selectors.project_get(owner=user, project_id=project_id)  # a stranger learns nothing of what is wrong
        body = ProjectSaveSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        saved = services.project_save(
            user=user, project_id=project_id, version=body.validated_data["version"], content=body.content()
        )
        return Response(as_json(saved))

    @extend_schema(
        operation_id="projects_update",
        summary="Rename a project",
        description="This is a save as well: it raises the version.",
        request=ProjectPatchSerializer,
        responses=ProjectSerializer,
    )
    @errors(codes.VERSION_CONFLICT)
    def patch(self, request: Request, project_id: uuid.UUID) -> Response:
        """Without touching the arrangement."""
        user = signed_in_user(request)
        selectors.project_get(owner=user, project_id=project_id)
        body = ProjectPatchSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        changes: dict[str, Any] = body.validated_data
        return Response(as_json(services.project_update(user=user, project_id=project_id, **changes)))

    @extend_schema(
        operation_id="projects_delete",
        summary="Delete a project",
        description="Its sounds stay.",
        responses={204: None},
    )
    def delete(self, request: Request, project_id: uuid.UUID) -> Response:
        """Gone at once."""
        services.project_delete(user=signed_in_user(request), project_id=project_id)
        return Response(status=204)
