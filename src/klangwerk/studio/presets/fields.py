"""Serializer fields of the rack's parameters, made from the engine's table of ranges."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from klangwerk.engines.contracts import InvalidParams
from klangwerk.engines.rack.params import RANGES, checked_number
from klangwerk.studio.presets import names


class ParameterField(serializers.FloatField):
    """A number as the engine checks it: no text, no truth value, nothing out of range."""

    def __init__(self, parameter: str, **kwargs: Any) -> None:
        self.parameter = parameter
        super().__init__(**bounds_of(parameter), **kwargs)

    def to_internal_value(self, data: Any) -> float:
        """The number. Fails with the engine's sentence."""
        return _checked(self.parameter, data)


class TempoField(serializers.IntegerField):
    """As `ParameterField`, for the one whole number."""

    def __init__(self, parameter: str, **kwargs: Any) -> None:
        self.parameter = parameter
        super().__init__(**bounds_of(parameter), **kwargs)

    def to_internal_value(self, data: Any) -> int:
        """The number. Fails with the engine's sentence."""
        return int(_checked(self.parameter, data))


class PresetNameField(serializers.CharField):
    """A preset's name, cleaned."""

    def __init__(self, **kwargs: Any) -> None:
        # Its length counts after cleaning, so that no client refuses what the server would take.
        super().__init__(
            help_text=f"Letters, digits, spaces; 1 to {names.NAME_CHARS_MAX} characters.", **kwargs
        )

    def run_validation(self, data: Any = serializers.empty) -> Any:
        """The cleaned name."""
        if isinstance(data, str) and not data.strip():
            raise serializers.ValidationError("A preset needs a name.")
        value = super().run_validation(data)
        if not isinstance(value, str):
            return value
        try:
            return names.cleaned(value)
        except ValueError as error:
            raise serializers.ValidationError(str(error)) from error


def parameter_fields() -> dict[str, ParameterField | TempoField]:
    """A field for each of the rack's numbers, all needed."""
    return {name: TempoField(name) if name == "bpm" else ParameterField(name) for name in RANGES}


def bounds_of(parameter: str) -> dict[str, Any]:
    """`min_value`, `max_value` and a line of help."""
    low, high, _, unit, title = RANGES[parameter]
    if parameter == "bpm":
        low, high = int(low), int(high)
    return {"min_value": low, "max_value": high, "help_text": f"{title}{f' in {unit}' if unit else ''}."}


def _checked(parameter: str, data: Any) -> float:
    try:
        return checked_number(parameter, data)
    except InvalidParams as error:
        raise serializers.ValidationError(error.message) from error
