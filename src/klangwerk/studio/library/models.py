"""One row for each stored sound."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from klangwerk.studio.common.models import UuidModel


class Asset(UuidModel):
    """A sound file of a user and all that was measured when it was stored. Never changed afterwards."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="assets")
    kind = models.CharField(
        max_length=32, help_text="What it is: kick, stem, upload …; part of the storage key."
    )
    storage_key = models.CharField(max_length=255, unique=True)
    sha256 = models.CharField(max_length=64)
    size_bytes = models.PositiveBigIntegerField()
    format = models.CharField(max_length=16, help_text="File format as sound.io names it, e.g. wav.")
    sample_rate = models.PositiveIntegerField(help_text="Hz")
    channels = models.PositiveSmallIntegerField()
    duration_s = models.FloatField()
    lufs = models.FloatField(null=True, blank=True, help_text="Integrated loudness; empty for silence.")
    true_peak_dbtp = models.FloatField()
    peaks = models.BinaryField(
        help_text="Outline of the waveform: int8 pairs of lowest and highest, at most 8 KB."
    )
    provenance = models.JSONField(default=dict, blank=True, help_text="What made it; also inside the file.")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering: ClassVar = ["-created_at", "-id"]
        indexes: ClassVar = [
            models.Index(fields=["owner", "kind", "-created_at"], name="library_assets_of_owner")
        ]

    objects: ClassVar[models.Manager[Asset]] = models.Manager()

    def __str__(self) -> str:
        return self.storage_key
