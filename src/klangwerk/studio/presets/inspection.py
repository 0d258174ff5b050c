"""What the doctor looks at in bounces."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from functools import partial

from django.db.models import QuerySet

from klangwerk.studio.library.doctor import Examination, Finding
from klangwerk.studio.library.models import Asset

ASSET_KIND = "bounce"


def check_bounces(how: Examination) -> Iterator[Finding]:
    """Files that belong to no bounce; only a hand in the database parts them."""
    del how
    for asset in _strays():
        yield Finding(
            code="bounce_stray",
            subject=asset.storage_key,
            message="This file of a bounce belongs to none.",
            mending="Deletes it.",
            mend=partial(_delete_if_still_stray, asset.pk),
        )


def _strays() -> QuerySet[Asset]:
    return Asset.objects.filter(kind=ASSET_KIND, bounce__isnull=True, bounce_stem__isnull=True).defer("peaks")


def _delete_if_still_stray(asset_id: uuid.UUID) -> None:
    for asset in _strays().filter(pk=asset_id):
        asset.delete()
