"""The HTTP API of jobs and of the event ticket."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from klangwerk.studio.accounts.authentication import signed_in_user
from klangwerk.studio.common.openapi import errors
from klangwerk.studio.common.query import yes_no
from klangwerk.studio.jobs import selectors, services
from klangwerk.studio.jobs.error_codes import JOB_FINISHED
from klangwerk.studio.jobs.events import tickets
from klangwerk.studio.jobs.models import Job
from klangwerk.studio.jobs.serializers import EventTicketSerializer, JobSerializer


class JobListApi(ListAPIView[Job]):
    """All work of the caller."""

    serializer_class = JobSerializer
    queryset = Job.objects.none()  # for the schema; see `get_queryset`

    @extend_schema(
        operation_id="jobs_list",
        summary="The caller's jobs, newest first",
        parameters=[
            OpenApiParameter(
                "active", bool, description="true: queued or running; false: over; absent: all."
            ),
            OpenApiParameter("kind", str, description="Only jobs of this kind, e.g. kick.generate."),
        ],
    )
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """A page of jobs."""
        return self.list(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Job]:
        """Only the caller's."""
        query = self.request.query_params
        return selectors.job_list(
            owner=signed_in_user(self.request),
            active=yes_no(self.request, "active"),
            kind=query.get("kind") or None,
        )


class JobDetailApi(APIView):
    """One job of the caller."""

    @extend_schema(operation_id="jobs_get", summary="One job", responses=JobSerializer)
    def get(self, request: Request, job_id: uuid.UUID) -> Response:
        """The job as it is now."""
        return Response(JobSerializer(selectors.job_get(owner=signed_in_user(request), job_id=job_id)).data)

    @errors(JOB_FINISHED)
    @extend_schema(operation_id="jobs_cancel", summary="Cancel a job", responses={200: JobSerializer})
    def delete(self, request: Request, job_id: uuid.UUID) -> Response:
        """A queued job is cancelled at once; a running one stops at its next step and then reads `cancelled`."""
        job = selectors.job_get(owner=signed_in_user(request), job_id=job_id)
        return Response(JobSerializer(services.job_cancel(job=job)).data)


class EventTicketApi(APIView):
    """The way into the event socket."""

    @extend_schema(
        operation_id="events_ticket_create",
        summary="A one-time ticket for /ws/events",
        request=None,
        responses={201: EventTicketSerializer},
    )
    def post(self, request: Request) -> Response:
        """Good for one connection, within 30 seconds."""
        return Response(
            EventTicketSerializer(tickets.ticket_create(owner=signed_in_user(request))).data, status=201
        )
