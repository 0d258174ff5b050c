"""A voice of one oscillator: its spectrum over time, an envelope, glide, vibrato, saturation, noise of the attack."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from klangwerk.engines.composer.instruments.synthesis import envelopes, harmonics, pitch
from klangwerk.engines.composer.instruments.synthesis.note import BLOCK, Floats, Note, Singles, Values, spread
from klangwerk.engines.composer.instruments.voices import Character, Samples, Stroke

Shape = Callable[[Note, Floats, Floats], Values]
"""(note, hz (1, K), seconds (frames, 1)), both of single precision -> spectra (frames, K); or (2, frames, K), of the
middle and of what sounds to the left and with the opposite sign to the right."""

_WANDER_CENTS = 0.8  # how unsteady the oscillator is


@dataclass(frozen=True, kw_only=True)
class Subtractive:
    """`spectrum` says what sounds when, `envelope` how loud; `bend` adds cents. `drive` saturates what is in the
    middle, after the envelope, so that a note cleans up as it decays. `attack_noise` is added before the envelope.
    `slowest` is the widest gap between frames in control blocks, `periods` the periods of the pitch in one wavetable.
    """

    character: Character
    spectrum: Shape
    envelope: Callable[[Note], Floats]
    release_s: float
    bend: Callable[[Note], Floats] | None = None
    attack_noise: Callable[[Note, int], Singles] | None = None
    drive: float = 0.0
    slide_s: float = 0.08
    top_hz: float = harmonics.TOP_HZ
    slowest: int = 16
    level: float = 1.0
    periods: int = 1

    def play(self, stroke: Stroke) -> Samples:
        """The note: (1, frames), or (2, frames) if the spectrum has sides."""
        note = Note(stroke, self.character, self.release_s)
        cents = pitch.glide(note, self.slide_s) + pitch.drift(note, _WANDER_CENTS)
        if self.bend is not None:
            cents = cents + self.bend(note)
        at = harmonics.frame_blocks(note, self.slowest)
        highest = note.f0 * 2.0 ** (max(float(cents.max()), 0.0) / 1200.0) / self.periods
        count = harmonics.count(highest, self.top_hz)
        hz: Values = (note.f0 / self.periods * np.arange(1.0, count + 1)).astype(np.float32)[None, :]
        seconds: Values = note.times[at][:, None].astype(np.float32)
        cycles = pitch.cycles(note, cents) / self.periods
        spectra = self.spectrum(note, hz, seconds)
        if spectra.shape[-2] == 1:
            at = at[:1]  # nothing changes: one wave is enough
        waves = harmonics.tables(spectra.reshape(-1, len(at), count))
        waves *= harmonics.even_gain(waves[0])
        layers = harmonics.read(waves, at, cycles)
        if self.attack_noise is not None:
            layers[0] += self.attack_noise(note, layers.shape[1])
        envelope = self.envelope(note)
        blocks = envelopes.last_audible(envelope)
        shape = spread(envelope[: blocks + 1])
        out = layers[:, : blocks * BLOCK] * shape
        if self.drive:
            out[0] = saturated(out[0], self.drive * (0.6 + 0.6 * note.velocity), shape)
        if len(out) == 2:
            out = np.stack([out[0] + out[1], out[0] - out[1]])
        out *= np.float32(note.gain * self.level)
        return envelopes.faded(out)


def saturated(sound: Singles, drive: float, shape: Singles) -> Singles:
    """Soft clipping, its loudest about as loud as before. An uneven wave gets a mean from clipping, which is taken out
    in the shape of the envelope.
    """
    push = np.float32(drive * 2.2)
    out: Singles = np.tanh(sound * push)
    out *= np.float32(harmonics.PEAK / np.tanh(push * harmonics.PEAK))
    mean = float(out.sum(dtype=np.float64)) / max(float(shape.sum(dtype=np.float64)), 1e-9)
    out -= shape * np.float32(mean)
    return out
