"""`GET /api/sounds/`: what the rack can play."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from klangwerk.engines.rack.sounds import Sound, catalog
from klangwerk.studio.kicks.models import Kick
from klangwerk.studio.library.selectors import signed_url
from klangwerk.studio.presets import selectors
from klangwerk.studio.presets.sound_files import address_of


class StockSoundSerializer(serializers.Serializer[Any]):
    """A sound that comes with Klangwerk."""

    name = serializers.CharField(help_text="What presets call it; never changes.")
    url = serializers.SerializerMethodField(help_text="FLAC; works for everybody and may be cached for ever.")
    duration_s = serializers.FloatField()
    description = serializers.CharField()

    def get_url(self, sound: Sound) -> str:
        return address_of(sound)


class SharedKickSerializer(serializers.Serializer[Any]):
    """An AI kick that everybody's presets may use."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    audio_url = serializers.SerializerMethodField(help_text="Plays; works for a limited time.")
    duration_s = serializers.FloatField(source="asset.duration_s")

    def get_audio_url(self, kick: Kick) -> str:
        return signed_url(kick.asset, file_name=kick.name)


class SoundsSerializer(serializers.Serializer[Any]):
    """Stock sounds by layer in the order of display, and the shared kicks by name."""

    kicks = StockSoundSerializer(many=True)
    noises = StockSoundSerializer(many=True)
    reverbs = StockSoundSerializer(many=True)
    shared_kicks = SharedKickSerializer(many=True)


class SoundsApi(APIView):
    """The sounds that presets are made of."""

    authentication_classes = ()
    permission_classes = (AllowAny,)

    @extend_schema(
        operation_id="sounds",
        summary="Stock sounds, and the kicks that everybody may use",
        auth=[],
        responses=SoundsSerializer,
    )
    def get(self, request: Request) -> Response:
        """The same for everybody."""
        stock = catalog()
        found = {
            "kicks": stock.kicks,
            "noises": stock.noises,
            "reverbs": stock.reverbs,
            "shared_kicks": selectors.shared_kicks(),
        }
        return Response(SoundsSerializer(found).data)
