"""The studio's effects: written once in Faust, run as the same WASM in the browser and here."""

from klangwerk.dsp.effect import Effect
from klangwerk.dsp.errors import DspError, EffectsNotBuilt, InvalidParameter, InvalidSamples, UnknownEffect

__all__ = ["DspError", "Effect", "EffectsNotBuilt", "InvalidParameter", "InvalidSamples", "UnknownEffect"]
