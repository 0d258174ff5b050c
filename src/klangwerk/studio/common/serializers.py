"""Serializer bases of the studio."""

from __future__ import annotations

from typing import Any

from django.db import models
from rest_framework import serializers

from klangwerk.studio.common.fields import FreeFormJSONField


class ModelSerializer(serializers.ModelSerializer[Any]):
    """DRF's, with model JSON columns as free-form JSON."""

    serializer_field_mapping = {
        **serializers.ModelSerializer.serializer_field_mapping,
        models.JSONField: FreeFormJSONField,
    }
