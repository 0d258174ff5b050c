from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from klangwerk.engines.kick.descriptors import describe
from klangwerk.engines.kick.vocabulary import WORDS
from klangwerk.training.kick_synth import (
    FRAMES,
    GENRES,
    STYLES,
    SynthParams,
    render,
    sample,
    thresholds,
    words,
)
from klangwerk.training.kick_synth.params import DRIVE_KINDS, END_S, PEAK, SAMPLE_RATE


@pytest.fixture(scope="module")
def kicks():
    rng = np.random.default_rng(11)
    params = [sample(rng) for _ in range(800)]
    return [(p, render(p, rng)) for p in params]


@pytest.fixture(scope="module")
def measured(kicks):
    return [describe(kick.samples, SAMPLE_RATE) for _, kick in kicks]


def test_the_same_seed_gives_the_same_bytes():
    one, other = (render(sample(rng), rng) for rng in (np.random.default_rng(3), np.random.default_rng(3)))
    assert one.samples.tobytes() == other.samples.tobytes()
    assert one.phase_rad.tobytes() == other.phase_rad.tobytes()
    rng = np.random.default_rng(4)
    assert render(sample(rng), rng).samples.tobytes() != one.samples.tobytes()


def test_every_kick_is_a_clean_one_shot(kicks):
    for params, kick in kicks:
        x = kick.samples
        assert x.dtype == np.float32
        assert x.shape == (FRAMES,)
        assert np.isfinite(x).all(), params
        assert np.abs(x).max() == pytest.approx(PEAK, abs=1e-4), params
        assert abs(float(x.mean())) < 1e-5, params
        assert not x[int(END_S * SAMPLE_RATE) :].any(), params
        sounding = int(np.nonzero(x)[0][-1])
        assert np.abs(x[max(0, sounding - 10) : sounding + 1]).max() < 1e-3, params  # no click at the end


def test_kicks_start_at_once(measured):
    onsets_ms = np.array([d.onset_ms for d in measured])
    assert onsets_ms.max() < 5.0
    assert np.mean(onsets_ms < 2.0) > 0.98


def test_the_phase_runs_from_zero_and_only_forward(kicks):
    for _, kick in kicks[:200]:
        assert kick.phase_rad.dtype == np.float64
        assert kick.phase_rad.shape == (FRAMES,)
        assert kick.phase_rad[0] == 0.0
        assert np.diff(kick.phase_rad).min() > 0


def test_the_body_follows_its_phase():
    """Demodulated with its own phase, the body of a plain kick is an exponential: what is left is over 25 dB lower."""
    params = SynthParams(click_kind="none", low_pass_hz=14_000.0, high_pass_hz=15.0)
    kick = render(params, np.random.default_rng(0))
    x, phase = kick.samples.astype(float), kick.phase_rad
    part = slice(int(0.03 * SAMPLE_RATE), int(0.25 * SAMPLE_RATE))
    level = np.exp(-3 * np.log(10) / params.t60_s * np.arange(FRAMES) / SAMPLE_RATE)
    columns = np.stack([level * np.sin(phase), level * np.cos(phase)], axis=1)[part]
    fit, *_ = np.linalg.lstsq(columns, x[part], rcond=None)
    left = x[part] - columns @ fit
    assert 10 * np.log10(np.square(x[part]).sum() / np.square(left).sum()) > 25


@pytest.mark.parametrize("kind", [k for k in DRIVE_KINDS if k not in ("none", "crush")])
def test_strong_drive_does_not_alias(kind):
    """A steady tone through the strongest drive leaves nothing between its harmonics."""
    params = SynthParams(
        end_hz=105.0, sweep1_hz=5.0, sweep1_ms=1.5, sweep2_hz=0.5, sweep2_ms=6.0, t60_s=60.0, snap_db=0.0,
        click_kind="none", drive_kind=kind, drive_db=30.0, drive_bias=0.2, low_pass_hz=14_000.0,
    )  # fmt: skip
    x = render(params, np.random.default_rng(0)).samples.astype(float)
    part = x[int(0.2 * SAMPLE_RATE) : int(1.8 * SAMPLE_RATE)]
    power = np.abs(np.fft.rfft(part * np.blackman(len(part)))) ** 2
    bins_hz = np.arange(len(power)) * SAMPLE_RATE / len(part)
    between = np.abs((bins_hz / 105.0) % 1.0 - 0.5) < 0.35
    between &= bins_hz > 200
    assert 10 * np.log10(power[between].sum() / power.sum()) < -55


def test_the_room_leaves_the_low_end_alone():
    dry = SynthParams(click_kind="none", end_hz=48.0, sweep1_hz=5.0, sweep2_hz=1.0, comp_db=0.0)
    wet = replace(dry, room_db=-10.0, room_t60_s=1.0)
    shares = []
    for params in (dry, wet):
        x = render(params, np.random.default_rng(5)).samples.astype(float)
        power = np.abs(np.fft.rfft(x)) ** 2
        bins_hz = np.arange(len(power)) * SAMPLE_RATE / len(x)
        shares.append(power[bins_hz < 120].sum())
    assert abs(10 * np.log10(shares[1] / shares[0])) < 0.5


@pytest.mark.parametrize("genre", GENRES)
def test_a_genre_can_be_asked_for(genre):
    rng = np.random.default_rng(2)
    drawn = [sample(rng, genre) for _ in range(40)]
    assert {p.genres for p in drawn} == {(genre,)}
    assert {p.style for p in drawn} - {None} <= set(STYLES)


def test_some_kicks_are_blends(kicks):
    share = np.mean([len(params.genres) == 2 for params, _ in kicks])
    assert 0.08 < share < 0.16


def test_the_vocabulary_and_the_labels_name_the_same_words(kicks, measured):
    bounds = thresholds(measured)
    counts: dict[str, int] = {}
    for (params, _), found in zip(kicks, measured, strict=True):
        for word in words(params, found, bounds):
            counts[word] = counts.get(word, 0) + 1
    assert set(counts) == {word.name for word in WORDS}
    rare = {word: n for word, n in counts.items() if n < 0.005 * len(kicks)}
    assert not rare


def test_opposite_words_never_meet(kicks, measured):
    bounds = thresholds(measured)
    pairs = [("deep", "high"), ("short", "long"), ("soft", "punchy")]
    pairs += [("clean", "distorted"), ("dark", "bright"), ("pure", "noisy")]
    for (params, _), found in zip(kicks, measured, strict=True):
        said = words(params, found, bounds)
        assert not [pair for pair in pairs if said.issuperset(pair)]
