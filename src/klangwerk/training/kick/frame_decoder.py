"""The frame codec's way back as a graph."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn

from klangwerk.engines.kick.frames import layout
from klangwerk.training.kick.codec import FrameCodec


class FrameDecoder(nn.Module):
    """(n, coefficients) to (n, size) packed frames, as `FrameCodec.decode`."""

    def __init__(self, codec: FrameCodec) -> None:
        super().__init__()
        where = layout()
        self.register_buffer("offset", torch.from_numpy(codec.mean))
        for name, basis in codec.bases.items():
            rows = (basis * (codec.scale / codec.weight[getattr(where, name)])[:, None]).T
            self.register_buffer(
                f"basis_{name}", torch.from_numpy(np.ascontiguousarray(rows, dtype=np.float32))
            )
        self.sizes = {name: basis.shape[1] for name, basis in codec.bases.items()}

    def forward(self, coefficients: Tensor) -> Tensor:
        parts = coefficients.split(list(self.sizes.values()), dim=1)
        frames = [part @ getattr(self, f"basis_{name}") for name, part in zip(self.sizes, parts, strict=True)]
        return torch.cat(frames, dim=1) + self.offset
