"""Presets of the rack, and the files bounced from them."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from klangwerk.studio.common.models import TimeStamped, UuidModel
from klangwerk.studio.kicks.models import Kick
from klangwerk.studio.library.models import Asset
from klangwerk.studio.presets import names, stock

BOUNCE_NAME_CHARS_MAX = 64


# How long the engine lets the name of a sound be, and what it knows; it is not loaded for this (see `stock`).
SOUND_NAME_CHARS_MAX = 100
ENDINGS = ("loop", "tail")
LAYERS = ("kick", "noise", "reverb")


class Preset(UuidModel, TimeStamped):
    """All settings of the rack under a name. One without a user came with Klangwerk and belongs to nobody."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="presets"
    )
    preset_name = models.CharField(max_length=names.NAME_CHARS_MAX)
    is_shared = models.BooleanField(default=False, help_text="Everybody sees it; only an admin changes it.")
    bpm = models.PositiveSmallIntegerField()
    kick_sample = models.CharField(
        max_length=SOUND_NAME_CHARS_MAX, null=True, blank=True, help_text="A stock kick; or choose a kick."
    )
    # Not the database's to say what happens when the kick goes: `receivers` says it, before the row is deleted.
    kick = models.ForeignKey(Kick, on_delete=models.DO_NOTHING, null=True, blank=True, related_name="presets")
    kick_len = models.FloatField()
    kick_dist_amt = models.FloatField()
    kick_ott_amt = models.FloatField()
    noise_sample = models.CharField(max_length=SOUND_NAME_CHARS_MAX)
    noise_low_pass_freq = models.FloatField()
    noise_high_pass_freq = models.FloatField()
    noise_volume = models.FloatField()
    reverb_sample = models.CharField(max_length=SOUND_NAME_CHARS_MAX)
    reverb_low_pass_freq = models.FloatField()
    reverb_high_pass_freq = models.FloatField()
    reverb_volume = models.FloatField()
    master_ott_amt = models.FloatField()
    master_dist_amt = models.FloatField()
    master_limiter_amt = models.FloatField()

    class Meta:
        ordering: ClassVar = ["preset_name", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "preset_name"], name="presets_name_once_per_user"),
            models.UniqueConstraint(
                fields=["preset_name"], condition=Q(user__isnull=True), name="presets_name_once_of_nobody"
            ),
            models.CheckConstraint(
                condition=Q(kick__isnull=True, kick_sample__isnull=False)
                | Q(kick__isnull=False, kick_sample__isnull=True),
                name="presets_one_kick",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["preset_name"], condition=Q(is_shared=True), name="presets_shared")
        ]

    objects: ClassVar[models.Manager[Preset]] = models.Manager()

    def __str__(self) -> str:
        return self.preset_name

    def clean(self) -> None:
        """What the admin's form checks beyond the single fields; the API's serializers do it in their own way."""
        wrong: dict[str, str] = {}
        try:
            self.preset_name = names.cleaned(self.preset_name or "")
        except ValueError as error:
            wrong["preset_name"] = str(error)
        # Django leaves out constraints with a column that the form does not have, as the user is.
        if (
            Preset.objects.filter(user=self.user_id, preset_name=self.preset_name)
            .exclude(pk=self.pk)
            .exists()
        ):
            wrong["preset_name"] = "There is a preset of this name."
        wrong |= stock.wrong_numbers(self)
        self.kick_sample = self.kick_sample or None
        if (self.kick_sample is None) == (self.kick_id is None):
            wrong["kick_sample"] = "A preset has a stock kick or another kick, one of the two."
        for layer in LAYERS:
            field = f"{layer}_sample"
            name = getattr(self, field)
            if name and (problem := stock.problem_with(layer, name)) is not None:
                wrong[field] = problem
        if wrong:
            raise ValidationError(wrong)


class Bounce(UuidModel):
    """Some bars of the rack as a file, and what the rack was set to."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="bounces")
    asset = models.OneToOneField(Asset, on_delete=models.CASCADE, related_name="bounce")
    name = models.CharField(max_length=BOUNCE_NAME_CHARS_MAX)
    preset = models.JSONField(help_text="What the rack was set to.")
    bpm = models.PositiveSmallIntegerField()
    bars = models.PositiveSmallIntegerField()
    ending = models.CharField(max_length=8, choices=[(ending, ending) for ending in ENDINGS])
    muted = models.JSONField(default=list, blank=True)
    soloed = models.JSONField(default=list, blank=True)
    format = models.CharField(max_length=8)
    bit_depth = models.PositiveSmallIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-created_at", "-id"]
        indexes: ClassVar = [
            models.Index(fields=["owner", "-created_at", "-id"], name="presets_bounces_of_owner")
        ]

    objects: ClassVar[models.Manager[Bounce]] = models.Manager()

    def __str__(self) -> str:
        return self.name


class BounceStem(models.Model):
    """One layer of a bounce as it enters the master, as long as the mix and aligned with it."""

    bounce = models.ForeignKey(Bounce, on_delete=models.CASCADE, related_name="stems")
    layer = models.CharField(max_length=8, choices=[(layer, layer) for layer in LAYERS])
    asset = models.OneToOneField(Asset, on_delete=models.CASCADE, related_name="bounce_stem")

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["bounce", "layer"], name="presets_stem_once_per_bounce")
        ]

    objects: ClassVar[models.Manager[BounceStem]] = models.Manager()

    def __str__(self) -> str:
        return f"{self.bounce} {self.layer}"
