"""The functions that the effects import, against numpy."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import wasmtime

from klangwerk.dsp.program import ENGINE, FOLDER

BOUND = 2e-6
SMALLEST = float(np.finfo(np.float32).tiny)
LARGEST = float(np.finfo(np.float32).max)

Function = Callable[[np.ndarray], np.ndarray]


@pytest.fixture(scope="module")
def function() -> Callable[[str], Function]:
    store = wasmtime.Store(ENGINE)
    exports = wasmtime.Instance(
        store, wasmtime.Module(ENGINE, (FOLDER / "math.wasm").read_bytes()), []
    ).exports(store)

    def named(name: str) -> Function:
        return lambda x: np.array([exports[name](store, float(v)) for v in x.astype(np.float32)])

    return named


def relative_error(got: np.ndarray, exact: np.ndarray) -> float:
    return float(np.max(np.abs(got - exact) / np.abs(exact)))


def test_exp(function):
    x = np.linspace(-86, 88, 9_001).astype(np.float32)
    assert relative_error(function("_expf")(x), np.exp(x.astype(np.float64))) < BOUND
    assert function("_expf")(np.zeros(1))[0] == 1.0  # a gain of 0 dB changes no bit


def test_log(function):
    x = np.geomspace(SMALLEST, LARGEST, 9_001).astype(np.float32)
    x = x[np.log(x.astype(np.float64)) != 0]
    assert relative_error(function("_logf")(x), np.log(x.astype(np.float64))) < BOUND
    assert function("_logf")(np.ones(1))[0] == 0.0


def test_log_close_to_one(function):
    x = (1 + np.linspace(-1e-3, 1e-3, 2_000)).astype(np.float32)
    assert relative_error(function("_logf")(x), np.log(x.astype(np.float64))) < BOUND


def test_tanh(function):
    x = np.concatenate([np.geomspace(1e-30, 50, 4_000), np.linspace(0.59, 0.61, 1_000)]).astype(np.float32)
    for signed in (x, -x):
        assert relative_error(function("_tanhf")(signed), np.tanh(signed.astype(np.float64))) < BOUND


@pytest.mark.parametrize(
    ("name", "low", "high"), [("_expf", -80, 80), ("_logf", 1e-30, 1e6), ("_tanhf", -12, 12)]
)
def test_greater_input_never_gives_a_visibly_lesser_output(function, name, low, high):
    """Near 1 the last bit may go to and fro, no more than that."""
    x = np.linspace(low, high, 6_001).astype(np.float32)
    got = function(name)(x)
    assert np.all(np.diff(got) >= -BOUND * np.abs(got[1:]))


@pytest.mark.parametrize("name", ["_expf", "_logf", "_tanhf"])
def test_any_finite_number_gives_a_finite_one(function, name):
    x = np.array([0.0, -0.0, 1e-45, -1e-45, SMALLEST, -1.0, 1e10, -1e10, LARGEST, -LARGEST])
    assert np.isfinite(function(name)(x)).all()


def test_tanh_stays_within_one(function):
    assert np.abs(function("_tanhf")(np.linspace(-100, 100, 2_001))).max() <= 1.0
