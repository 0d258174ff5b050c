"""A small classifier of genre on log-mel statistics: an ear that did not take part in making the kicks."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

EPOCHS = 60
BATCH = 128


class GenreEar:
    """Trained on features (n, features) in dB and labels (n,) 0..classes-1."""

    def __init__(
        self, features: NDArray[np.floating], labels: NDArray[np.integer], *, classes: int, seed: int
    ) -> None:
        torch.manual_seed(seed)
        self._mean, self._spread = features.mean(axis=0), features.std(axis=0) + 1e-3
        self._net = nn.Sequential(
            nn.Linear(features.shape[1], 192), nn.GELU(), nn.Dropout(0.3), nn.Linear(192, 96), nn.GELU(),
            nn.Dropout(0.2), nn.Linear(96, classes),
        )  # fmt: skip
        optimiser = torch.optim.AdamW(self._net.parameters(), lr=1e-3, weight_decay=1e-2)
        schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, EPOCHS)
        x, y = self._input(features), torch.from_numpy(labels.astype(np.int64))
        for _ in range(EPOCHS):
            for rows in torch.randperm(len(x)).split(BATCH):
                loss = nn.functional.cross_entropy(self._net(x[rows]), y[rows], label_smoothing=0.05)
                optimiser.zero_grad()
                loss.backward()
                optimiser.step()
            schedule.step()
        self._net.eval()

    def predict(self, features: NDArray[np.floating]) -> NDArray[np.int64]:
        """(n,) most likely class."""
        with torch.no_grad():
            return np.asarray(self._net(self._input(features)).argmax(dim=1).numpy())

    def _input(self, features: NDArray[np.floating]) -> torch.Tensor:
        return torch.from_numpy(((features - self._mean) / self._spread).astype(np.float32))
