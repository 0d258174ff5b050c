"""What the composer is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from klangwerk.engines.contracts import InvalidParams

DURATION_S_MIN, DURATION_S_MAX = 4.0, 300.0
BPM_MIN, BPM_MAX = 40.0, 220.0
PROMPT_CHARS_MAX = 1000
SEED_MAX = 2**32 - 1  # the same bound as for kicks


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackParams:
    """A track in words. What is given beside the words wins over them; None leaves it to them.

    `key` is text such as "F# minor" or "a-moll". Raises InvalidParams.
    """

    prompt: str
    duration_s: float | None = None
    bpm: float | None = None
    key: str | None = None
    looping: bool = False

    def __post_init__(self) -> None:
        if len(self.prompt) > PROMPT_CHARS_MAX:
            raise InvalidParams(f"A prompt has at most {PROMPT_CHARS_MAX} characters.", field="prompt")
        _check("duration_s", self.duration_s, DURATION_S_MIN, DURATION_S_MAX, "s")
        _check("bpm", self.bpm, BPM_MIN, BPM_MAX, "bpm")


def _check(field: str, value: float | None, low: float, high: float, unit: str) -> None:
    if value is not None and not low <= value <= high:  # NaN is refused as well
        raise InvalidParams(f"It must be {low:g} to {high:g} {unit}, not {value:g}.", field=field)
