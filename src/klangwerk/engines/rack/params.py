"""What the rack is set to, and what of it is bounced: ranges, defaults, checks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from klangwerk.engines.contracts import InvalidParams

LAYERS = ("kick", "noise", "reverb")
SOUND_FIELDS: Mapping[str, str] = MappingProxyType({layer: f"{layer}_sample" for layer in LAYERS})
SOUND_NAME_CHARS_MAX = 100
BARS_MAX = 512
BARS_DEFAULT = 4


class Range(NamedTuple):
    """Bounds, default and unit of a parameter, and its name as shown to people."""

    low: float
    high: float
    default: float
    unit: str
    title: str


RANGES: Mapping[str, Range] = MappingProxyType(
    {
        "bpm": Range(60, 365, 140, "bpm", "Tempo"),
        "kick_len": Range(0.1, 1.0, 1.0, "", "Kick length"),
        "kick_dist_amt": Range(0.0, 0.5, 0.0, "", "Kick distortion"),
        "kick_ott_amt": Range(0.0, 1.0, 0.0, "", "Kick OTT"),
        "noise_low_pass_freq": Range(30.0, 7000.0, 7000.0, "Hz", "Noise low-pass"),
        "noise_high_pass_freq": Range(30.0, 7000.0, 30.0, "Hz", "Noise high-pass"),
        "noise_volume": Range(-70.0, -6.0, -70.0, "dB", "Noise volume"),
        "reverb_low_pass_freq": Range(30.0, 7000.0, 7000.0, "Hz", "Reverb low-pass"),
        "reverb_high_pass_freq": Range(30.0, 7000.0, 30.0, "Hz", "Reverb high-pass"),
        "reverb_volume": Range(-60.0, 0.0, -6.0, "dB", "Reverb volume"),
        "master_ott_amt": Range(0.0, 1.0, 0.0, "", "Master OTT"),
        "master_dist_amt": Range(0.0, 0.5, 0.0, "", "Master distortion"),
        "master_limiter_amt": Range(1.0, 8.0, 1.5, "", "Limiter"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RackParams:
    """A preset: thirteen numbers, by default those of “Init”, and the names of three sounds.

    A volume at its lowest value is off. `kick_sample` is None for a kick that is no stock sound (an AI kick, a file).
    Raises InvalidParams with the field's name when a value is of the wrong type or out of range.
    """

    bpm: int = 140
    kick_len: float = 1.0  # share of the sample that is played
    kick_dist_amt: float = 0.0  # share of distorted sound
    kick_ott_amt: float = 0.0
    noise_low_pass_freq: float = 7000.0
    noise_high_pass_freq: float = 30.0
    noise_volume: float = -70.0
    reverb_low_pass_freq: float = 7000.0
    reverb_high_pass_freq: float = 30.0
    reverb_volume: float = -6.0
    master_ott_amt: float = 0.0
    master_dist_amt: float = 0.0
    master_limiter_amt: float = 1.5  # linear gain into the limiter
    kick_sample: str | None
    noise_sample: str
    reverb_sample: str

    def __post_init__(self) -> None:
        for name in RANGES:
            value = checked_number(name, getattr(self, name))
            object.__setattr__(self, name, value)
        for field in SOUND_FIELDS.values():
            name = getattr(self, field)
            if not (name is None and field == SOUND_FIELDS["kick"]):
                _check_sound_name(field, name)

    def gain(self, field: str) -> float:
        """The linear gain of a volume in dB; 0 when it is off, which is its lowest value."""
        level_db = float(getattr(self, field))
        return 0.0 if level_db <= RANGES[field].low else 10.0 ** (level_db / 20.0)


class Ending(StrEnum):
    """How a bounce ends."""

    LOOP = "loop"  # exactly its bars; its end leads into its beginning
    TAIL = "tail"  # it rings out after its bars


@dataclass(frozen=True, slots=True, kw_only=True)
class BounceParams:
    """How much of the rack is bounced: bars of four beats, the ending, layers muted and soloed.

    How long it may be depends on the tempo: `timing.bounce_frames` checks that. Raises InvalidParams.
    """

    bars: int = BARS_DEFAULT
    ending: Ending | str = Ending.LOOP
    muted: frozenset[str] = frozenset()
    soloed: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        bars = self.bars
        if isinstance(bars, bool) or not isinstance(bars, int) or not 1 <= bars <= BARS_MAX:
            raise InvalidParams(f"Bars must be a whole number from 1 to {BARS_MAX}.", field="bars")
        try:
            object.__setattr__(self, "ending", Ending(self.ending))
        except ValueError as error:
            raise InvalidParams("The ending must be “loop” or “tail”.", field="ending") from error
        for field in ("muted", "soloed"):
            layers = frozenset(getattr(self, field))
            if not layers <= set(LAYERS):
                raise InvalidParams(f"A layer is one of {', '.join(LAYERS)}.", field=field)
            object.__setattr__(self, field, layers)

    def hears(self, layer: str) -> bool:
        """Whether a layer is in the mix."""
        return layer not in self.muted and (not self.soloed or layer in self.soloed)

    def feeds_reverb(self, layer: str) -> bool:
        """Whether kick or noise is sent to the reverb; a solo of another layer does not end that."""
        return layer not in self.muted


def checked_number(name: str, value: object) -> float | int:
    """A parameter's value: int for the tempo, float for the rest. Raises InvalidParams."""
    low, high, _, unit, title = RANGES[name]
    is_tempo = name == "bpm"
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise InvalidParams(f"{title} must be a number.", field=name)
    if not low <= value <= high or (is_tempo and value != int(value)):  # NaN is never between
        kind = "a whole number " if is_tempo else ""
        span = f"from {low:g} to {high:g}{' ' + unit if unit else ''}"
        raise InvalidParams(f"{title} must be {kind}{span}.", field=name)
    return int(value) if is_tempo else float(value)


def _check_sound_name(field: str, name: object) -> None:
    if not isinstance(name, str) or not 1 <= len(name) <= SOUND_NAME_CHARS_MAX:
        raise InvalidParams(
            f"A sound's name must be a text of 1 to {SOUND_NAME_CHARS_MAX} characters.", field=field
        )
