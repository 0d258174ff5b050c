"""Serializer fields of our own."""

from __future__ import annotations

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
