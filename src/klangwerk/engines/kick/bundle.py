"""A kick model on disk: one zip archive with three ONNX graphs and a description, checked when it is opened."""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from klangwerk.engines.contracts import ModelError
from klangwerk.engines.kick.sliders import SliderScale
from klangwerk.engines.kick.spec import SPEC
from klangwerk.engines.kick.vocabulary import WORDS

if TYPE_CHECKING:
    import onnxruntime

GRAPHS = ("flow", "decoder", "encoder")
DESCRIPTION = "model.json"
STAMP_KEY = "klangwerk_spec"  # ONNX metadata property that holds the spec a graph was made for


@dataclass(frozen=True)
class Description:
    """What the archive says of itself."""

    name: str
    version: str
    licence: str
    scale: SliderScale
    words: tuple[str, ...]


class Bundle:
    """An opened archive. Graphs are read on demand: making a kick needs no encoder."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            with zipfile.ZipFile(path) as archive:
                raw: dict[str, Any] = json.loads(archive.read(DESCRIPTION))
            self.description = Description(
                name=str(raw["name"]),
                version=str(raw["version"]),
                licence=str(raw["licence"]),
                scale=SliderScale.from_lists(raw["slider_quantiles"]),
                words=tuple(raw["words"]),
            )
        except (OSError, zipfile.BadZipFile, KeyError, ValueError, TypeError) as error:
            raise ModelError(
                f"{path.name} is not a kick model ({error}). Install the model again."
            ) from error
        known = tuple(word.name for word in WORDS)
        if self.description.words != known[: len(self.description.words)]:
            raise ModelError(
                f"{path.name} was trained on other words than this version knows. Train it again."
            )

    def session(self, graph: str) -> onnxruntime.InferenceSession:
        """A warm session for one of GRAPHS. Raises ModelError when its stamp is not this version's spec."""
        import onnxruntime  # noqa: PLC0415  (80 ms that `klangwerk --help` must not pay)

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # one thread sums in one order: same seed, same bytes
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            with zipfile.ZipFile(self._path) as archive:
                graph_bytes = archive.read(f"{graph}.onnx")
            session = onnxruntime.InferenceSession(graph_bytes, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime raises its own unrelated classes for a broken graph
            raise ModelError(f"{self._path.name} cannot be loaded: {error}") from error
        stamp = session.get_modelmeta().custom_metadata_map.get(STAMP_KEY)
        if stamp != SPEC.stamp:
            raise ModelError(
                f"{self._path.name} was made for another version of the kick engine (its spec is not {SPEC.digest})."
                " Train it again, or use the model that came with this version."
            )
        return session
