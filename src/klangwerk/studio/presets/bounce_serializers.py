"""Bounces as JSON, and what can be asked for."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from klangwerk.engines.rack.params import BARS_DEFAULT, BARS_MAX, LAYERS, BounceParams, Ending
from klangwerk.studio.common.fields import OneLineField
from klangwerk.studio.library.serializers import SoundSerializer
from klangwerk.studio.presets.models import BOUNCE_NAME_CHARS_MAX, Bounce, BounceStem
from klangwerk.studio.presets.order import BIT_DEPTHS, FORMATS, FileForm
from klangwerk.studio.presets.rack import Rack, rack_from
from klangwerk.studio.presets.serializers import RackInputSerializer, RackSerializer


def _layers(help_text: str) -> serializers.ListField:
    return serializers.ListField(
        child=serializers.ChoiceField(choices=LAYERS),
        required=False,
        default=list,
        max_length=len(LAYERS),
        help_text=help_text,
    )


class RenderSerializer(serializers.Serializer[Any]):
    """How much of the rack, and as which file."""

    bars = serializers.IntegerField(
        required=False,
        default=BARS_DEFAULT,
        min_value=1,
        max_value=BARS_MAX,
        help_text="Bars of four beats; together at most 15 minutes.",
    )
    ending = serializers.ChoiceField(
        choices=[ending.value for ending in Ending],
        required=False,
        default=Ending.LOOP.value,
        help_text="`loop`: exactly so many bars, without a seam; `tail`: it rings out after them.",
    )
    format = serializers.ChoiceField(choices=FORMATS, required=False, default=FileForm().format)
    bit_depth = serializers.ChoiceField(
        choices=BIT_DEPTHS, required=False, default=FileForm().bit_depth, help_text="32 bits: WAV only."
    )
    stems = serializers.BooleanField(
        required=False, default=False, help_text="Also kick, noise and reverb as files of their own."
    )
    muted = _layers("Neither heard nor sent to the reverb.")
    soloed = _layers("If there are any, only these are heard.")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """What does not go together."""
        if attrs["bit_depth"] == 32 and attrs["format"] != "wav":
            raise serializers.ValidationError(
                {"bit_depth": ["FLAC has 16 or 24 bits; choose one of these, or WAV."]}
            )
        bounce = self._bounce_params(attrs)
        if not any(bounce.hears(layer) for layer in LAYERS):
            raise serializers.ValidationError({"muted": ["Nothing would be heard: every layer is muted."]})
        return attrs

    def bounce(self) -> BounceParams:
        """How much of the rack."""
        return self._bounce_params(self.validated_data)

    def form(self) -> FileForm:
        """The files that are wanted."""
        return FileForm(**{name: self.validated_data[name] for name in ("format", "bit_depth", "stems")})

    def _bounce_params(self, given: dict[str, Any]) -> BounceParams:
        return BounceParams(
            bars=given["bars"],
            ending=given["ending"],
            muted=frozenset(given["muted"]),
            soloed=frozenset(given["soloed"]),
        )


class BounceInputSerializer(RenderSerializer):
    """Settings that need not be saved, and how much of them. Needs `caller` in its context."""

    name = OneLineField(max_length=BOUNCE_NAME_CHARS_MAX, help_text="What the bounce is called.")
    preset = RackInputSerializer()

    def rack(self) -> Rack:
        """What the rack is to be set to."""
        return rack_from(self.validated_data["preset"])


class StemSerializer(SoundSerializer):
    """One layer of a bounce as it enters the master. Needs `name`, the bounce's, in its context."""

    layer = serializers.ChoiceField(choices=LAYERS)
    duration_s = None  # type: ignore[assignment]  # the bounce says it

    def file_name(self, row: BounceStem) -> str:
        """The bounce and the layer."""
        return f"{self.context['name']} {row.layer}"


class BounceSerializer(SoundSerializer):
    """A bounce as clients see it."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    preset = RackSerializer(help_text="What the rack was set to.")
    bpm = serializers.IntegerField()
    bars = serializers.IntegerField()
    ending = serializers.ChoiceField(choices=[ending.value for ending in Ending])
    muted = serializers.ListField(child=serializers.ChoiceField(choices=LAYERS))
    soloed = serializers.ListField(child=serializers.ChoiceField(choices=LAYERS))
    format = serializers.ChoiceField(choices=FORMATS)
    bit_depth = serializers.ChoiceField(choices=BIT_DEPTHS)
    true_peak_dbtp = serializers.FloatField(source="asset.true_peak_dbtp")
    stems = serializers.SerializerMethodField()
    created_at = serializers.DateTimeField()

    @extend_schema_field(StemSerializer(many=True))
    def get_stems(self, bounce: Bounce) -> Any:
        return StemSerializer(bounce.stems.all(), many=True, context={"name": bounce.name}).data
