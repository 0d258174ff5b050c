"""Which model to use: a descriptor names a file or URL and how to know that it is the right one."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from klangwerk.engines.contracts import ModelError

WEIGHTS = Path(__file__).parent / "weights"
CHUNK = 1 << 20
FETCH_TIMEOUT_S = 60
MAX_BYTES = 512 << 20  # far above any kick model; stops a wrong URL from filling the disk


@dataclass(frozen=True, slots=True)
class ModelDescriptor:
    """name, version, where it is (path or URL), its sha256 (empty: not checked, files only) and licence."""

    name: str
    version: str
    source: str
    sha256: str
    licence: str

    def __post_init__(self) -> None:
        if self.is_remote and len(self.sha256) != 64:
            raise ModelError(
                f"The model at {self.source} needs its sha256, so that what arrives can be checked."
            )

    @property
    def is_remote(self) -> bool:
        """True when the model must be fetched first."""
        return urlsplit(self.source).scheme in ("http", "https")


def own_model(setting: str) -> ModelDescriptor:
    """A person's own model from a setting: `MODEL.kwm`, `URL#sha256=HEX`, or `DESCRIPTOR.json`.

    A descriptor is a JSON object with name, version, source, sha256 and licence; a relative source is looked for
    beside it. Raises ModelError.
    """
    if setting.endswith(".json"):
        return _read_descriptor(Path(setting).expanduser())
    source, _, digest = setting.partition("#sha256=")
    return ModelDescriptor("own", "0", source, digest.lower(), "unknown")


def _read_descriptor(path: Path) -> ModelDescriptor:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        fields = {name: str(found[name]) for name in ("name", "version", "source", "sha256", "licence")}
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise ModelError(
            f"{path} is not a model descriptor ({error}). It needs name, version, source, sha256 and licence."
        ) from error
    if urlsplit(fields["source"]).scheme not in ("http", "https"):
        fields["source"] = str(path.parent / fields["source"])
    return ModelDescriptor(**fields)


def ensure(descriptor: ModelDescriptor, *, cache: Path | None = None) -> Path:
    """The model's file, fetched once if it is remote. Raises ModelError with what to do.

    A download is checked before it is moved into place, so a cache never holds a wrong or half file.
    """
    if not descriptor.is_remote:
        path = Path(descriptor.source).expanduser()
        if not path.is_file():
            raise ModelError(f"There is no kick model at {path}.")
        if descriptor.sha256 and _sha256(path) != descriptor.sha256:
            raise ModelError(
                f"The kick model {path.name} was altered: its checksum is wrong. Install it again."
            )
        return path
    folder = cache or Path(os.environ.get("KLANGWERK_HOME", "~/.klangwerk")).expanduser() / "models"
    target = folder / f"{descriptor.sha256}.kwm"
    if not target.exists():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _fetch(descriptor, target)
    return target


def _fetch(descriptor: ModelDescriptor, target: Path) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, suffix=".part")
    part = Path(name)
    digest, size = hashlib.sha256(), 0
    try:
        with (
            os.fdopen(handle, "wb") as out,
            urllib.request.urlopen(descriptor.source, timeout=FETCH_TIMEOUT_S) as answer,  # noqa: S310 (http/https only)
        ):
            while chunk := answer.read(CHUNK):
                size += len(chunk)
                if size > MAX_BYTES:
                    raise ModelError(f"The file at {descriptor.source} is too large to be a kick model.")
                digest.update(chunk)
                out.write(chunk)
            out.flush()
            os.fsync(out.fileno())
        if digest.hexdigest() != descriptor.sha256:
            raise ModelError(
                f"The file at {descriptor.source} is not the expected model: its checksum is wrong."
            )
        os.replace(part, target)
    except OSError as error:
        raise ModelError(f"The kick model could not be fetched from {descriptor.source}: {error}") from error
    finally:
        part.unlink(missing_ok=True)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
