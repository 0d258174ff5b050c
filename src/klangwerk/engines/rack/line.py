"""The rack as an assembly line: the stages of several chunks are in work at once, each stage takes them in order.

Every stage has its own state and sees the same frames in the same order as it would alone, so the samples are the same
to the bit. The work itself (WASM, transforms, products of matrices) runs outside of Python's lock.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from typing import Any

from klangwerk.engines.rack.master import Master
from klangwerk.engines.rack.mixer import Layers, Mixer
from klangwerk.engines.rack.strips import Samples


@dataclass(frozen=True, slots=True)
class Chunk:
    """The frames from `start` to `stop`, in work; the master sees them from `limited_start` on, or not at all."""

    start: int
    stop: int
    layers: Future[Layers]
    limited_start: int
    limited: Future[Samples] | None


class Line:
    """Takes chunks that follow one another. A stage waits only for stages put in before it, so nothing can lock up."""

    def __init__(self, pool: Executor, mixer: Mixer, master: Master, *, master_start: int) -> None:
        self._pool, self._mixer, self._master = pool, mixer, master
        self._master_start = master_start
        self._last: dict[str, Future[Any]] = {}

    def put(self, start: int, stop: int) -> Chunk:
        """Begins with the next chunk."""
        kick = self._stage("kick", self._mixer.read_kick, start, stop)
        layers = self._stage("layers", self._mixer.read_layers, start, stop, kick)
        if stop <= self._master_start:
            return Chunk(start, stop, layers, stop, None)
        limited_start = max(start, self._master_start)
        mix = self._stage("mix", self._mix, layers, stop - start, limited_start - start)
        sides = [
            self._stage(f"side {number}", self._master.process_side, number, mix)
            for number in range(self._master.channels)
        ]
        return Chunk(start, stop, layers, limited_start, self._stage("limiter", self._master.limit, *sides))

    def _mix(self, layers: Layers, frames: int, skipped: int) -> Samples:
        return self._mixer.mixed(layers, frames)[:, skipped:]

    def _stage(self, name: str, act: Callable[..., Any], *inputs: Any) -> Future[Any]:
        before = self._last.get(name)

        def work() -> Any:
            if before is not None:
                before.result()
            return act(*(item.result() if isinstance(item, Future) else item for item in inputs))

        self._last[name] = self._pool.submit(work)
        return self._last[name]
