"""Generations, and the tracks that came of them."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from klangwerk.studio.common.models import UuidModel
from klangwerk.studio.library.models import Asset

NAME_CHARS_MAX = 100


class TrackType(models.TextChoices):
    """What a track is of its generation."""

    MAIN = "main", "main"  # the mastered mix
    BASS = "bass", "bass"
    CHORDS = "chords", "chords"
    MELODY = "melody", "melody"
    PERCUSSION = "percussion", "percussion"


class Generation(models.Model):
    """One prompt that was composed: what was asked for, what was understood, and the score as MIDI."""

    id = models.UUIDField(primary_key=True, editable=False, help_text="Also the id of the job that made it.")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="generations")
    prompt = models.TextField()
    genre = models.CharField(max_length=32)
    bpm = models.FloatField()
    key = models.CharField(max_length=32)
    looping = models.BooleanField(default=False)
    seed = models.PositiveBigIntegerField()
    model = models.CharField(max_length=64)
    format = models.CharField(max_length=8)
    metadata = models.JSONField(default=dict, help_text="As clients see it; its keys are not renamed.")
    midi = models.BinaryField(help_text="A Standard MIDI File.")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering: ClassVar = ["-created_at", "-id"]
        indexes: ClassVar = [
            models.Index(fields=["owner", "-created_at", "-id"], name="music_generations_of_owner")
        ]

    objects: ClassVar[models.Manager[Generation]] = models.Manager()

    def __str__(self) -> str:
        return self.prompt[:60]


class Track(UuidModel):
    """One sound of a generation. What long lists are filtered and sorted by stands here, under indexes."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="tracks")
    generation = models.ForeignKey(Generation, on_delete=models.CASCADE, related_name="tracks")
    asset = models.OneToOneField(Asset, on_delete=models.CASCADE, related_name="track")
    main = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="stems",
        help_text="Of a stem: its mix, while that is there.",
    )
    type = models.CharField(max_length=16, choices=TrackType.choices)
    name = models.CharField(max_length=NAME_CHARS_MAX)
    is_favourite = models.BooleanField(default=False)
    genre = models.CharField(max_length=32)
    bpm = models.FloatField()
    looping = models.BooleanField(default=False)
    duration_s = models.FloatField()
    size_bytes = models.PositiveBigIntegerField()
    crc32 = models.PositiveBigIntegerField(help_text="Of the file, as zip archives want it before the bytes.")
    search_text = models.TextField(
        editable=False, help_text="Name, prompt, genre and key, casefolded: databases fold ASCII at best."
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering: ClassVar = ["-created_at", "-id"]
        # Each reads both ways; `id` makes the order the same on every page.
        indexes: ClassVar = [
            models.Index(fields=["owner", "created_at", "id"], name="music_tracks_by_age"),
            models.Index("owner", Lower("name"), "id", name="music_tracks_by_name"),
            models.Index(fields=["owner", "duration_s", "id"], name="music_tracks_by_duration"),
            models.Index(fields=["owner", "bpm", "id"], name="music_tracks_by_bpm"),
            models.Index(fields=["owner", "size_bytes", "id"], name="music_tracks_by_size"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["generation", "type"], name="music_type_once_per_generation")
        ]

    objects: ClassVar[models.Manager[Track]] = models.Manager()

    def __str__(self) -> str:
        return self.name
