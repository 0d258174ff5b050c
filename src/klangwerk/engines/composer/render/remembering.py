"""An instrument that several parts play: what one of them sounded need not be sounded again for another."""

from __future__ import annotations

from klangwerk.engines.composer.instruments.voices import Samples, Stroke, Voice

_KEPT_BYTES_MAX = 1 << 26


class Remembering:
    """A voice with a memory. Two threads may sound the same stroke at once: the samples are the same."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._kept: dict[Stroke, Samples] = {}
        self._bytes = 0

    def play(self, stroke: Stroke) -> Samples:
        """As the voice plays it; nobody may write to it."""
        found = self._kept.get(stroke)
        if found is None:
            found = self._voice.play(stroke)
            if self._bytes + found.nbytes <= _KEPT_BYTES_MAX:
                self._kept[stroke] = found
                self._bytes += found.nbytes
        return found
