"""Learning from a person's own folder of kicks: recordings analysed like the rest, words from their file names."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

from klangwerk.engines.contracts import EngineError
from klangwerk.engines.kick.analysis import analyse
from klangwerk.engines.kick.descriptors import describe
from klangwerk.engines.kick.frames import pack
from klangwerk.engines.kick.prompt import parse
from klangwerk.engines.kick.recording import body_phase, prepared
from klangwerk.engines.kick.spec import SPEC
from klangwerk.sound import io
from klangwerk.sound.errors import AudioError
from klangwerk.training.kick import dataset
from klangwerk.training.kick.codec import FrameCodec
from klangwerk.training.kick.features import log_mel_statistics
from klangwerk.training.kick.pipeline import Plan, train_on

log = logging.getLogger(__name__)

SUFFIXES = (".wav", ".flac", ".aif", ".aiff", ".ogg", ".mp3", ".m4a")
OWN_SHARE = 0.5  # of what the model sees; the synthetic rest keeps every word and slider meaningful


def train_folder(folder: Path, work: Path, plan: Plan, *, workers: int) -> Path:
    """Train on a folder's kicks together with synthetic ones. Returns the archive.

    Raises ValueError when the folder holds no usable kick.
    """
    data = work / "data"
    dataset.build(data, count=plan.kicks, basis_count=plan.basis_kicks, seed=plan.seed, workers=workers)
    rows = list(_rows(folder, dataset.load_basis(data)))
    if not rows:
        raise ValueError(
            f"There is no usable kick in {folder}. Put WAV, FLAC, AIFF, OGG, MP3 or M4A files there."
        )
    log.info("folder: %d kicks", len(rows))
    copies = max(1, round(plan.kicks * OWN_SHARE / (1.0 - OWN_SHARE) / len(rows)))
    own = work / "own.npz"
    dataset.save_shard(own, rows)
    return train_on(
        data, work, plan, name="own-kick", version="1.0", licence="of the recordings", extra=(own, copies)
    )


def words_of(path: Path) -> tuple[str, ...]:
    """The words in a file name: `Deep House Kick 03.wav` is deep, house and kick."""
    name = "".join(c if c.isalnum() else " " for c in path.stem)
    kept = " ".join(part for part in name.split() if not part.isdigit() or part in ("808", "909"))
    return parse(kept or "kick").words


def _rows(folder: Path, basis: FrameCodec) -> Iterator[dataset.Row]:
    for path in sorted(p for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES):
        try:
            samples = prepared(io.read(path))
        except (AudioError, EngineError) as error:
            log.warning("folder: %s is left out: %s", path.name, error)
            continue
        frames = analyse(samples, body_phase(samples), keep=basis.keep)
        found = describe(samples, SPEC.sample_rate)
        names = frozenset(words_of(path)) | {"kick", "hit"}
        yield dataset.Row(pack(frames).astype("float16"), found, names, log_mel_statistics(samples))
