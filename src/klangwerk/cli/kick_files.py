"""Where the kicks of one command go, and what is written into them."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import klangwerk
from klangwerk.cli.file_names import free_name, slug
from klangwerk.engines.kick import KickResult
from klangwerk.engines.kick.params import DEFAULT_PROMPT
from klangwerk.sound import UnsupportedFormat
from klangwerk.sound import io as sound_io

_STDOUT = Path("-")


@dataclass(frozen=True, slots=True)
class MadeKick:
    """A kick and its file; None is standard output."""

    path: Path | None
    result: KickResult


class KickFiles:
    """Names and writes them. Raises UnsupportedFormat at once when the name says no format that we write."""

    def __init__(self, output: Path | None, *, count: int, bit_depth: int) -> None:
        self.is_stdout = output == _STDOUT
        self._output = None if self.is_stdout else output
        self._count = count
        self._bit_depth = cast(sound_io.BitDepth, bit_depth)
        self._written = 0
        self._format = "wav" if self._output is None else sound_io.format_of_name(self._output)
        if self.is_stdout and count > 1:
            raise UnsupportedFormat("Standard output takes one kick; name a file for more.")

    def write(self, result: KickResult) -> MadeKick:
        """One kick into the next file. Raises UnsupportedFormat or OSError."""
        self._written += 1
        provenance = result.provenance
        tags = {
            "title": str(provenance.params.get("prompt") or DEFAULT_PROMPT),
            "software": f"Klangwerk {klangwerk.__version__}",
            sound_io.COMMENT: provenance.to_tag(),
        }
        data = sound_io.encode(result.audio, format=self._format, bit_depth=self._bit_depth, tags=tags)
        if self.is_stdout:
            sys.stdout.buffer.write(data)
            return MadeKick(None, result)
        path = self._path(tags["title"], seed=provenance.seed)
        sound_io.write_atomically(path, data)
        return MadeKick(path, result)

    def _path(self, title: str, *, seed: int) -> Path:
        if self._output is None:
            return free_name(f"{slug(title, otherwise='kick')}-{seed}")
        if self._count == 1:
            return self._output
        digits = max(2, len(str(self._count)))
        return self._output.with_stem(f"{self._output.stem}-{self._written:0{digits}}")
