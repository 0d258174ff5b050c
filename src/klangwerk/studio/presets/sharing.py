"""Presets that everybody sees. Knows no engine: every process loads it, by the admin."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from klangwerk.studio.presets.models import Preset


def presets_share(*, presets: Iterable[Preset], shared: bool) -> int:
    """Show these presets to everybody, or to their owners only. Returns how many changed."""
    ids = [preset.pk for preset in presets]
    return Preset.objects.filter(pk__in=ids, is_shared=not shared).update(
        is_shared=shared, updated_at=timezone.now()
    )
