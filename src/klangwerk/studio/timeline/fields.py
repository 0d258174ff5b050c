"""Serializer fields of an arrangement: strict, because what is stored is what an editor will trust."""

from __future__ import annotations

import re
from typing import Any

from rest_framework import serializers

from klangwerk.studio.common.fields import FiniteFloatField, OneLineField
from klangwerk.studio.timeline import limits

_ID = re.compile(r"\A[A-Za-z0-9_-]+\Z")


class WholeField(serializers.IntegerField):
    """A whole number that is sent as one: no text, no fraction, no truth value."""

    def to_internal_value(self, data: Any) -> int:
        """The number."""
        if isinstance(data, bool) or not isinstance(data, int):
            self.fail("invalid")
        return int(data)


class NumberField(FiniteFloatField):
    """A finite number that is sent as one."""

    def to_internal_value(self, data: Any) -> float:
        """The number."""
        if not isinstance(data, int | float):
            self.fail("invalid")
        return super().to_internal_value(data)


class FlagField(serializers.BooleanField):
    """True or false, and nothing that might mean it."""

    def to_internal_value(self, data: Any) -> bool:
        """The value."""
        if not isinstance(data, bool):
            self.fail("invalid", input=data)
        return bool(data)


class FramesField(WholeField):
    """A position or a length, in frames at 44 100 Hz."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"min_value": 0, "max_value": limits.FRAMES_MAX, **kwargs})


class VersionField(WholeField):
    """How often a project was saved."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=1, max_value=limits.VERSION_MAX, **kwargs)


class GainField(NumberField):
    """A gain in dB."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=limits.GAIN_DB_MIN, max_value=limits.GAIN_DB_MAX, **kwargs)


class AssetIdField(serializers.UUIDField):
    """The key of a stored sound, as text; numbers are not read as one."""

    def to_internal_value(self, data: Any) -> Any:
        """The key."""
        if not isinstance(data, str):
            self.fail("invalid", value=data)
        return super().to_internal_value(data)


class LocalIdField(serializers.RegexField):
    """What an editor calls a track or a clip within its project."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            _ID,
            max_length=limits.ID_CHARS_MAX,
            trim_whitespace=False,
            error_messages={"invalid": "Letters, digits, - and _ only."},
            **kwargs,
        )


class LabelField(OneLineField):
    """The name of a track or a clip; it may be empty."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=limits.NAME_CHARS_MAX, allow_blank=True, **kwargs)
