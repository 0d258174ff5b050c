"""An effect as the engines use it: named parameters, any number of channels, any sizes of blocks."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from klangwerk.dsp.errors import InvalidParameter, InvalidSamples
from klangwerk.dsp.instance import Instance
from klangwerk.dsp.program import program

RATES_HZ = (22_050, 192_000)


class Effect:
    """One effect with its state. One thread at a time; several effects run in several threads at once, truly beside
    each other.

    A program for one channel runs once for every channel, with the same parameters; the number of channels is that of
    the first samples. What comes out depends on samples and parameters only, not on how they are cut into blocks, but
    large blocks are cheaper: every call costs some 50 µs besides its frames.
    """

    def __init__(self, name: str, *, sample_rate: int = 44_100) -> None:
        """Prepare the effect `name` for samples at `sample_rate` Hz.

        Raises:
            UnknownEffect: there is no such effect.
            EffectsNotBuilt: the WASM is missing.
            InvalidParameter: the rate is not one that the filters are made for.
        """
        if not RATES_HZ[0] <= sample_rate <= RATES_HZ[1]:
            raise InvalidParameter(f"The rate must be {RATES_HZ[0]} to {RATES_HZ[1]} Hz, not {sample_rate}.")
        self._program = program(name)
        self._sample_rate = sample_rate
        self._values = {key: float(found.initial) for key, found in self._program.parameters.items()}
        self._instances: list[Instance] = []

    @property
    def latency_frames(self) -> int:
        """By how many frames the output is late."""
        return self._program.latency_frames

    def set(self, **values: float) -> None:
        """Set parameters by name. The first ones hold at once, later ones are reached smoothly, within about 0.1 s.

        Raises:
            InvalidParameter: the effect has no such parameter, or a value is out of its range; nothing is set then.
        """
        for name, value in values.items():
            self._check(name, value)
        for name, value in values.items():
            self._values[name] = float(value)
            for instance in self._instances:
                instance.set(self._program.parameters[name].index, float(value))

    def process(self, samples: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """The next frames: `samples` of shape (channels, frames), float32; an array of the same shape comes back.

        Raises:
            InvalidSamples: another shape or type, or another number of channels than before.
        """
        if samples.ndim != 2 or samples.dtype != np.float32:
            raise InvalidSamples(
                f"Samples must be float32 of shape (channels, frames), not {samples.dtype} of shape {samples.shape}."
            )
        if not self._instances:
            self._start(samples.shape[0])
        width = self._program.channels
        expected = width * len(self._instances)
        if samples.shape[0] != expected:
            raise InvalidSamples(
                f"{self._program.name} began with {expected} channels, now there are {samples.shape[0]}."
            )
        out = np.empty(samples.shape, dtype=np.float32)
        for number, instance in enumerate(self._instances):
            rows = slice(number * width, (number + 1) * width)
            instance.process(samples[rows], out[rows])
        return out

    def _start(self, channels: int) -> None:
        width = self._program.channels
        if channels == 0 or channels % width:
            raise InvalidSamples(f"{self._program.name} takes {width} channels at a time, not {channels}.")
        for _ in range(channels // width):
            instance = Instance(self._program, self._sample_rate)
            for name, value in self._values.items():
                instance.set(self._program.parameters[name].index, value)
            self._instances.append(instance)

    def _check(self, name: str, value: float) -> None:
        parameter = self._program.parameters.get(name)
        if parameter is None:
            known = ", ".join(self._program.parameters)
            raise InvalidParameter(f"{self._program.name} has no parameter {name!r}; it has {known}.")
        if not math.isfinite(value) or not parameter.low <= value <= parameter.high:
            raise InvalidParameter(
                f"{self._program.name}: {name} must be between {parameter.low:g} and {parameter.high:g}, not {value:g}."
            )
