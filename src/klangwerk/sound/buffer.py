"""AudioBuffer: the one shape in which sound travels through Klangwerk."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from klangwerk.sound.errors import InvalidAudio

CHANNELS_MAX = 32  # more than this is a buffer laid out as (samples, channels) by mistake
SAMPLE_RATE_MAX_HZ = 768_000  # the highest rate that converters offer


@dataclass(frozen=True, slots=True, eq=False)
class AudioBuffer:
    """Sound as float32 of shape (channels, samples), nominally in [-1, 1], with its rate in Hz.

    Takes any floating-point array of that shape, or of one dimension for mono, and keeps a read-only, C-contiguous
    copy; an array that is all of that already and belongs to nobody who could write to it is kept as it is. Values
    beyond +-1 are allowed (a sum before its limiter), NaN and infinities are not. Raises InvalidAudio.
    """

    samples: npt.NDArray[np.float32]
    sample_rate: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "sample_rate", _valid_rate(self.sample_rate))
        object.__setattr__(self, "samples", _valid_samples(self.samples))

    @property
    def channels(self) -> int:
        """1 for mono, 2 for stereo."""
        return int(self.samples.shape[0])

    @property
    def frames(self) -> int:
        """Samples per channel."""
        return int(self.samples.shape[1])

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return self.frames / self.sample_rate

    def mono(self) -> AudioBuffer:
        """The mean of the channels; the buffer itself if it is mono already."""
        if self.channels == 1:
            return self
        return AudioBuffer(self.samples.mean(axis=0, dtype=np.float64), self.sample_rate)

    def __repr__(self) -> str:
        return f"AudioBuffer({self.channels} x {self.frames} samples, {self.sample_rate} Hz, {self.duration_s:.3f} s)"


def _valid_rate(sample_rate: int) -> int:
    if isinstance(sample_rate, bool) or not isinstance(sample_rate, int | np.integer):
        raise InvalidAudio(f"The sample rate must be a whole number of Hz, not {sample_rate!r}.")
    if not 1 <= sample_rate <= SAMPLE_RATE_MAX_HZ:
        raise InvalidAudio(
            f"The sample rate must be between 1 and {SAMPLE_RATE_MAX_HZ} Hz, not {sample_rate}."
        )
    return int(sample_rate)


def _valid_samples(samples: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    if not isinstance(samples, np.ndarray) or not np.issubdtype(samples.dtype, np.floating):
        raise InvalidAudio(
            "Samples must be a numpy array of floating-point numbers; scale whole numbers to [-1, 1]."
        )
    if samples.ndim == 1:
        samples = samples[np.newaxis, :]
    if samples.ndim != 2 or samples.shape[0] < 1:
        raise InvalidAudio(f"Samples must have the shape (channels, samples), not {samples.shape}.")
    if samples.shape[0] > CHANNELS_MAX:
        raise InvalidAudio(
            f"Samples of shape {samples.shape} would be {samples.shape[0]} channels; the shape is (channels, samples)."
        )
    with np.errstate(over="ignore"):  # a float64 too large for float32 becomes inf and is refused below
        valid = np.ascontiguousarray(samples, dtype=np.float32)
    if not np.isfinite(valid).all():
        raise InvalidAudio("Samples must be finite; there is a NaN or an infinity among them.")
    if not _is_frozen(valid):
        valid = valid.copy() if np.may_share_memory(valid, samples) else valid
        valid.setflags(write=False)
    return valid


def _is_frozen(array: npt.NDArray[np.float32]) -> bool:
    """Whether nobody can write to this memory through numpy: neither the array nor what it is a view of."""
    link: object = array
    while isinstance(link, np.ndarray):
        if link.flags.writeable:
            return False
        link = link.base
    return link is None or isinstance(link, bytes)
