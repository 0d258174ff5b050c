"""Analysis and vocoder: what goes in comes out, the body in phase and the noise in level."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.signal
from hypothesis import given, settings
from hypothesis import strategies as st

from klangwerk.engines.kick.analysis import analyse
from klangwerk.engines.kick.finish import PEAK, finish
from klangwerk.engines.kick.frames import KickFrames, layout, pack, unpack
from klangwerk.engines.kick.spec import SPEC
from klangwerk.engines.kick.vocoder import render, render_body, render_noise, running_phase

RATE = SPEC.sample_rate
T = np.arange(SPEC.n_samples) / RATE


def sweep(
    end_hz: float = 50.0,
    start_hz: float = 300.0,
    fall_s: float = 0.03,
    decay_s: float = 0.3,
    drive: float = 0.0,
):
    """A plain kick and the phase of its body."""
    phase = 2 * np.pi * (end_hz * T + (start_hz - end_hz) * fall_s * (1 - np.exp(-T / fall_s)))
    body = np.minimum(1.0, T / 0.001) * np.exp(-T / decay_s * 2.3) * np.sin(phase)
    if drive:
        body = np.tanh(drive * body)
    return (0.9 * body / np.abs(body).max()).astype(np.float32), phase


def snr_db(wanted: np.ndarray, found: np.ndarray) -> float:
    return float(10 * np.log10((wanted**2).sum() / ((wanted - found) ** 2).sum()))


@pytest.mark.parametrize(
    "kick",
    [
        {},
        {"start_hz": 2000.0, "fall_s": 0.01},
        {"end_hz": 90.0, "decay_s": 0.08},
        {"drive": 4.0},
        {"end_hz": 35.0, "start_hz": 40.0, "decay_s": 0.9},
    ],
)
def test_the_body_comes_back_in_phase(kick: dict[str, float]) -> None:
    samples, phase = sweep(**kick)
    assert snr_db(samples, render_body(analyse(samples, phase))) > 28.0


@settings(max_examples=15, deadline=None)
@given(
    end=st.floats(28, 110), start=st.floats(1, 12), fall=st.floats(0.004, 0.06), decay=st.floats(0.06, 1.0)
)
def test_any_sweep_comes_back(end: float, start: float, fall: float, decay: float) -> None:
    samples, phase = sweep(end, end * start, fall, decay)
    assert snr_db(samples, render_body(analyse(samples, phase))) > 25.0


def test_noise_keeps_its_level_in_every_band() -> None:
    rng = np.random.default_rng(3)
    envelope = np.exp(-T / 0.2)
    noise = (0.2 * rng.standard_normal(SPEC.n_samples) * envelope).astype(np.float32)
    _, phase = sweep()
    silent = lambda f: KickFrames(f.f0_hz, f.harmonics * 0, f.noise_db)  # noqa: E731
    found = render(analyse(noise, phase, keep=silent), np.random.default_rng(9))
    for low, high in [(200, 600), (600, 2000), (2000, 6000), (6000, 16000)]:
        sos = scipy.signal.butter(4, [low, high], "band", fs=RATE, output="sos")
        ratio = (scipy.signal.sosfilt(sos, found) ** 2).sum() / (scipy.signal.sosfilt(sos, noise) ** 2).sum()
        assert abs(10 * np.log10(ratio)) < 1.5, (low, high)


def test_noise_depends_on_the_generator_alone() -> None:
    samples, phase = sweep()
    frames = analyse(
        (samples + 0.01 * np.random.default_rng(0).standard_normal(len(samples))).astype(np.float32), phase
    )
    one, again, other = (render_noise(frames, np.random.default_rng(seed)) for seed in (1, 1, 2))
    assert np.array_equal(one, again)
    assert not np.array_equal(one, other)


def test_packing_is_lossless_where_it_can_be_heard() -> None:
    samples, phase = sweep(drive=3.0)
    frames = analyse(samples, phase)
    packed = pack(frames)
    assert packed.shape == (layout().size,)
    assert packed.dtype == np.float32
    assert snr_db(render_body(frames), render_body(unpack(packed))) > 60.0


def test_unpack_survives_any_numbers() -> None:
    wild = np.random.default_rng(0).normal(0, 50, layout().size).astype(np.float32)
    assert np.isfinite(render(unpack(wild), np.random.default_rng(0))).all()


def test_phase_is_continuous_and_starts_at_zero() -> None:
    phase = running_phase(np.geomspace(900.0, 45.0, SPEC.n_frames))
    assert phase[0] == 0.0
    assert (np.diff(phase) > 0).all()
    assert np.diff(phase).max() < 2 * np.pi * 1000 / RATE


def test_sweeps_from_high_up_do_not_alias() -> None:
    """A harmonic above Nyquist is left out rather than folded down."""
    f0 = np.geomspace(4000.0, 2000.0, SPEC.n_frames)
    harmonics = np.zeros((SPEC.n_frames, SPEC.n_harmonics), dtype=complex)
    harmonics[:, 9:] = 0.02  # 20 kHz and more
    out = render_body(KickFrames(f0, harmonics, np.full((SPEC.n_frames, SPEC.n_bands), -130.0)))
    spectrum = np.abs(np.fft.rfft(out)) ** 2
    hz = np.fft.rfftfreq(len(out), 1 / RATE)
    assert spectrum[hz < 15_000].sum() < 1e-2 * max(spectrum.sum(), 1e-9) + 1e-6


def test_a_crest_that_the_model_did_not_mean_leaves_the_kick_loud() -> None:
    """One sample that is 9 dB too high would cost a kick 9 dB; it is rounded off, and nothing else is touched."""
    body = (PEAK * np.sin(2 * np.pi * 55.0 * T) * np.exp(-T / 0.2) * np.minimum(T / 0.002, 1.0)).astype(
        np.float32
    )
    crested = body.copy()
    crested[300:310] *= np.float32(10 ** (9 / 20))
    plain, rounded = finish(body), finish(crested)
    assert np.abs(rounded).max() == pytest.approx(PEAK, abs=1e-6)
    later = slice(2_000, 20_000)
    loss_db = 20 * np.log10(np.sqrt((plain[later] ** 2).mean() / (rounded[later] ** 2).mean()))
    assert 0.0 <= loss_db < 2.5
