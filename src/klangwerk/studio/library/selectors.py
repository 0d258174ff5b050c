"""Reading assets, and the links under which their files are heard."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from django.conf import settings

from klangwerk.sound import AudioBuffer
from klangwerk.sound import io as sound_io
from klangwerk.studio.library import links
from klangwerk.studio.library.models import Asset
from klangwerk.studio.library.spooled import spooled
from klangwerk.studio.library.storage import store


def asset_for_link(asset_id: uuid.UUID) -> Asset | None:
    """What the media view needs to know of an asset, without the outline of its waveform."""
    return Asset.objects.defer("peaks", "provenance").filter(id=asset_id).first()


def signed_url(asset: Asset, *, download_name: str | None = None, file_name: str | None = None) -> str:
    """A path to the file that expires. With `download_name` a browser saves it under that name instead of playing.

    `file_name` is what the address shows otherwise; names are given without the extension.
    """
    name = download_name or file_name or f"{asset.kind} {str(asset.id)[-8:]}"
    return links.make(
        asset.id,
        file_name=f"{name}.{asset.format}",
        download=download_name is not None,
        lifetime_s=settings.KLANGWERK_SIGNED_URL_LIFETIME_S,
    )


def asset_bytes(asset: Asset) -> Iterator[bytes]:
    """The file in chunks. Raises ObjectMissing, StorageUnavailable."""
    return store().read(asset.storage_key)


def asset_audio(asset: Asset) -> AudioBuffer:
    """The sound itself. Raises ObjectMissing, StorageUnavailable, AudioError."""
    with spooled(asset_bytes(asset)) as file:
        return sound_io.read(file)
