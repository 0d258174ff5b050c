"""What a crash leaves is found, explained and mended; what is in use is left alone."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

if TYPE_CHECKING:
    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.library.models import Asset
    from klangwerk.studio.library.services import StagedAsset

pytestmark = pytest.mark.django_db


def codes(**how: object) -> list[str]:
    from klangwerk.studio.library import doctor

    return sorted(finding.code for finding in doctor.check(**how))  # type: ignore[arg-type]


def mend(**how: object) -> list[str]:
    from klangwerk.studio.library import doctor

    return sorted(finding.code for finding in doctor.mend(doctor.check(**how)))  # type: ignore[arg-type]


def age(path: Path, *, by_s: float = 7200) -> None:
    old = time.time() - by_s
    os.utime(path, (old, old))


def test_a_healthy_library_has_no_findings(asset: Asset) -> None:
    assert codes(deep=True) == []


def test_an_upload_whose_row_was_never_written(
    alice: User, asset: Asset, stage: Callable[..., StagedAsset], media_root: Path
) -> None:
    """The worker was killed between the upload and the row."""
    staged = stage(alice)
    assert codes() == [], "it may belong to a job that is about to finish"
    age(media_root / staged.storage_key)
    age(media_root / asset.storage_key)
    assert codes() == ["file_without_row"]
    assert mend() == ["file_without_row"]
    assert codes() == []
    assert not (media_root / staged.storage_key).exists()
    assert (media_root / asset.storage_key).exists()


def test_a_row_that_comes_while_the_doctor_thinks_keeps_its_file(
    alice: User, stage: Callable[..., StagedAsset], media_root: Path
) -> None:
    from klangwerk.studio.library import doctor
    from klangwerk.studio.library.services import asset_commit

    staged = stage(alice)
    age(media_root / staged.storage_key)
    findings = doctor.check()
    asset_commit(staged)
    doctor.mend(findings)
    assert (media_root / staged.storage_key).exists()


def test_a_row_whose_file_is_lost(asset: Asset, media_root: Path) -> None:
    (media_root / asset.storage_key).unlink()
    assert mend() == ["row_without_file"]
    assert not type(asset).objects.exists()
    assert codes() == []


def test_the_wrong_store_deletes_no_rows(
    alice: User, stage: Callable[..., StagedAsset], media_root: Path, settings: object, tmp_path: Path
) -> None:
    """A disk that is not mounted, a changed KLANGWERK_HOME: all files seem lost."""
    from klangwerk.studio.library.models import Asset
    from klangwerk.studio.library.services import asset_commit

    for _ in range(6):
        asset_commit(stage(alice))
    media_root.rename(tmp_path / "elsewhere")
    assert codes() == ["store_is_another"]
    assert mend() == []
    assert Asset.objects.count() == 6


def test_a_file_of_another_size_and_one_that_was_changed(
    alice: User, asset: Asset, stage: Callable[..., StagedAsset], media_root: Path
) -> None:
    from klangwerk.studio.library.services import asset_commit

    other = asset_commit(stage(alice))
    with (media_root / asset.storage_key).open("ab") as file:
        file.write(b"more")
    with (media_root / other.storage_key).open("r+b") as file:
        file.seek(1000)
        file.write(b"\xff\xfe\xfd")
    assert codes() == ["size_mismatch"]
    assert codes(deep=True) == ["checksum_mismatch", "size_mismatch"]
    assert mend(deep=True) == [], "only a backup helps here"


def test_leftovers_of_uploads(asset: Asset, media_root: Path) -> None:
    leftover = media_root / ".incoming" / "tmpabc"
    leftover.write_bytes(b"half")
    assert codes() == []
    age(leftover)
    assert mend() == ["upload_leftover"]
    assert not leftover.exists()


def test_a_stuck_job_is_queued_again(alice: User) -> None:
    from klangwerk.studio.jobs.models import Job
    from klangwerk.studio.jobs.services import job_create
    from klangwerk.studio.jobs.status import JobStatus

    job = job_create(owner=alice, kind="kick.generate", params={})
    Job.objects.filter(pk=job.pk).update(
        status=JobStatus.PROCESSING,
        attempts=1,
        lease_owner="gone",
        lease_expires_at=timezone.now() - timedelta(hours=1),
    )
    assert codes() == ["job_stuck"]
    assert mend() == ["job_stuck"]
    job.refresh_from_db()
    assert job.status == JobStatus.QUEUED
    assert codes() == []


def test_a_store_that_is_away_is_a_finding(asset: Asset, settings: object, tmp_path: Path) -> None:
    from klangwerk.studio.library import doctor
    from klangwerk.studio.library.storage.s3 import S3Address

    settings.KLANGWERK_STORAGE = S3Address(  # type: ignore[attr-defined]
        endpoint_url="http://127.0.0.1:9", bucket="none", access_key="a", secret_key="b", region="us-east-1"
    )
    assert codes() == ["storage_unavailable"]
    (finding,) = doctor.check()
    assert "127.0.0.1:9" in finding.subject
    assert finding.mend is None


def test_strange_names_on_disk_do_not_stop_the_doctor(asset: Asset, media_root: Path) -> None:
    stranger = media_root / "users" / "what is this?.txt"
    stranger.write_bytes(b"left by a person")
    age(stranger)
    assert codes() == ["foreign_file"]
    assert mend() == []
    assert stranger.exists(), "it is not ours to delete"
