"""The formula for levels against rendered sound, and the graph of the frame codec against the codec."""

from __future__ import annotations

import numpy as np
import pytest

torch = pytest.importorskip(
    "torch", reason="training needs the extra `train`: pip install 'klangwerk[train]'"
)

from klangwerk.engines.kick.analysis import analyse  # noqa: E402
from klangwerk.engines.kick.finish import finish  # noqa: E402
from klangwerk.engines.kick.frames import pack, unpack  # noqa: E402
from klangwerk.engines.kick.vocoder import render  # noqa: E402
from klangwerk.training.kick import codec, dataset  # noqa: E402
from klangwerk.training.kick.features import N_MELS, SEGMENTS, log_mel_statistics  # noqa: E402
from klangwerk.training.kick.frame_decoder import FrameDecoder  # noqa: E402
from klangwerk.training.kick.levels import FrameLevels  # noqa: E402

KICKS = 60


@pytest.fixture(scope="module")
def packed() -> np.ndarray:
    """(KICKS, size) frames of synthetic kicks of all genres."""
    kicks = [dataset.synthetic(3, index)[1] for index in range(KICKS)]
    return np.stack([pack(analyse(kick.samples, kick.phase_rad)) for kick in kicks])


def test_levels_are_those_of_the_rendered_sound(packed: np.ndarray) -> None:
    found = FrameLevels()(torch.from_numpy(packed)).numpy()
    rng = np.random.default_rng(0)
    heard = np.stack([log_mel_statistics(finish(render(unpack(row), rng))) for row in packed])
    error_db = (found - heard).reshape(KICKS, len(SEGMENTS) - 1, N_MELS)
    assert np.sqrt((error_db**2).mean()) < 2.5
    assert np.abs(error_db.mean(axis=0)).max() < 5.0
    assert (
        np.abs(error_db[:, 1:].mean(axis=0)).mean() < 0.7
    )  # the very first window sees half a cycle of the body
    assert np.corrcoef(found.ravel(), heard.ravel())[0, 1] > 0.99


def test_levels_have_gradients(packed: np.ndarray) -> None:
    """A louder harmonic and louder noise raise levels, and no gradient is NaN, silence included."""
    quiet = np.concatenate([packed[:4], np.zeros_like(packed[:1])])
    frames = torch.from_numpy(quiet).requires_grad_()
    FrameLevels()(frames).sum().backward()
    assert torch.isfinite(frames.grad).all()
    assert (frames.grad[:4].abs().sum(dim=1) > 0.0).all()


def test_the_graph_decodes_as_the_codec(packed: np.ndarray) -> None:
    fitted = codec.fit(packed, components={"pitch": 6, "harmonics": 24, "noise": 12})
    coefficients = fitted.encode(packed)
    decoded = FrameDecoder(fitted)(torch.from_numpy(coefficients)).numpy()
    np.testing.assert_allclose(decoded, fitted.decode(coefficients), atol=1e-4)
