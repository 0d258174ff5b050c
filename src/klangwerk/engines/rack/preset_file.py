"""Presets as JSON: what the API gives, or what somebody wrote by hand."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from klangwerk.engines.contracts import InvalidParams
from klangwerk.engines.rack.params import RANGES, SOUND_FIELDS, RackParams
from klangwerk.engines.rack.sounds import catalog

AI_KICK_PREFIX = "AI: "
_NAME = "preset_name"
_KICK_ID = "kick_id"
_OF_THE_API = (
    "id",
    "is_shared",
    "is_own",
    "kick_url",
    "created_at",
    "updated_at",
)  # say nothing of the sound
_FIELDS = (*RANGES, *SOUND_FIELDS.values(), _NAME, _KICK_ID, *_OF_THE_API)


@dataclass(frozen=True, slots=True, kw_only=True)
class RackPreset:
    """A preset and its name, if it has one. `ai_kick` is the name or key of a kick that is no stock sound."""

    name: str | None
    params: RackParams
    ai_kick: str | None


def wire_name(field: str) -> str:
    """A field as the API names it: `kickLen` for `kick_len`."""
    first, *rest = field.split("_")
    return first + "".join(word.capitalize() for word in rest)


_BY_EITHER_NAME = {spelling: field for field in _FIELDS for spelling in (field, wire_name(field))}


def parse(text: str | bytes) -> RackPreset:
    """A preset out of JSON text. Raises InvalidParams, with field `preset` when it is no preset at all."""
    try:
        found = json.loads(text, object_pairs_hook=_without_repeats)
    except UnicodeDecodeError as error:
        raise InvalidParams("This is no preset: it is not JSON.", field="preset") from error
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise InvalidParams(
            f"This is no preset: it is not JSON ({error.msg}, {where}).", field="preset"
        ) from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits; a thousand brackets
        raise InvalidParams("This is no preset: Python cannot read this JSON.", field="preset") from error
    if not isinstance(found, dict):
        raise InvalidParams("A preset is a JSON object: { … }.", field="preset")
    return from_mapping(found)


def from_mapping(found: Mapping[str, Any]) -> RackPreset:
    """A preset out of names and values, in camelCase or snake_case. What is missing is as in “Init”.

    Raises InvalidParams.
    """
    given: dict[str, Any] = {}
    for spelling, value in found.items():
        field = _BY_EITHER_NAME.get(spelling)
        if field is None:
            raise InvalidParams(_unknown_field(spelling), field="preset")
        if field in given:
            raise InvalidParams(f"“{wire_name(field)}” is there twice.", field=field)
        given[field] = value
    name = _text_or_none(given, _NAME)
    ai_kick = _ai_kick(given)
    sounds = {field: _sound_name(given, layer) for layer, field in SOUND_FIELDS.items()}
    if ai_kick is not None:
        sounds[SOUND_FIELDS["kick"]] = None
    numbers = {field: given[field] for field in RANGES if field in given}
    return RackPreset(name=name, params=RackParams(**numbers, **sounds), ai_kick=ai_kick)


def _ai_kick(given: Mapping[str, Any]) -> str | None:
    """The kick's name if it is one of the AI's, which its key or the form of its name says."""
    key = _text_or_none(given, _KICK_ID)
    name = given.get(SOUND_FIELDS["kick"])
    if isinstance(name, str) and name and (key is not None or name.startswith(AI_KICK_PREFIX)):
        return name
    return key


def _sound_name(given: Mapping[str, Any], layer: str) -> Any:
    value = given.get(SOUND_FIELDS[layer])
    return catalog().of_layer(layer)[0].name if value is None else value


def _text_or_none(given: Mapping[str, Any], field: str) -> str | None:
    value = given.get(field)
    if value is not None and not isinstance(value, str):
        raise InvalidParams(f"“{wire_name(field)}” must be a text.", field=field)
    return value or None


def _unknown_field(spelling: str) -> str:
    import difflib

    near = difflib.get_close_matches(spelling, _BY_EITHER_NAME, n=1, cutoff=0.6)
    advice = f"Do you mean “{near[0]}”?" if near else "See docs/rack.md for those that there are."
    return f"A preset has no field “{spelling[:60]}”. {advice}"


def _without_repeats(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise InvalidParams(f"“{name[:60]}” is there twice.", field="preset")
        found[name] = value
    return found
