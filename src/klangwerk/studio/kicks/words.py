"""What the prompt field offers: the words that the engine knows, the sliders, and prompts to begin with."""

from __future__ import annotations

from functools import cache
from typing import Any

from klangwerk.engines.kick.params import (
    CFG_SCALE_DEFAULT,
    CFG_SCALE_MAX,
    DEFAULT_PROMPT,
    PROMPT_MAX_CHARS,
    SEED_MAX,
    SLIDERS,
    STEPS_DEFAULT,
    STEPS_MAX,
)
from klangwerk.engines.kick.vocabulary import WORDS
from klangwerk.studio.kicks.order import MIX_DEFAULT, STRENGTH_DEFAULT

EXAMPLES: tuple[str, ...] = (
    "deep punchy house",
    "long 808 in F, warm and clean",
    "hard distorted gabber",
    "short dry techno, 45 Hz",
    "soft lofi kick with tape noise",
    "snappy acoustic, woody",
    "tiefer dunkler Rumble",
    "bright clicky drum and bass",
    "huge cinematic boom",
    "trockene knackige Disco",
)


@cache
def words() -> dict[str, Any]:
    """The whole answer of `/api/kicks/words/`; the same for everybody and as long as the process lives."""
    return {
        "words": [
            {
                "word": word.name,
                "group": word.group,
                "synonyms": list(word.synonyms),
                "opposite": word.opposite,
            }
            for word in WORDS
        ],
        "sliders": {
            name: {"low": slider.low, "high": slider.high, "unit": slider.unit, "label": slider.label}
            for name, slider in SLIDERS.items()
        },
        "defaults": {
            "prompt": DEFAULT_PROMPT,
            "prompt_max_chars": PROMPT_MAX_CHARS,
            "seed_max": SEED_MAX,
            "steps": STEPS_DEFAULT,
            "steps_max": STEPS_MAX,
            "cfg_scale": CFG_SCALE_DEFAULT,
            "cfg_scale_max": CFG_SCALE_MAX,
            "strength": STRENGTH_DEFAULT,
            "mix": MIX_DEFAULT,
        },
        "examples": list(EXAMPLES),
    }
