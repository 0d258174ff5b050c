"""What a kick is asked for: prompt, sliders, sampler settings and where to start from."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

from klangwerk.engines.contracts import InvalidParams
from klangwerk.sound import AudioBuffer

DEFAULT_PROMPT = "hit house"  # what the original engine always asked for
PROMPT_MAX_CHARS = 500
SEED_MAX = 2**32 - 1
STEPS_DEFAULT = 8  # network evaluations are what costs; more than 8 changes nothing audible (model card)
STEPS_MAX = 64
CFG_SCALE_DEFAULT = 1.4  # below it words are heard less, above it kicks move away from real ones (model card)
CFG_SCALE_MAX = 10.0


class SliderRange(NamedTuple):
    """Bounds and unit of a slider, as shown to people."""

    low: float
    high: float
    unit: str
    label: str


SLIDERS: dict[str, SliderRange] = {
    "length_s": SliderRange(0.05, 1.8, "s", "Length"),
    "pitch_hz": SliderRange(25.0, 150.0, "Hz", "Pitch"),
    "punch": SliderRange(0.0, 1.0, "", "Punch"),
    "drive": SliderRange(0.0, 1.0, "", "Drive"),
    "brightness": SliderRange(0.0, 1.0, "", "Brightness"),
    "noise": SliderRange(0.0, 1.0, "", "Noise"),
}


@dataclass(frozen=True, slots=True)
class Variation:
    """Start near an existing kick: its latent (from a result) or any recording of a kick."""

    of: bytes | AudioBuffer
    strength: float = 0.4  # 0: the same kick; 1: nothing of it is left


@dataclass(frozen=True, slots=True)
class Interpolation:
    """A kick between two others: mix 0 is `a`, mix 1 is `b`."""

    a: bytes | AudioBuffer
    b: bytes | AudioBuffer
    mix: float = 0.5


KickStart = Variation | Interpolation


@dataclass(frozen=True, slots=True)
class KickParams:
    """A request for one kick. A slider that is None is left to the prompt.

    Raises InvalidParams with the field's name when a value is out of range.
    """

    prompt: str = ""
    length_s: float | None = None  # until the level has fallen by 60 dB
    pitch_hz: float | None = None  # fundamental of the body after the sweep
    punch: float | None = None  # 0 soft .. 1 hard attack
    drive: float | None = None  # 0 clean .. 1 distorted
    brightness: float | None = None  # 0 dark .. 1 bright
    noise: float | None = None  # 0 none .. 1 much
    steps: int = STEPS_DEFAULT
    cfg_scale: float = CFG_SCALE_DEFAULT
    start: KickStart | None = None

    def __post_init__(self) -> None:
        if len(self.prompt) > PROMPT_MAX_CHARS:
            raise InvalidParams(f"The prompt may have at most {PROMPT_MAX_CHARS} characters.", field="prompt")
        for name, (low, high, unit, label) in SLIDERS.items():
            value = getattr(self, name)
            if value is not None:
                _check(name, label, value, low, high, unit)
        if (
            isinstance(self.steps, bool)
            or not isinstance(self.steps, int)
            or not 1 <= self.steps <= STEPS_MAX
        ):
            raise InvalidParams(f"Steps must be a whole number from 1 to {STEPS_MAX}.", field="steps")
        _check("cfg_scale", "cfgScale", self.cfg_scale, 0.0, CFG_SCALE_MAX, "")
        if isinstance(self.start, Variation):
            _check("strength", "Strength", self.start.strength, 0.0, 1.0, "")
        elif isinstance(self.start, Interpolation):
            _check("mix", "Mix", self.start.mix, 0.0, 1.0, "")

    def sliders(self) -> dict[str, float | None]:
        """The six sliders by name."""
        return {name: getattr(self, name) for name in SLIDERS}


def _check(name: str, label: str, value: float, low: float, high: float, unit: str) -> None:
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float)
        or not math.isfinite(value)
        or not low <= value <= high
    ):
        raise InvalidParams(
            f"{label} must be between {low:g} and {high:g}{' ' + unit if unit else ''}.", field=name
        )
