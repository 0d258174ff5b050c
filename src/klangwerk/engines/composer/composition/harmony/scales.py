"""Steps of the key's scale above any note."""

from __future__ import annotations

from functools import lru_cache

from klangwerk.engines.composer.keys import SCALES, Key


@lru_cache(maxsize=128)
def scale_classes(key: Key) -> frozenset[int]:
    """The pitch classes of the key."""
    return frozenset((key.tonic + step) % 12 for step in SCALES[key.mode])


def steps_above(key: Key, pitch_class: int) -> tuple[int, int]:
    """Semitones up to the next and to the second next note of the scale that make a second and a third."""
    classes = scale_classes(key)
    second = next((step for step in (1, 2) if (pitch_class + step) % 12 in classes), 2)
    third = next((step for step in (3, 4) if step > second and (pitch_class + step) % 12 in classes), 3)
    return second, third
