"""What `klangwerk kick` was asked for, as calls of the engine."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from klangwerk.cli import progress as progresses
from klangwerk.engines.contracts import Progress, Provenance
from klangwerk.engines.kick import (
    SEED_MAX,
    SLIDERS,
    Interpolation,
    KickModel,
    KickParams,
    KickResult,
    KickStart,
    Variation,
    generate,
    latent_of,
    load_model,
    own_model,
)
from klangwerk.sound import AudioBuffer
from klangwerk.sound import io as sound_io

_START_DURATION_MAX_S = 60.0  # of a recording to start from; two seconds of it are used


@dataclass(frozen=True, slots=True, kw_only=True)
class KickRequest:
    """One call of the command. `settings` are sliders and sampler settings by their names in KickParams."""

    prompt: str
    settings: Mapping[str, float | int | None]
    variation_of: Path | None
    start_from: Path | None
    strength: float | None
    blend: tuple[Path, Path] | None
    mix: float | None
    seed: int | None
    count: int
    model: str | None

    def results(self, progress: Progress) -> Iterator[KickResult]:
        """`count` kicks with seeds that follow one another. Raises EngineError, AudioError, OSError."""
        params = self._params()  # first: what is wrong with it is told without waiting for the model
        progress(0.0, "Loading the model")
        model = load_model(own_model(self.model)) if self.model else load_model()
        params = replace(params, start=self._start(model))
        first = secrets.randbelow(SEED_MAX + 1) if self.seed is None else self.seed
        for index in range(self.count):
            seed = (first + index) % (SEED_MAX + 1) if index else first
            share = progresses.part(progress, index=index, of=self.count)
            yield generate(params, seed=seed, model=model, progress=share)

    def _params(self) -> KickParams:
        given: dict[str, Any] = {name: value for name, value in self.settings.items() if value is not None}
        prompt = self.prompt
        if self.variation_of is not None and (origin := _provenance(self.variation_of)) is not None:
            prompt = prompt or str(origin.params.get("prompt", ""))
            given = {**{name: origin.params.get(name) for name in SLIDERS}, **given}
        return KickParams(prompt=prompt, **given)

    def _start(self, model: KickModel) -> KickStart | None:
        if self.blend is not None:
            a, b = (_kick_of(path, model) for path in self.blend)
            return Interpolation(a, b) if self.mix is None else Interpolation(a, b, self.mix)
        if self.variation_of is not None:
            return self._variation(_kick_of(self.variation_of, model))
        if self.start_from is not None:
            return self._variation(_recording(self.start_from))
        return None

    def _variation(self, origin: bytes | AudioBuffer) -> Variation:
        return Variation(origin) if self.strength is None else Variation(origin, self.strength)


def _kick_of(path: Path, model: KickModel) -> bytes | AudioBuffer:
    """Exactly the kick that the model made, if it made this file; else what the file sounds like."""
    provenance = _provenance(path)
    return (latent_of(provenance, model) if provenance else None) or _recording(path)


def _recording(path: Path) -> AudioBuffer:
    return sound_io.read(path, max_duration_s=_START_DURATION_MAX_S)


def _provenance(path: Path) -> Provenance | None:
    return Provenance.from_tag(sound_io.read_tags(path).get(sound_io.COMMENT, ""))
