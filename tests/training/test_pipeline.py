"""The whole way from nothing to a model that loads, in small; interrupted and taken up again; a folder of one's own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip(
    "torch", reason="training needs the extra `train`: pip install 'klangwerk[train]'"
)
pytest.importorskip("onnxscript", reason="exporting needs the extra `train`: pip install 'klangwerk[train]'")

from klangwerk.engines.kick import KickParams, generate, load_model, own_model  # noqa: E402
from klangwerk.sound import io  # noqa: E402
from klangwerk.training.kick import card, dataset, folder, pipeline  # noqa: E402
from klangwerk.training.kick.evaluate import evaluate  # noqa: E402
from klangwerk.training.kick.features import diversity, frechet_distance  # noqa: E402

TINY = pipeline.Plan(
    kicks=256, basis_kicks=300, autoencoder_steps=20, flow_steps=20, guidance_steps=6, decoder_steps=4
)

pytestmark = [
    pytest.mark.xdist_group("pipeline"),  # what is trained once serves all of them
    pytest.mark.filterwarnings("ignore::FutureWarning"),  # of torch's own exporter
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the tiny plan was carried out."""
    path = tmp_path_factory.mktemp("work")
    pipeline.train_synthetic(path, TINY, workers=2)
    return path


def test_the_result_is_a_model_that_makes_sound(work: Path) -> None:
    model = load_model(own_model(str(work / "klangwerk-kick-1.0.kwm")))
    samples = generate(KickParams(prompt="house"), seed=1, model=model).audio.samples
    assert np.isfinite(samples).all()
    assert np.abs(samples).max() > 0.9


def test_it_goes_on_where_it_stopped(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second run has nothing left to do, and gives the same bytes."""
    target = work / "klangwerk-kick-1.0.kwm"
    before = target.read_bytes()
    times = {path: path.stat().st_mtime_ns for path in (work / "data").iterdir()}
    assert pipeline.train_synthetic(work, TINY, workers=1) == target
    assert target.read_bytes() == before
    assert {path: path.stat().st_mtime_ns for path in (work / "data").iterdir()} == times


def test_a_missing_shard_is_written_again_as_it_was(work: Path) -> None:
    shard = work / "data" / "shard-00000.npz"
    with np.load(shard) as found:
        before = found["packed"].copy()
    shard.unlink()
    dataset.build(work / "data", count=TINY.kicks, basis_count=TINY.basis_kicks, seed=TINY.seed, workers=1)
    with np.load(shard) as found:
        np.testing.assert_array_equal(found["packed"], before)


def test_evaluation_prints_every_figure(work: Path) -> None:
    report = evaluate(
        load_model(own_model(str(work / "klangwerk-kick-1.0.kwm"))), seeds=2, compared=24, workers=2
    )
    text = card.figures(report)
    for wanted in ("Told apart", "Genre recognised", "Diversity", "Fréchet", "Energy below 200 Hz"):
        assert wanted in text
    assert card.failures(report), (
        "thirty steps cannot be enough: a check that lets this model pass checks nothing"
    )


def test_learning_from_a_folder(work: Path, tmp_path: Path) -> None:
    own = tmp_path / "My Kicks"
    own.mkdir()
    for index, name in enumerate(("Deep House Kick 01.wav", "gabber_kick_150bpm.flac", "TECHNO-punchy.wav")):
        _, kick = dataset.synthetic(99, index)
        samples = np.concatenate([np.zeros(500, np.float32), kick.samples])
        buffer = io.AudioBuffer(np.stack([samples, samples]), 44_100)
        io.write(buffer, own / name, format=name.rsplit(".", 1)[1], bit_depth=16)
    (own / "broken.wav").write_bytes(b"RIFF nothing")
    for part in ("data",):
        (tmp_path / part).symlink_to(work / part)
    target = folder.train_folder(own, tmp_path, TINY, workers=1)
    assert load_model(own_model(str(target))).description.name == "own-kick"


def test_an_empty_folder_says_what_to_put_there(work: Path, tmp_path: Path) -> None:
    (tmp_path / "data").symlink_to(work / "data")
    (tmp_path / "empty").mkdir()
    with pytest.raises(ValueError, match="Put WAV"):
        folder.train_folder(tmp_path / "empty", tmp_path, TINY, workers=1)


def test_words_of_file_names() -> None:
    assert folder.words_of(Path("Deep House Kick 03.wav")) == ("deephouse", "kick")
    assert set(folder.words_of(Path("dark_techno-punchy.wav"))) == {"dark", "techno", "punchy"}
    assert "808" in folder.words_of(Path("808_Long-Distorted.wav"))
    assert folder.words_of(Path("0001.wav")) == ("kick",)


def test_frechet_distance_is_zero_for_the_same_and_grows() -> None:
    rng = np.random.default_rng(0)
    a = rng.normal(size=(400, 6))
    assert frechet_distance(a, a) == pytest.approx(0.0, abs=1e-9)
    assert frechet_distance(a, a + 3.0) == pytest.approx(9.0, rel=1e-6)
    assert frechet_distance(a, a * 2.0) > 0.5


def test_diversity_halves_when_everything_moves_half_way_to_the_mean() -> None:
    rng = np.random.default_rng(0)
    a = rng.normal(size=(400, 6))
    wide, narrow = diversity(a, np.random.default_rng(1)), diversity(a * 0.5, np.random.default_rng(1))
    assert narrow / wide == pytest.approx(0.5)
