"""A job as the world sees it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drf_spectacular.extensions import OpenApiSerializerFieldExtension
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from klangwerk.studio.common.fields import FreeFormJSONField
from klangwerk.studio.jobs import error_codes
from klangwerk.studio.jobs.estimates import NOTHING, Estimate, estimates
from klangwerk.studio.jobs.lanes import Lane
from klangwerk.studio.jobs.models import Job
from klangwerk.studio.jobs.status import JobStatus


class FailureCodeField(serializers.CharField):
    """One of the codes that jobs can fail with."""


class FailureCodeSchema(OpenApiSerializerFieldExtension):  # type: ignore[no-untyped-call]  # registers itself untyped
    """Names the codes in the OpenAPI schema; not before it is made, because apps above register theirs."""

    target_class = FailureCodeField

    def map_serializer_field(self, auto_schema: Any, direction: str) -> dict[str, Any]:
        """A string out of all registered ones."""
        known = error_codes.failures()
        meanings = "; ".join(f"`{code}`: {known[code]}" for code in sorted(known))
        return {"type": "string", "enum": sorted(known), "description": meanings}


class JobErrorSerializer(serializers.Serializer[Any]):
    """Why a job failed."""

    code = FailureCodeField()
    message = serializers.CharField()


class JobListSerializer(serializers.ListSerializer[Any]):
    """Reads the estimates of all jobs of a page at once."""

    def to_representation(self, data: Any) -> list[Any]:
        """The jobs, each with its estimate."""
        jobs = list(data)
        assert isinstance(self.child, JobSerializer)
        self.child.estimates = estimates(jobs)
        return super().to_representation(jobs)


class JobSerializer(serializers.ModelSerializer[Job]):
    """The Job JSON of every answer and event."""

    status = serializers.ChoiceField(choices=JobStatus.choices, read_only=True)
    lane = serializers.ChoiceField(choices=[(lane.value, lane.value) for lane in Lane], read_only=True)
    position = serializers.SerializerMethodField(
        help_text="Place in the queue of its lane, from 1; 0 while it runs; null when it is over."
    )
    eta_s = serializers.SerializerMethodField(
        help_text="Seconds until it is over; null when nobody can know."
    )
    error = serializers.SerializerMethodField()
    result = FreeFormJSONField(read_only=True, allow_null=True)
    cancel_requested = serializers.SerializerMethodField(
        help_text="It was asked to stop, and will at its next step."
    )

    estimates: Mapping[Any, Estimate] | None = None

    class Meta:
        model = Job
        list_serializer_class = JobListSerializer
        fields = (
            "id",
            "kind",
            "lane",
            "title",
            "status",
            "progress",
            "step",
            "position",
            "eta_s",
            "attempts",
            "cancel_requested",
            "error",
            "result",
            "created_at",
            "started_at",
            "finished_at",
        )
        read_only_fields = fields

    def get_position(self, job: Job) -> int | None:
        """See the field."""
        return self._estimate(job).position

    def get_eta_s(self, job: Job) -> float | None:
        """See the field."""
        eta_s = self._estimate(job).eta_s
        return None if eta_s is None else round(eta_s, 2)

    @extend_schema_field(JobErrorSerializer(allow_null=True))
    def get_error(self, job: Job) -> dict[str, str] | None:
        """Null unless it failed."""
        return (
            {"code": job.error_code, "message": job.error_message} if job.status == JobStatus.FAILED else None
        )

    def get_cancel_requested(self, job: Job) -> bool:
        """See the field."""
        return job.cancel_requested_at is not None

    def _estimate(self, job: Job) -> Estimate:
        known = self.estimates if self.estimates is not None else estimates([job])
        if self.estimates is None:
            self.estimates = known
        return known.get(job.pk, NOTHING)


class EventTicketSerializer(serializers.Serializer[Any]):
    """A one-time ticket for the event socket."""

    ticket = serializers.CharField(help_text="Open /ws/events?ticket=<ticket> with it, once.")
    expires_at = serializers.DateTimeField()
