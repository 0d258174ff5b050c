"""What the doctor says of files that are part of nothing."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from functools import partial

from django.db.models import QuerySet

from klangwerk.studio.library.doctor import Finding
from klangwerk.studio.library.models import Asset


def stray_findings(strays: QuerySet[Asset], *, code: str, message: str) -> Iterator[Finding]:
    """A finding for each of these assets. Mending deletes it if the query still finds it by then."""
    for asset in strays:
        yield Finding(
            code=code,
            subject=asset.storage_key,
            message=message,
            mending="Deletes it.",
            mend=partial(_delete_if_still_stray, strays, asset.pk),
        )


def _delete_if_still_stray(strays: QuerySet[Asset], asset_id: uuid.UUID) -> None:
    for asset in strays.filter(pk=asset_id):
        asset.delete()
