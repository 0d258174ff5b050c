"""Building the training set: kicks analysed into frames, measured and labelled, in resumable shards.

First a few thousand kicks give the basis of what can be known of a body (`codec`) and the thresholds of the measured
words; then every shard is written with these. A kick is a pure function of (seed, index).
"""

from __future__ import annotations

import json
import logging
import multiprocessing
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.kick.analysis import analyse
from klangwerk.engines.kick.descriptors import Descriptors, describe
from klangwerk.engines.kick.frames import pack
from klangwerk.engines.kick.spec import SPEC
from klangwerk.engines.kick.vocabulary import WORD_INDEX, WORDS
from klangwerk.training.kick.codec import FrameCodec, fit
from klangwerk.training.kick.conditions import slider_values
from klangwerk.training.kick.features import log_mel_statistics
from klangwerk.training.kick_synth import SynthKick, SynthParams, render, sample, thresholds, words
from klangwerk.training.kick_synth.labels import Thresholds

log = logging.getLogger(__name__)

SHARD = 256
BASIS_SEED_OFFSET = 1_000_003  # the basis is fitted on other kicks than those it is used for
FIELDS = ("packed", "measured", "words", "levels")


class Row(NamedTuple):
    """One kick of a shard."""

    packed: NDArray[np.float16]
    measured: Descriptors
    words: frozenset[str]
    levels: NDArray[np.float32]


@dataclass(frozen=True)
class KickSet:
    """packed (n, size) float16; measured (n, 6); words (n, n_words) uint8; levels (n, N_FEATURES) dB of the sound."""

    packed: NDArray[np.float16]
    measured: NDArray[np.float32]
    words: NDArray[np.uint8]
    levels: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.packed)

    def with_copies(self, shard: Path, copies: int) -> KickSet:
        """The kicks of this set and so many copies of another shard."""
        with np.load(shard) as found:
            return KickSet(
                *(np.concatenate([getattr(self, name), *[found[name]] * copies]) for name in FIELDS)
            )


def synthetic(seed: int, index: int, genre: str | None = None) -> tuple[SynthParams, SynthKick]:
    """Kick number `index` of the endless synthetic set."""
    rng = np.random.default_rng([seed, index])
    params = sample(rng, genre)
    return params, render(params, rng)


def build(folder: Path, *, count: int, basis_count: int, seed: int, workers: int) -> None:
    """Write what is missing of basis, thresholds and shards. Safe to interrupt at any time."""
    folder.mkdir(parents=True, exist_ok=True)
    context = multiprocessing.get_context("spawn")
    with _single_threaded_children(), context.Pool(workers) as pool:
        if not (_basis_path(folder).exists() and _thresholds_path(folder).exists()):
            _prepare(
                folder, pool.imap(_raw, ((seed, i) for i in range(basis_count)), chunksize=32), basis_count
            )
        shards = range(-(-count // SHARD))
        missing = [(folder, shard, seed) for shard in shards if not _shard_path(folder, shard).exists()]
        for done, shard in enumerate(pool.imap_unordered(_build_shard, missing), start=1):
            log.info("data: shard %d written, %d of %d", shard, done, len(missing))


def load(folder: Path) -> KickSet:
    """All shards of a folder, in order. Raises FileNotFoundError when there are none."""
    paths = sorted(folder.glob("shard-*.npz"))
    if not paths:
        raise FileNotFoundError(f"There is no training data in {folder}.")
    parts = [np.load(path) for path in paths]
    return KickSet(*(np.concatenate([part[name] for part in parts]) for name in FIELDS))


def load_basis(folder: Path) -> FrameCodec:
    """The basis of the harmonics."""
    return FrameCodec.load(_basis_path(folder))


def load_thresholds(folder: Path) -> Thresholds:
    """Deciles of what is measured."""
    found: dict[str, list[float]] = json.loads(_thresholds_path(folder).read_text())
    return {name: tuple(values) for name, values in found.items()}


def multi_hot(names: Iterable[str]) -> NDArray[np.uint8]:
    """(n_words,) 1 for each word. Raises KeyError for a word that is not in the vocabulary."""
    row = np.zeros(len(WORDS), dtype=np.uint8)
    row[[WORD_INDEX[name] for name in names]] = 1
    return row


def save_shard(path: Path, rows: Iterable[Row]) -> None:
    """Write one shard atomically."""
    packed, found, names, levels = zip(*rows, strict=True)
    temporary = path.with_suffix(".tmp.npz")
    np.savez(
        temporary,
        packed=np.stack(packed),
        measured=np.array([slider_values(d) for d in found], dtype=np.float32),
        words=np.stack([multi_hot(n) for n in names]),
        levels=np.stack(levels),
    )
    os.replace(temporary, path)


def _prepare(folder: Path, raw: Iterable[tuple[NDArray[np.float16], Descriptors]], count: int) -> None:
    packed: list[NDArray[np.float16]] = []
    found: list[Descriptors] = []
    for one, descriptors in raw:
        packed.append(one)
        found.append(descriptors)
        if len(packed) % 256 == 0:
            log.info("data: %d of %d kicks for the basis", len(packed), count)
    fit(np.stack(packed)).save(_basis_path(folder))
    temporary = _thresholds_path(folder).with_suffix(".tmp")
    temporary.write_text(json.dumps(thresholds(found)))
    os.replace(temporary, _thresholds_path(folder))


def _raw(task: tuple[int, int]) -> tuple[NDArray[np.float16], Descriptors]:
    seed, index = task
    _, kick = synthetic(seed + BASIS_SEED_OFFSET, index)
    return pack(analyse(kick.samples, kick.phase_rad)).astype(np.float16), describe(
        kick.samples, SPEC.sample_rate
    )


def _build_shard(task: tuple[Path, int, int]) -> int:
    folder, shard, seed = task
    basis, bounds = load_basis(folder), load_thresholds(folder)
    rows: list[Row] = []
    for index in range(shard * SHARD, (shard + 1) * SHARD):
        params, kick = synthetic(seed, index)
        found = describe(kick.samples, SPEC.sample_rate)
        frames = analyse(kick.samples, kick.phase_rad, keep=basis.keep)
        rows.append(
            Row(
                pack(frames).astype(np.float16),
                found,
                words(params, found, bounds),
                log_mel_statistics(kick.samples),
            )
        )
    save_shard(_shard_path(folder, shard), rows)
    return shard


def _basis_path(folder: Path) -> Path:
    return folder / "basis.npz"


def _thresholds_path(folder: Path) -> Path:
    return folder / "thresholds.json"


def _shard_path(folder: Path, shard: int) -> Path:
    return folder / f"shard-{shard:05d}.npz"


@contextmanager
def _single_threaded_children() -> Iterator[None]:
    """Two workers with a pool of threads each are slower than two single threads; read when numpy is imported."""
    names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(dict.fromkeys(names, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
