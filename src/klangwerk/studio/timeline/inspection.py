"""What the doctor looks at in projects."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from functools import partial

from django.db.models import QuerySet

from klangwerk.studio.library.doctor import Examination, Finding
from klangwerk.studio.library.models import Asset
from klangwerk.studio.timeline import sounds

ASSET_KIND = "import"


def check_imports(how: Examination) -> Iterator[Finding]:
    """Imported sounds that nothing can reach: whose row is lost, and those that their last project let go of."""
    del how
    for asset in _strays():
        yield Finding(
            code="import_stray",
            subject=asset.storage_key,
            message="This file of an imported project belongs to none.",
            mending="Deletes it.",
            mend=partial(_delete_if_still_stray, asset.pk),
        )


def _strays() -> QuerySet[Asset]:
    lost = Asset.objects.filter(kind=ASSET_KIND, imported_sound__isnull=True)
    unused = Asset.objects.filter(imported_sound__in=sounds.imported_and_unused())
    return (lost | unused).defer("peaks", "provenance")


def _delete_if_still_stray(asset_id: uuid.UUID) -> None:
    for asset in _strays().filter(pk=asset_id):
        asset.delete()
