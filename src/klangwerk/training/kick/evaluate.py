"""Measuring a model: control by words and sliders, genre, variety, and closeness to unseen data."""

from __future__ import annotations

import logging
import multiprocessing
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.kick.descriptors import Descriptors, describe
from klangwerk.engines.kick.generate import generate
from klangwerk.engines.kick.model import KickModel
from klangwerk.engines.kick.params import KickParams
from klangwerk.engines.kick.spec import SPEC
from klangwerk.training.kick.classifier import GenreEar
from klangwerk.training.kick.dataset import BASIS_SEED_OFFSET, synthetic
from klangwerk.training.kick.features import diversity, frechet_distance, log_mel_statistics
from klangwerk.training.kick_synth import GENRES, thresholds, words
from klangwerk.training.kick_synth.labels import Thresholds

log = logging.getLogger(__name__)

UNSEEN_SEED_OFFSET = 5_000_011  # no kick of the evaluation is in the training set
SEEDS_OF_SHARE = 4  # kicks for each prompt: with one, chance alone moves a genre's mean by two points
EAR_SEED_OFFSET = 9_000_011
WORD_PAIRS = {  # descriptor: words of its lower and upper end
    "t60_s": ("short", "long"),
    "f0_hz": ("deep", "high"),
    "thd_db": ("clean", "distorted"),
    "centroid_hz": ("dark", "bright"),
    "attack_db": ("soft", "punchy"),
    "noise_db": ("pure", "noisy"),
}
SLIDER_PAIRS = {  # descriptor: slider, low, high
    "t60_s": ("length_s", 0.2, 0.8),
    "f0_hz": ("pitch_hz", 40.0, 80.0),
    "thd_db": ("drive", 0.1, 0.9),
    "centroid_hz": ("brightness", 0.1, 0.9),
    "attack_db": ("punch", 0.1, 0.9),
    "noise_db": ("noise", 0.1, 0.9),
}


@dataclass(frozen=True)
class Heard:
    """What is measured of one kick."""

    descriptors: Descriptors
    features: NDArray[np.float32]


@dataclass(frozen=True)
class Unseen:
    """A kick of the data that no training saw, with a prompt that fits it."""

    heard: Heard
    genres: tuple[str, ...]
    prompt: str


@dataclass(frozen=True)
class Report:
    """The figures of the model card."""

    told_apart_by_words: dict[str, int]  # of 100 seeds
    told_apart_by_sliders: dict[str, int]
    pitch_error_cents: float  # median, slider
    length_error_share: float  # median, slider
    genre_accuracy: float
    genre_accuracy_data: float
    genre_accuracy_each: dict[str, float]
    diversity_share: float
    frechet: float
    frechet_halves: float
    share_below_200hz_points: dict[str, float]  # generated minus data, per genre
    kicks_compared: int

    @property
    def frechet_ratio(self) -> float:
        """Distance of generated kicks to unseen data over that between two halves of unseen data."""
        return self.frechet / self.frechet_halves

    def to_dict(self) -> dict[str, object]:
        """For JSON."""
        return {**asdict(self), "frechet_ratio": self.frechet_ratio}


def evaluate(model: KickModel, *, seeds: int, compared: int, workers: int) -> Report:
    """All figures. `compared` kicks on each side of the comparisons with data."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(workers) as pool:
        measured = pool.map(_measured, range(min(1500, 2 * compared)), chunksize=32)
        bounds = thresholds(measured)
        log.info("evaluate: %d unseen kicks", 2 * compared)
        tasks: list[Task] = [(bounds, UNSEEN_SEED_OFFSET, i, None) for i in range(2 * compared)]
        unseen = pool.map(_unseen, tasks, chunksize=32)
        log.info("evaluate: an ear for genres")
        per_genre = max(40, compared // 4)
        tasks = [(bounds, EAR_SEED_OFFSET, i, g) for g in GENRES for i in range(per_genre)]
        lessons = pool.map(_unseen, tasks, chunksize=32)
    ear = GenreEar(
        np.stack([u.heard.features for u in lessons]),
        np.array([GENRES.index(u.genres[0]) for u in lessons]),
        classes=len(GENRES),
        seed=0,
    )
    log.info("evaluate: opposites")
    by_words = {
        name: _count_apart(model, name, [KickParams(prompt=low), KickParams(prompt=high)], seeds)
        for name, (low, high) in WORD_PAIRS.items()
    }
    by_sliders = {
        name: _count_apart(model, name, [_with_slider(slider, low), _with_slider(slider, high)], seeds)
        for name, (slider, low, high) in SLIDER_PAIRS.items()
    }
    log.info("evaluate: generated kicks against unseen ones")
    halves = [unseen[:compared], unseen[compared:]]
    data = [np.stack([u.heard.features for u in half]) for half in halves]
    # each half's prompts against the other half's sounds: nothing is compared with what it was asked to resemble
    made = [np.stack([_made(model, u, seed) for seed, u in enumerate(half)]) for half in halves]
    rng = np.random.default_rng(0)
    accuracy, each, shares = _genres(model, ear, unseen, per_genre=max(20, seeds))
    pure = [u for u in unseen if len(u.genres) == 1]
    heard_right = ear.predict(np.stack([u.heard.features for u in pure])) == [
        GENRES.index(u.genres[0]) for u in pure
    ]
    cents, length = _slider_errors(model, seeds)
    return Report(
        told_apart_by_words=by_words,
        told_apart_by_sliders=by_sliders,
        pitch_error_cents=cents,
        length_error_share=length,
        genre_accuracy=accuracy,
        genre_accuracy_data=float(heard_right.mean()),
        genre_accuracy_each=each,
        diversity_share=float(np.mean([diversity(made[i], rng) / diversity(data[i], rng) for i in (0, 1)])),
        frechet=float(np.mean([frechet_distance(made[i], data[1 - i]) for i in (0, 1)])),
        frechet_halves=frechet_distance(data[0], data[1]),
        share_below_200hz_points=shares,
        kicks_compared=compared,
    )


def heard(model: KickModel, params: KickParams, *, seed: int) -> Heard:
    """Make a kick and measure it."""
    samples = generate(params, seed=seed, model=model).audio.samples[0]
    return Heard(describe(samples, SPEC.sample_rate), log_mel_statistics(samples))


def _made(model: KickModel, like: Unseen, seed: int) -> NDArray[np.float32]:
    return heard(model, KickParams(prompt=like.prompt), seed=seed).features


def _with_slider(slider: str, value: float) -> KickParams:
    setting: dict[str, Any] = {slider: value}
    return KickParams(prompt="kick", **setting)


def _count_apart(model: KickModel, name: str, ends: list[KickParams], seeds: int) -> int:
    apart = 0
    for seed in range(seeds):
        low, high = (getattr(heard(model, end, seed=seed).descriptors, name) for end in ends)
        apart += low < high
    return round(100 * apart / seeds)


def _genres(
    model: KickModel, ear: GenreEar, unseen: list[Unseen], *, per_genre: int
) -> tuple[float, dict[str, float], dict[str, float]]:
    each: dict[str, float] = {}
    shares: dict[str, float] = {}
    for index, genre in enumerate(GENRES):
        made = [heard(model, KickParams(prompt=genre), seed=1000 + i) for i in range(per_genre)]
        each[genre] = float((ear.predict(np.stack([m.features for m in made])) == index).mean())
        data = [u.heard.descriptors.share_below_200hz for u in unseen if u.genres == (genre,)]
        matching = list(_matched(model, [u for u in unseen if u.genres == (genre,)]))
        shares[genre] = 100.0 * (float(np.mean(matching)) - float(np.mean(data)))
    return float(np.mean(list(each.values()))), each, shares


def _matched(model: KickModel, of_genre: list[Unseen]) -> Iterator[float]:
    """Share of energy below 200 Hz of generated kicks with the words of unseen ones."""
    for seed in range(SEEDS_OF_SHARE * len(of_genre)):
        params = KickParams(prompt=of_genre[seed % len(of_genre)].prompt)
        yield heard(model, params, seed=seed).descriptors.share_below_200hz


def _slider_errors(model: KickModel, seeds: int) -> tuple[float, float]:
    """Median absolute error of pitch in cents and of length as a share."""
    rng = np.random.default_rng(1)
    cents, length = [], []
    for seed in range(seeds):
        hz, seconds = float(rng.uniform(38.0, 85.0)), float(rng.uniform(0.18, 0.9))
        cents.append(
            1200 * abs(np.log2(heard(model, KickParams(pitch_hz=hz), seed=seed).descriptors.f0_hz / hz))
        )
        length.append(
            abs(heard(model, KickParams(length_s=seconds), seed=seed).descriptors.t60_s / seconds - 1.0)
        )
    return float(np.median(cents)), float(np.median(length))


Task = tuple[Thresholds, int, int, str | None]


def _measured(index: int) -> Descriptors:
    return describe(synthetic(7 + BASIS_SEED_OFFSET, index)[1].samples, SPEC.sample_rate)


def _unseen(task: Task) -> Unseen:
    bounds, seed, index, genre = task
    rng = np.random.default_rng([seed, index, 1])
    params, kick = synthetic(seed, index, genre)
    found = describe(kick.samples, SPEC.sample_rate)
    said = words(params, found, bounds)
    # a person names the genre, perhaps the style, and a few more things
    named = [*params.genres, *([params.style] if params.style else [])]
    others = sorted(said - set(named) - {"hit", "kick"})
    chosen = [others[i] for i in rng.permutation(len(others))[: int(rng.integers(1, 5))]]
    return Unseen(Heard(found, log_mel_statistics(kick.samples)), params.genres, " ".join([*named, *chosen]))
