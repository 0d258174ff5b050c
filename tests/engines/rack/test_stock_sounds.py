"""The shipped sounds keep what a player of the rack counts on."""

from __future__ import annotations

import itertools
import json
import re
from hashlib import sha256
from importlib import resources
from typing import Any

import numpy as np
import pytest
from scipy.signal import fftconvolve

from klangwerk.engines.rack.params import RANGES
from klangwerk.sound import io
from klangwerk.sound.buffer import AudioBuffer
from klangwerk.sound.loudness import integrated_lufs
from klangwerk.studio.kicks.name_pool import NAMES
from klangwerk.training.rack_sounds import measure

FOLDER = resources.files("klangwerk.engines.rack") / "sounds"
CATALOG: dict[str, list[dict[str, Any]]] = json.loads((FOLDER / "catalog.json").read_text(encoding="utf-8"))
RATE = 44_100
BPM = RANGES["bpm"].default
# The sounds of the program that gave the idea; ours are others, and are called otherwise.
NOT_OURS = {
    "arnold", "günther", "hanz", "johanson", "karl", "black", "latent space", "the spooky", "ufo", "wiggle", "dark",
    "deep", "duck", "fish", "hairgel", "ice", "lion", "murs", "thor", "trench", "ulga",
}  # fmt: skip


def samples_of(entry: dict[str, Any]) -> np.ndarray:
    with resources.as_file(FOLDER) as folder:
        sound = io.read(folder / entry["file"])
    assert sound.sample_rate == RATE
    return sound.samples.astype(np.float64)


def each(layer: str) -> Any:
    return pytest.mark.parametrize("entry", CATALOG[layer], ids=[entry["name"] for entry in CATALOG[layer]])


def db(ratio: float) -> float:
    return float(20 * np.log10(ratio + 1e-12))


def lufs(x: np.ndarray) -> float:
    loudness = integrated_lufs(AudioBuffer(x.astype(np.float32), RATE))
    assert loudness is not None
    return loudness


def test_the_catalogue_is_that_of_the_files():
    assert {layer: len(entries) for layer, entries in CATALOG.items()} == {
        "kicks": 10,
        "noises": 10,
        "reverbs": 14,
    }
    files = {
        f"{folder.name}/{file.name}"
        for folder in FOLDER.iterdir()
        if folder.is_dir()
        for file in folder.iterdir()
    }
    assert files == {entry["file"] for entry in itertools.chain(*CATALOG.values())}
    whole = 0
    for layer, entries in CATALOG.items():
        for entry in entries:
            data = FOLDER.joinpath(*entry["file"].split("/")).read_bytes()
            whole += len(data)
            assert sha256(data).hexdigest() == entry["sha256"]
            assert samples_of(entry).shape == (entry["channels"], entry["frames"])
            assert re.fullmatch(rf"{layer}/[a-z0-9-]+\.flac", entry["file"])
            assert entry["description"].endswith(".")
            assert 40 <= len(entry["description"]) <= 120
    assert whole < 9e6


def test_names_are_keys_and_nobody_elses():
    names = [entry["name"] for entry in itertools.chain(*CATALOG.values())]
    assert len({name.casefold() for name in names}) == len(names)
    assert {name.casefold() for name in names} & NOT_OURS == set()
    assert {entry["name"].casefold() for entry in CATALOG["kicks"]} & {
        name.casefold() for name in NAMES
    } == set()
    assert all(re.fullmatch(r"[A-Z][a-z]+", name) for name in names)


@each("kicks")
def test_a_kick_starts_at_once_and_ends_in_silence(entry):
    x = samples_of(entry)
    assert x.shape[0] == 1
    assert 0.35 <= x.shape[1] / RATE <= 1.0
    assert db(np.abs(x).max()) == pytest.approx(-0.5, abs=0.02)
    onset = int(np.argmax(np.abs(x[0]) > 0.1 * np.abs(x).max()))
    assert onset < 0.001 * RATE
    assert abs(x.mean()) < 1e-4
    assert x[0, -1] == 0.0
    last = np.abs(x[0, -44:]).max()
    assert db(last) < -50


@each("noises")
def test_a_loop_closes(entry):
    x = samples_of(entry)
    assert x.shape[0] == 2
    assert 4.0 <= x.shape[1] / RATE <= 7.0
    seam = measure.seam(x)
    assert seam.bend < 1.0
    assert seam.flux < 1.15  # by chance: the seam is a place like any other


@each("noises")
def test_a_loop_has_a_level_that_fits_the_others(entry):
    x = samples_of(entry)
    assert -8.0 < db(np.abs(x).max()) < -5.9
    sides = np.sqrt(np.square(x).mean(1))
    assert db(np.sqrt(np.square(x).mean())) == pytest.approx(-21.0, abs=1.75)
    assert db(sides[0] / sides[1]) == pytest.approx(0, abs=0.6)
    assert lufs(np.tile(x, 2)) == pytest.approx(-17.0, abs=2.0)
    assert np.abs(x.mean(1)).max() < 1e-4
    assert measure.mono_loss_db(x) < 3.5
    power = np.square(np.abs(np.fft.rfft(x, axis=1))).sum(0)
    above = np.fft.rfftfreq(x.shape[1], 1 / RATE) > 12_000
    assert 10 * np.log10(power[above].sum() / power.sum()) < -50


@pytest.fixture(scope="module")
def kick_pattern() -> np.ndarray:
    """Eight beats of the first kick, (1, n)."""
    kick = samples_of(CATALOG["kicks"][0])[0]
    onsets = [int(beat * 60 / BPM * RATE + 0.5) for beat in range(9)]
    out = np.zeros((1, onsets[-1]))
    for start, end in itertools.pairwise(onsets):
        part = kick[: end - start]
        out[0, start : start + len(part)] = part
    return out


@each("reverbs")
def test_a_reverb_is_as_loud_as_the_kick_that_goes_into_it(entry, kick_pattern):
    x = samples_of(entry)
    wet = fftconvolve(np.tile(kick_pattern, 3), x, axes=1)[
        :, -kick_pattern.shape[1] - x.shape[1] + 1 : 1 - x.shape[1]
    ]
    dry = np.repeat(kick_pattern, 2, axis=0)
    assert lufs(wet) - lufs(dry) == pytest.approx(0, abs=0.5)
    each_side = [lufs(side[np.newaxis]) for side in wet]
    assert each_side[0] - each_side[1] == pytest.approx(0, abs=0.5)
    assert db(np.abs(wet).max()) < 5


@each("reverbs")
def test_a_reverb_is_wide_ends_and_leaves_the_lows_alone(entry):
    x = samples_of(entry)
    assert x.shape[0] == 2
    assert 0.4 <= x.shape[1] / RATE <= 3.0
    assert np.abs(x).max() < 1
    assert np.abs(x.sum(1)).max() < 0.01  # a step goes in, nothing of it stays
    assert not x[:, -1].any()
    assert abs(measure.correlation(x)) < 0.12
    assert measure.mono_loss_db(x) < 3.5
    assert measure.low_share_db(x) < -3.5
    tail = np.sqrt(np.square(x[:, -int(0.02 * RATE) :]).mean())
    assert db(tail / np.abs(x).max()) < -55


def test_no_two_reverbs_are_alike():
    def features(x: np.ndarray) -> np.ndarray:
        decay = np.log2(list(measure.t60_s(x).values()))
        power = np.square(np.abs(np.fft.rfft(x, axis=1))).sum(0)
        hz = np.fft.rfftfreq(x.shape[1], 1 / RATE)
        octaves = [power[(hz > f / 2**0.5) & (hz < f * 2**0.5)].sum() for f in measure.OCTAVES_HZ]
        colour = 10 * np.log10(np.array(octaves) / sum(octaves)) / 6
        energy = np.cumsum(np.square(x).sum(0))
        rise = np.log2(np.searchsorted(energy, (0.1 * energy[-1], 0.5 * energy[-1])) / RATE)
        return np.concatenate([decay, colour, rise])

    all_features = {entry["name"]: features(samples_of(entry)) for entry in CATALOG["reverbs"]}
    distance = {
        (one, other): float(np.linalg.norm(all_features[one] - all_features[other]))
        for one, other in itertools.combinations(all_features, 2)
    }
    nearest = min(distance, key=lambda pair: distance[pair])
    assert distance[nearest] > 1.5, nearest
