"""Where a bounce and its stems go, what is written into them, and what is said of it."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

import click
import numpy as np

import klangwerk
from klangwerk.cli.file_names import free_name, slug
from klangwerk.engines.contracts import Provenance
from klangwerk.engines.rack.render import RackResult
from klangwerk.sound import AudioBuffer, UnsupportedFormat
from klangwerk.sound import io as sound_io
from klangwerk.sound.io.formats import FORMATS, check_writable

_STDOUT = Path("-")


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file, None is standard output, and the layer in it; None is the mix."""

    path: Path | None
    layer: str | None


class RenderFiles:
    """Names and writes the files of one bounce. Raises UnsupportedFormat at once for what cannot be written."""

    def __init__(
        self, output: Path | None, *, title: str, format: str | None, bit_depth: int, stems: bool
    ) -> None:
        self.is_stdout = output == _STDOUT
        self._title = title
        self._output = None if self.is_stdout else output
        self._format = format or (sound_io.format_of_name(self._output) if self._output else "wav")
        self._bit_depth = cast(sound_io.BitDepth, bit_depth)
        if self.is_stdout and stems:
            raise UnsupportedFormat("Standard output takes one file; name a file for stems.")
        one_frame = AudioBuffer(np.zeros((2, 1), dtype=np.float32), 44_100)
        check_writable(one_frame, format=self._format, bit_depth=bit_depth)

    def write(self, result: RackResult, *, kick_file: Path | None) -> list[MadeFile]:
        """The mix, then the stems. Raises UnsupportedFormat or OSError."""
        provenance = result.provenance
        if kick_file is not None:
            named = {**provenance.params, "kick_file": kick_file.name}
            provenance = replace(provenance, params=named)
        mix = self._data(result.mix, self._title, provenance)
        if self.is_stdout:
            sys.stdout.buffer.write(mix)
            return [MadeFile(None, None)]
        path = self._output or free_name(
            slug(self._title, otherwise="loop"), FORMATS[self._format].suffixes[0]
        )
        sound_io.write_atomically(path, mix)
        made = [MadeFile(path, None)]
        for layer, stem in result.stems.items():
            beside = path.with_stem(f"{path.stem}-{layer}")
            sound_io.write_atomically(beside, self._data(stem, f"{self._title}, {layer}", provenance))
            made.append(MadeFile(beside, layer))
        return made

    def _data(self, buffer: AudioBuffer, title: str, provenance: Provenance) -> bytes:
        tags = {
            "title": title,
            "software": f"Klangwerk {klangwerk.__version__}",
            "bpm": str(provenance.params["bpm"]),
            sound_io.COMMENT: provenance.to_tag(),
        }
        return sound_io.encode(buffer, format=self._format, bit_depth=self._bit_depth, tags=tags)


def report(result: RackResult, made: list[MadeFile], *, as_json: bool, to_stdout: bool) -> None:
    """After the last file is written: to stdout, or to stderr when the sound went there."""
    params = result.provenance.params
    if as_json:
        told: dict[str, Any] = {
            "files": [
                {"file": None if entry.path is None else str(entry.path), "layer": entry.layer}
                for entry in made
            ],
            "durationS": result.mix.duration_s,
            "frames": result.mix.frames,
            "bpm": params["bpm"],
            "bars": params["bars"],
            "ending": params["ending"],
            "provenance": result.provenance.to_dict(),
        }
        click.echo(json.dumps(told, ensure_ascii=False), err=to_stdout)
        return
    for entry in made:
        what = f"{entry.path or 'standard output'}  {result.mix.duration_s:.3f} s at {params['bpm']} bpm"
        click.echo(what, err=to_stdout)
