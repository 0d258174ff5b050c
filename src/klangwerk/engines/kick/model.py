"""The loaded kick model: prompt words and sliders to a latent, a latent to frames, a recording to a latent."""

from __future__ import annotations

import threading
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.kick.bundle import Bundle, Description
from klangwerk.engines.kick.descriptor import WEIGHTS, ModelDescriptor, ensure
from klangwerk.engines.kick.frames import KickFrames, pack, unpack
from klangwerk.engines.kick.spec import SPEC
from klangwerk.engines.kick.vocabulary import WORD_INDEX

if TYPE_CHECKING:
    import onnxruntime

Latent = NDArray[np.float32]


class KickModel:
    """Three ONNX graphs, each loaded at first use and kept. Safe to share between threads."""

    def __init__(self, path: Path) -> None:
        self._bundle = Bundle(path)

    @property
    def description(self) -> Description:
        """Name, version, licence and slider scale."""
        return self._bundle.description

    @property
    def label(self) -> str:
        """Name and version as written into files."""
        return f"{self.description.name} {self.description.version}"

    @cached_property
    def _flow(self) -> onnxruntime.InferenceSession:
        return self._bundle.session("flow")

    @cached_property
    def _decoder(self) -> onnxruntime.InferenceSession:
        return self._bundle.session("decoder")

    @cached_property
    def _encoder(self) -> onnxruntime.InferenceSession:
        return self._bundle.session("encoder")

    def warm(self) -> None:
        """Load what making a kick needs."""
        _ = self._flow, self._decoder

    def word_input(self, words: tuple[str, ...]) -> NDArray[np.float32]:
        """(1, n_words) 0/1."""
        row = np.zeros((1, len(self.description.words)), dtype=np.float32)
        for word in words:
            index = WORD_INDEX[word]
            if index < row.shape[1]:  # words added after this model was trained mean nothing to it
                row[0, index] = 1.0
        return row

    def velocity(
        self, x: Latent, t: float, guidance: float, words: NDArray[np.float32], sliders: Latent, mask: Latent
    ) -> Latent:
        """(1, latent) one evaluation of the flow at time t in 0..1."""
        inputs = {
            "x": x,
            "t": np.array([[t]], dtype=np.float32),
            "guidance": np.array([[guidance]], dtype=np.float32),
            "words": words,
            "sliders": sliders,
            "mask": mask,
        }
        return np.asarray(self._flow.run(None, inputs)[0])

    def decode(self, latent: Latent) -> KickFrames:
        """(1, latent) to frames."""
        return unpack(self._decoder.run(None, {"latent": latent})[0][0])

    def encode(self, frames: KickFrames) -> Latent:
        """Frames to (1, latent)."""
        return np.asarray(self._encoder.run(["latent"], {"packed": pack(frames)[None]})[0])

    def keep(self, frames: KickFrames) -> KickFrames:
        """The frames with only what the model can know of a body (see `analysis.analyse`)."""
        return unpack(self._encoder.run(["kept"], {"packed": pack(frames)[None]})[0][0])


_loaded: dict[Path, KickModel] = {}
_lock = threading.Lock()


def shipped() -> ModelDescriptor:
    """The model that comes with the package."""
    from klangwerk.engines.kick.shipped import SHIPPED  # noqa: PLC0415  (written by the export)

    return ModelDescriptor(
        name=SHIPPED.name,
        version=SHIPPED.version,
        source=str(WEIGHTS / SHIPPED.source),
        sha256=SHIPPED.sha256,
        licence=SHIPPED.licence,
    )


def load_model(descriptor: ModelDescriptor | None = None, *, cache: Path | None = None) -> KickModel:
    """The shipped model, or another; loaded once per process and kept warm. Raises ModelError."""
    path = ensure(descriptor or shipped(), cache=cache)
    with _lock:
        if path not in _loaded:
            model = KickModel(path)
            model.warm()
            _loaded[path] = model
        return _loaded[path]


LATENT_BYTES = SPEC.latent_dim * 4


def latent_to_bytes(latent: Latent) -> bytes:
    """Little-endian float32: how a latent travels in provenance and database."""
    return latent.astype("<f4").tobytes()
