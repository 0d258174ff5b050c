"""Abstract bases of the studio's tables, and the one table that the common app owns."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from klangwerk.studio.common.ids import uuid7


class UuidModel(models.Model):
    """A row whose key cannot be guessed or counted."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)

    class Meta:
        abstract = True


class TimeStamped(models.Model):
    """A row that knows when it was made and last changed."""

    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True


class ThrottleWindow(models.Model):
    """The recent attempts of one caller at one thing; shared by all processes. See `throttling`."""

    key = models.CharField(max_length=64, primary_key=True)
    hits = models.JSONField(default=list)
    expires_at = models.FloatField(db_index=True)

    class Meta:
        verbose_name = "throttle window"

    objects: ClassVar[models.Manager[ThrottleWindow]] = models.Manager()

    def __str__(self) -> str:
        return f"{self.key[:12]}… {len(self.hits)}"
