"""The speed benchmark compares with a network of the published sizes, and says what it needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
RUN_WITHOUT_TORCH = f"""
import runpy, sys
sys.modules["torch"] = None
sys.argv = ["kick_speed.py"]
runpy.run_path({str(BENCHMARKS / "kick_speed.py")!r}, run_name="__main__")
"""


def test_the_rebuilt_original_has_the_published_sizes(monkeypatch: pytest.MonkeyPatch) -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is in the extra 'train'")
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    from kick_speed_original import SAMPLES, check_sizes, original_network

    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # two threads wait for each other where another process has the second core
    torch.set_flush_denormal(True)  # as in the benchmark: the values of random weights fade to nothing
    try:
        network = original_network()
        check_sizes(network)  # asserts parameters and multiply-adds
        audio = network.generate(seed=1)
    finally:
        torch.set_flush_denormal(False)
        torch.set_num_threads(threads)
    assert audio.shape == (SAMPLES,)
    assert torch.isfinite(audio).all()


def test_without_pytorch_it_names_the_extra() -> None:
    command = [sys.executable, "-c", RUN_WITHOUT_TORCH]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert "klangwerk[train]" in ended.stderr
