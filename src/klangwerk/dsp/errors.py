"""What can go wrong with effects."""

from __future__ import annotations


class DspError(Exception):
    """The root of the errors of this package; messages are for people."""


class EffectsNotBuilt(DspError):
    """The WASM of the effects is missing."""


class UnknownEffect(DspError):
    """There is no effect of this name."""


class InvalidParameter(DspError):
    """An effect has no such parameter, or the value is outside of its range."""


class InvalidSamples(DspError):
    """Samples of the wrong shape or type for an effect."""
