"""Projects: arrangements as documents, and which sounds they use."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from klangwerk.studio.common.models import TimeStamped, UuidModel
from klangwerk.studio.library.models import Asset
from klangwerk.studio.timeline import limits


class Project(UuidModel, TimeStamped):
    """An arrangement. Each save raises `version`; whoever saves says which version it was made from."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="projects")
    name = models.CharField(max_length=limits.PROJECT_NAME_CHARS_MAX)
    version = models.PositiveIntegerField(default=1)
    bpm = models.FloatField(default=limits.BPM_DEFAULT)
    beats_per_bar = models.PositiveSmallIntegerField(default=limits.BEATS_PER_BAR_DEFAULT)
    document = models.JSONField(help_text="Loop, tracks and clips, as `serializers` has them.")
    track_count = models.PositiveIntegerField(default=0)
    clip_count = models.PositiveIntegerField(default=0)
    duration_s = models.FloatField(default=0.0, help_text="Where the last clip ends.")

    class Meta:
        ordering: ClassVar = ["-updated_at", "-id"]
        indexes: ClassVar = [
            models.Index(fields=["owner", "-updated_at", "-id"], name="timeline_projects_of_owner")
        ]

    objects: ClassVar[models.Manager[Project]] = models.Manager()

    def __str__(self) -> str:
        return self.name


class ProjectSound(models.Model):
    """A project has clips of this asset. Not a foreign key: a document outlives its sounds, whose clips fall silent."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="sounds")
    asset_id = models.UUIDField(db_index=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["project", "asset_id"], name="timeline_sound_once_per_project")
        ]

    objects: ClassVar[models.Manager[ProjectSound]] = models.Manager()

    def __str__(self) -> str:
        return f"{self.asset_id} in {self.project_id}"


class ImportedSound(models.Model):
    """A sound that came with a project from a file and is in no catalog. It goes with the last project that uses it."""

    asset = models.OneToOneField(Asset, on_delete=models.CASCADE, related_name="imported_sound")
    project = models.ForeignKey(
        Project,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="imported_sounds",
        help_text="It came with this one, which may have no clip of it just now. Empty once that is deleted.",
    )
    name = models.CharField(max_length=limits.NAME_CHARS_MAX)
    type = models.CharField(max_length=16, choices=[(type, type) for type in limits.TRACK_TYPES])

    objects: ClassVar[models.Manager[ImportedSound]] = models.Manager()

    def __str__(self) -> str:
        return self.name
