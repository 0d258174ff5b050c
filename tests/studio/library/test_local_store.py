"""Files on disk: whole or not there, private, and nowhere but below their directory."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from klangwerk.studio.library.storage import BadKey, ObjectMissing, StorageUnavailable
from klangwerk.studio.library.storage.local import LocalStore

KEY = "users/1/kick/0190.wav"
DATA = bytes(range(256)) * 1000


@pytest.fixture
def place(tmp_path: Path) -> LocalStore:
    return LocalStore(tmp_path / "deep" / "files")


def put(place: LocalStore, key: str = KEY, data: bytes = DATA) -> None:
    place.put(key, io.BytesIO(data), content_type="audio/wav")


def test_what_was_put_can_be_read(place: LocalStore) -> None:
    put(place)
    assert b"".join(place.read(KEY)) == DATA
    assert b"".join(place.read(KEY, start=1000)) == DATA[1000:]
    assert b"".join(place.read(KEY, start=7, length=100_000)) == DATA[7:100_007]
    assert b"".join(place.read(KEY, start=7, length=0)) == b""
    found = place.stat(KEY)
    assert found is not None
    assert found.size_bytes == len(DATA)
    assert [item.key for item in place.list()] == [KEY]
    assert [item.key for item in place.list("users/2/")] == []


def test_a_second_put_replaces_the_first(place: LocalStore) -> None:
    put(place)
    put(place, data=b"other")
    assert b"".join(place.read(KEY)) == b"other"


def test_delete_says_whether_there_was_something(place: LocalStore) -> None:
    put(place)
    assert place.delete(KEY)
    assert not place.delete(KEY)
    assert place.stat(KEY) is None
    with pytest.raises(ObjectMissing):
        place.read(KEY)


def test_files_and_folders_are_private(place: LocalStore) -> None:
    old = os.umask(0)
    try:
        put(place)
    finally:
        os.umask(old)
    for folder in (place.root, place.root / "users", place.root / "users/1", place.root / "users/1/kick"):
        assert folder.stat().st_mode & 0o777 == 0o700
    assert (place.root / KEY).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "key",
    [
        "",
        "/etc/passwd",
        "../x",
        "a/../../x",
        "a/..",
        "a//b",
        ".incoming/x",
        "a/.hidden",
        "a\\b",
        "a\x00b",
        "a b",
        "x" * 256,
    ],
)
def test_no_key_leads_outside(place: LocalStore, key: str) -> None:
    for call in (
        lambda: put(place, key),
        lambda: place.read(key),
        lambda: place.stat(key),
        lambda: place.delete(key),
    ):
        with pytest.raises(BadKey):
            call()


class Breaks(io.RawIOBase):
    """Gives some bytes, then the disk of the uploader fails."""

    def read(self, size: int = -1) -> bytes:
        if self.tell_calls:
            raise OSError(5, "Input/output error")
        self.tell_calls = True
        return b"half of it"

    tell_calls = False


def test_a_failed_upload_leaves_nothing(place: LocalStore) -> None:
    with pytest.raises(StorageUnavailable):
        place.put(KEY, Breaks(), content_type="audio/wav")  # type: ignore[arg-type]
    assert place.stat(KEY) is None
    assert list(place.leftovers()) == []


def test_a_failed_upload_keeps_what_was_there(place: LocalStore) -> None:
    put(place, data=b"first")
    with pytest.raises(StorageUnavailable):
        place.put(KEY, Breaks(), content_type="audio/wav")  # type: ignore[arg-type]
    assert b"".join(place.read(KEY)) == b"first"


def test_a_killed_upload_leaves_a_leftover_and_no_object(place: LocalStore) -> None:
    script = textwrap.dedent(
        """
        import sys, time
        from pathlib import Path
        from klangwerk.studio.library.storage.local import LocalStore
        class Slow:
            def read(self, size=-1):
                print("reading", flush=True)
                time.sleep(0.05)
                return b"x" * 65536
        LocalStore(Path(sys.argv[1])).put("users/1/kick/slow.wav", Slow(), content_type="audio/wav")
        """
    )
    child = subprocess.Popen(
        [sys.executable, "-c", script, str(place.root)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    for _ in range(3):
        assert child.stdout.readline() == "reading\n"
    child.send_signal(signal.SIGKILL)
    child.wait(10)
    child.stdout.close()
    assert list(place.list()) == []
    (leftover,) = place.leftovers()
    place.discard_leftover(leftover.key)
    assert list(place.leftovers()) == []
    place.discard_leftover(leftover.key)


def test_leftovers_are_all_that_can_be_discarded(place: LocalStore) -> None:
    put(place)
    for key in (KEY, ".incoming/../" + KEY, "../x", ".incoming/"):
        place.discard_leftover(key)
    assert place.stat(KEY) is not None


def test_a_file_in_the_way_is_unavailable_not_a_crash(place: LocalStore) -> None:
    put(place, "users/1/kick", b"a file where a folder belongs")
    with pytest.raises(StorageUnavailable):
        put(place)
    assert place.stat(KEY) is None
    assert not place.delete(KEY)
