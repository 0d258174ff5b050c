"""The three layers of a bounce as they enter the master, and their sum."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from klangwerk.engines.rack.params import BounceParams, Ending, RackParams
from klangwerk.engines.rack.sounds import RackSounds
from klangwerk.engines.rack.strips import KickStrip, NoiseStrip, ReverbStrip, Samples
from klangwerk.engines.rack.voices import KickVoice, NoiseVoice, Pattern

Layers = Mapping[str, Samples]
"""The layers that are heard, each of shape (1 or 2, frames)."""


class Mixer:
    """Kick, noise and reverb with their state; reads go on where the last one ended.

    What nobody hears is not computed: a layer that is off, muted, or beside a solo and not sent to the reverb.
    """

    def __init__(self, params: RackParams, bounce: BounceParams, sounds: RackSounds) -> None:
        loops = bounce.ending is Ending.LOOP
        self.pattern = Pattern(params.bpm, bounce.bars, repeats=loops)
        reverb_heard = bounce.hears("reverb") and params.gain("reverb_volume") > 0.0
        noise_is_on = params.gain("noise_volume") > 0.0
        self._sends = {
            "kick": reverb_heard and bounce.feeds_reverb("kick"),
            "noise": reverb_heard and bounce.feeds_reverb("noise") and noise_is_on,
        }
        self._heard = {
            "kick": bounce.hears("kick"),
            "noise": bounce.hears("noise") and noise_is_on,
            "reverb": any(self._sends.values()),
        }
        voice = KickVoice(sounds.kick.samples, params.kick_len, self.pattern)
        self._kick = KickStrip(voice, params) if self._is_used("kick") else None
        self._noise = None
        if self._is_used("noise"):
            stop = None if loops else self.pattern.frames
            self._noise = NoiseStrip(NoiseVoice(sounds.noise.samples, self.pattern, stop=stop), params)
        self._reverb = ReverbStrip(sounds.reverb.samples, params) if self._heard["reverb"] else None
        self.memory_frames = self._reverb.response_frames if self._reverb else 0
        self.tail_frames = voice.sounding_frames + sounds.reverb.frames
        channels = {"kick": voice.channels, "noise": sounds.noise.channels, "reverb": 2}
        self.channels = max([channels[layer] for layer, heard in self._heard.items() if heard], default=1)

    def _is_used(self, layer: str) -> bool:
        return self._heard[layer] or self._sends[layer]

    def read_kick(self, start: int, stop: int) -> Samples | None:
        """The kick's part of a read, which needs nothing of the rest; goes into `read_layers`."""
        return self._kick.read(start, stop) if self._kick else None

    def read_layers(self, start: int, stop: int, kick: Samples | None) -> Layers:
        """The layers that are heard, given the kick of the same frames."""
        noise = self._noise.read(start, stop) if self._noise else None
        dry = {layer: samples for layer, samples in (("kick", kick), ("noise", noise)) if samples is not None}
        layers = {layer: samples for layer, samples in dry.items() if self._heard[layer]}
        if self._reverb:
            send = total([samples for layer, samples in dry.items() if self._sends[layer]], stop - start)
            layers["reverb"] = self._reverb.process(send)
        return layers

    def mixed(self, layers: Layers, frames: int) -> Samples:
        """What enters the master: shape (`channels`, frames)."""
        return total(list(layers.values()), frames, channels=self.channels)


def total(parts: list[Samples], frames: int, *, channels: int = 1) -> Samples:
    """The sum of mono and stereo parts, stereo if one is; silence of none. Never one of the parts itself."""
    width = max([channels, *(part.shape[0] for part in parts)])
    if not parts:
        return np.zeros((width, frames), dtype=np.float32)
    out = np.empty((width, frames), dtype=np.float32)
    out[:] = parts[0]
    for part in parts[1:]:
        out += part
    return out
