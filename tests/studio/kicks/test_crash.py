"""kill -9 between the upload and the row: nothing is lost, nothing is made twice, and the doctor sweeps up."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.studio.job_files import files, lease_lost, worker_killed

if TYPE_CHECKING:
    from klangwerk.studio.accounts.models import User

pytestmark = pytest.mark.django_db(transaction=True)

# The file is stored, the row is not (or not committed).
ARM = """
from klangwerk.studio.kicks import handler, storing

if moment == "before the row":
    handler.kick_commit = die
else:
    storing.ledger.spend = die
"""


@pytest.mark.parametrize("moment", ["before the row", "before the commit"])
def test_killed_between_upload_and_row(
    alice: User,
    work: Callable[[], int],
    media_root: Path,
    process_environment: dict[str, str],
    moment: str,
) -> None:
    from klangwerk.studio.kicks.allowance import allowance_of
    from klangwerk.studio.kicks.models import Kick, UsageEntry
    from klangwerk.studio.kicks.order import KickOrder
    from klangwerk.studio.kicks.services import kick_order
    from klangwerk.studio.library import doctor
    from klangwerk.studio.library.models import Asset

    job = kick_order(user=alice, order=KickOrder(seed=9, prompt="deep")).job
    worker_killed(ARM, moment=moment, root=media_root, environment=process_environment)
    orphan = files(media_root)
    assert len(orphan) == 1
    assert (Kick.objects.count(), Asset.objects.count()) == (0, 0)
    assert allowance_of(alice).remaining_today == 9, "reserved while the job may still come"

    lease_lost(job)
    assert work() == 1
    job.refresh_from_db()
    assert (job.status, job.attempts) == ("completed", 2)
    kick = Kick.objects.get()
    assert kick.seed == 9
    assert UsageEntry.objects.get().state == "spent"
    assert len(files(media_root)) == 2

    old = time.time() - 7200
    for path in files(media_root):
        os.utime(path, (old, old))
    findings = doctor.check()
    assert [finding.code for finding in findings] == ["file_without_row"]
    doctor.mend(findings)
    assert files(media_root) == [media_root / kick.asset.storage_key]
    assert doctor.check(deep=True) == []
