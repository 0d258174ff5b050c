"""A bounce: bars of the rack become samples, in chunks with carried state."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from itertools import pairwise

from klangwerk.engines.contracts import CancelToken, Progress, Provenance, no_progress
from klangwerk.engines.rack.line import Chunk, Line
from klangwerk.engines.rack.master import Master
from klangwerk.engines.rack.mixer import Mixer
from klangwerk.engines.rack.params import BounceParams, Ending, RackParams
from klangwerk.engines.rack.sounds import RackSounds
from klangwerk.engines.rack.take import Take
from klangwerk.engines.rack.timing import SAMPLE_RATE
from klangwerk.sound import AudioBuffer

ENGINE = "rack"
MODEL = "rack-1"  # no trained model: the chain itself
ENGINE_VERSION = "1"  # raise it when the same params and sounds give other samples

CHUNK_FRAMES = 131_072  # 3 s: long enough for quick transforms, short enough to stop soon when asked to
_SETTLE_FRAMES = round(1.2 * SAMPLE_RATE)  # twelve times the slowest time constant of the effects: to -104 dB
_AHEAD = 2  # chunks in work at once
_THREADS = 4  # the stages of a chunk; two cores are kept busy by them


@dataclass(frozen=True, slots=True, eq=False)
class RackResult:
    """The mix, and with `stems` every layer as it enters the master: stereo, 44.1 kHz, of one length, aligned.

    A layer that is not heard is a silent stem.
    """

    mix: AudioBuffer
    stems: Mapping[str, AudioBuffer]
    provenance: Provenance


def render(
    params: RackParams,
    bounce: BounceParams,
    *,
    sounds: RackSounds,
    stems: bool = False,
    progress: Progress = no_progress,
    cancel: CancelToken | None = None,
    chunk_frames: int = CHUNK_FRAMES,
) -> RackResult:
    """A bounce. The same params and sounds give the same samples.

    With the ending `loop` the bars have come round before, as often as it takes until what rings from before is as it
    always is; so the end leads into the beginning. Raises InvalidParams (too long), Cancelled.
    """
    cancel = cancel or CancelToken()
    cancel.raise_if_requested()
    progress(0.0, "Setting up the rack")
    mixer = Mixer(params, bounce, sounds)
    master = Master(params, channels=mixer.channels)
    span = _Span.of(mixer, bounce)
    take = Take(frames=span.stop, bars_stop=span.bars_stop, with_stems=stems)
    pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="rack")
    try:
        line = Line(pool, mixer, master, master_start=span.master_start)
        for chunk in _in_work(line, span, chunk_frames, extra=master.latency_frames):
            cancel.raise_if_requested()
            progress(
                (chunk.stop - span.start) / (span.stop + master.latency_frames - span.start),
                _step(chunk, span, bounce),
            )
            take.add_layers(chunk.start, chunk.layers.result())
            if chunk.limited is not None:
                take.add_mix(chunk.limited_start - master.latency_frames, chunk.limited.result())
    finally:
        pool.shutdown(cancel_futures=True)
    progress(1.0, "Done")
    mix, layers = take.finished()
    return RackResult(mix=mix, stems=layers, provenance=_provenance(params, bounce))


@dataclass(frozen=True, slots=True)
class _Span:
    """From where to where a bounce is computed. Frame 0 is its first beat; `stop` is where it ends at the latest."""

    start: int  # where layers begin
    master_start: int  # where the master begins
    bars_stop: int
    stop: int

    @classmethod
    def of(cls, mixer: Mixer, bounce: BounceParams) -> _Span:
        frames = mixer.pattern.frames
        if bounce.ending is Ending.TAIL:
            return cls(0, 0, frames, frames + mixer.tail_frames)
        # When the master begins, the reverb is full of a kick that had settled before.
        start = -2 * _SETTLE_FRAMES - mixer.memory_frames
        return cls(start, -_SETTLE_FRAMES, frames, frames)

    def chunks(self, size: int, *, extra: int) -> Iterator[tuple[int, int]]:
        """Chunks of about this size and all of one length, for there is a spectrum of the reverb for each length.

        The last ends `extra` frames after the stop.
        """
        frames = self.stop + extra - self.start
        parts = max(1, round(frames / size))
        yield from pairwise(self.start + frames * part // parts for part in range(parts + 1))


def _in_work(line: Line, span: _Span, size: int, *, extra: int) -> Iterator[Chunk]:
    """The chunks in order, some of those that follow being in work."""
    ahead: deque[Chunk] = deque()
    for start, stop in span.chunks(size, extra=extra):
        ahead.append(line.put(start, stop))
        if len(ahead) > _AHEAD:
            yield ahead.popleft()
    yield from ahead


def _step(chunk: Chunk, span: _Span, bounce: BounceParams) -> str:
    if chunk.stop <= 0:
        return "Settling the loop"
    if chunk.start >= span.bars_stop:
        return "Ringing out"
    bar = 1 + max(0, chunk.start) * bounce.bars // span.bars_stop
    return f"Rendering bar {bar} of {bounce.bars}"


def _provenance(params: RackParams, bounce: BounceParams) -> Provenance:
    asked = {
        "bars": bounce.bars,
        "ending": str(bounce.ending),
        "muted": sorted(bounce.muted),
        "soloed": sorted(bounce.soloed),
    }
    return Provenance(
        engine=ENGINE, engine_version=ENGINE_VERSION, model=MODEL, seed=0, params={**asdict(params), **asked}
    )
