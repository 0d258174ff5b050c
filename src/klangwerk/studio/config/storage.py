"""Where sounds are kept, out of STORAGE_URL: a local directory or a bucket of an S3 store."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from klangwerk.studio.config.env import FALSE_WORDS, TRUE_WORDS, Config, ConfigError


@dataclass(frozen=True, slots=True)
class LocalStore:
    """A directory on this machine."""

    root: Path


@dataclass(frozen=True, slots=True)
class S3Store:
    """A bucket behind the S3 protocol."""

    endpoint_url: str
    bucket: str
    access_key: str
    secret_key: str = field(repr=False)
    region: str
    prefix: str
    redirects: bool = False  # sounds come from the store itself, by its presigned addresses


Store = LocalStore | S3Store

SHAPE = "expected s3://key:secret@host/bucket?region=…&endpoint=…&prefix=…&redirects=…, key and secret percent-encoded"
KNOWN_PARAMETERS = frozenset({"region", "endpoint", "prefix", "redirects"})


def store_of(config: Config, home: Path) -> Store:
    """The store that the options describe. Raises ConfigError."""
    url = config.optional("STORAGE_URL")
    if url is not None:
        return _from_url(url)
    supabase = config.optional("SUPABASE_URL")
    if supabase or config.optional("SUPABASE_SERVICE_KEY"):
        host = urlsplit(supabase or "").hostname or "<project>.supabase.co"
        raise ConfigError(
            "SUPABASE_URL and SUPABASE_SERVICE_KEY are not enough: Klangwerk speaks to Supabase Storage by the S3 "
            "protocol, whose keys are made in the Supabase dashboard (Storage, S3 access keys). Set "
            f"STORAGE_URL=s3://key:secret@{host}/bucket?region=<region>&endpoint=https://{host}/storage/v1/s3"
        )
    return LocalStore(root=home / "files")


def _from_url(url: str) -> Store:
    parts = urlsplit(url)
    if parts.scheme == "file":
        if parts.netloc or not parts.path.strip("/"):
            raise ConfigError("STORAGE_URL for local files is written file:///absolute/path (three slashes).")
        return LocalStore(root=Path(unquote(parts.path)))
    bucket, _, rest = parts.path.strip("/").partition("/")
    query = parse_qs(parts.query)
    unknown = sorted(set(query) - KNOWN_PARAMETERS)
    if unknown:
        raise ConfigError(f"STORAGE_URL has the unknown parameter {unknown[0]!r}: {SHAPE}.")
    if not (parts.username and parts.password and parts.hostname and bucket) or rest:
        raise ConfigError(f"STORAGE_URL lacks a part: {SHAPE}.")
    try:
        host = parts.hostname if parts.port is None else f"{parts.hostname}:{parts.port}"
    except ValueError as error:
        raise ConfigError(f"STORAGE_URL has a port that is no number from 1 to 65535: {SHAPE}.") from error
    endpoint = query.get("endpoint", [f"https://{host}"])[0].rstrip("/")
    if not endpoint.startswith(("http://", "https://")):
        raise ConfigError(
            f"STORAGE_URL has an endpoint that does not begin with http:// or https://: {SHAPE}."
        )
    redirects = query.get("redirects", ["false"])[0].lower()
    if redirects not in TRUE_WORDS | FALSE_WORDS:
        raise ConfigError(f"STORAGE_URL has redirects={redirects!r}, but expected true or false.")
    return S3Store(
        endpoint_url=endpoint,
        bucket=unquote(bucket),
        access_key=unquote(parts.username),
        secret_key=unquote(parts.password),
        region=query.get("region", ["us-east-1"])[0],
        prefix=query.get("prefix", [""])[0].strip("/"),
        redirects=redirects in TRUE_WORDS,
    )
