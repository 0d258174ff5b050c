"""Signed links to private files: `/media/<token>/<file name>`.

A token is base64url of `version, disposition, expiry, id` and an HMAC-SHA256 over these and the file name, so
that nothing in the address can be altered. It says nothing that its holder may not know, needs no row, and stops
working when it expires or what it names is deleted.

Apps above sign links to files that are made when they are fetched: `/media/<purpose>/<token>/<file name>`. Each purpose
has a key of its own, so that no link passes for one of another purpose.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import re
import struct
import time
import unicodedata
import uuid
from dataclasses import dataclass
from urllib.parse import quote

from django.utils.crypto import salted_hmac

_VERSION = 1
_LAYOUT = struct.Struct(">BBQ16s")
_MAC_BYTES = 20
_SALT = "klangwerk.studio.library.links"
_TOKEN_CHARS = 64  # 26 bytes of payload and 20 of HMAC, as base64 without padding: 62; a little room

# Steps in which expiry moves: within one step a link stays the same, and with it what the browser has cached.
_STEPS_PER_LIFETIME = 4

_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|%#]+")


class LinkInvalid(Exception):
    """The link is not one of ours or was altered."""


class LinkExpired(Exception):
    """The link was good once."""


@dataclass(frozen=True, slots=True)
class Link:
    """What a valid link allows."""

    id: uuid.UUID
    expires_at_s: int
    download: bool
    file_name: str


def make(
    id: uuid.UUID,
    *,
    file_name: str,
    download: bool,
    lifetime_s: int,
    purpose: str = "",
    now_s: float | None = None,
) -> str:
    """A path that is good for at least `lifetime_s` and at most a quarter longer; without a purpose, to an asset."""
    now_s = time.time() if now_s is None else now_s
    step_s = max(1, lifetime_s // _STEPS_PER_LIFETIME)
    expires_at_s = (int(now_s) // step_s + 1) * step_s + lifetime_s
    payload = _LAYOUT.pack(_VERSION, int(download), expires_at_s, id.bytes)
    file_name = clean_file_name(file_name)
    token = base64.urlsafe_b64encode(payload + _mac(payload, file_name, purpose)).rstrip(b"=").decode("ascii")
    return "/".join(["/media", *filter(None, [purpose]), token, quote(file_name)])


def read(token: str, file_name: str, *, purpose: str = "", now_s: float | None = None) -> Link:
    """What the link allows. Raises LinkInvalid, LinkExpired."""
    try:
        if len(token) > _TOKEN_CHARS:
            raise LinkInvalid
        raw = base64.b64decode(
            token.encode("ascii") + b"=" * (-len(token) % 4), altchars=b"-_", validate=True
        )
    except (UnicodeEncodeError, binascii.Error) as error:
        raise LinkInvalid from error
    payload, mac = raw[: _LAYOUT.size], raw[_LAYOUT.size :]
    if len(payload) != _LAYOUT.size or not hmac.compare_digest(mac, _mac(payload, file_name, purpose)):
        raise LinkInvalid
    # The same bytes can be written in base64 in several ways; only ours is a link.
    if base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii") != token:
        raise LinkInvalid
    version, download, expires_at_s, id_bytes = _LAYOUT.unpack(payload)
    if version != _VERSION:
        raise LinkInvalid
    if expires_at_s <= (time.time() if now_s is None else now_s):
        raise LinkExpired
    return Link(uuid.UUID(bytes=id_bytes), expires_at_s, bool(download), file_name)


def clean_file_name(name: str) -> str:
    """A name that every file system takes: "AI: Burkhard.wav" becomes "AI Burkhard.wav"."""
    name = _UNSAFE.sub(" ", unicodedata.normalize("NFC", name))
    name = " ".join(
        "".join(char for char in name if unicodedata.category(char) not in {"Cc", "Cf", "Cs"}).split()
    )
    stem, dot, extension = name.rpartition(".")
    stem = (stem if dot else extension).strip(". ")[:100] or "sound"
    return f"{stem}.{extension}" if dot else stem


def content_disposition(file_name: str, *, download: bool) -> str:
    """The header's value, with the plain name for old clients and the full one as RFC 6266 has it."""
    kind = "attachment" if download else "inline"
    ascii_name = unicodedata.normalize("NFKD", file_name).encode("ascii", "ignore").decode("ascii")
    ascii_name = ascii_name.replace("\\", "_").replace('"', "_")
    if ascii_name == file_name:
        return f'{kind}; filename="{ascii_name}"'
    return f"{kind}; filename=\"{ascii_name}\"; filename*=UTF-8''{quote(file_name, safe='')}"


def _mac(payload: bytes, file_name: str, purpose: str) -> bytes:
    signed = payload + file_name.encode("utf-8", "surrogatepass")
    salt = f"{_SALT}.{purpose}" if purpose else _SALT
    return salted_hmac(salt, signed, algorithm="sha256").digest()[:_MAC_BYTES]
