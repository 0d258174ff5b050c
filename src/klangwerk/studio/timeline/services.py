"""What is done with projects: begin one, save one, rename one, delete one."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone

from klangwerk.studio.accounts.models import User
from klangwerk.studio.common.errors import Conflict, InvalidInput
from klangwerk.studio.kicks import ledger
from klangwerk.studio.timeline import allowance, codes, selectors, sounds
from klangwerk.studio.timeline.content import Content
from klangwerk.studio.timeline.models import Project

_NAMED_IN_MESSAGE = 5


def project_create(*, user: User, content: Content) -> Project:
    """Begin a project. Raises LimitReached, InvalidInput for a clip of a sound that is not the user's."""
    with transaction.atomic():
        ledger.lock(user.pk)
        allowance.check_kept(user)
        _check_sounds(user, content)
        project = Project.objects.create(owner=user, **content.to_row())
        sounds.remember(project.pk, content.asset_ids())
    return project


def project_save(*, user: User, project_id: uuid.UUID, version: int, content: Content) -> Project:
    """Store the whole project, made from `version`. Raises NotFound, Conflict when it was saved since, InvalidInput."""
    with transaction.atomic():
        ledger.lock(user.pk)  # no sound is deleted between our look at it and our commit
        project = selectors.project_get(owner=user, project_id=project_id)
        _check_version(project, version)
        _check_sounds(user, content, project=project)
        _change(project, content.to_row())
        sounds.remember(project.pk, content.asset_ids())
        return selectors.project_get(owner=user, project_id=project_id)


def project_update(
    *, user: User, project_id: uuid.UUID, name: str | None = None, version: int | None = None
) -> Project:
    """Rename. Raises NotFound, Conflict when it is not at the given version any more."""
    with transaction.atomic():
        ledger.lock(user.pk)
        project = selectors.project_get(owner=user, project_id=project_id)
        if version is not None:
            _check_version(project, version)
        if name is not None:
            _change(project, {"name": name})
        return selectors.project_get(owner=user, project_id=project_id)


def project_delete(*, user: User, project_id: uuid.UUID) -> None:
    """The sounds of the catalog stay. Raises NotFound."""
    with transaction.atomic():
        ledger.lock(user.pk)  # no other project begins to use its imported sounds while we look
        selectors.project_get(owner=user, project_id=project_id).delete()


def _change(project: Project, columns: dict[str, Any]) -> None:
    """The next version. Conditional in the row itself: whoever else read this version comes too late."""
    mine = Project.objects.filter(pk=project.pk, version=project.version)
    if not mine.update(**columns, version=project.version + 1, updated_at=timezone.now()):
        raise _conflict(selectors.project_get(owner=project.owner, project_id=project.pk))


def _check_version(project: Project, version: int) -> None:
    if project.version != version:
        raise _conflict(project)


def _conflict(project: Project) -> Conflict:
    return Conflict(
        "This project was saved in another window meanwhile. Load it again, or save yours as a new one.",
        code=codes.VERSION_CONFLICT,
        extra={"version": project.version},
    )


def _check_sounds(user: User, content: Content, *, project: Project | None = None) -> None:
    unknown = sounds.unknown(user.pk, content.asset_ids(), project=project)
    if not unknown:
        return
    wrong = [clip for clip in content.clips() if clip["asset_id"] in unknown]
    messages = [
        f"The clip “{clip['name'] or clip['id']}” uses a sound that is not there, or not yours."
        for clip in wrong[:_NAMED_IN_MESSAGE]
    ]
    raise InvalidInput(messages[0], fields={"tracks": messages})
