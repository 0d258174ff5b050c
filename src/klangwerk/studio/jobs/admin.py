"""Jobs in the admin: to look at, and to cancel."""

from __future__ import annotations

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from klangwerk.studio.common.admin import LookOnlyAdmin
from klangwerk.studio.common.errors import Conflict
from klangwerk.studio.jobs import services
from klangwerk.studio.jobs.models import Job, WorkerHeartbeat


@admin.register(Job)
class JobAdmin(LookOnlyAdmin):
    """All jobs of all users; retention deletes them."""

    list_display = (
        "id",
        "kind",
        "title",
        "owner",
        "status",
        "progress",
        "step",
        "attempts",
        "created_at",
        "finished_at",
    )
    list_filter = ("status", "lane", "kind")
    search_fields = ("id", "title", "owner__username")
    date_hierarchy = "created_at"
    list_select_related = ("owner",)
    actions = ("cancel",)

    def has_cancel_permission(self, request: HttpRequest) -> bool:
        """Whoever might change jobs, if jobs could be changed."""
        return request.user.has_perm("jobs.change_job")

    @admin.action(description="Cancel the selected jobs", permissions=["cancel"])
    def cancel(self, request: HttpRequest, jobs: QuerySet[Job]) -> None:
        """Queued ones at once, running ones at their next step."""
        done = over = 0
        for job in jobs:
            try:
                services.job_cancel(job=job)
                done += 1
            except Conflict:
                over += 1
        if done:
            self.message_user(request, f"{done} cancelled, or asked to stop.", messages.SUCCESS)
        if over:
            self.message_user(request, f"{over} were over already.", messages.WARNING)


@admin.register(WorkerHeartbeat)
class WorkerHeartbeatAdmin(LookOnlyAdmin):
    """The workers that live."""

    list_display = ("id", "dispatcher", "slots", "started_at", "seen_at")
