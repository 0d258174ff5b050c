"""Any store that speaks the S3 protocol: AWS, MinIO, Supabase Storage and their like."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, BinaryIO

from klangwerk.studio.library.storage.base import (
    CHUNK_BYTES,
    ObjectMissing,
    StorageUnavailable,
    StoredObject,
    checked_key,
)

_MISSING = {"404", "NoSuchKey", "NotFound"}
_CONNECT_TIMEOUT_S = 5
_READ_TIMEOUT_S = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class S3Address:
    """Where the store is and how to get in; the studio's settings read it from `STORAGE_URL`."""

    endpoint_url: str
    bucket: str
    access_key: str
    secret_key: str = field(repr=False)
    region: str
    prefix: str = ""  # without slashes at its ends
    redirects: bool = False  # True: `/media/…` answers with the store's presigned URL instead of the bytes


class S3Store:
    """Objects in one bucket, below an optional prefix. A put is atomic by the protocol's own promise."""

    def __init__(self, address: S3Address) -> None:
        self.address = address
        self._prefix = f"{address.prefix}/" if address.prefix else ""

    def describe(self) -> str:
        return f"the bucket {self.address.bucket} at {self.address.endpoint_url}"

    def put(self, key: str, source: BinaryIO, *, content_type: str) -> None:
        extra = {"ContentType": content_type}
        with self._wrapped(key):
            # `upload_fileobj` closes what it was given: hand it a guard, the caller still owns the file.
            self._client.upload_fileobj(
                _Unclosable(source), self.address.bucket, self._name(key), ExtraArgs=extra
            )

    def read(self, key: str, *, start: int = 0, length: int | None = None) -> Iterator[bytes]:
        if length == 0:
            return iter(())
        span = {} if start == 0 and length is None else {"Range": _range_header(start, length)}
        with self._wrapped(key):
            answer = self._client.get_object(Bucket=self.address.bucket, Key=self._name(key), **span)
        return self._chunks(key, answer["Body"])

    def stat(self, key: str) -> StoredObject | None:
        try:
            with self._wrapped(key):
                found = self._client.head_object(Bucket=self.address.bucket, Key=self._name(key))
        except ObjectMissing:
            return None
        return StoredObject(key, found["ContentLength"], found["LastModified"])

    def delete(self, key: str) -> bool:
        if self.stat(key) is None:  # S3 answers alike whether there was something or not
            return False
        with self._wrapped(key):
            self._client.delete_object(Bucket=self.address.bucket, Key=self._name(key))
        return True

    def list(self, prefix: str = "") -> Iterator[StoredObject]:
        with self._wrapped(prefix):
            pages = self._client.get_paginator("list_objects_v2").paginate(
                Bucket=self.address.bucket, Prefix=self._prefix + prefix
            )
            for page in pages:
                for item in page.get("Contents", ()):
                    key = item["Key"].removeprefix(self._prefix)
                    yield StoredObject(key, item["Size"], item["LastModified"])

    def leftovers(self) -> Iterator[StoredObject]:
        """Multipart uploads that were never finished; the key carries the upload's id behind a `#`."""
        with self._wrapped(""):
            pages = self._client.get_paginator("list_multipart_uploads").paginate(
                Bucket=self.address.bucket, Prefix=self._prefix
            )
            for page in pages:
                for upload in page.get("Uploads", ()):
                    key = upload["Key"].removeprefix(self._prefix)
                    yield StoredObject(f"{key}#{upload['UploadId']}", 0, upload["Initiated"])

    def discard_leftover(self, key: str) -> None:
        name, _, upload_id = key.partition("#")
        try:
            with self._wrapped(name):
                self._client.abort_multipart_upload(
                    Bucket=self.address.bucket, Key=self._name(name), UploadId=upload_id
                )
        except ObjectMissing:
            return

    def direct_url(self, key: str, *, lifetime_s: int, content_type: str, disposition: str) -> str | None:
        if not self.address.redirects:
            return None
        with self._wrapped(key):
            url: str = self._client.generate_presigned_url(
                "get_object",
                Params={
                    "Bucket": self.address.bucket,
                    "Key": self._name(key),
                    "ResponseContentType": content_type,
                    "ResponseContentDisposition": disposition,
                },
                ExpiresIn=lifetime_s,
            )
        return url

    def _name(self, key: str) -> str:
        return self._prefix + checked_key(key)

    def _chunks(self, key: str, body: Any) -> Iterator[bytes]:
        try:
            with self._wrapped(key):
                yield from body.iter_chunks(CHUNK_BYTES)
        finally:
            body.close()

    @contextmanager
    def _wrapped(self, key: str) -> Iterator[None]:
        """boto3's errors become the seam's."""
        from boto3.exceptions import S3UploadFailedError
        from botocore.exceptions import BotoCoreError, ClientError, HTTPClientError

        try:
            yield
        except ClientError as error:
            code = str(error.response.get("Error", {}).get("Code", ""))
            if code in _MISSING or code == "NoSuchUpload":
                raise ObjectMissing(key) from error
            raise StorageUnavailable(f"{self.describe()} refused the request ({code}).") from error
        except (BotoCoreError, HTTPClientError, S3UploadFailedError) as error:
            raise StorageUnavailable(f"{self.describe()} cannot be reached or used.") from error

    @cached_property
    def _client(self) -> Any:
        """boto3 takes a third of a second to import: only a studio that uses S3 pays for it."""
        import boto3
        from botocore.config import Config

        return boto3.session.Session().client(
            "s3",
            endpoint_url=self.address.endpoint_url,
            region_name=self.address.region,
            aws_access_key_id=self.address.access_key,
            aws_secret_access_key=self.address.secret_key,
            config=Config(
                signature_version="s3v4",
                s3={
                    "addressing_style": "path"
                },  # stores behind a host of their own rarely have one per bucket
                connect_timeout=_CONNECT_TIMEOUT_S,
                read_timeout=_READ_TIMEOUT_S,
                retries={"max_attempts": 3, "mode": "standard"},
                # Newer checksum trailers are refused by several S3 look-alikes.
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
            ),
        )


class _Unclosable:
    def __init__(self, source: BinaryIO) -> None:
        self.read = source.read


def _range_header(start: int, length: int | None) -> str:
    return f"bytes={start}-" if length is None else f"bytes={start}-{start + length - 1}"
