"""Where the files of a track go, what is written into them, and what is said of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

import click
import numpy as np

import klangwerk
from klangwerk.cli.file_names import free_name, slug
from klangwerk.engines.composer.brief import Brief
from klangwerk.engines.composer.generate import TrackResult
from klangwerk.engines.composer.midi import to_midi
from klangwerk.sound import AudioBuffer
from klangwerk.sound import io as sound_io
from klangwerk.sound.io.formats import FORMATS, check_writable
from klangwerk.sound.loudness import integrated_lufs, true_peak_dbtp

MIX, PREMASTER, MIDI = "mix", "premaster", "track.mid"


class TrackFiles:
    """Names and writes the files of one track. Raises UnsupportedFormat at once for what cannot be written."""

    def __init__(
        self,
        folder: Path | None,
        *,
        title: str,
        format: str,
        bit_depth: int,
        stems: bool,
        midi: bool,
        premaster: bool,
    ) -> None:
        self.folder = folder or free_name(slug(title, otherwise="track"), "")
        self._title = title.strip() or "Track"
        self._format = format
        self._bit_depth = cast(sound_io.BitDepth, bit_depth)
        self._stems, self._midi, self._premaster = stems, midi, premaster
        one_frame = AudioBuffer(np.zeros((2, 1), dtype=np.float32), 44_100)
        check_writable(one_frame, format=format, bit_depth=bit_depth)

    def write(self, result: TrackResult) -> dict[str, Path]:
        """All files by name (mix, bass …, track.mid). Raises OSError."""
        self.folder.mkdir(parents=True, exist_ok=True)
        sounds = {MIX: result.mix}
        if self._stems:
            sounds |= {stem.value: buffer for stem, buffer in result.stems.items()}
        if self._premaster:
            sounds[PREMASTER] = result.premaster
        made: dict[str, Path] = {}
        for name, buffer in sounds.items():
            path = self.folder / f"{name}{FORMATS[self._format].suffixes[0]}"
            sound_io.write_atomically(path, self._data(name, buffer, result))
            made[name] = path
        if self._midi:
            made[MIDI] = self.folder / MIDI
            sound_io.write_atomically(made[MIDI], to_midi(result.score, title=self._title))
        return made

    def _data(self, name: str, buffer: AudioBuffer, result: TrackResult) -> bytes:
        tags = {
            "title": self._title if name == MIX else f"{self._title}, {name}",
            "software": f"Klangwerk {klangwerk.__version__}",
            "bpm": f"{result.score.bpm:g}",
            sound_io.COMMENT: result.provenance.to_tag(),
        }
        return sound_io.encode(buffer, format=self._format, bit_depth=self._bit_depth, tags=tags)


def report(result: TrackResult, made: dict[str, Path], *, folder: Path, as_json: bool) -> None:
    """After the last file is written: files to stdout, what was and was not understood to stderr."""
    score, brief = result.score, result.brief
    _say_understanding(brief)
    if as_json:
        told = {
            "folder": str(folder),
            "files": {name: str(path) for name, path in made.items()},
            "durationS": result.mix.duration_s,
            "frames": result.mix.frames,
            "genre": score.genre.value,
            "bpm": score.bpm,
            "key": str(score.key),
            "bars": score.bars,
            "looping": score.looping,
            "lufs": integrated_lufs(result.mix),
            "truePeakDbtp": true_peak_dbtp(result.mix),
            "sections": [
                {"kind": section.kind.value, "startBar": section.start_bar, "bars": section.bars}
                for section in score.sections
            ],
            "interpretation": brief.to_dict(),
            "provenance": result.provenance.to_dict(),
        }
        click.echo(json.dumps(told, ensure_ascii=False))
        return
    what = f"{score.genre.value} in {score.key}, {score.bpm:g} bpm, {result.mix.duration_s:.3f} s"
    click.echo(f"{folder}  {what}, seed {result.provenance.seed}")
    for path in made.values():
        click.echo(f"  {path.name}")


def _say_understanding(brief: Brief) -> None:
    for note in brief.notes:
        click.echo(note, err=True)
    if brief.ignored:
        words = ", ".join(f"“{word}”" for word in brief.ignored)
        click.echo(f"Not understood, left out: {words}.", err=True)
