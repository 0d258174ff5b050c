"""The HTTP API of projects as DAWproject files: out with credentials (browsers take the signed link), and in."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.http import Http404
from django.http.response import HttpResponseBase
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from klangwerk.studio.accounts.authentication import signed_in_user
from klangwerk.studio.accounts.limits import count_attempt
from klangwerk.studio.common.errors import ApiError, Conflict
from klangwerk.studio.common.openapi import errors
from klangwerk.studio.library import away
from klangwerk.studio.library import codes as library_codes
from klangwerk.studio.music.file_apis import AsItIs
from klangwerk.studio.timeline import allowance, codes, export, files, importing, selectors
from klangwerk.studio.timeline.serializers import ProjectSerializer, as_json

_MULTIPART = "multipart/form-data"
_AROUND_BYTES = 64 * 1024  # what multipart may take around the file


class ProjectDawprojectApi(APIView):
    """A project for other programs."""

    content_negotiation_class = AsItIs

    @extend_schema(
        operation_id="projects_dawproject",
        summary="The project with its sounds as a DAWproject file",
        responses={(200, export.CONTENT_TYPE): OpenApiTypes.BINARY},
    )
    @errors(library_codes.STORAGE_UNAVAILABLE, codes.DAWPROJECT_TOO_LARGE)
    def get(self, request: Request, project_id: uuid.UUID) -> HttpResponseBase:
        """Sounds that were deleted are left out with their clips."""
        project = selectors.project_get(owner=signed_in_user(request), project_id=project_id)
        try:
            with away.request_refused():
                found = export.answer(request._request, project.pk, file_name=files.file_name(project))
        except export.TooLarge as error:
            raise Conflict(files.TOO_LARGE, code=codes.DAWPROJECT_TOO_LARGE) from error
        if found is None:  # deleted at this moment
            raise Http404
        return found


class ProjectFileSerializer(serializers.Serializer[Any]):
    """What is imported."""

    file = serializers.FileField(allow_empty_file=True, help_text="A DAWproject file.")


class ImportedProjectSerializer(ProjectSerializer):
    """The new project, and what of the file is not in it."""

    left_out = serializers.ListField(child=serializers.CharField(), help_text="Sentences; often none.")


class ProjectImportApi(APIView):
    """A project out of a file."""

    parser_classes = (MultiPartParser,)

    @extend_schema(
        operation_id="projects_import",
        summary="Begin a project with a DAWproject file",
        description="Sounds of yours are used again; all others are stored with the project, and go with it.",
        request={_MULTIPART: ProjectFileSerializer},
        responses={201: ImportedProjectSerializer},
    )
    @errors(
        codes.KEPT_LIMIT,
        codes.NOT_A_DAWPROJECT,
        codes.AUDIO_UNREADABLE,
        "rate_limited",
        library_codes.STORAGE_UNAVAILABLE,
    )
    def post(self, request: Request) -> Response:
        """All of it or nothing."""
        user = signed_in_user(request)
        count_attempt(user, allowance.IMPORTS)
        upload = self._upload(request)
        made = importing.project_import(user=user, file=upload)
        return Response({**as_json(made.project), "left_out": made.left_out}, status=201)

    def _upload(self, request: Request) -> Any:
        """The file, which lies on disk where it is large. Raises ApiError, and what DRF does."""
        most: int = settings.KLANGWERK_IMPORT_MB * 1_000_000
        too_large = ApiError(
            f"The file is larger than {settings.KLANGWERK_IMPORT_MB} MB.", code="too_large", status=413
        )
        if not (request.content_type or "").lower().startswith(_MULTIPART):
            raise ApiError(
                f"Send the file as {_MULTIPART}, in the field “file”.",
                code="unsupported_media_type",
                status=415,
            )
        stated = request.META.get("CONTENT_LENGTH") or ""
        if stated.isdecimal() and int(stated) > most + _AROUND_BYTES:
            raise too_large  # before a byte of it is parsed
        body = ProjectFileSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        upload = body.validated_data["file"]
        if upload.size > most:
            raise too_large
        return upload
