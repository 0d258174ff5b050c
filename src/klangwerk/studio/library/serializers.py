"""What every answer about something that can be heard says of its file."""

from __future__ import annotations

import base64
from typing import Any

from rest_framework import serializers

from klangwerk.studio.library.models import Asset
from klangwerk.studio.library.selectors import signed_url

PEAKS_HELP = "Base64 of int8 pairs: lowest and highest, 127 is full scale."


class SoundSerializer(serializers.Serializer[Any]):
    """Base for rows with an `asset`: how it sounds, and where it is heard. Files are called what `file_name` says."""

    duration_s = serializers.FloatField(source="asset.duration_s")
    lufs = serializers.FloatField(source="asset.lufs", allow_null=True, help_text="Null for silence.")
    size_bytes = serializers.IntegerField(source="asset.size_bytes")
    peaks = serializers.SerializerMethodField(help_text=PEAKS_HELP)
    audio_url = serializers.SerializerMethodField(
        help_text="Plays; works for a limited time. Takes Range requests."
    )
    download_url = serializers.SerializerMethodField(help_text="Saves under its name; expires as well.")

    def file_name(self, row: Any) -> str:
        """Without the extension."""
        return str(row.name)

    def get_peaks(self, row: Any) -> str:
        return peaks_text(row.asset)

    def get_audio_url(self, row: Any) -> str:
        return signed_url(row.asset, file_name=self.file_name(row))

    def get_download_url(self, row: Any) -> str:
        return signed_url(row.asset, download_name=self.file_name(row))


def peaks_text(asset: Asset) -> str:
    """The outline of the waveform as it travels: base64 of int8 pairs."""
    return base64.b64encode(bytes(asset.peaks)).decode("ascii")
