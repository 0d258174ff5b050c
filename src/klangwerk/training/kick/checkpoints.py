"""Checkpoints that survive being killed at any moment."""

from __future__ import annotations

import os
from pathlib import Path

import torch
from torch import nn


def save_checkpoint(
    path: Path, net: nn.Module, average: nn.Module, optimiser: torch.optim.Optimizer, step: int
) -> None:
    """Write beside the target and move into place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".tmp")
    state = {
        "net": net.state_dict(),
        "average": average.state_dict(),
        "optimiser": optimiser.state_dict(),
        "step": step,
    }
    torch.save(state, temporary)
    os.replace(temporary, path)


def load_checkpoint(path: Path, net: nn.Module, average: nn.Module, optimiser: torch.optim.Optimizer) -> int:
    """Restore all three and return the step to go on from; 0 without a checkpoint. Tensors only, never pickles."""
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    net.load_state_dict(state["net"])
    average.load_state_dict(state["average"])
    optimiser.load_state_dict(state["optimiser"])
    return int(state["step"])
