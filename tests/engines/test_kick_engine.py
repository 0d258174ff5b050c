"""The shipped kick model: same seed same sound, sound a producer would use, starts, cancel, errors."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klangwerk.engines.contracts import (
    Cancelled,
    CancelReason,
    CancelToken,
    InputUnusable,
    InvalidParams,
    Provenance,
)
from klangwerk.engines.kick import (
    SLIDERS,
    Interpolation,
    KickParams,
    Variation,
    generate,
    latent_of,
    load_model,
)
from klangwerk.engines.kick.descriptors import describe
from klangwerk.engines.kick.model import KickModel
from klangwerk.sound import AudioBuffer, io
from klangwerk.training.kick.features import log_mel_statistics

RATE = 44_100


@pytest.fixture(scope="module")
def model() -> KickModel:
    return load_model()


def samples_of(model: KickModel, seed: int = 1, **params: object) -> np.ndarray:
    return generate(KickParams(**params), seed=seed, model=model).audio.samples[0]


def test_the_same_seed_gives_the_same_bytes(model: KickModel) -> None:
    one, again, other = (samples_of(model, seed, prompt="deep punchy house") for seed in (5, 5, 6))
    assert one.tobytes() == again.tobytes()
    assert one.tobytes() != other.tobytes()


def test_threads_give_the_same_bytes(model: KickModel) -> None:
    wanted = samples_of(model, 3, prompt="808").tobytes()
    found: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: found.append(samples_of(model, 3, prompt="808").tobytes()))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [wanted] * 4


PROMPTS = [
    "",
    "deep punchy house",
    "808 long",
    "gabber",
    "jazz soft",
    "industrial huge reverberant",
    "lofi dusty",
    "zappy psytrance",
]


@pytest.mark.parametrize("prompt", PROMPTS)
def test_a_kick_can_be_used_as_it_is(model: KickModel, prompt: str) -> None:
    for seed in range(6):
        x = samples_of(model, seed, prompt=prompt)
        assert x.shape == (88_200,)
        assert x.dtype == np.float32
        assert np.isfinite(x).all()
        peak = np.abs(x).max()
        assert 20 * np.log10(peak) == pytest.approx(-0.5, abs=0.01)
        assert np.argmax(np.abs(x) > 0.05 * peak) < 0.005 * RATE, "starts within 5 ms"
        assert abs(float(x.mean())) < 1e-4, "no DC"
        assert np.abs(np.diff(x[-int(0.2 * RATE) :])).max() < 0.02, "no click at the end"
        assert np.abs(x[-200:]).max() == 0.0, "silence after the tail"
        assert abs(x[0]) < 0.01, "no step at the start"


def test_no_prompt_means_hit_house(model: KickModel) -> None:
    assert samples_of(model, 2).tobytes() == samples_of(model, 2, prompt="hit house").tobytes()


@settings(max_examples=12, deadline=None)
@given(
    prompt=st.text(max_size=60),
    seed=st.integers(0, 2**32 - 1),
    sliders=st.fixed_dictionaries(
        {}, optional={name: st.floats(r.low, r.high) for name, r in SLIDERS.items()}
    ),
    steps=st.integers(1, 20),
    cfg=st.floats(0, 10),
)
def test_anything_in_range_makes_a_sound(
    prompt: str, seed: int, sliders: dict[str, float], steps: int, cfg: float
) -> None:
    x = samples_of(load_model(), seed, prompt=prompt, steps=steps, cfg_scale=cfg, **sliders)
    assert np.isfinite(x).all()
    assert np.abs(x).max() == pytest.approx(10 ** (-0.5 / 20), abs=1e-4)


@pytest.mark.parametrize("hz", [38.0, 43.65, 55.0, 65.4])
def test_the_pitch_slider_is_in_tune(model: KickModel, hz: float) -> None:
    found = [describe(samples_of(model, seed, prompt="house", pitch_hz=hz), RATE).f0_hz for seed in range(8)]
    assert 1200 * abs(np.log2(np.median(found) / hz)) < 50


def test_pitch_in_the_prompt_counts(model: KickModel) -> None:
    assert (
        samples_of(model, 1, prompt="house 45 Hz").tobytes()
        == samples_of(model, 1, prompt="house 45 Hz", pitch_hz=45.0).tobytes()
    )


def distance_db(a: np.ndarray, b: np.ndarray) -> float:
    """Root mean square difference of levels in time and frequency: what is heard, whatever the grain and the phase."""
    return float(np.sqrt(((log_mel_statistics(a) - log_mel_statistics(b)) ** 2).mean()))


def test_variations_move_away_with_strength(model: KickModel) -> None:
    origin = generate(KickParams(prompt="techno punchy"), seed=8, model=model)
    base = origin.audio.samples[0]
    away = []
    for strength in (0.0, 0.3, 0.8):
        params = KickParams(prompt="techno punchy", start=Variation(origin.latent, strength))
        away.append(
            np.mean(
                [distance_db(base, generate(params, seed=s, model=model).audio.samples[0]) for s in range(6)]
            )
        )
    assert away[0] < 3.0  # another seed is another grain
    assert 1.5 * away[0] < away[1] < 0.8 * away[2]


def test_interpolation_begins_and_ends_at_its_kicks(model: KickModel) -> None:
    a = generate(KickParams(prompt="808 long"), seed=1, model=model)
    b = generate(KickParams(prompt="909 short"), seed=2, model=model)

    def at(mix: float) -> np.ndarray:
        return generate(
            KickParams(start=Interpolation(a.latent, b.latent, mix)), seed=1, model=model
        ).audio.samples[0]

    np.testing.assert_allclose(at(0.0), a.audio.samples[0], atol=1e-3)
    # the noise has the other seed's grain: the body must match
    assert distance_db(b.audio.samples[0], at(1.0)) < 3.0
    lengths = [describe(at(mix), RATE).t60_s for mix in (0.0, 0.5, 1.0)]
    assert lengths[2] < lengths[1] < lengths[0]


def test_a_recording_can_be_the_start(model: KickModel) -> None:
    """A file at another rate, in stereo, with silence in front, comes back close to itself."""
    origin = samples_of(model, 4, prompt="house clean")
    stereo = np.stack([origin, origin])[:, ::2] * 0.3
    late = np.concatenate([np.zeros((2, 3000), np.float32), stereo], axis=1)
    found = generate(
        KickParams(prompt="house", start=Variation(AudioBuffer(late, RATE // 2), 0.0)), seed=1, model=model
    ).audio.samples[0]
    was, now = describe(origin, RATE), describe(found, RATE)
    assert 1200 * abs(np.log2(now.f0_hz / was.f0_hz)) < 120
    assert now.t60_s == pytest.approx(was.t60_s, rel=0.35)


def test_silence_cannot_be_the_start(model: KickModel) -> None:
    silence = AudioBuffer(np.zeros((1, RATE), np.float32), RATE)
    with pytest.raises(InputUnusable, match="silent"):
        generate(KickParams(start=Variation(silence, 0.5)), seed=1, model=model)


@pytest.mark.parametrize("latent", [b"", b"x" * 12, np.full(64, np.nan, "<f4").tobytes()])
def test_a_foreign_latent_is_refused(model: KickModel, latent: bytes) -> None:
    with pytest.raises(InputUnusable):
        generate(KickParams(start=Variation(latent, 0.5)), seed=1, model=model)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"length_s": 0.0}, "length_s"),
        ({"pitch_hz": 1000.0}, "pitch_hz"),
        ({"punch": float("nan")}, "punch"),
        ({"drive": True}, "drive"),
        ({"steps": 0}, "steps"),
        ({"steps": 2.5}, "steps"),
        ({"cfg_scale": -1.0}, "cfg_scale"),
        ({"prompt": "x" * 501}, "prompt"),
        ({"start": Variation(b"", 2.0)}, "strength"),
    ],
)
def test_wrong_params_name_their_field(wrong: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidParams) as caught:
        KickParams(**wrong)
    assert caught.value.field == field


@pytest.mark.parametrize("seed", [-1, 2**32])
def test_wrong_seeds_are_refused(model: KickModel, seed: int) -> None:
    with pytest.raises(InvalidParams):
        generate(KickParams(), seed=seed, model=model)


def test_cancel_between_steps(model: KickModel) -> None:
    cancel = CancelToken()
    seen: list[str] = []

    def progress(fraction: float, step: str) -> None:
        seen.append(step)
        if len(seen) == 3:
            cancel.request(CancelReason.USER)

    with pytest.raises(Cancelled):
        generate(KickParams(), seed=1, model=model, progress=progress, cancel=cancel)
    assert len(seen) <= 4


def test_progress_rises_to_the_end(model: KickModel) -> None:
    seen: list[float] = []
    generate(KickParams(), seed=1, model=model, progress=lambda fraction, step: seen.append(fraction))
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
    assert len(seen) > 8


def test_provenance_makes_the_kick_again(model: KickModel, tmp_path: Path) -> None:
    result = generate(KickParams(prompt="warm 808", drive=0.3), seed=77, model=model)
    file = tmp_path / "kick.wav"
    io.write(result.audio, file, format="wav", bit_depth=24, tags={"comment": result.provenance.to_tag()})
    read = Provenance.from_tag(io.read_tags(file)["comment"])
    assert read is not None
    assert read.seed == 77
    assert read.params["prompt"] == "warm 808"
    assert latent_of(read, model) == result.latent
