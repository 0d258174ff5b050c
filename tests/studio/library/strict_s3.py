"""An S3 that checks signatures and expiry (moto does neither): Signature Version 4, from its specification.

https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html and …/sigv4-query-string-auth.html
"""

from __future__ import annotations

import hashlib
import hmac
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, quote, unquote, urlsplit

ACCESS_KEY, SECRET_KEY, REGION = "strict-key", "strict/secret+key", "eu-test-1"
CLOCK_SKEW = timedelta(minutes=15)


class StrictS3(ThreadingHTTPServer):
    """One bucket in memory."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.objects: dict[str, tuple[bytes, str]] = {}
        self.ahead = timedelta()  # how far its clock is moved on

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: StrictS3

    def do_PUT(self) -> None:
        body = self._body()
        if self._is_signed(body):
            self.server.objects[self._path()] = (body, self.headers.get("Content-Type", ""))
            self._answer(200, headers={"ETag": f'"{hashlib.md5(body).hexdigest()}"'})

    def do_GET(self) -> None:
        if not self._is_signed(self._body()):
            return
        found = self.server.objects.get(self._path())
        if found is None:
            self._error(404, "NoSuchKey")
            return
        data, content_type = found
        asked = dict(parse_qsl(urlsplit(self.path).query))
        headers = {
            "Content-Type": asked.get("response-content-type", content_type),
            "Last-Modified": format_datetime(self.server.now(), usegmt=True),
        }
        if "response-content-disposition" in asked:
            headers["Content-Disposition"] = asked["response-content-disposition"]
        status = 200
        span = self.headers.get("Range")
        if span:
            first, _, last = span.removeprefix("bytes=").partition("-")
            end = min(int(last) + 1 if last else len(data), len(data))
            headers["Content-Range"] = f"bytes {first}-{end - 1}/{len(data)}"
            data, status = data[int(first) : end], 206
        self._answer(status, data, headers)

    do_HEAD = do_GET

    def do_DELETE(self) -> None:
        if self._is_signed(self._body()):
            self.server.objects.pop(self._path(), None)
            self._answer(204)

    def _is_signed(self, body: bytes) -> bool:
        query = parse_qsl(urlsplit(self.path).query, keep_blank_values=True)
        presigned = dict(query).get("X-Amz-Signature")
        reason = self._check_presigned(query) if presigned else self._check_header(query, body)
        if reason:
            self._error(403, reason)
        return reason is None

    def _check_presigned(self, query: list[tuple[str, str]]) -> str | None:
        given = dict(query)
        signed_at = datetime.strptime(given["X-Amz-Date"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        unsigned = [(name, value) for name, value in query if name != "X-Amz-Signature"]
        wanted = self._signature(
            unsigned,
            given["X-Amz-SignedHeaders"],
            "UNSIGNED-PAYLOAD",
            given["X-Amz-Date"],
            given["X-Amz-Credential"],
        )
        if wanted is None or not hmac.compare_digest(wanted, given["X-Amz-Signature"]):
            return "SignatureDoesNotMatch"
        if self.server.now() > signed_at + timedelta(seconds=int(given["X-Amz-Expires"])):
            return "AccessDenied"
        return None

    def _check_header(self, query: list[tuple[str, str]], body: bytes) -> str | None:
        scheme, _, rest = self.headers.get("Authorization", "").partition(" ")
        if scheme != "AWS4-HMAC-SHA256":
            return "AccessDenied"
        given = dict(part.strip().split("=", 1) for part in rest.split(","))
        date, payload = self.headers["X-Amz-Date"], self.headers["X-Amz-Content-SHA256"]
        if payload != "UNSIGNED-PAYLOAD" and payload != hashlib.sha256(body).hexdigest():
            return "XAmzContentSHA256Mismatch"
        if (
            abs(self.server.now() - datetime.strptime(date, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC))
            > CLOCK_SKEW
        ):
            return "RequestTimeTooSkewed"
        wanted = self._signature(query, given["SignedHeaders"], payload, date, given["Credential"])
        if wanted is None or not hmac.compare_digest(wanted, given["Signature"]):
            return "SignatureDoesNotMatch"
        return None

    def _signature(
        self, query: list[tuple[str, str]], signed_headers: str, payload: str, date: str, credential: str
    ) -> str | None:
        key, _, scope = credential.partition("/")
        if key != ACCESS_KEY or scope != f"{date[:8]}/{REGION}/s3/aws4_request":
            return None
        pairs = sorted((quote(name, safe="-_.~"), quote(value, safe="-_.~")) for name, value in query)
        headers = "".join(
            f"{name}:{self.headers.get(name, '').strip()}\n" for name in signed_headers.split(";")
        )
        canonical = "\n".join(
            (
                self.command,
                urlsplit(self.path).path,
                "&".join(f"{name}={value}" for name, value in pairs),
                headers,
                signed_headers,
                payload,
            )
        )
        to_sign = f"AWS4-HMAC-SHA256\n{date}\n{scope}\n{hashlib.sha256(canonical.encode()).hexdigest()}"
        secret = f"AWS4{SECRET_KEY}".encode()
        for part in scope.split("/"):
            secret = hmac.digest(secret, part.encode(), "sha256")
        return hmac.new(secret, to_sign.encode(), "sha256").hexdigest()

    def _path(self) -> str:
        return unquote(urlsplit(self.path).path)

    def _body(self) -> bytes:
        if self.headers.get("Expect") == "100-continue":
            self.send_response_only(100)
            self.end_headers()
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def _error(self, status: int, code: str) -> None:
        self._answer(
            status, f"<Error><Code>{code}</Code></Error>".encode(), {"Content-Type": "application/xml"}
        )

    def _answer(self, status: int, data: bytes = b"", headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        if status != 204:
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def handle_expect_100(self) -> bool:
        return True

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@contextmanager
def strict_s3() -> Iterator[StrictS3]:
    """The server, in a thread."""
    server = StrictS3()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join(10)
        server.server_close()
