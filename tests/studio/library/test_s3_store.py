"""The same seam on S3: moto's server for the protocol, a strict one of our own for signatures."""

from __future__ import annotations

import io
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from django.conf import LazySettings
from django.test import Client

from klangwerk.studio.config import env
from klangwerk.studio.config.storage import S3Store as StorageSettings
from klangwerk.studio.config.storage import store_of
from klangwerk.studio.library.storage import BadKey, ObjectMissing, StorageUnavailable
from klangwerk.studio.library.storage.s3 import S3Address, S3Store
from tests.studio.library import strict_s3 as strict

if TYPE_CHECKING:
    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.library.services import StagedAsset

KEY = "users/1/kick/0190.wav"
DATA = bytes(range(256)) * 1000


@pytest.fixture(scope="session")
def moto_url() -> Iterator[str]:
    """A running moto server."""
    command = Path(sys.executable).with_name("moto_server")
    if not command.exists():
        assert shutil.which("moto_server"), "moto[server] is a test requirement"
        command = Path(str(shutil.which("moto_server")))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [str(command), "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        deadline_s = time.monotonic() + 120
        while True:
            try:
                urllib.request.urlopen(f"{url}/moto-api/", timeout=5).close()
                break
            except OSError:
                assert server.poll() is None, "moto_server ended"
                assert time.monotonic() < deadline_s, "moto_server does not answer"
                time.sleep(0.1)
        yield url
    finally:
        server.terminate()
        server.wait(20)


@pytest.fixture
def address(moto_url: str) -> S3Address:
    """A fresh bucket."""
    import boto3

    bucket = f"test-{uuid.uuid4().hex[:12]}"
    place = S3Address(
        endpoint_url=moto_url,
        bucket=bucket,
        access_key="any",
        secret_key="any",
        region="us-east-1",
        prefix="studio",
    )
    client = boto3.client(
        "s3",
        endpoint_url=moto_url,
        aws_access_key_id="any",
        aws_secret_access_key="any",
        region_name="us-east-1",
    )
    client.create_bucket(Bucket=bucket)
    return place


@pytest.fixture
def place(address: S3Address) -> S3Store:
    return S3Store(address)


def put(place: S3Store, key: str = KEY, data: bytes = DATA) -> None:
    source = io.BytesIO(data)
    place.put(key, source, content_type="audio/wav")
    assert not source.closed


def test_what_was_put_can_be_read(place: S3Store) -> None:
    put(place)
    assert b"".join(place.read(KEY)) == DATA
    assert b"".join(place.read(KEY, start=1000)) == DATA[1000:]
    assert b"".join(place.read(KEY, start=7, length=100_000)) == DATA[7:100_007]
    assert b"".join(place.read(KEY, length=10)) == DATA[:10]
    assert b"".join(place.read(KEY, start=7, length=0)) == b""
    found = place.stat(KEY)
    assert found is not None
    assert found.size_bytes == len(DATA)
    assert [item.key for item in place.list()] == [KEY]
    assert [item.key for item in place.list("users/1/")] == [KEY]
    assert [item.key for item in place.list("users/2/")] == []


def test_delete_says_whether_there_was_something(place: S3Store) -> None:
    put(place)
    assert place.delete(KEY)
    assert not place.delete(KEY)
    assert place.stat(KEY) is None
    with pytest.raises(ObjectMissing):
        place.read(KEY)


def test_a_large_file_goes_up_in_parts(place: S3Store) -> None:
    data = DATA * 80  # 20 MB: beyond the size at which boto3 splits
    put(place, data=data)
    assert b"".join(place.read(KEY)) == data
    assert list(place.leftovers()) == []


def test_uploads_that_never_ended_are_found_and_discarded(place: S3Store) -> None:
    client = place._client
    upload = client.create_multipart_upload(Bucket=place.address.bucket, Key=f"studio/{KEY}")
    (leftover,) = place.leftovers()
    assert leftover.key == f"{KEY}#{upload['UploadId']}"
    place.discard_leftover(leftover.key)
    assert list(place.leftovers()) == []
    place.discard_leftover(leftover.key)


@pytest.mark.parametrize("key", ["", "../x", "/x", "a//b", "a b"])
def test_only_keys_of_ours(place: S3Store, key: str) -> None:
    with pytest.raises(BadKey):
        put(place, key)


def test_a_store_that_is_away_is_unavailable(address: S3Address) -> None:
    gone = S3Store(
        S3Address(
            endpoint_url="http://127.0.0.1:9", bucket="b", access_key="a", secret_key="b", region="us-east-1"
        )
    )
    for call in (
        lambda: put(gone),
        lambda: gone.read(KEY),
        lambda: gone.stat(KEY),
        lambda: list(gone.list()),
    ):
        with pytest.raises(StorageUnavailable) as caught:
            call()
        assert "127.0.0.1:9" in str(caught.value)
    assert "secret" not in repr(address)


def test_a_bucket_that_is_not_there_is_unavailable(moto_url: str) -> None:
    wrong = S3Store(
        S3Address(endpoint_url=moto_url, bucket="no-such", access_key="a", secret_key="b", region="us-east-1")
    )
    with pytest.raises(StorageUnavailable):
        put(wrong)
    with pytest.raises(StorageUnavailable):
        list(wrong.list())


@pytest.mark.django_db(transaction=True)
def test_the_library_on_s3(
    address: S3Address, settings: LazySettings, alice: User, stage: Callable[..., StagedAsset], client: Client
) -> None:
    """Store, listen with ranges, examine, delete."""
    from klangwerk.studio.library import doctor
    from klangwerk.studio.library.selectors import asset_audio, signed_url
    from klangwerk.studio.library.services import asset_commit, asset_delete

    settings.KLANGWERK_STORAGE = address
    asset = asset_commit(stage(alice))
    whole: Any = client.get(signed_url(asset))
    data = b"".join(whole.streaming_content)
    assert len(data) == asset.size_bytes
    part: Any = client.get(signed_url(asset), headers={"range": "bytes=-100"})
    assert part.status_code == 206
    assert b"".join(part.streaming_content) == data[-100:]
    assert asset_audio(asset).frames == 22_050
    assert doctor.check(deep=True) == []
    stray = stage(alice)
    assert [finding.code for finding in doctor.mend(doctor.check(grace_s=-60))] == ["file_without_row"]
    assert S3Store(address).stat(stray.storage_key) is None
    address_of_sound = signed_url(asset)
    asset_delete(asset=asset)
    assert list(S3Store(address).list()) == []
    assert client.get(address_of_sound).status_code == 404


# --- signatures ------------------------------------------------------------------------------------------------


@pytest.fixture
def strict_server() -> Iterator[strict.StrictS3]:
    with strict.strict_s3() as server:
        yield server


def strict_address(server: strict.StrictS3, **changes: Any) -> S3Address:
    wanted: dict[str, Any] = {
        "endpoint_url": server.url,
        "bucket": "sounds",
        "access_key": strict.ACCESS_KEY,
        "secret_key": strict.SECRET_KEY,
        "region": strict.REGION,
    }
    return S3Address(**{**wanted, **changes})


def fetch(url: str, **headers: str) -> tuple[int, bytes, Any]:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=20) as answer:
            return answer.status, answer.read(), answer.headers
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read(), error.headers


def test_the_strict_store_takes_our_signatures_and_no_others(strict_server: strict.StrictS3) -> None:
    place = S3Store(strict_address(strict_server))
    put(place)
    assert b"".join(place.read(KEY, start=5, length=10)) == DATA[5:15]
    assert place.stat(KEY) is not None
    for changes in ({"secret_key": "wrong"}, {"access_key": "wrong"}, {"region": "elsewhere"}):
        with pytest.raises(StorageUnavailable):
            put(S3Store(strict_address(strict_server, **changes)))
    assert fetch(f"{strict_server.url}/sounds/{KEY}")[0] == 403, "unsigned"


@pytest.fixture
def redirecting(strict_server: strict.StrictS3, settings: LazySettings, tmp_path: Path) -> StorageSettings:
    """The strict store, with browsers sent to it, as STORAGE_URL says it."""
    secret = quote(strict.SECRET_KEY, safe="")
    url = (
        f"s3://{strict.ACCESS_KEY}:{secret}@store/sounds"
        f"?region={strict.REGION}&endpoint={strict_server.url}&redirects=true"
    )
    place = store_of(env.load({"KLANGWERK_ENV_FILE": "", "STORAGE_URL": url}), tmp_path)
    settings.KLANGWERK_STORAGE = place
    return place


@pytest.mark.django_db
def test_presigned_addresses_cannot_be_altered_and_expire(
    strict_server: strict.StrictS3,
    redirecting: StorageSettings,
    alice: User,
    stage: Callable[..., StagedAsset],
    client: Client,
) -> None:
    from klangwerk.studio.library.selectors import signed_url
    from klangwerk.studio.library.services import asset_commit

    asset = asset_commit(stage(alice))
    response = client.get(signed_url(asset, download_name="AI: Käthe"))
    assert response.status_code == 302
    assert "no-store" in response["Cache-Control"]
    direct = response["Location"]
    status, data, headers = fetch(direct)
    assert (status, len(data)) == (200, asset.size_bytes)
    assert headers["Content-Type"] == "audio/wav"
    assert headers["Content-Disposition"].startswith("attachment; filename=")
    assert fetch(direct, Range="bytes=0-9")[0] == 206
    assert fetch(direct.partition("?")[0])[0] == 403, "unsigned"
    head = client.head(signed_url(asset))  # a presigned address takes one method only
    assert (head.status_code, head["Content-Length"]) == (200, str(asset.size_bytes))
    for altered in (
        direct.replace("X-Amz-Expires=60", "X-Amz-Expires=6000"),
        direct.replace(str(asset.id), str(uuid.uuid4())),
        direct.replace("attachment", "inline"),
        direct[:-1] + ("0" if direct[-1] != "0" else "1"),
    ):
        assert altered != direct
        assert fetch(altered)[0] == 403
    strict_server.ahead = timedelta(seconds=120)
    assert fetch(direct)[0] == 403, "expired"


@pytest.mark.parametrize("redirects", [True, False])
def test_pages_may_load_from_the_store_only_where_they_are_sent_to_it(
    redirecting: StorageSettings, settings: LazySettings, strict_server: strict.StrictS3, redirects: bool
) -> None:
    settings.KLANGWERK_STORAGE = replace(redirecting, redirects=redirects)
    policy = Client().get("/healthz")["Content-Security-Policy"]
    assert (f"connect-src 'self' blob: {strict_server.url};" in policy) is redirects
    assert policy.count(strict_server.url) == (2 if redirects else 0)
