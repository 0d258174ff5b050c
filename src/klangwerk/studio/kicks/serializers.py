"""Kicks as JSON. Names are snake_case here and camelCase on the wire."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from klangwerk.engines.kick.params import SLIDERS
from klangwerk.studio.common.fields import OneLineField
from klangwerk.studio.kicks.models import NAME_MAX_CHARS, Kick, SourceKind
from klangwerk.studio.library.serializers import SoundSerializer


class SlidersSerializer(serializers.Serializer[Any]):
    """The sliders as asked for; null was left to the prompt."""

    length_s = serializers.FloatField(allow_null=True)
    pitch_hz = serializers.FloatField(allow_null=True)
    punch = serializers.FloatField(allow_null=True)
    drive = serializers.FloatField(allow_null=True)
    brightness = serializers.FloatField(allow_null=True)
    noise = serializers.FloatField(allow_null=True)


class MappedSerializer(serializers.Serializer[Any]):
    """Something said that was taken to mean a known word."""

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        """`from` is a keyword and cannot be a class attribute."""
        return {"from": serializers.CharField(), "to": serializers.CharField()}


class UnderstoodSerializer(serializers.Serializer[Any]):
    """What the engine made of the prompt."""

    known = serializers.ListField(child=serializers.CharField())
    mapped = MappedSerializer(many=True)
    ignored = serializers.ListField(child=serializers.CharField())


class KickModelSerializer(serializers.Serializer[Any]):
    """The model that made a kick."""

    name = serializers.CharField()
    version = serializers.CharField()


class KickSourceSerializer(serializers.Serializer[Any]):
    """What a kick was made from. Ids are null once that kick is deleted."""

    kind = serializers.ChoiceField(choices=SourceKind.choices)
    kick_id = serializers.UUIDField(allow_null=True)
    other_kick_id = serializers.UUIDField(allow_null=True)
    strength = serializers.FloatField(allow_null=True)
    mix = serializers.FloatField(allow_null=True)


class KickSerializer(SoundSerializer):
    """A kick as clients see it."""

    id = serializers.UUIDField()
    asset_id = serializers.UUIDField(help_text="What the timeline knows the sound by.")
    name = serializers.CharField()
    prompt = serializers.CharField()
    seed = serializers.IntegerField()
    sliders = serializers.SerializerMethodField()
    steps = serializers.SerializerMethodField()
    cfg_scale = serializers.SerializerMethodField()
    understood = UnderstoodSerializer()
    model = serializers.SerializerMethodField()
    is_favourite = serializers.BooleanField()
    is_shared = serializers.BooleanField(
        help_text="Everybody's presets may use it. An admin shares a kick, and only an unshared one can be deleted."
    )
    source = serializers.SerializerMethodField()  # type: ignore[assignment]
    created_at = serializers.DateTimeField()

    @extend_schema_field(SlidersSerializer)
    def get_sliders(self, kick: Kick) -> dict[str, float | None]:
        asked = kick.params.get("sliders", {})
        return {name: asked.get(name) for name in SLIDERS}

    def get_steps(self, kick: Kick) -> int:
        return int(kick.params["steps"])

    def get_cfg_scale(self, kick: Kick) -> float:
        return float(kick.params["cfg_scale"])

    @extend_schema_field(KickModelSerializer)
    def get_model(self, kick: Kick) -> dict[str, str]:
        return {"name": kick.model_name, "version": kick.model_version}

    @extend_schema_field(KickSourceSerializer)
    def get_source(self, kick: Kick) -> dict[str, Any]:
        return {
            "kind": kick.source_kind,
            "kick_id": kick.source_kick_id,
            "other_kick_id": kick.source_other_kick_id,
            "strength": kick.source_strength,
            "mix": kick.source_mix,
        }


class KickPatchSerializer(serializers.Serializer[Any]):
    """What may be changed of a kick."""

    name = OneLineField(required=False, max_length=NAME_MAX_CHARS)
    is_favourite = serializers.BooleanField(required=False)


class KickCountsSerializer(serializers.Serializer[Any]):
    """What every answer about kicks carries."""

    remaining_gens_today = serializers.IntegerField(allow_null=True, help_text="Null: no limit.")
    total_gens_count = serializers.IntegerField(help_text="Kicks that are kept.")


class KickGeneratedSerializer(KickSerializer, KickCountsSerializer):
    """A new kick, and what is left."""


class KickDeletedSerializer(serializers.Serializer[Any]):
    """What is left after a kick was deleted."""

    total_gens_count = serializers.IntegerField()


class KickListSerializer(KickCountsSerializer):
    """One page of kicks, and what is left."""

    kicks = KickSerializer(many=True)
    count = serializers.IntegerField()
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    kept_limit = serializers.IntegerField(allow_null=True)
    daily_limit = serializers.IntegerField(allow_null=True)
    resets_at = serializers.DateTimeField(help_text="When the day of the limits ends.")


class WordSerializer(serializers.Serializer[Any]):
    """A word that the engine knows."""

    word = serializers.CharField()
    group = serializers.CharField()
    synonyms = serializers.ListField(child=serializers.CharField())
    opposite = serializers.CharField(allow_null=True)


class SliderRangeSerializer(serializers.Serializer[Any]):
    """Bounds of a slider."""

    low = serializers.FloatField()
    high = serializers.FloatField()
    unit = serializers.CharField(allow_blank=True)
    label = serializers.CharField()  # type: ignore[assignment]


class SliderRangesSerializer(serializers.Serializer[Any]):
    """Bounds of all sliders."""

    length_s = SliderRangeSerializer()
    pitch_hz = SliderRangeSerializer()
    punch = SliderRangeSerializer()
    drive = SliderRangeSerializer()
    brightness = SliderRangeSerializer()
    noise = SliderRangeSerializer()


class KickDefaultsSerializer(serializers.Serializer[Any]):
    """What holds when nothing is said, and the bounds of what is no slider."""

    prompt = serializers.CharField()
    prompt_max_chars = serializers.IntegerField()
    seed_max = serializers.IntegerField()
    steps = serializers.IntegerField()
    steps_max = serializers.IntegerField()
    cfg_scale = serializers.FloatField()
    cfg_scale_max = serializers.FloatField()
    strength = serializers.FloatField()
    mix = serializers.FloatField()


class KickWordsSerializer(serializers.Serializer[Any]):
    """What a prompt field can offer."""

    words = WordSerializer(many=True)
    sliders = SliderRangesSerializer()
    defaults = KickDefaultsSerializer()
    examples = serializers.ListField(child=serializers.CharField())
