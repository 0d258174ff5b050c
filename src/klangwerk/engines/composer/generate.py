"""A prompt becomes a track: read, compose, render, master."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from klangwerk.engines.composer.brief import Brief
from klangwerk.engines.composer.composition.compose import compose
from klangwerk.engines.composer.params import SEED_MAX, TrackParams
from klangwerk.engines.composer.prompt.reading import read
from klangwerk.engines.composer.render.mix_tables import MIXES
from klangwerk.engines.composer.render.rendering import render
from klangwerk.engines.composer.score import Score, Stem
from klangwerk.engines.contracts import CancelToken, InvalidParams, Progress, Provenance, no_progress
from klangwerk.engines.mastering.master import master
from klangwerk.sound import AudioBuffer

ENGINE = "composer"
MODEL = "composer-1"  # no trained model: rules and synthesis
ENGINE_VERSION = "1"  # raise it when the same params and seed give other samples

_COMPOSED, _RENDERED = 0.05, 0.85  # where these steps end, by measured cost


@dataclass(frozen=True, slots=True, eq=False)
class TrackResult:
    """All of one length, stereo, 44.1 kHz, aligned. The stems add up to the premaster; the mix is that, mastered."""

    mix: AudioBuffer
    premaster: AudioBuffer
    stems: Mapping[Stem, AudioBuffer]
    score: Score
    brief: Brief
    provenance: Provenance


def generate(
    params: TrackParams,
    *,
    seed: int,
    progress: Progress = no_progress,
    cancel: CancelToken | None = None,
) -> TrackResult:
    """One track. The same params and seed give the same samples. Raises InvalidParams, Cancelled."""
    if not 0 <= seed <= SEED_MAX:
        raise InvalidParams(f"The seed must be a whole number from 0 to {SEED_MAX}.", field="seed")
    cancel = cancel or CancelToken()
    cancel.raise_if_requested()
    progress(0.0, "Reading the prompt")
    brief = read(params, seed=seed)
    progress(0.01, f"Composing {brief.genre.value} in {brief.key}")
    score = compose(brief, seed=seed)
    cancel.raise_if_requested()
    rendered = render(
        score,
        brief,
        seed=seed,
        progress=lambda share, step: progress(_COMPOSED + (_RENDERED - _COMPOSED) * share, step),
        cancel=cancel,
    )
    mix = master(
        rendered.premaster,
        looping=score.looping,
        spread=MIXES[score.genre].spread,
        progress=lambda share, step: progress(_RENDERED + (1.0 - _RENDERED) * share, step),
        cancel=cancel,
    )
    progress(1.0, "Done")
    return TrackResult(
        mix=mix,
        premaster=rendered.premaster,
        stems=rendered.stems,
        score=score,
        brief=brief,
        provenance=Provenance(
            engine=ENGINE, engine_version=ENGINE_VERSION, model=MODEL, seed=seed, params=asdict(params)
        ),
    )
