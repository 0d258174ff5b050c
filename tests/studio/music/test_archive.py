"""Zip archives that are streamed: readable by others, of the size that was said."""

from __future__ import annotations

import io
import subprocess
import zipfile
import zlib
from datetime import UTC, datetime
from pathlib import Path
from shutil import which

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klangwerk.studio.music.archive import Archive, Entry

AT = datetime(2026, 5, 1, 12, 30, 42, tzinfo=UTC)
FILES = {"main.wav": b"RIFF" * 1000, "Über – bass.wav": b"", "track.mid": bytes(range(256))}


def archive(files: dict[str, bytes], at: datetime = AT) -> Archive:
    return Archive(
        [
            Entry(
                name=name, size_bytes=len(data), crc32=zlib.crc32(data), read=lambda data=data: iter([data])
            )
            for name, data in files.items()
        ],
        at,
    )


@given(
    st.dictionaries(
        st.text(st.characters(codec="utf-8", exclude_characters="\x00/"), min_size=1, max_size=20),
        st.binary(max_size=300),
        max_size=6,
    )
)
@settings(max_examples=30, deadline=None)
def test_python_reads_back_what_went_in(files: dict[str, bytes]) -> None:
    made = archive(files)
    data = b"".join(made.stream())
    assert len(data) == made.size_bytes
    with zipfile.ZipFile(io.BytesIO(data)) as read:
        assert read.testzip() is None
        assert {entry.filename: read.read(entry) for entry in read.infolist()} == files


def test_sizes_and_checksums_stand_in_front() -> None:
    data = b"".join(archive(FILES).stream())
    flags = int.from_bytes(data[6:8], "little")
    assert not flags & 1 << 3, (
        "no data descriptor: readers of streams could not tell where a stored entry ends"
    )
    assert int.from_bytes(data[14:18], "little") == zlib.crc32(FILES["main.wav"])
    assert int.from_bytes(data[18:22], "little") == len(FILES["main.wav"])
    with zipfile.ZipFile(io.BytesIO(data)) as read:
        assert read.infolist()[0].date_time == (2026, 5, 1, 12, 30, 42)


def test_unzip_takes_it(tmp_path: Path) -> None:
    if which("unzip") is None:
        pytest.skip("unzip is not installed")
    (tmp_path / "a.zip").write_bytes(b"".join(archive(FILES).stream()))
    subprocess.run(["unzip", "-tq", tmp_path / "a.zip"], check=True, capture_output=True)


def test_a_time_before_zip_was_made() -> None:
    data = b"".join(archive(FILES, datetime(1971, 1, 1, tzinfo=UTC)).stream())
    with zipfile.ZipFile(io.BytesIO(data)) as read:
        assert read.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


def test_four_gigabytes_are_refused() -> None:
    huge = Archive([Entry(name="x", size_bytes=2**32, crc32=0, read=lambda: iter([]))], AT)
    with pytest.raises(ValueError, match="4 GB"):
        _ = huge.size_bytes
