"""The stock sounds, as presets name them."""

from __future__ import annotations

from klangwerk.engines.rack.sounds import UnknownSound, catalog


def problem_with(layer: str, name: str) -> str | None:
    """Why there is no such sound, in a sentence; None when there is."""
    try:
        catalog().find(layer, name)
    except UnknownSound as error:
        return error.message
    return None


def first_kick() -> str:
    """The kick that presets get whose own is gone."""
    return catalog().kicks[0].name
