"""Finds what a crash left behind, and mends what can be mended without losing anything.

Apps above register checks of their own; `klangwerk doctor` prints what all of them find.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models.functions import Now
from django.utils import timezone

from klangwerk.studio.jobs import state
from klangwerk.studio.jobs.models import Job
from klangwerk.studio.jobs.status import JobStatus
from klangwerk.studio.library.models import Asset
from klangwerk.studio.library.storage import ObjectMissing, ObjectStore, StorageUnavailable, is_key, store

GRACE_S = 3600.0  # a file this young may belong to a job that is about to write its row
_STUCK_S = 60.0  # workers reap expired leases every few seconds; a minute later nobody does
_LOST_SHARE = 0.5  # if more than this is missing, the store is the wrong one rather than the rows
_LOST_MIN = 5
_ROWS_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that is not as it should be.

    `mending` says what `mend` would do, for a person to decide; it is empty where only a person can help.
    """

    code: str
    subject: str
    message: str
    mending: str = ""
    mend: Callable[[], None] | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """How closely to look. `deep` reads every file and compares checksums."""

    deep: bool = False
    grace_s: float = GRACE_S


Check = Callable[[Examination], Iterable[Finding]]

_registered: list[Check] = []


def register(check: Check) -> None:
    """Called from an app's `ready`."""
    if check not in _registered:
        _registered.append(check)


def check(*, deep: bool = False, grace_s: float = GRACE_S) -> list[Finding]:
    """All findings. Changes nothing."""
    how = Examination(deep=deep, grace_s=grace_s)
    return [finding for look in (check_files, check_jobs, *_registered) for finding in look(how)]


def mend(findings: Iterable[Finding]) -> list[Finding]:
    """Mend what can be mended; returns what was. Safe to repeat and beside a running studio."""
    mended = []
    for finding in findings:
        if finding.mend is not None:
            finding.mend()
            mended.append(finding)
    return mended


def check_files(how: Examination) -> Iterator[Finding]:
    """Rows and files that do not match."""
    place = store()
    try:
        sizes = {found.key: found.size_bytes for found in place.list()}
        yield from _rows(place, sizes, how)
        yield from _strangers(place, how)
        yield from _leftovers(place, how)
    except StorageUnavailable as error:
        yield Finding(code="storage_unavailable", subject=place.describe(), message=str(error))


def _rows(place: ObjectStore, sizes: dict[str, int], how: Examination) -> Iterator[Finding]:
    rows = Asset.objects.only("id", "storage_key", "size_bytes", "sha256").order_by("id")
    total, missing = 0, []
    for asset in rows.iterator(chunk_size=_ROWS_AT_ONCE):
        total += 1
        size_bytes = sizes.get(asset.storage_key)
        if size_bytes is None:
            missing.append(asset)
        elif size_bytes != asset.size_bytes:
            yield _damaged(asset, "size_mismatch", f"has {size_bytes} bytes instead of {asset.size_bytes}")
        elif how.deep and not _is_whole(place, asset):
            yield _damaged(asset, "checksum_mismatch", "was changed: its checksum is wrong")
    # A row written after the files were listed has its file all the same: look again, one by one.
    missing = [asset for asset in missing if place.stat(asset.storage_key) is None]
    if len(missing) >= _LOST_MIN and len(missing) > total * _LOST_SHARE:
        yield Finding(
            code="store_is_another",
            subject=place.describe(),
            message=f"{len(missing)} of {total} files are missing. Is this the right store? See KLANGWERK_HOME and "
            "STORAGE_URL. Nothing is mended until most files are there.",
        )
        return
    yield from (_lost(asset) for asset in missing)


def _lost(asset: Asset) -> Finding:
    return Finding(
        code="row_without_file",
        subject=asset.storage_key,
        message="The file of this sound is gone.",
        mending="Deletes the row and what depends on it; restore the file from a backup to keep them.",
        mend=lambda: _delete_if_still_lost(asset.pk),
    )


def _delete_if_still_lost(asset_id: uuid.UUID) -> None:
    asset = Asset.objects.filter(pk=asset_id).first()
    if asset is not None and store().stat(asset.storage_key) is None:
        asset.delete()


def _damaged(asset: Asset, code: str, what: str) -> Finding:
    return Finding(
        code=code,
        subject=asset.storage_key,
        message=f"The file of this sound {what}. Restore it from a backup, or delete the sound in the studio.",
    )


def _is_whole(place: ObjectStore, asset: Asset) -> bool:
    digest = hashlib.sha256()
    try:
        for chunk in place.read(asset.storage_key):
            digest.update(chunk)
    except ObjectMissing:  # deleted while we read
        return True
    return digest.hexdigest() == asset.sha256


def _strangers(place: ObjectStore, how: Examination) -> Iterator[Finding]:
    """Files without a row: uploads whose row was never written, deletions that stopped half-way."""
    old = timezone.now() - timedelta(seconds=how.grace_s)
    batch: list[str] = []
    for found in place.list():
        if found.modified_at < old:
            batch.append(found.key)
        if len(batch) == _ROWS_AT_ONCE:
            yield from _without_row(place, batch)
            batch = []
    yield from _without_row(place, batch)


def _without_row(place: ObjectStore, keys: list[str]) -> Iterator[Finding]:
    known = set(Asset.objects.filter(storage_key__in=keys).values_list("storage_key", flat=True))
    for key in keys:
        if key not in known and not is_key(key):
            yield Finding(
                code="foreign_file",
                subject=key,
                message="The studio did not put this file here. Move it elsewhere.",
            )
        elif key not in known:
            yield Finding(
                code="file_without_row",
                subject=key,
                message="No sound in the library has this file.",
                mending="Deletes the file.",
                mend=lambda key=key: _delete_if_still_unknown(place, key),  # type: ignore[misc]
            )


def _delete_if_still_unknown(place: ObjectStore, key: str) -> None:
    if not Asset.objects.filter(storage_key=key).exists():
        place.delete(key)


def _leftovers(place: ObjectStore, how: Examination) -> Iterator[Finding]:
    old = timezone.now() - timedelta(seconds=how.grace_s)
    for found in place.leftovers():
        if found.modified_at < old:
            yield Finding(
                code="upload_leftover",
                subject=found.key,
                message="An upload that never ended.",
                mending="Deletes it.",
                mend=lambda key=found.key: place.discard_leftover(key),  # type: ignore[misc]
            )


def check_jobs(how: Examination) -> Iterator[Finding]:
    """Jobs whose worker is gone and that no other worker took over."""
    del how
    stuck = Job.objects.filter(
        status=JobStatus.PROCESSING, lease_expires_at__lt=Now() - timedelta(seconds=_STUCK_S)
    )
    for job in stuck:
        yield Finding(
            code="job_stuck",
            subject=str(job.pk),
            message=f"The worker of this job ({job.kind}) is gone, and none took it over. Is a worker running?",
            mending="Queues the job again, or ends it when it was tried often enough.",
            mend=_reap,
        )


def _reap() -> None:
    state.reap()
