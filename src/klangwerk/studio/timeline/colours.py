"""Colours of the kinds of sound, as the web app has them: they tell the types of tracks in files of other programs."""

from __future__ import annotations

from klangwerk.studio.timeline import limits

OF_TYPE: dict[str, str] = {
    "main": "#4c8dff",
    "bass": "#35c9e0",
    "chords": "#4fce7a",
    "melody": "#a678f5",
    "percussion": "#ff9b45",
    "kick": "#f2c14e",
    "upload": "#93a1b0",
}
_TYPES = {colour: type for type, colour in OF_TYPE.items()}
assert tuple(OF_TYPE) == limits.TRACK_TYPES


def type_of(colour: str) -> str:
    """The type whose colour this is; a track in any other is of nothing that we know."""
    return _TYPES.get(colour, "upload")
