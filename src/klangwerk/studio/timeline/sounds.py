"""Which sounds a project uses, and which projects use a sound."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence

from django.db.models import QuerySet

from klangwerk.studio.library.models import Asset
from klangwerk.studio.music.models import Track
from klangwerk.studio.music.usage import Use
from klangwerk.studio.timeline.models import ImportedSound, Project, ProjectSound

KIND = "projects"


def uses_of(tracks: Sequence[Track]) -> list[Use]:
    """The owner's projects with clips of any of these tracks, by name."""
    assets = [track.asset_id for track in tracks]
    projects = Project.objects.filter(
        pk__in=ProjectSound.objects.filter(asset_id__in=assets).values("project_id"),
        owner_id__in={track.owner_id for track in tracks},
    )
    return [
        Use(KIND, str(id), name) for id, name in projects.order_by("name", "id").values_list("id", "name")
    ]


def assets_of(project: Project) -> QuerySet[Asset]:
    """The sounds of a project that are there, with what they are to the catalog."""
    used = ProjectSound.objects.filter(project=project).values("asset_id")
    assets = Asset.objects.filter(owner_id=project.owner_id, pk__in=used)
    return assets.select_related("track", "kick", "bounce", "imported_sound").defer(
        "provenance", "track__search_text", "kick__latent", "bounce__preset"
    )


def unknown(owner_id: int, asset_ids: Collection[str], *, project: Project | None = None) -> set[str]:
    """Those that are neither the owner's, nor in the project already: a sound that was deleted may stay in it."""
    there = Asset.objects.filter(owner_id=owner_id, pk__in=asset_ids).values_list("pk", flat=True)
    found = set(asset_ids) - {str(id) for id in there}
    if found and project is not None:
        kept = ProjectSound.objects.filter(project=project, asset_id__in=found)
        found -= {str(id) for id in kept.values_list("asset_id", flat=True)}
    return found


def remember(project_id: uuid.UUID, asset_ids: Collection[str]) -> None:
    """The project uses these and no others."""
    rows = ProjectSound.objects.filter(project_id=project_id)
    before = {str(id) for id in rows.values_list("asset_id", flat=True)}
    gone = before - set(asset_ids)
    if gone:
        rows.filter(asset_id__in=gone).delete()
    new = sorted(set(asset_ids) - before)
    ProjectSound.objects.bulk_create(ProjectSound(project_id=project_id, asset_id=id) for id in new)


def imported_and_unused() -> QuerySet[ImportedSound]:
    """Sounds whose project is gone and of which no other has a clip."""
    return ImportedSound.objects.filter(project=None).exclude(
        asset_id__in=ProjectSound.objects.values("asset_id")
    )
