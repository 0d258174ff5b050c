"""Reading projects."""

from __future__ import annotations

import uuid

from django.db.models import QuerySet

from klangwerk.studio.accounts.models import User
from klangwerk.studio.common.errors import NotFound
from klangwerk.studio.timeline.models import Project


def project_list(*, owner: User) -> QuerySet[Project]:
    """The owner's projects, the one saved last first, without their documents."""
    return Project.objects.filter(owner=owner).defer("document").order_by("-updated_at", "-id")


def project_get(*, owner: User, project_id: uuid.UUID) -> Project:
    """Raises NotFound, for another user's project too."""
    project = Project.objects.filter(owner=owner, pk=project_id).first()
    if project is None:
        raise NotFound("There is no such project, or it is not yours.")
    return project
