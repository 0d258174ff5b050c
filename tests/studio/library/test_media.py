"""`/media/…` as browsers and strangers use it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from asgiref.sync import sync_to_async
from django.db import connection
from django.http import HttpResponse
from django.test import AsyncClient, Client
from django.utils.http import http_date

from klangwerk.studio.library import links

if TYPE_CHECKING:
    from klangwerk.studio.library.models import Asset

pytestmark = pytest.mark.django_db


def url(asset: Asset, **names: str) -> str:
    from klangwerk.studio.library.selectors import signed_url

    return signed_url(asset, **names)


def body(response: Any) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


def status(response: Any) -> int:
    """Of an answer whose body does not matter."""
    body(response)
    return int(response.status_code)


def data_of(asset: Asset, root: Path) -> bytes:
    return (root / asset.storage_key).read_bytes()


def error_of(response: HttpResponse) -> str:
    found = response.json()  # type: ignore[attr-defined]
    assert set(found) == {"code", "message", "extra"}
    assert found["message"]
    return str(found["code"])


def test_the_whole_file(asset: Asset, client: Client, media_root: Path) -> None:
    response = client.get(url(asset, file_name="AI: Burkhard"))
    assert response.status_code == 200
    assert body(response) == data_of(asset, media_root)
    assert response["Content-Length"] == str(asset.size_bytes)
    assert response["Content-Type"] == "audio/wav"
    assert response["Content-Disposition"] == 'inline; filename="AI Burkhard.wav"'
    assert response["Accept-Ranges"] == "bytes"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "private" in response["Cache-Control"]


def test_a_download_carries_its_name(asset: Asset, client: Client) -> None:
    response = client.get(url(asset, download_name="AI: Käthe"))
    assert response["Content-Disposition"] == (
        "attachment; filename=\"AI Kathe.wav\"; filename*=UTF-8''AI%20K%C3%A4the.wav"
    )
    body(response)


@pytest.mark.parametrize(
    ("header", "start", "stop"),
    [
        ("bytes=0-", 0, None),
        ("bytes=0-0", 0, 1),
        ("bytes=44-143", 44, 144),
        ("bytes=-100", -100, None),
        ("bytes=1000-99999999", 1000, None),
    ],
)
def test_a_part(
    asset: Asset, client: Client, media_root: Path, header: str, start: int, stop: int | None
) -> None:
    whole = data_of(asset, media_root)
    response = client.get(url(asset), headers={"range": header})
    assert response.status_code == 206
    part = whole[start:stop]
    assert body(response) == part
    assert response["Content-Length"] == str(len(part))
    first = start if start >= 0 else len(whole) + start
    assert response["Content-Range"] == f"bytes {first}-{first + len(part) - 1}/{len(whole)}"
    assert response["Content-Type"] == "audio/wav"


@pytest.mark.parametrize("header", ["bytes=0-1,4-5", "bytes=x-y", "lines=0-1", "bytes=9-3"])
def test_ranges_that_we_do_not_serve_give_the_whole_file(
    asset: Asset, client: Client, media_root: Path, header: str
) -> None:
    response = client.get(url(asset), headers={"range": header})
    assert response.status_code == 200
    assert body(response) == data_of(asset, media_root)


@pytest.mark.parametrize("header", ["bytes=99999999-", "bytes=-0"])
def test_a_range_outside(asset: Asset, client: Client, header: str) -> None:
    response = client.get(url(asset), headers={"range": header})
    assert response.status_code == 416
    assert response["Content-Range"] == f"bytes */{asset.size_bytes}"
    assert error_of(response) == "range_not_satisfiable"


def test_head_has_the_headers_and_no_body(asset: Asset, client: Client) -> None:
    response = client.head(url(asset), headers={"range": "bytes=0-9"})
    assert response.status_code == 200, "ranges are for GET"
    assert response["Content-Length"] == str(asset.size_bytes)
    assert response["Content-Type"] == "audio/wav"
    assert response.content == b""


def test_a_browser_that_has_it_gets_304(asset: Asset, client: Client) -> None:
    etag = client.head(url(asset))["ETag"]
    for header in (etag, f'"other", {etag}', f"W/{etag}", "*"):
        response = client.get(url(asset), headers={"if-none-match": header})
        assert response.status_code == 304
        assert response["ETag"] == etag
        assert body(response) == b""
    assert status(client.get(url(asset), headers={"if-none-match": '"other"'})) == 200
    modified = http_date(asset.created_at.timestamp())
    assert client.get(url(asset), headers={"if-modified-since": modified}).status_code == 304
    long_ago = http_date(asset.created_at.timestamp() - 10)
    assert status(client.get(url(asset), headers={"if-modified-since": long_ago})) == 200
    both = {"if-modified-since": modified, "if-none-match": '"other"'}
    assert status(client.get(url(asset), headers=both)) == 200, "If-None-Match goes first"


def test_if_range(asset: Asset, client: Client) -> None:
    head = client.head(url(asset))
    part = {"range": "bytes=0-9"}
    for condition, expected in (
        (head["ETag"], 206),
        ('"other"', 200),
        ("W/" + head["ETag"], 200),
        (head["Last-Modified"], 206),
        (http_date(asset.created_at.timestamp() - 10), 200),
        ("nonsense", 200),
    ):
        response = client.get(url(asset), headers={**part, "if-range": condition})
        assert status(response) == expected, condition


def test_an_expired_address(asset: Asset, client: Client) -> None:
    old = links.make(asset.id, file_name="x.wav", download=False, lifetime_s=60, now_s=1_700_000_000)
    response = client.get(old)
    assert response.status_code == 403
    assert error_of(response) == "url_expired"
    assert response["Cache-Control"] == "no-store"


def test_an_altered_address(asset: Asset, client: Client) -> None:
    good = url(asset, file_name="kick")
    _, _, token, name = good.split("/")
    flipped = ("A" if token[20] != "A" else "B").join((token[:20], token[21:]))
    for bad in (
        f"/media/{flipped}/{name}",
        f"/media/{token}/other.wav",
        f"/media/{token}x/{name}",
        "/media/x/y.wav",
    ):
        response = client.get(bad)
        assert response.status_code == 403, bad
        assert error_of(response) == "url_invalid"


def test_a_deleted_sound_is_gone_though_its_address_is_good(asset: Asset, client: Client) -> None:
    from klangwerk.studio.library.services import asset_delete

    address = url(asset)
    asset_delete(asset=asset)
    response = client.get(address)
    assert response.status_code == 404
    assert error_of(response) == "not_found"


def test_a_row_without_its_file_is_404_not_500(asset: Asset, client: Client, media_root: Path) -> None:
    (media_root / asset.storage_key).unlink()
    assert client.get(url(asset)).status_code == 404
    assert client.get(url(asset), headers={"range": "bytes=0-5"}).status_code == 404


def test_only_reading(asset: Asset, client: Client) -> None:
    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)(url(asset)).status_code == 405


@pytest.mark.django_db(transaction=True)
def test_an_asgi_server_gets_the_file_in_small_chunks(asset: Asset, media_root: Path) -> None:
    """Django's own FileResponse would hand an ASGI server the whole file at once."""
    path = media_root / asset.storage_key
    size_bytes = 20_000_000
    with path.open("r+b") as file:
        file.truncate(size_bytes)
    type(asset).objects.filter(pk=asset.pk).update(size_bytes=size_bytes)

    async def fetch() -> list[int]:
        response: Any = await AsyncClient().get(url(asset))
        assert response.status_code == 200
        sizes = [len(chunk) async for chunk in response]
        await sync_to_async(lambda: connection.close())()  # of the thread in which the view ran
        return sizes

    sizes = asyncio.run(fetch())
    assert sum(sizes) == size_bytes
    assert max(sizes) <= 64 * 1024
