"""Kicks, and the ledger of what users have used up."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from klangwerk.studio.common.models import TimeStamped, UuidModel
from klangwerk.studio.jobs.models import Job
from klangwerk.studio.library.models import Asset

NAME_MAX_CHARS = 64


class SourceKind(models.TextChoices):
    """What a kick was made from."""

    PROMPT = "prompt", "a prompt alone"
    VARIATION = "variation", "another kick"
    INTERPOLATION = "interpolation", "two other kicks"


class Kick(UuidModel, TimeStamped):
    """A generated kick with everything that is needed to make it again or to go on from it."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="kicks")
    asset = models.OneToOneField(Asset, on_delete=models.CASCADE, related_name="kick")
    name = models.CharField(max_length=NAME_MAX_CHARS)
    is_favourite = models.BooleanField(default=False)
    is_shared = models.BooleanField(
        default=False, help_text="Everybody's presets may use it; only an admin shares a kick."
    )
    prompt = models.TextField(blank=True)
    seed = models.PositiveBigIntegerField()
    params = models.JSONField(default=dict, help_text="Sliders, steps and cfg_scale as asked for.")
    understood = models.JSONField(default=dict, help_text="What the engine made of the prompt.")
    latent = models.BinaryField(help_text="Where the kick lies in its model; variations start here.")
    model_name = models.CharField(max_length=64)
    model_version = models.CharField(max_length=32)
    source_kind = models.CharField(max_length=16, choices=SourceKind.choices, default=SourceKind.PROMPT)
    source_kick = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    source_other_kick = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    source_strength = models.FloatField(null=True, blank=True)
    source_mix = models.FloatField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-created_at", "-id"]
        indexes: ClassVar = [models.Index(fields=["owner", "-created_at", "-id"], name="kicks_of_owner")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["owner", "name"], name="kicks_name_once_per_owner"),
        ]

    objects: ClassVar[models.Manager[Kick]] = models.Manager()

    def __str__(self) -> str:
        return self.name


class UsageState(models.TextChoices):
    """Where one use of a limit stands."""

    RESERVED = "reserved", "reserved"  # a job is to use it
    SPENT = "spent", "spent"  # a kick came of it; deleting the kick gives nothing back
    REFUNDED = "refunded", "refunded"  # the job failed or was cancelled


class UsageEntry(models.Model):
    """One generation that somebody asked for. Rows are never deleted while their user exists."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="usage_entries")
    kind = models.CharField(max_length=32, help_text="What is counted: kick …")
    day = models.DateField(help_text="The day it counts against, in KLANGWERK_DAY_ZONE.")
    state = models.CharField(max_length=16, choices=UsageState.choices, default=UsageState.RESERVED)
    counts_for_all = models.BooleanField(default=True, help_text="Part of the budget that all users share.")
    job = models.OneToOneField(
        Job, on_delete=models.SET_NULL, null=True, blank=True, related_name="usage_entry"
    )
    idempotency_key = models.CharField(
        max_length=255,
        null=True,
        blank=True,
        help_text="The Idempotency-Key of the request; empty once refunded.",
    )
    request_digest = models.CharField(
        max_length=64, blank=True, help_text="What was asked for under that key."
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "usage entries"
        ordering: ClassVar = ["-created_at", "-id"]
        indexes: ClassVar = [
            models.Index(fields=["user", "kind", "day"], name="kicks_usage_of_day"),
            models.Index(fields=["kind", "day"], name="kicks_usage_of_all"),
            models.Index(
                fields=["created_at"], name="kicks_usage_open", condition=Q(state=UsageState.RESERVED)
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user", "idempotency_key"],
                name="kicks_usage_key_once",
                condition=Q(idempotency_key__isnull=False),
            ),
        ]

    objects: ClassVar[models.Manager[UsageEntry]] = models.Manager()

    def __str__(self) -> str:
        return f"{self.kind} of {self.day} ({self.state})"


class UsageAccount(models.Model):
    """One row a user, written first by whoever changes what the user has: that write is the lock. See `ledger`."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="usage_account"
    )
    changes = models.PositiveBigIntegerField(default=0)

    objects: ClassVar[models.Manager[UsageAccount]] = models.Manager()

    def __str__(self) -> str:
        return f"usage of user {self.user_id}"


class UsageDay(models.Model):
    """How much all users together have used of a day's budget: reserved and spent entries that count for all."""

    kind = models.CharField(max_length=32)
    day = models.DateField()
    used = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["-day", "kind"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["kind", "day"], name="kicks_usage_day_once")]

    objects: ClassVar[models.Manager[UsageDay]] = models.Manager()

    def __str__(self) -> str:
        return f"{self.used} {self.kind} on {self.day}"
