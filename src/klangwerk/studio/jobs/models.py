"""The rows of the job engine. `state` is the only module that changes a job's status."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from klangwerk.studio.common.models import UuidModel
from klangwerk.studio.jobs.lanes import Lane
from klangwerk.studio.jobs.status import ACTIVE, FINISHED, JobStatus


class Job(UuidModel):
    """The only truth about one piece of work."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="jobs")
    kind = models.CharField(max_length=64)
    lane = models.CharField(max_length=16, choices=[(lane.value, lane.value) for lane in Lane])
    title = models.CharField(max_length=200)
    params = models.JSONField(default=dict)
    priority = models.SmallIntegerField(default=0, help_text="Higher goes first.")
    dedupe_key = models.CharField(
        max_length=200, blank=True, help_text="While such a job is active, asking again gives the same job."
    )

    status = models.CharField(max_length=16, choices=JobStatus.choices, default=JobStatus.QUEUED)
    progress = models.PositiveSmallIntegerField(default=0, help_text="0 to 100.")
    step = models.CharField(max_length=200, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    max_attempts = models.PositiveSmallIntegerField(default=3)
    lease_owner = models.CharField(
        max_length=120,
        blank=True,
        help_text="The claim that works, or worked, on this job; new with every claim.",
    )
    lease_expires_at = models.DateTimeField(null=True, blank=True)
    cancel_requested_at = models.DateTimeField(null=True, blank=True)

    result = models.JSONField(null=True, blank=True)
    error_code = models.CharField(max_length=64, blank=True)
    error_message = models.TextField(blank=True)

    created_at = models.DateTimeField(default=timezone.now, editable=False)
    queued_at = models.DateTimeField(default=timezone.now, help_text="Since when it waits.")
    run_after = models.DateTimeField(null=True, blank=True, help_text="Not to be tried again before.")
    started_at = models.DateTimeField(null=True, blank=True, help_text="Start of the latest attempt.")
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-created_at", "-id"]
        indexes: ClassVar = [
            # Not partial: SQLite uses a partial index only for conditions that are written out, ours are bound.
            models.Index(fields=["lane", "status", "-priority", "created_at"], name="jobs_claimable"),
            models.Index(fields=["status", "lease_expires_at"], name="jobs_leases"),
            models.Index(fields=["owner", "-created_at"], name="jobs_of_owner"),
            models.Index(fields=["kind", "status", "-finished_at"], name="jobs_run_times"),
            models.Index(fields=["finished_at"], name="jobs_finished"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["owner", "dedupe_key"],
                name="jobs_one_active_per_dedupe_key",
                condition=Q(status__in=sorted(ACTIVE)) & ~Q(dedupe_key=""),
            ),
            models.CheckConstraint(condition=Q(progress__lte=100), name="jobs_progress_is_percent"),
            models.CheckConstraint(condition=Q(status__in=JobStatus.values), name="jobs_status_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id} ({self.status})"

    @property
    def is_finished(self) -> bool:
        """Completed, failed or cancelled: nothing changes any more."""
        return self.status in FINISHED


class JobEvent(models.Model):
    """Something about a job changed. Carries no content: whoever is told reads the job, so it is never stale."""

    id = models.BigAutoField(primary_key=True)
    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="events")
    owner_id = models.BigIntegerField(
        help_text="The job's owner, copied so that events are filtered without a join."
    )
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [
            models.Index(fields=["owner_id", "id"], name="jobs_events_of_owner"),
            models.Index(fields=["created_at"], name="jobs_events_by_age"),
        ]

    def __str__(self) -> str:
        return f"event {self.id} of job {self.job_id}"


class WorkerHeartbeat(models.Model):
    """A worker that lives, or lived a moment ago. Removed when it ends in order."""

    id = models.CharField(primary_key=True, max_length=120)
    dispatcher = models.CharField(max_length=16, help_text="local or celery.")
    slots = models.JSONField(default=dict, help_text="Lane -> how many jobs at once.")
    started_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.id


class EventTicket(models.Model):
    """A one-time right to open the event socket. Only the hash of the ticket is stored."""

    digest = models.CharField(primary_key=True, max_length=64)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"event ticket of user {self.owner_id}"
