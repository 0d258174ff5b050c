"""The effects: built from their sources, and the same to the bit in a browser's engine and in Python."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from klangwerk.dsp import Effect, program

pytestmark = pytest.mark.needs("node")

FILES = {"math.wasm", "ott.wasm", "distortion.wasm", "limiter.wasm", "effects.json"}


def test_the_build_is_of_these_sources_and_repeats_to_the_byte(npm, tmp_path):
    answer = npm("run", "dsp", "--", str(tmp_path / "new"))
    assert answer.returncode == 0, answer.stderr
    built = {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()}
    assert set(built) == FILES
    for name, content in built.items():
        assert content == (program.FOLDER / name).read_bytes(), f"{name} is stale: make setup"
        assert len(content) <= 25_000


def test_effects_json_says_what_hosts_need():
    facts = json.loads((program.FOLDER / "effects.json").read_text(encoding="ascii"))
    assert {name: (fact["channels"], fact["latencyFrames"]) for name, fact in facts.items()} == {
        "ott": (1, 0),
        "distortion": (1, 0),
        "limiter": (2, 62),
    }
    ranges = {
        (name, entry["name"]): (entry["low"], entry["high"], entry["initial"])
        for name, fact in facts.items()
        for entry in fact["parameters"]
    }
    assert ranges == {
        ("ott", "amount"): (0, 1, 0),
        ("ott", "ratio_scale"): (0, 20, 10),
        ("ott", "low_db"): (-18, 18, 0),
        ("ott", "mid_db"): (-18, 18, 0),
        ("ott", "high_db"): (-18, 18, 0),
        ("distortion", "amount"): (0, 0.5, 0),
        ("limiter", "gain_db"): (0, 18.1, 0),
    }


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("ott", {"amount": 0.62, "ratio_scale": 8, "low_db": 3, "mid_db": -3}),
        ("distortion", {"amount": 0.37}),
        ("limiter", {"gain_db": 11}),
    ],
)
def test_node_and_python_agree_to_the_bit(npm, tmp_path, name, values):
    generator = np.random.default_rng(3)
    x = generator.normal(0, 0.4, (2, 50_000)).astype(np.float32)
    x[:, 20_000:30_000] *= 1e-4
    (tmp_path / "in").write_bytes(x.tobytes())
    script = Path(__file__).with_name("run_effect.mjs")
    answer = npm(
        "exec", "--", "node", str(script), str(program.FOLDER), name, json.dumps(values), "2",
        str(tmp_path / "in"), str(tmp_path / "out"),
    )  # fmt: skip
    assert answer.returncode == 0, answer.stderr
    in_node = np.frombuffer((tmp_path / "out").read_bytes(), dtype=np.float32).reshape(2, -1)
    effect = Effect(name)
    effect.set(**values)
    np.testing.assert_array_equal(effect.process(x), in_node)
