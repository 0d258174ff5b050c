"""What is kept of a rendering: mix and stems, and where they fall silent."""

from __future__ import annotations

import numpy as np

from klangwerk.engines.rack.mixer import Layers
from klangwerk.engines.rack.params import LAYERS
from klangwerk.engines.rack.strips import Samples
from klangwerk.engines.rack.timing import SAMPLE_RATE
from klangwerk.sound import AudioBuffer

SILENCE = 1e-4  # -80 dBFS: where a tail ends


class Take:
    """Stereo from frame 0 to `frames` at the latest; all ends where the mix falls silent for good after `bars_stop`."""

    def __init__(self, *, frames: int, bars_stop: int, with_stems: bool) -> None:
        self._frames = frames
        self._end = bars_stop
        self._mix = np.zeros((2, frames), dtype=np.float32)
        self._stems = {
            layer: np.zeros((2, frames), dtype=np.float32) for layer in (LAYERS if with_stems else ())
        }

    def add_mix(self, start: int, samples: Samples) -> None:
        """The mix from frame `start` on; what lies before 0 or after the end is not kept."""
        begin, part = self._kept(start, samples)
        self._mix[:, begin : begin + part.shape[1]] = part
        tail = part[:, max(0, self._end - begin) :]
        loud = np.flatnonzero((np.abs(tail) >= SILENCE).any(axis=0))
        if loud.size:
            self._end = max(self._end, begin) + int(loud[-1]) + 1

    def add_layers(self, start: int, layers: Layers) -> None:
        """The layers from frame `start` on."""
        for layer, samples in layers.items():
            stem = self._stems.get(layer)
            if stem is not None:
                begin, part = self._kept(start, samples)
                stem[:, begin : begin + part.shape[1]] = part

    def _kept(self, start: int, samples: Samples) -> tuple[int, Samples]:
        """What of the samples lies within the take, and from which frame on."""
        begin = min(max(0, start), self._frames)
        end = max(begin, min(self._frames, start + samples.shape[1]))
        return begin, samples[:, begin - start : end - start]

    def finished(self) -> tuple[AudioBuffer, dict[str, AudioBuffer]]:
        """What leaves the master, and the layers, if they were kept. The take is empty then."""
        mix = self._finished(self._mix)
        del self._mix
        return mix, {layer: self._finished(self._stems.pop(layer)) for layer in tuple(self._stems)}

    def _finished(self, samples: Samples) -> AudioBuffer:
        whole = samples if self._end == self._frames else np.ascontiguousarray(samples[:, : self._end])
        whole.setflags(write=False)  # a buffer takes what nobody can write to without a copy
        return AudioBuffer(whole, SAMPLE_RATE)
