"""A score becomes sound: four stems, and their sum."""

from __future__ import annotations

import threading
from collections import Counter, deque
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from types import MappingProxyType

from klangwerk.engines.composer.brief import Brief
from klangwerk.engines.composer.instruments.catalog import Instrument
from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE, Character, Samples, Voice, voice
from klangwerk.engines.composer.render.bus import Bus
from klangwerk.engines.composer.render.channel import Sounded, sound
from klangwerk.engines.composer.render.clock import Clock
from klangwerk.engines.composer.render.ducking import ducked_share
from klangwerk.engines.composer.render.endings import fade_out
from klangwerk.engines.composer.render.headroom import set_headroom
from klangwerk.engines.composer.render.mix_tables import MIXES
from klangwerk.engines.composer.render.playing import strokes_of
from klangwerk.engines.composer.render.remembering import Remembering
from klangwerk.engines.composer.render.strips import Strip, kick_onsets_beats, strips_of
from klangwerk.engines.composer.score import Score, Stem
from klangwerk.engines.contracts import CancelToken, Progress, no_progress
from klangwerk.sound import AudioBuffer

_THREADS = 2
_AHEAD = 3  # strips that may wait to be mixed: each holds the length of the piece
_PLAYED = 0.8  # of the progress; the rest is the mix


@dataclass(frozen=True, slots=True, eq=False)
class Rendered:
    """All four stems, silent ones too, and their sum: stereo, 44.1 kHz, of one length."""

    stems: Mapping[Stem, AudioBuffer]
    premaster: AudioBuffer


def render(
    score: Score,
    brief: Brief,
    *,
    seed: int,
    progress: Progress = no_progress,
    cancel: CancelToken | None = None,
) -> Rendered:
    """The same score, brief and seed give the same samples, however threads run. Raises Cancelled."""
    clock = Clock.of(score)
    mix = MIXES[score.genre]
    strips = strips_of(score)
    ducked = ducked_share(kick_onsets_beats(score), mix.ducking, clock) if mix.ducking else None
    buses = {stem: Bus(stem, mix, clock) for stem in Stem}
    watch = _Watch(sum(len(strokes_of(strip, clock)) for strip in strips), progress, cancel or CancelToken())
    voices = _Voices(brief, score, seed)
    waiting: deque[tuple[Strip, Future[Sounded]]] = deque()
    finishing: list[Future[None]] = []
    left = {stem: sum(strip.part.stem is stem for strip in strips) for stem in Stem}

    with ThreadPoolExecutor(max_workers=_THREADS) as pool:

        def mix_next() -> None:
            strip, future = waiting.popleft()
            bus = buses[strip.part.stem]
            bus.add(future.result())
            left[bus.stem] -= 1
            if not left[bus.stem]:
                finishing.append(pool.submit(bus.finish, ducked, watch.check))

        def play_strip(strip: Strip) -> Sounded:
            return sound(strip, voices.of(strip.part.instrument), mix, clock, watch.tick)

        try:
            for strip in strips:
                if len(waiting) >= _AHEAD:
                    mix_next()
                watch.say(strip)
                waiting.append((strip, pool.submit(play_strip, strip)))
            while waiting:
                mix_next()
            for number, future in enumerate(finishing):
                watch.mixing(number / len(finishing))
                future.result()
        except BaseException:
            watch.stop()
            pool.shutdown(wait=True, cancel_futures=True)
            raise

    stems = {stem: bus.samples for stem, bus in buses.items()}
    buses.clear()
    if not clock.circular:
        fade_out(stems.values(), score)
    watch.mixing(0.9)
    premaster = set_headroom(stems)
    watch.mixing(1.0)
    return Rendered(
        stems=MappingProxyType({stem: _buffer(samples) for stem, samples in stems.items()}),
        premaster=_buffer(premaster),
    )


def _buffer(samples: Samples) -> AudioBuffer:
    samples.setflags(write=False)  # so that the buffer keeps it rather than a copy
    return AudioBuffer(samples, SAMPLE_RATE)


class _Voices:
    """Instruments that are set up once each, by the thread that needs them first."""

    def __init__(self, brief: Brief, score: Score, seed: int) -> None:
        self._character = Character(
            seed=seed, brightness=brief.brightness, energy=brief.energy, bpm=score.bpm, tonic=score.key.tonic
        )
        self._locks = {part.instrument: threading.Lock() for part in score.parts}
        self._parts = Counter(part.instrument for part in score.parts)
        self._found: dict[Instrument, Voice] = {}

    def of(self, instrument: Instrument) -> Voice:
        with self._locks[instrument]:
            found = self._found.get(instrument)
            if found is None:
                found = voice(instrument, self._character)
                if self._parts[instrument] > 1:
                    found = Remembering(found)
                self._found[instrument] = found
            return found


class _Watch:
    """Progress and cancelling, from several threads."""

    def __init__(self, strokes: int, progress: Progress, cancel: CancelToken) -> None:
        self._strokes = max(1, strokes)
        self._progress = progress
        self._cancel = cancel
        self._lock = threading.Lock()
        self._done = 0
        self._step = "Setting up the instruments"
        self._stopped = False

    def say(self, strip: Strip) -> None:
        """What is being played now."""
        with self._lock:
            self._step = f"Playing the {strip.part.instrument.value}"

    def tick(self) -> None:
        """One stroke more."""
        self.check()
        with self._lock:
            self._done += 1
            share, step = min(1.0, self._done / self._strokes), self._step
            self._progress(_PLAYED * share, step)

    def mixing(self, share: float) -> None:
        """Beyond playing."""
        self.check()
        self._progress(_PLAYED + (1 - _PLAYED) * share, "Mixing the stems")

    def stop(self) -> None:
        """Other threads shall end too."""
        self._stopped = True

    def check(self) -> None:
        """Raises Cancelled, or in the threads of work that failed elsewhere."""
        self._cancel.raise_if_requested()
        if self._stopped:
            raise RuntimeError("The rendering failed in another thread.")
