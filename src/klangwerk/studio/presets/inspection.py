"""What the doctor looks at in bounces."""

from __future__ import annotations

from collections.abc import Iterator

from klangwerk.studio.library.doctor import Examination, Finding
from klangwerk.studio.library.models import Asset
from klangwerk.studio.library.strays import stray_findings

ASSET_KIND = "bounce"


def check_bounces(how: Examination) -> Iterator[Finding]:
    """Files that belong to no bounce; only a hand in the database parts them."""
    del how
    strays = Asset.objects.filter(kind=ASSET_KIND, bounce__isnull=True, bounce_stem__isnull=True)
    return stray_findings(
        strays.defer("peaks"), code="bounce_stray", message="This file of a bounce belongs to none."
    )
