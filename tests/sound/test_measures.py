"""Loudness, true peak, outline and resampling, held against the books and against independent programs."""

from __future__ import annotations

import subprocess
import sys

import av
import numpy as np
import pytest
import scipy.signal
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from klangwerk.sound import AudioBuffer, loudness, peaks
from klangwerk.sound.resample import resample


def sine(frequency_hz, *, level=1.0, seconds=5.0, rate=48_000, channels=1):
    t = np.arange(round(seconds * rate)) / rate
    return AudioBuffer(np.tile(level * np.sin(2 * np.pi * frequency_hz * t), (channels, 1)), rate)


def music(*, seconds=8.0, rate=44_100, channels=2, seed=3):
    """Bursts of coloured noise and tones with pauses, so that both gates have work."""
    rng = np.random.default_rng(seed)
    frames = round(seconds * rate)
    envelope = np.repeat(rng.choice([0.0, 0.001, 0.05, 0.4], size=-(-frames // 20_000)), 20_000)[:frames]
    coloured = scipy.signal.lfilter([1.0], [1.0, -0.95], rng.standard_normal((channels, frames))) * 0.2
    return AudioBuffer(np.clip(coloured * envelope, -1, 1), rate)


def test_filters_are_those_of_the_recommendation():
    """ITU-R BS.1770-4, tables 1 and 2 (48 kHz)."""
    (shelf_b, shelf_a), (pass_b, pass_a) = loudness.k_weighting(48_000)
    assert shelf_b == pytest.approx([1.53512485958697, -2.69169618940638, 1.19839281085285], abs=1e-9)
    assert shelf_a == pytest.approx([1.0, -1.69065929318241, 0.73248077421585], abs=1e-9)
    assert pass_b == pytest.approx([1.0, -2.0, 1.0])
    assert pass_a == pytest.approx([1.0, -1.99004745483398, 0.99007225036621], abs=1e-9)


def test_a_full_scale_sine_is_minus_3_01():
    """The example of the recommendation: 997 Hz at 0 dBFS in one channel."""
    assert loudness.integrated_lufs(sine(997)) == pytest.approx(-3.01, abs=0.01)
    assert loudness.integrated_lufs(sine(997, channels=2, level=0.1)) == pytest.approx(-20.0, abs=0.01)


@pytest.mark.parametrize("rate", [22_050, 44_100, 48_000, 96_000])
@pytest.mark.parametrize("channels", [1, 2])
def test_it_agrees_with_an_exact_filter_and_with_pyloudnorm(rate, channels):
    import pyloudnorm

    buffer = music(rate=rate, channels=channels)
    found = loudness.integrated_lufs(buffer)
    assert found == pytest.approx(by_the_book(buffer), abs=1e-4)
    other = pyloudnorm.Meter(rate, filter_class="DeMan").integrated_loudness(
        buffer.samples.T.astype(np.float64)
    )
    assert found == pytest.approx(other, abs=0.1)


def by_the_book(buffer: AudioBuffer) -> float:
    """The recommendation in plain loops, with scipy's filters in the time domain."""
    filtered = buffer.samples.astype(np.float64)
    for b, a in loudness.k_weighting(buffer.sample_rate):
        filtered = scipy.signal.lfilter(b, a, filtered)
    step, size = round(0.1 * buffer.sample_rate), 4 * round(0.1 * buffer.sample_rate)
    starts = range(0, buffer.frames - size + 1, step)
    power = np.array([(filtered[:, start : start + size] ** 2).mean(axis=1).sum() for start in starts])
    level = -0.691 + 10 * np.log10(power + 1e-30)
    power = power[level > -70]
    relative = -0.691 + 10 * np.log10(power.mean()) - 10
    return float(-0.691 + 10 * np.log10(power[-0.691 + 10 * np.log10(power) > relative].mean()))


def test_it_agrees_with_ffmpeg():
    buffer = music(seconds=12.0)
    lufs, peak_db = by_ffmpeg(buffer)
    assert loudness.integrated_lufs(buffer) == pytest.approx(lufs, abs=0.1)
    assert loudness.true_peak_dbtp(buffer) == pytest.approx(peak_db, abs=0.2)


def by_ffmpeg(buffer: AudioBuffer) -> tuple[float, float]:
    graph = av.filter.Graph()
    layout = "mono" if buffer.channels == 1 else "stereo"
    source = graph.add_abuffer(format="flt", sample_rate=buffer.sample_rate, layout=layout)
    meter = graph.add("ebur128", "metadata=1:peak=true")
    sink = graph.add("abuffersink")
    source.link_to(meter)
    meter.link_to(sink)
    graph.configure()
    lufs, peak = float("nan"), 0.0
    block = buffer.sample_rate // 10
    for start in range(0, buffer.frames, block):
        part = np.ascontiguousarray(buffer.samples[:, start : start + block].T).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(part, format="flt", layout=layout)
        frame.sample_rate = buffer.sample_rate
        frame.pts = start
        source.push(frame)
        try:
            while True:
                found = sink.pull().metadata
                lufs = float(found["lavfi.r128.I"])
                peak = max(float(value) for key, value in found.items() if "true_peaks_ch" in key)
        except (av.BlockingIOError, av.EOFError):
            continue
    return lufs, 20 * np.log10(peak)


def test_long_sounds_are_measured_in_pieces_without_a_seam():
    buffer = music(seconds=70.0, channels=1)
    assert loudness.integrated_lufs(buffer) == pytest.approx(by_the_book(buffer), abs=1e-4)


def test_short_sounds_are_measured_as_if_silence_followed():
    short = sine(997, seconds=0.1)
    assert loudness.integrated_lufs(short) == pytest.approx(-3.01 + 10 * np.log10(0.25), abs=0.05)


@pytest.mark.parametrize("frames", [0, 1, 100, 100_000])
def test_silence_has_no_loudness(frames):
    silence = AudioBuffer(np.zeros((2, frames)), 44_100)
    assert loudness.integrated_lufs(silence) is None
    assert loudness.true_peak_dbtp(silence) == loudness.SILENCE_DB


def test_true_peak_lies_between_samples():
    """A quarter of the rate, sampled 45 degrees off its tops: samples say -3 dB, the wave reaches 0."""
    t = np.arange(4_800)
    wave = np.sin(np.pi / 2 * t + np.pi / 4) * np.hanning(4_800)
    buffer = AudioBuffer(wave, 48_000)
    assert 20 * np.log10(np.abs(buffer.samples).max()) == pytest.approx(-3.01, abs=0.05)
    assert loudness.true_peak_dbtp(buffer) == pytest.approx(0.0, abs=0.05)


@pytest.mark.serial
def test_measuring_a_kick_takes_milliseconds_and_no_scipy():
    program = """
import sys, time, numpy as np
from klangwerk.sound import AudioBuffer, loudness, peaks
t = np.arange(88_200) / 44_100
kick = AudioBuffer(np.sin(2 * np.pi * 50 * t) * np.exp(-8 * t), 44_100)
loudness.true_peak_dbtp(kick)
times = []
for _ in range(9):
    start = time.process_time()
    loudness.integrated_lufs(kick); peaks.compute(kick)
    times.append(time.process_time() - start)
assert "scipy" not in sys.modules and "pyloudnorm" not in sys.modules
print(min(times))
"""
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert float(answer.stdout) < 0.010


# --- outline ---------------------------------------------------------------------------------------------------------


@settings(deadline=None)
@given(
    samples=hnp.arrays(
        np.float32, st.tuples(st.integers(1, 3), st.integers(1, 5_000)), elements=st.floats(-1, 1, width=32)
    ),
    max_bytes=st.integers(0, 10_000),
)
def test_the_outline_encloses_the_wave(samples, max_bytes):
    outline = np.frombuffer(
        peaks.compute(AudioBuffer(samples, 44_100), max_bytes=max_bytes), np.int8
    ).reshape(-1, 2)
    assert outline.nbytes <= max_bytes
    assert len(outline) == min(2048, max_bytes // 2, samples.shape[1])
    if len(outline):
        assert outline[:, 0].min() <= samples.min() * 127 + 1e-4
        assert outline[:, 1].max() >= samples.max() * 127 - 1e-4
        assert outline[:, 0].min() >= samples.min() * 127 - 1.0001
        assert (outline[:, 0] <= outline[:, 1]).all()


def test_the_outline_is_where_the_sound_is():
    samples = np.zeros((2, 44_100))
    samples[0, 22_050], samples[1, 22_051] = 0.5, -0.5
    outline = np.frombuffer(peaks.compute(AudioBuffer(samples, 44_100)), np.int8).reshape(-1, 2)
    loud = np.flatnonzero(outline.any(axis=1))
    assert loud.tolist() == [1024]
    assert outline[1024].tolist() == [-64, 64]


def test_what_is_beyond_full_scale_does_not_wrap():
    assert np.frombuffer(peaks.compute(AudioBuffer(np.array([5.0, -5.0]), 8_000)), np.int8).tolist() == [
        127,
        127,
        -127,
        -127,
    ]


# --- resampling ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"), [(44_100, 48_000), (48_000, 44_100), (44_100, 22_050), (22_050, 44_100)]
)
def test_resampling_keeps_pitch_level_and_place(old, new):
    frequency_hz = 1_000.0
    t = np.arange(2 * old) / old
    window = np.exp(-(((t - 1.0) / 0.2) ** 2))
    buffer = AudioBuffer(np.stack([window * np.sin(2 * np.pi * frequency_hz * t), 0.5 * window]), old)
    found = resample(buffer, sample_rate=new)
    assert found.sample_rate == new
    assert abs(found.frames - 2 * new) <= 1
    u = np.arange(found.frames) / new
    expected = np.exp(-(((u - 1.0) / 0.2) ** 2)) * np.sin(2 * np.pi * frequency_hz * u)
    assert np.abs(found.samples[0] - expected).max() < 1e-4


def test_resampling_lets_nothing_through_above_nyquist():
    buffer = sine(15_000, rate=44_100, seconds=1.0)
    assert np.abs(resample(buffer, sample_rate=22_050).samples[:, 2_000:-2_000]).max() < 1e-4


def test_resampling_to_the_same_rate_is_the_same_buffer(tone):
    assert resample(tone, sample_rate=44_100) is tone


def test_importing_the_floor_is_cheap():
    program = (
        "import sys, klangwerk.sound; print(sorted({'av', 'soundfile', 'soxr', 'scipy'} & set(sys.modules)))"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
