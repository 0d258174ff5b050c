"""Sounds of a file that is imported: found among the caller's, or stored, all of them or none."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

import numpy as np

from klangwerk.engines.arrangement.dawproject.reading import ReadProject
from klangwerk.sound import AudioBuffer, AudioError
from klangwerk.sound import io as sound_io
from klangwerk.sound.errors import TooLong
from klangwerk.studio.accounts.models import User
from klangwerk.studio.common.errors import ApiError
from klangwerk.studio.library.models import Asset
from klangwerk.studio.library.services import StagedAsset, asset_stage
from klangwerk.studio.timeline import codes, conversion, limits
from klangwerk.studio.timeline.inspection import ASSET_KIND

_OURS = "audio"  # `audio/<asset id>/<name>.wav`, as `export` writes it
_DURATION_TOLERANCE_S = 0.1  # lossy files decode to a little more than was encoded
_STEREO = 2


@dataclass(frozen=True, slots=True)
class Incoming:
    """A sound that was stored and has no row yet."""

    staged: StagedAsset
    name: str
    type: str


@dataclass(slots=True)
class Gathering:
    """What the sources of an arrangement became; `discard` takes back what was stored."""

    assets: dict[str, str] = field(default_factory=dict)
    stored: list[Incoming] = field(default_factory=list)
    left_out: dict[str, None] = field(default_factory=dict)


def gather(found: ReadProject, user: User, into: Gathering) -> None:
    """Find or store all sounds. What is stored stands in `into`, also when this fails half-way.

    Raises ApiError for what cannot be taken in, NotADawproject, StorageUnavailable.
    """
    uses = list(conversion.uses(found.arrangement))
    if sum(found.archive.size_bytes(source) for source, *_ in uses) > limits.UNPACKED_BYTES_MAX:
        raise _too_large("The sounds in the file take more than 2 GB.")
    own = _own(user, [source for source, *_ in uses])
    left_s = limits.IMPORT_SECONDS_MAX
    for source, name, type in uses:
        asset = own.get(source)
        if asset is not None and _is_same(found, source, asset):
            into.assets[source] = str(asset.pk)
            continue
        audio = _audio(found, source, name, left_s)
        left_s -= audio.duration_s
        if audio.channels > _STEREO:
            audio = AudioBuffer(audio.samples[:_STEREO], audio.sample_rate)
            into.left_out["channels of sounds beyond the first two"] = None
        staged = _stage(user, audio, name)
        into.stored.append(Incoming(staged, name, type))
        into.assets[source] = str(staged.id)


def _own(user: User, sources: list[str]) -> Mapping[str, Asset]:
    """Assets of the user that the sources name."""
    named = {source: id for source in sources if (id := _asset_id(source)) is not None}
    assets = Asset.objects.filter(owner=user, pk__in=set(named.values()))
    known = assets.only("id", "duration_s", "sample_rate", "channels").in_bulk()
    return {source: known[id] for source, id in named.items() if id in known}


def _asset_id(source: str) -> uuid.UUID | None:
    parts = source.split("/")
    if len(parts) != 3 or parts[0] != _OURS:
        return None
    try:
        id = uuid.UUID(parts[1])
    except ValueError:
        return None
    return id if str(id) == parts[1] else None


def _is_same(found: ReadProject, source: str, asset: Asset) -> bool:
    """Whether the sound in the file is that asset, as far as its header tells."""
    with found.archive.file(source) as file:
        if not _is_wav(file):  # ours are; of other kinds a header may be slow to read
            return False
        try:
            info = sound_io.probe(file)
        except AudioError:
            return False
    return (info.sample_rate, info.channels) == (asset.sample_rate, asset.channels) and (
        abs(info.duration_s - asset.duration_s) <= _DURATION_TOLERANCE_S
    )


def _is_wav(file: BinaryIO) -> bool:
    head = file.read(4)
    file.seek(0)
    return head in {b"RIFF", b"RF64"}


def _audio(found: ReadProject, source: str, name: str, left_s: float) -> AudioBuffer:
    most_s = min(left_s, limits.SOUND_SECONDS_MAX)
    try:
        audio = found.audio(source, max_duration_s=most_s, max_samples=limits.SOUND_SAMPLES_MAX)
    except TooLong as error:
        if most_s < limits.SOUND_SECONDS_MAX:
            raise _too_large("The sounds in the file last more than an hour.") from error
        raise _too_large(f"“{name}” in the file lasts more than 20 minutes.") from error
    except AudioError as error:
        raise _unreadable(name, error.message) from error
    if not limits.SOUND_RATE_HZ_MIN <= audio.sample_rate <= limits.SOUND_RATE_HZ_MAX:
        raise _unreadable(name, f"A rate of {audio.sample_rate} Hz is not taken in.")
    return audio


def _stage(user: User, audio: AudioBuffer, name: str) -> StagedAsset:
    """FLAC takes half the room and keeps all of it, but what is beyond full scale."""
    is_beyond = float(np.abs(audio.samples).max()) > 1.0
    try:
        return asset_stage(
            owner_id=user.pk,
            kind=ASSET_KIND,
            source=audio,
            format="wav" if is_beyond else "flac",
            bit_depth=32 if is_beyond else 24,
            tags={"title": name},
        )
    except AudioError as error:
        raise _unreadable(name, error.message) from error


def _too_large(message: str) -> ApiError:
    return ApiError(message, code="too_large", status=413)


def _unreadable(name: str, why: str) -> ApiError:
    return ApiError(f"“{name}” in the file cannot be read. {why}", code=codes.AUDIO_UNREADABLE)
