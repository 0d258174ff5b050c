"""From trained networks to the shipped model: three stamped ONNX graphs in one archive."""

from __future__ import annotations

import hashlib
import io
import json
import os
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from klangwerk.engines.kick.bundle import DESCRIPTION, STAMP_KEY
from klangwerk.engines.kick.frames import layout
from klangwerk.engines.kick.sliders import SliderScale
from klangwerk.engines.kick.spec import SPEC
from klangwerk.engines.kick.vocabulary import WORDS
from klangwerk.training.kick.codec import FrameCodec
from klangwerk.training.kick.frame_decoder import FrameDecoder
from klangwerk.training.kick.networks import Autoencoder, VelocityField

HALF_FROM_VALUES = 4096  # smaller tensors stay float32: they cost nothing and biases like their digits


class Decoder(nn.Module):
    """(1, latent) normalised to (1, size) packed frames: network and frame codec in one graph."""

    def __init__(self, net: Autoencoder, codec: FrameCodec, centre: Tensor, spread: Tensor) -> None:
        super().__init__()
        self.net = net.decoder
        self.frames = FrameDecoder(codec)
        self.register_buffer("centre", centre)
        self.register_buffer("spread", spread)

    def forward(self, latent: Tensor) -> Tensor:
        return self.frames(self.net(latent * self.spread + self.centre))


class Encoder(nn.Module):
    """(1, size) packed frames to the normalised latent, and to the frames with only what the basis knows."""

    def __init__(self, net: Autoencoder, codec: FrameCodec, centre: Tensor, spread: Tensor) -> None:
        super().__init__()
        self.net = net.encoder
        self.latent = net.latent
        self.register_buffer("centre", centre)
        self.register_buffer("spread", spread)
        self.register_buffer("offset", torch.from_numpy(codec.mean))
        self.register_buffer("weight", torch.from_numpy(codec.weight))
        self.scale = codec.scale
        self.names = list(codec.bases)
        for name, basis in codec.bases.items():
            self.register_buffer(f"basis_{name}", torch.from_numpy(basis))

    def forward(self, packed: Tensor) -> tuple[Tensor, Tensor]:
        where = layout()
        x = (packed - self.offset) * self.weight
        parts = [x[:, getattr(where, n)] @ getattr(self, f"basis_{n}") for n in self.names]
        latent = (
            self.net(torch.cat(parts, dim=1) / self.scale)[:, : self.latent] - self.centre
        ) / self.spread
        kept = [part @ getattr(self, f"basis_{n}").T for n, part in zip(self.names, parts, strict=True)]
        return latent, torch.cat(kept, dim=1) / self.weight + self.offset


def export_bundle(
    target: Path,
    *,
    flow: VelocityField,
    autoencoder: Autoencoder,
    codec: FrameCodec,
    centre: Tensor,
    spread: Tensor,
    scale: SliderScale,
    name: str,
    version: str,
    licence: str,
) -> str:
    """Write the archive atomically and return its sha256. The same weights give the same bytes."""
    words, latent = len(WORDS), SPEC.latent_dim
    row = torch.zeros
    graphs = {
        "flow": _graph(
            flow,
            (row(1, latent), row(1, 1), row(1, 1), row(1, words), row(1, 6), row(1, 6)),
            ["x", "t", "guidance", "words", "sliders", "mask"],
            ["velocity"],
        ),
        "decoder": _graph(
            Decoder(autoencoder, codec, centre, spread),
            (row(1, latent),),
            ["latent"],
            ["packed"],
        ),
        "encoder": _graph(
            Encoder(autoencoder, codec, centre, spread),
            (row(1, layout().size),),
            ["packed"],
            ["latent", "kept"],
        ),
    }
    description = {
        "name": name,
        "version": version,
        "licence": licence,
        "slider_quantiles": scale.to_lists(),
        "words": [word.name for word in WORDS],
    }
    temporary = target.with_suffix(".tmp")
    with zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        files = {DESCRIPTION: json.dumps(description, indent=1).encode()}
        files |= {f"{graph}.onnx": data for graph, data in graphs.items()}
        for file, data in files.items():
            archive.writestr(zipfile.ZipInfo(file, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    os.replace(temporary, target)
    return hashlib.sha256(target.read_bytes()).hexdigest()


def _graph(module: nn.Module, example: tuple[Tensor, ...], inputs: list[str], outputs: list[str]) -> bytes:
    buffer = io.BytesIO()
    with torch.no_grad():
        program = torch.onnx.export(
            module.eval(), example, input_names=inputs, output_names=outputs, dynamo=True, verbose=False
        )
    assert program is not None
    program.save(buffer)
    model = onnx.load_model_from_string(buffer.getvalue())
    _halve(model)
    for entry in list(model.metadata_props):
        model.metadata_props.remove(entry)
    for node in model.graph.node:
        del node.metadata_props[:]  # the exporter writes source paths here
        node.doc_string = ""
    helper.set_model_props(model, {STAMP_KEY: SPEC.stamp})
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString(deterministic=True))


def _halve(model: Any) -> None:
    """Store large weights as float16 behind a Cast that the runtime folds away when it loads the graph."""
    graph = model.graph
    casts = []
    for tensor in list(graph.initializer):
        values = numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.size < HALF_FROM_VALUES:
            continue
        graph.initializer.remove(tensor)
        graph.initializer.append(numpy_helper.from_array(values.astype(np.float16), tensor.name + "_half"))
        casts.append(helper.make_node("Cast", [tensor.name + "_half"], [tensor.name], to=TensorProto.FLOAT))
    nodes = list(graph.node)
    del graph.node[:]
    graph.node.extend(casts + nodes)
