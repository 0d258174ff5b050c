"""A DAWproject file becomes a project, with all its sounds or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO

from django.db import DatabaseError, transaction

from klangwerk.engines.arrangement.dawproject.reading import read
from klangwerk.studio.accounts.models import User
from klangwerk.studio.kicks import ledger
from klangwerk.studio.library import away
from klangwerk.studio.library.models import Asset
from klangwerk.studio.library.services import asset_commit
from klangwerk.studio.timeline import allowance, heavy, services
from klangwerk.studio.timeline.content import Content
from klangwerk.studio.timeline.conversion import converted
from klangwerk.studio.timeline.incoming import Gathering, gather
from klangwerk.studio.timeline.models import ImportedSound, Project


@dataclass(frozen=True, slots=True)
class Imported:
    """The project, and what of the file is not in it, in sentences."""

    project: Project
    left_out: list[str]


def project_import(*, user: User, file: BinaryIO) -> Imported:
    """Take in a file. Raises LimitReached, NotADawproject, ApiError for a sound that cannot be read, Unavailable."""
    allowance.check_kept(user)  # and again when it is stored; but why work for nothing?
    gathered = Gathering()
    try:
        with away.request_refused(), heavy.turn():
            found = read(file)
            gather(found, user, gathered)
        result = converted(found.arrangement, gathered.assets)
        project = _store(user, result.content, gathered)
    except BaseException:
        _take_back(gathered)
        raise
    left_out = dict.fromkeys([*found.left_out, *gathered.left_out, *result.left_out])
    return Imported(project, [f"Left out: {what}." for what in left_out])


def _store(user: User, content: Content, gathered: Gathering) -> Project:
    with transaction.atomic():
        ledger.lock(user.pk)
        assets = [asset_commit(sound.staged) for sound in gathered.stored]
        project = services.project_create(user=user, content=content)
        ImportedSound.objects.bulk_create(
            ImportedSound(asset=asset, project=project, name=sound.name, type=sound.type)
            for asset, sound in zip(assets, gathered.stored, strict=True)
        )
    return project


def _take_back(gathered: Gathering) -> None:
    """The files without a row. Where the database does not say which those are, the doctor finds them later."""
    ids = [sound.staged.id for sound in gathered.stored]
    if not ids:
        return
    try:
        kept = set(Asset.objects.filter(pk__in=ids).values_list("pk", flat=True))
    except DatabaseError:
        return
    for sound in gathered.stored:
        if sound.staged.id not in kept:
            sound.staged.discard()
