"""What the doctor looks at in projects."""

from __future__ import annotations

from collections.abc import Iterator

from klangwerk.studio.library.doctor import Examination, Finding
from klangwerk.studio.library.models import Asset
from klangwerk.studio.library.strays import stray_findings
from klangwerk.studio.timeline import sounds

ASSET_KIND = "import"


def check_imports(how: Examination) -> Iterator[Finding]:
    """Imported sounds that nothing can reach: whose row is lost, and those that their last project let go of."""
    del how
    lost = Asset.objects.filter(kind=ASSET_KIND, imported_sound__isnull=True)
    unused = Asset.objects.filter(imported_sound__in=sounds.imported_and_unused())
    return stray_findings(
        (lost | unused).defer("peaks", "provenance"),
        code="import_stray",
        message="This file of an imported project belongs to none.",
    )
