"""The body of `POST /api/kicks/generate/`, checked and made an order."""

from __future__ import annotations

import hashlib
import json
import secrets
from typing import Any

from rest_framework import serializers

from klangwerk.engines.contracts import InvalidParams
from klangwerk.engines.kick.params import (
    CFG_SCALE_DEFAULT,
    CFG_SCALE_MAX,
    PROMPT_MAX_CHARS,
    SEED_MAX,
    SLIDERS,
    STEPS_DEFAULT,
    STEPS_MAX,
)
from klangwerk.engines.kick.pitch_names import note_to_hz
from klangwerk.studio.accounts.models import User
from klangwerk.studio.common.fields import FiniteFloatField
from klangwerk.studio.kicks.models import Kick, SourceKind
from klangwerk.studio.kicks.order import MIX_DEFAULT, STRENGTH_DEFAULT, KickOrder
from klangwerk.studio.kicks.selectors import kick_get


def _number(low: float, high: float, help_text: str) -> FiniteFloatField:
    return FiniteFloatField(
        required=False, allow_null=True, min_value=low, max_value=high, help_text=help_text
    )


def _slider(name: str) -> FiniteFloatField:
    low, high, unit, label = SLIDERS[name]
    return _number(low, high, f"{label}{f' in {unit}' if unit else ''}; null leaves it to the prompt.")


class KickOrderSerializer(serializers.Serializer[Any]):
    """Everything is optional: an empty body asks for "hit house" with a new seed."""

    prompt = serializers.CharField(
        required=False, allow_null=True, allow_blank=True, max_length=PROMPT_MAX_CHARS
    )
    seed = serializers.IntegerField(
        required=False, allow_null=True, min_value=0, max_value=SEED_MAX, help_text="Same seed, same bytes."
    )
    length_s = _slider("length_s")
    pitch_hz = _slider("pitch_hz")
    pitch_note = serializers.CharField(
        required=False,
        allow_null=True,
        allow_blank=True,
        max_length=8,
        help_text="In place of pitchHz: F1, C#2, Bb1.",
    )
    punch = _slider("punch")
    drive = _slider("drive")
    brightness = _slider("brightness")
    noise = _slider("noise")
    steps = serializers.IntegerField(required=False, allow_null=True, min_value=1, max_value=STEPS_MAX)
    cfg_scale = _number(0.0, CFG_SCALE_MAX, "How closely the prompt is followed.")
    variation_of = serializers.UUIDField(
        required=False, allow_null=True, help_text="Start from this kick of yours."
    )
    strength = _number(0.0, 1.0, "Of a variation: 0 is the same kick, 1 keeps nothing of it.")
    interpolate_with = serializers.UUIDField(
        required=False, allow_null=True, help_text="With variationOf: a kick between the two."
    )
    mix = _number(0.0, 1.0, "Of an interpolation: 0 is variationOf, 1 is interpolateWith.")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """What belongs together. Nulls and blanks are as good as left out."""
        given = {name: value for name, value in attrs.items() if value is not None and value != ""}
        self._check_together(given)
        if "pitch_note" in given:
            given["pitch_hz"] = self._note_hz(given.pop("pitch_note"))
        return given

    def digest(self) -> str:
        """Of what was asked for, whatever its spelling; for Idempotency-Key."""
        text = json.dumps(self.validated_data, sort_keys=True, default=str)
        return hashlib.sha256(text.encode()).hexdigest()

    def order(self, *, owner: User) -> KickOrder:
        """The order; without a seed a new one is drawn. Raises NotFound for a kick that is not the owner's."""
        given: dict[str, Any] = self.validated_data
        kick = kick_get(owner=owner, kick_id=given["variation_of"]) if "variation_of" in given else None
        other = (
            kick_get(owner=owner, kick_id=given["interpolate_with"]) if "interpolate_with" in given else None
        )
        kind = _kind(kick, other)
        seed = given.get("seed")
        return KickOrder(
            seed=secrets.randbelow(SEED_MAX + 1) if seed is None else seed,
            # Without a prompt of its own a variation goes on from what the kick was made of, not from "hit house".
            prompt=given.get("prompt", kick.prompt if kick is not None and other is None else ""),
            sliders={name: given.get(name) for name in SLIDERS},
            steps=given.get("steps", STEPS_DEFAULT),
            cfg_scale=given.get("cfg_scale", CFG_SCALE_DEFAULT),
            source_kind=kind,
            kick_id=str(kick.id) if kick else None,
            other_kick_id=str(other.id) if other else None,
            strength=given.get("strength", STRENGTH_DEFAULT) if kind is SourceKind.VARIATION else None,
            mix=given.get("mix", MIX_DEFAULT) if kind is SourceKind.INTERPOLATION else None,
        )

    def title(self, order: KickOrder, *, owner: User) -> str:
        """What the tray of running work calls it; empty when the prompt says it best."""
        if order.kick_id is None:
            return ""
        kick = kick_get(owner=owner, kick_id=order.kick_id)
        if order.other_kick_id is None:
            return f"Variation of {kick.name}"
        return f"Between {kick.name} and {kick_get(owner=owner, kick_id=order.other_kick_id).name}"

    def _check_together(self, given: dict[str, Any]) -> None:
        if "pitch_hz" in given and "pitch_note" in given:
            raise serializers.ValidationError({"pitch_note": ["Send pitchHz or pitchNote, not both."]})
        if "variation_of" not in given:
            for name, wire in (("strength", "strength"), ("interpolate_with", "interpolateWith")):
                if name in given:
                    raise serializers.ValidationError(
                        {name: [f"{wire} needs variationOf: the kick to start from."]}
                    )
        if "mix" in given and "interpolate_with" not in given:
            raise serializers.ValidationError({"mix": ["mix needs interpolateWith: the second kick."]})
        if "strength" in given and "interpolate_with" in given:
            raise serializers.ValidationError(
                {"strength": ["strength is for variations; a blend takes mix."]}
            )

    def _note_hz(self, note: str) -> float:
        low, high, unit, _ = SLIDERS["pitch_hz"]
        try:
            pitch_hz = note_to_hz(note)
        except InvalidParams as error:
            raise serializers.ValidationError({"pitch_note": [error.message]}) from error
        if not low <= pitch_hz <= high:
            raise serializers.ValidationError(
                {
                    "pitch_note": [
                        f"{note} is {pitch_hz:.1f} {unit}; kicks go from {low:g} to {high:g} {unit}."
                    ]
                }
            )
        return pitch_hz


def _kind(kick: Kick | None, other: Kick | None) -> SourceKind:
    if kick is None:
        return SourceKind.PROMPT
    return SourceKind.VARIATION if other is None else SourceKind.INTERPOLATION
