"""The strips of the rack: what happens to kick, noise and reverb before they meet. Each carries its state on.

What is mono stays mono as long as it can: half the work, and the same samples.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from klangwerk.dsp import Effect
from klangwerk.engines.rack.convolution import Convolver
from klangwerk.engines.rack.filters import FilterChain, high_pass, low_pass
from klangwerk.engines.rack.params import RackParams
from klangwerk.engines.rack.timing import SAMPLE_RATE
from klangwerk.engines.rack.voices import KickVoice, NoiseVoice

Samples = npt.NDArray[np.float32]

FILTER_RING_FRAMES = SAMPLE_RATE // 4  # the lowest filter, 30 Hz, has fallen by 280 dB by then


class KickStrip:
    """Kick -> distortion -> OTT."""

    def __init__(self, voice: KickVoice, params: RackParams) -> None:
        self._voice = voice
        self._distortion = distortion(params.kick_dist_amt)
        self._ott = Effect("ott")
        self._ott.set(amount=params.kick_ott_amt, ratio_scale=10.0, low_db=9.0, mid_db=-3.0, high_db=0.0)

    def read(self, start: int, stop: int) -> Samples:
        """Frames that follow those read before."""
        kick = self._voice.read(start, stop)
        return self._ott.process(self._distortion.process(kick) if self._distortion else kick)


class NoiseStrip:
    """Noise -> low-pass -> high-pass -> volume."""

    def __init__(self, voice: NoiseVoice, params: RackParams) -> None:
        self._voice = voice
        self._filters = FilterChain(
            [low_pass(params.noise_low_pass_freq), high_pass(params.noise_high_pass_freq)],
            gain=params.gain("noise_volume"),
            channels=voice.channels,
        )

    def read(self, start: int, stop: int) -> Samples:
        """Frames that follow those read before."""
        return self._filters.process(self._voice.read(start, stop))


class ReverbStrip:
    """Convolution -> low-pass -> high-pass -> volume. Always stereo.

    Filters and volume are linear and stand still in a bounce, so the impulse response goes through them, once, in
    place of the sound.
    """

    def __init__(self, impulse: Samples, params: RackParams) -> None:
        filters = FilterChain(
            [low_pass(params.reverb_low_pass_freq), high_pass(params.reverb_high_pass_freq)],
            gain=params.gain("reverb_volume"),
            channels=2,
        )
        response = filters.process(np.pad(stereo(impulse), ((0, 0), (0, FILTER_RING_FRAMES))))
        self.response_frames = response.shape[1]
        self._convolver = Convolver(response)

    def process(self, send: Samples) -> Samples:
        """Wet sound of the frames that follow those before; the send may be mono."""
        return self._convolver.process(send)


def stereo(samples: Samples) -> Samples:
    """Mono sound on both channels."""
    return np.repeat(samples, 2, axis=0) if samples.shape[0] == 1 else samples


def distortion(amount: float) -> Effect | None:
    """None for an amount of 0, at which the effect passes every bit as it is."""
    if amount == 0.0:
        return None
    effect = Effect("distortion")
    effect.set(amount=amount)
    return effect
