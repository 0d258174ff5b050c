"""Convolution with an impulse response, block by block: overlap-add of spectra, in float32.

Long blocks are what makes it quick: a block of 1.5 times the response's length takes half the time of one of half the
length.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.float32]


class Convolver:
    """`response` has the shape (channels, frames); every channel of the output is convolved with its own."""

    def __init__(self, response: Samples) -> None:
        import scipy.fft

        self._fft: Any = scipy.fft
        self._response = response
        self._spectra: dict[int, npt.NDArray[np.complex64]] = {}  # by length of transform: a few
        self._carried: Samples = np.zeros((response.shape[0], response.shape[1] - 1), dtype=np.float32)

    def process(self, samples: Samples) -> Samples:
        """The next frames: (channels, frames) in and out; one channel in feeds all channels of the response."""
        frames, tail = samples.shape[1], self._carried.shape[1]
        length = self._fft.next_fast_len(frames + tail, real=True)
        spectrum = self._fft.rfft(samples, length) * self._spectrum(length)
        wet: Samples = self._fft.irfft(spectrum, length, overwrite_x=True)
        wet[:, :tail] += self._carried
        self._carried = wet[:, frames : frames + tail].copy()
        return wet[:, :frames]

    def _spectrum(self, length: int) -> npt.NDArray[np.complex64]:
        found = self._spectra.get(length)
        if found is None:
            found = self._spectra[length] = self._fft.rfft(self._response, length)
        return found
