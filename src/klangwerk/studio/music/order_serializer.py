"""The body of `POST /api/tracks/generate/`, checked and made an order."""

from __future__ import annotations

import secrets
from typing import Any

from rest_framework import serializers

from klangwerk.engines.composer.params import (
    BPM_MAX,
    BPM_MIN,
    DURATION_S_MAX,
    DURATION_S_MIN,
    PROMPT_CHARS_MAX,
    SEED_MAX,
)
from klangwerk.studio.common.fields import FiniteFloatField
from klangwerk.studio.music.order import FORMATS, MODELS, TrackOrder

KEY_CHARS_MAX = 32


class PromptSerializer(serializers.Serializer[Any]):
    """What is wanted, in words."""

    text = serializers.CharField(
        max_length=PROMPT_CHARS_MAX,
        error_messages={"blank": "Say in a few words what it should sound like."},
        help_text="English or German.",
    )


class TrackOrderSerializer(serializers.Serializer[Any]):
    """What is given beside the words wins over them."""

    prompt = PromptSerializer()
    format = serializers.ChoiceField(choices=FORMATS, required=False, default=FORMATS[0])
    looping = serializers.BooleanField(
        required=False, default=False, help_text="Whole bars, and the end goes over into the beginning."
    )
    model = serializers.ChoiceField(
        choices=MODELS,
        required=False,
        default=MODELS[0],
        error_messages={"invalid_choice": f"There is no model “{{input}}”. Known: {', '.join(MODELS)}."},
    )
    seed = serializers.IntegerField(
        required=False,
        allow_null=True,
        min_value=0,
        max_value=SEED_MAX,
        help_text="Same seed, same music; drawn if left out.",
    )
    duration_s = FiniteFloatField(
        required=False, allow_null=True, min_value=DURATION_S_MIN, max_value=DURATION_S_MAX
    )
    bpm = FiniteFloatField(required=False, allow_null=True, min_value=BPM_MIN, max_value=BPM_MAX)
    key = serializers.CharField(
        required=False,
        allow_null=True,
        allow_blank=True,
        max_length=KEY_CHARS_MAX,
        help_text="As in “F# minor”.",
    )

    def order(self) -> TrackOrder:
        """The order; without a seed a new one is drawn."""
        given: dict[str, Any] = self.validated_data
        seed = given.get("seed")
        return TrackOrder(
            prompt=given["prompt"]["text"],
            seed=secrets.randbelow(SEED_MAX + 1) if seed is None else seed,
            format=given["format"],
            looping=given["looping"],
            model=given["model"],
            duration_s=given.get("duration_s"),
            bpm=given.get("bpm"),
            key=given.get("key") or None,
        )
