"""Serializer fields of our own."""

from __future__ import annotations

import math
import unicodedata
from typing import Any

from rest_framework import serializers

from klangwerk.studio.common.casing import FreeForm, as_sent


class FreeFormJSONField(serializers.JSONField):
    """JSON that belongs to the user: its keys are neither camelized nor snaked."""

    def to_internal_value(self, data: Any) -> Any:
        """The value exactly as sent."""
        return super().to_internal_value(as_sent(data))

    def to_representation(self, value: Any) -> Any:
        """The value, marked for the renderer to leave alone."""
        return FreeForm(super().to_representation(value))


class OneLineField(serializers.CharField):
    """A name that a person gives: one line of text, composed characters, something to see in it."""

    def run_validation(self, data: Any = serializers.empty) -> Any:
        """Composed before its characters are counted."""
        value = super().run_validation(unicodedata.normalize("NFC", data) if isinstance(data, str) else data)
        if isinstance(value, str) and value:
            self._check(value)
        return value

    def _check(self, name: str) -> None:
        if any(unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} for char in name):
            raise serializers.ValidationError("A name is one line of plain text.")
        if not any(unicodedata.category(char)[0] not in "CZM" for char in name):
            raise serializers.ValidationError("A name needs at least one visible character.")


class FiniteFloatField(serializers.FloatField):
    """DRF's takes NaN, which no bound refuses, and true for 1."""

    def to_internal_value(self, data: Any) -> float:
        """A finite number."""
        if isinstance(data, bool):
            self.fail("invalid")
        value = super().to_internal_value(data)
        if not math.isfinite(value):
            self.fail("invalid")
        return value
