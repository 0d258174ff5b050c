"""Storing and deleting: no order of events leaves a row without its file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from django.db import transaction

from klangwerk.sound import AudioBuffer, AudioError
from klangwerk.sound import io as sound_io

if TYPE_CHECKING:
    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.library.models import Asset
    from klangwerk.studio.library.services import StagedAsset

pytestmark = pytest.mark.django_db

Stage = Callable[..., "StagedAsset"]


def files(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def test_everything_is_measured_once_at_storing(alice: User, stage: Stage, media_root: Path) -> None:
    from klangwerk.studio.library.services import asset_commit

    asset = asset_commit(stage(alice))
    asset.refresh_from_db()
    data = (media_root / asset.storage_key).read_bytes()
    assert asset.storage_key == f"users/{alice.pk}/tone/{asset.id}.wav"
    assert asset.sha256 == hashlib.sha256(data).hexdigest()
    assert asset.size_bytes == len(data)
    assert (asset.sample_rate, asset.channels, asset.format) == (44_100, 2, "wav")
    assert asset.duration_s == pytest.approx(0.5)
    assert asset.true_peak_dbtp == pytest.approx(-6.02, abs=0.1)
    assert asset.lufs is not None
    assert -15 < asset.lufs < -5
    assert 0 < len(asset.peaks) <= 8192
    outline = np.frombuffer(bytes(asset.peaks), dtype=np.int8)
    assert outline.max() == 64
    assert outline.min() == -64


def test_silence_has_no_loudness(alice: User) -> None:
    from klangwerk.studio.library.services import asset_commit, asset_stage

    silent = AudioBuffer(np.zeros((1, 44_100), dtype=np.float32), 44_100)
    asset = asset_commit(asset_stage(owner_id=alice.pk, kind="tone", source=silent, format="wav"))
    assert asset.lufs is None
    assert set(bytes(asset.peaks)) == {0}


def test_a_long_sound_has_a_small_outline(alice: User) -> None:
    from klangwerk.studio.library.services import asset_stage

    long = AudioBuffer(np.full((2, 44_100 * 60), 0.1, dtype=np.float32), 44_100)
    assert (
        len(asset_stage(owner_id=alice.pk, kind="tone", source=long, format="flac").measurements.peaks)
        <= 8192
    )


def test_a_file_is_stored_as_it_is(alice: User, tone: AudioBuffer, tmp_path: Path, media_root: Path) -> None:
    from klangwerk.studio.library.services import asset_commit, asset_stage

    path = tmp_path / "song.flac"
    sound_io.write(tone, path, format="flac", bit_depth=16)
    asset = asset_commit(asset_stage(owner_id=alice.pk, kind="upload", source=path, format="flac"))
    assert (media_root / asset.storage_key).read_bytes() == path.read_bytes()
    assert asset.duration_s == pytest.approx(0.5)


def test_a_file_that_is_no_sound_is_not_stored(alice: User, tmp_path: Path, media_root: Path) -> None:
    from klangwerk.studio.library.services import asset_stage

    path = tmp_path / "song.wav"
    path.write_bytes(b"no sound at all" * 100)
    with pytest.raises(AudioError):
        asset_stage(owner_id=alice.pk, kind="upload", source=path, format="wav")
    assert not media_root.exists() or files(media_root) == []


def test_a_staged_file_has_no_row_until_it_is_committed(alice: User, stage: Stage, media_root: Path) -> None:
    from klangwerk.studio.library.models import Asset

    staged = stage(alice)
    assert files(media_root) == [staged.storage_key]
    assert not Asset.objects.exists()
    staged.discard()
    assert files(media_root) == []
    staged.discard()


@pytest.mark.django_db(transaction=True)
def test_the_file_goes_after_the_row_is_committed(asset: Asset, media_root: Path) -> None:
    from klangwerk.studio.library.services import asset_delete

    with transaction.atomic():
        asset_delete(asset=asset)
        assert files(media_root) != [], "the row might still come back"
    assert files(media_root) == []


@pytest.mark.django_db(transaction=True)
def test_a_deletion_that_is_rolled_back_keeps_the_file(asset: Asset, media_root: Path) -> None:
    from klangwerk.studio.library.models import Asset as Assets
    from klangwerk.studio.library.services import asset_delete

    class Stop(Exception):
        pass

    with pytest.raises(Stop), transaction.atomic():
        asset_delete(asset=asset)
        raise Stop
    assert Assets.objects.count() == 1
    assert files(media_root) == [Assets.objects.get().storage_key]


@pytest.mark.django_db(transaction=True)
def test_a_users_files_go_with_the_user(asset: Asset, alice: User, media_root: Path) -> None:
    alice.delete()
    assert files(media_root) == []


@pytest.mark.django_db(transaction=True)
def test_a_store_that_is_away_does_not_keep_a_row_alive(asset: Asset, media_root: Path) -> None:
    from klangwerk.studio.library.models import Asset as Assets
    from klangwerk.studio.library.services import asset_delete

    # A directory where the file was: the store cannot delete it.
    (media_root / asset.storage_key).unlink()
    (media_root / asset.storage_key).mkdir()
    asset_delete(asset=asset)
    assert not Assets.objects.exists()
