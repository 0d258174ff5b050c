"""What presets ask the engine: which sounds and values there are. Every process loads this module, few the engine."""

from __future__ import annotations


def problem_with(layer: str, name: str) -> str | None:
    """Why there is no such sound, in a sentence; None when there is."""
    from klangwerk.engines.rack.sounds import UnknownSound, catalog

    try:
        catalog().find(layer, name)
    except UnknownSound as error:
        return error.message
    return None


def wrong_numbers(rack: object) -> dict[str, str]:
    """What is wrong with an object's thirteen numbers, by name; those that are None are not looked at."""
    from klangwerk.engines.contracts import InvalidParams
    from klangwerk.engines.rack.params import RANGES, checked_number

    wrong: dict[str, str] = {}
    for name in RANGES:
        value = getattr(rack, name)
        try:
            if value is not None:
                checked_number(name, value)
        except InvalidParams as error:
            wrong[name] = error.message
    return wrong


def first_kick() -> str:
    """The kick that presets get whose own is gone."""
    from klangwerk.engines.rack.sounds import catalog

    return catalog().kicks[0].name
