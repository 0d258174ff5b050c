"""Presets as JSON. Names are snake_case here and camelCase on the wire."""

from __future__ import annotations

from typing import Any, cast

from rest_framework import serializers

from klangwerk.engines.rack.params import RANGES, SOUND_NAME_CHARS_MAX
from klangwerk.studio.accounts.models import User
from klangwerk.studio.kicks.models import Kick
from klangwerk.studio.library.selectors import signed_url
from klangwerk.studio.presets import selectors, stock
from klangwerk.studio.presets.fields import PresetNameField, bounds_of, parameter_fields
from klangwerk.studio.presets.models import Preset
from klangwerk.studio.presets.rack import Rack, rack_from

Fields = dict[str, serializers.Field[Any, Any, Any, Any]]


class RackSerializer(serializers.Serializer[Any]):
    """The rack's settings as clients see them."""

    kick_sample = serializers.CharField(
        help_text="A stock kick, or the present name of the kick of `kickId`."
    )
    kick_id = serializers.UUIDField(allow_null=True, help_text="Null for a stock kick.")
    noise_sample = serializers.CharField()
    reverb_sample = serializers.CharField()

    def get_fields(self) -> Fields:
        """The numbers come from the engine's table."""
        numbers: Fields = {
            name: (serializers.IntegerField if name == "bpm" else serializers.FloatField)(**bounds_of(name))
            for name in RANGES
        }
        return {**super().get_fields(), **numbers}


class PresetSerializer(RackSerializer):
    """A preset as clients see it. Needs `caller` in its context."""

    id = serializers.UUIDField()
    preset_name = serializers.CharField()
    is_shared = serializers.BooleanField(help_text="Everybody sees it, nobody changes it but an admin.")
    is_own = serializers.SerializerMethodField(help_text="The caller made it.")
    kick_sample = serializers.SerializerMethodField(  # type: ignore[assignment]
        help_text="A stock kick, or the present name of the kick of `kickId`."
    )
    kick_url = serializers.SerializerMethodField(
        help_text="Plays the kick of `kickId`; works for a limited time. Null for a stock kick."
    )
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()

    def get_is_own(self, preset: Preset) -> bool:
        return preset.user_id is not None and preset.user_id == self.context["caller"].pk

    def get_kick_sample(self, preset: Preset) -> str:
        return preset.kick.name if preset.kick is not None else preset.kick_sample or ""

    def get_kick_url(self, preset: Preset) -> str | None:
        return None if preset.kick is None else signed_url(preset.kick.asset, file_name=preset.kick.name)


class RackInputSerializer(serializers.Serializer[Any]):
    """All of the rack's settings, checked. Needs `caller` in its context, and `present`, a kick that may stay."""

    kick_sample = serializers.CharField(
        required=False,
        allow_null=True,
        max_length=SOUND_NAME_CHARS_MAX,
        trim_whitespace=False,
        help_text="A stock kick, or the name of an AI kick of yours. Not needed with `kickId`.",
    )
    kick_id = serializers.UUIDField(
        required=False, allow_null=True, help_text="A kick of yours, or a shared one; wins over `kickSample`."
    )
    noise_sample = serializers.CharField(max_length=SOUND_NAME_CHARS_MAX, trim_whitespace=False)
    reverb_sample = serializers.CharField(max_length=SOUND_NAME_CHARS_MAX, trim_whitespace=False)

    def get_fields(self) -> Fields:
        """The numbers come from the engine's table."""
        return {**super().get_fields(), **parameter_fields()}

    def validate_noise_sample(self, name: str) -> str:
        """A stock sound."""
        return _stock_sound("noise", name)

    def validate_reverb_sample(self, name: str) -> str:
        """A stock sound."""
        return _stock_sound("reverb", name)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """The kick, by key or by name: `kick` is a kick of the studio, or None with a stock kick in `kick_sample`."""
        kick_id, name = attrs.pop("kick_id", None), attrs.pop("kick_sample", None)
        kick: Kick | None = None
        if kick_id is not None:
            kick = selectors.kick_for_preset(
                user=self._caller, kick_id=kick_id, present=self.context.get("present")
            )
            if kick is None:
                raise serializers.ValidationError(
                    {"kick_id": ["There is no such kick, or it is neither yours nor shared."]}
                )
        elif name is None:
            raise serializers.ValidationError({"kick_sample": ["Name a kick, or send kickId."]})
        else:
            problem = stock.problem_with("kick", name)
            kick = None if problem is None else selectors.own_kick_named(user=self._caller, name=name)
            if problem is not None and kick is None:
                raise serializers.ValidationError({"kick_sample": [problem]})
        return {**attrs, "kick": kick, "kick_sample": None if kick is not None else name}

    def rack(self) -> Rack:
        """What the rack is to be set to."""
        return rack_from(self.validated_data)

    @property
    def _caller(self) -> User:
        return cast(User, self.context["caller"])


class PresetInputSerializer(RackInputSerializer):
    """A preset to save: its name and all settings."""

    preset_name = PresetNameField()


def _stock_sound(layer: str, name: str) -> str:
    problem = stock.problem_with(layer, name)
    if problem is not None:
        raise serializers.ValidationError(problem)
    return name
