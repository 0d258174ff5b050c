"""What is written is read back: samples, lengths, tags, and the same bytes every time."""

from __future__ import annotations

import hashlib
import io
import os
import stat
import struct
import subprocess
import sys
import tempfile
import time

import av
import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from klangwerk.sound import AudioBuffer, UnsupportedFormat
from klangwerk.sound import io as sound_io

LOSSLESS = [("wav", 16), ("wav", 24), ("wav", 32), ("flac", 16), ("flac", 24), ("aiff", 16), ("aiff", 24)]
LOSSY = ["ogg", "mp3", "m4a"]
ALL = [*LOSSLESS, *((name, 24) for name in LOSSY)]


def steps_of(bit_depth: int) -> float:
    return 2.0 ** (bit_depth - 1)


@pytest.mark.parametrize(("name", "bit_depth"), LOSSLESS)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_lossless_formats_are_exact_to_the_last_bit(name, bit_depth, data):
    rate = data.draw(st.sampled_from([8_000, 44_100, 48_000, 96_000]))
    shape = data.draw(st.tuples(st.integers(1, 6), st.integers(1, 300)))
    whole = data.draw(hnp.arrays(np.int32, shape, elements=st.integers(-(2**15), 2**15 - 1)))
    buffer = AudioBuffer(whole / 2.0**15, rate)
    back = sound_io.read(io.BytesIO(sound_io.encode(buffer, format=name, bit_depth=bit_depth)))
    assert back.sample_rate == rate
    assert np.array_equal(back.samples, buffer.samples)


@pytest.mark.parametrize(("name", "bit_depth"), [entry for entry in LOSSLESS if entry[1] < 32])
def test_rounding_is_to_the_nearest_step(name, bit_depth, noise):
    back = sound_io.read(io.BytesIO(sound_io.encode(noise, format=name, bit_depth=bit_depth)))
    error = np.abs(back.samples.astype(np.float64) - noise.samples).max()
    assert error <= 0.5000001 / steps_of(bit_depth)


@pytest.mark.parametrize(("name", "bit_depth"), [entry for entry in ALL if entry != ("wav", 32)])
def test_what_is_beyond_full_scale_is_clipped_not_wrapped(name, bit_depth):
    t = np.arange(44_100) / 44_100
    loud = AudioBuffer(3.0 * np.sin(2 * np.pi * 100 * t), 44_100)
    back = sound_io.read(io.BytesIO(sound_io.encode(loud, format=name, bit_depth=bit_depth))).samples
    start = back[:, 2_000:40_000]
    same_sign = np.sign(start) == np.sign(loud.samples[:, 2_000:40_000])
    assert same_sign[np.abs(loud.samples[:, 2_000:40_000]) > 0.5].all()


def test_float_wav_keeps_what_is_beyond_full_scale():
    loud = AudioBuffer(np.array([2.5, -3.25]), 44_100)
    back = sound_io.read(io.BytesIO(sound_io.encode(loud, format="wav", bit_depth=32)))
    assert back.samples.tolist() == [[2.5, -3.25]]


@pytest.mark.parametrize("name", LOSSY)
def test_lossy_formats_keep_place_and_length(name, tone):
    back = sound_io.read(io.BytesIO(sound_io.encode(tone, format=name)))
    assert (back.channels, back.frames, back.sample_rate) == (2, tone.frames, tone.sample_rate)
    inner = slice(4_410, -4_410)
    error = back.samples[:, inner] - tone.samples[:, inner]
    assert (
        10 * np.log10((tone.samples**2).mean() / (error**2).mean()) > 25
    )  # dB; a shift of one sample gives 21


@pytest.mark.parametrize(("name", "bit_depth"), ALL)
def test_tags_come_back_whole(name, bit_depth, tone, long_comment):
    tags = {"comment": long_comment, "title": "Tiefe Bässe", "artist": "AI: Jörg"}
    data = sound_io.encode(tone, format=name, bit_depth=bit_depth, tags=tags)
    found = sound_io.read_tags(io.BytesIO(data))
    assert {key: found[key] for key in tags} == tags
    assert sound_io.read(io.BytesIO(data)).frames == tone.frames


@pytest.mark.parametrize("name", [name for name, _ in ALL])
def test_without_tags_there_are_none(name, tone):
    found = sound_io.read_tags(io.BytesIO(sound_io.encode(tone, format=name)))
    assert not {"comment", "title", "artist", "date"} & set(found)


@pytest.mark.parametrize(("name", "bit_depth"), ALL)
def test_the_same_sound_is_the_same_bytes_at_another_time_in_another_process(name, bit_depth, tone):
    tags = {"title": "x", "comment": "y"}
    here = sound_io.encode(tone, format=name, bit_depth=bit_depth, tags=tags)
    program = (
        "import sys, io, hashlib; from klangwerk.sound import io as s; b = s.read(io.BytesIO(sys.stdin.buffer.read()));"
        "print(hashlib.sha256(s.encode(b, format=sys.argv[1], bit_depth=int(sys.argv[2]),"
        " tags={'comment': 'y', 'title': 'x'})).hexdigest())"
    )
    exact = sound_io.encode(tone, format="wav", bit_depth=32)
    time.sleep(1.1 - time.time() % 1)  # into the next second: stamps count in seconds
    there = subprocess.run(
        [sys.executable, "-c", program, name, str(bit_depth)], input=exact, capture_output=True, check=True
    )
    assert there.stdout.decode().strip() == hashlib.sha256(here).hexdigest()


@pytest.mark.parametrize(("name", "bit_depth"), ALL)
def test_other_programs_read_our_files(name, bit_depth, tone, tmp_path):
    path = tmp_path / f"tone.{name}"
    sound_io.write(tone, path, bit_depth=bit_depth, tags={"comment": "hello"})
    with av.open(str(path)) as container:
        stream = container.streams.audio[0]
        assert (stream.rate, stream.channels) == (44_100, 2)
        assert sum(frame.samples for frame in container.decode(stream)) >= tone.frames
    if name != "m4a":
        assert soundfile.info(str(path)).frames == tone.frames


def test_wav_keeps_to_the_book(tone):
    data = sound_io.encode(tone.mono(), format="wav", bit_depth=24, tags={"comment": "odd"})
    assert struct.unpack_from("<4sI4s", data) == (b"RIFF", len(data) - 8, b"WAVE")
    position, seen = 12, []
    while position < len(data):
        chunk_id, size = struct.unpack_from("<4sI", data, position)
        seen.append(chunk_id)
        position += 8 + size + size % 2
    assert seen == [b"fmt ", b"LIST", b"data"]
    assert position == len(data)


def test_ogg_pages_have_right_checksums(tone):
    """PyAV refuses nothing, so the checksums are worked out again, bit by bit as in RFC 3533."""
    data = sound_io.encode(tone, format="ogg")
    position = pages = 0
    while position < len(data):
        segments = data[position + 26]
        end = position + 27 + segments + sum(data[position + 27 : position + 27 + segments])
        page = bytearray(data[position:end])
        stated = struct.unpack_from("<I", page, 22)[0]
        page[22:26] = bytes(4)
        crc = 0
        for byte in page:
            crc ^= byte << 24
            for _ in range(8):
                crc = (crc << 1 ^ 0x04C11DB7 if crc & 0x80000000 else crc << 1) & 0xFFFFFFFF
        assert crc == stated
        position, pages = end, pages + 1
    assert pages >= 3


def test_probe_knows_without_decoding(tone):
    for name, bit_depth in ALL:
        info = sound_io.probe(io.BytesIO(sound_io.encode(tone, format=name, bit_depth=bit_depth)))
        assert (info.format, info.sample_rate, info.channels) == (name, 44_100, 2)
        assert info.duration_s == pytest.approx(2.0, abs=1e-3)


@pytest.mark.parametrize(
    ("name", "bit_depth", "channels", "rate", "said"),
    [
        ("wma", 16, 1, 44_100, "no format"),
        ("flac", 32, 1, 44_100, "16, 24 bits"),
        ("wav", 8, 1, 44_100, "16, 24, 32 bits"),
        ("mp3", 24, 6, 44_100, "2 channels at most"),
        ("flac", 24, 9, 44_100, "8 channels at most"),
        ("mp3", 24, 1, 96_000, "cannot hold 96000 Hz"),
    ],
)
def test_it_refuses_what_a_format_cannot_hold(name, bit_depth, channels, rate, said):
    with pytest.raises(UnsupportedFormat, match=said):
        sound_io.encode(AudioBuffer(np.zeros((channels, 100)), rate), format=name, bit_depth=bit_depth)


def test_the_file_name_says_the_format(tmp_path, tone):
    for name in ("a.wav", "b.FLAC", "c.aif", "d.ogg"):
        sound_io.write(tone, tmp_path / name)
    assert [sound_io.probe(tmp_path / name).format for name in ("a.wav", "b.FLAC", "c.aif", "d.ogg")] == [
        "wav",
        "flac",
        "aiff",
        "ogg",
    ]
    for name in ("kick", "kick.xyz"):
        with pytest.raises(UnsupportedFormat, match=r"Use one of \.wav, \.flac"):
            sound_io.write(tone, tmp_path / name)


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path, tone):
    target = tmp_path / "kick.wav"
    sound_io.write(tone, target)
    before = target.read_bytes()
    folder = tmp_path / "folder.wav"
    folder.mkdir()
    with pytest.raises(OSError, match=r"folder\.wav"):
        sound_io.write(tone, folder)
    with pytest.raises(FileNotFoundError):
        sound_io.write(tone, tmp_path / "missing" / "kick.wav")
    assert target.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder.wav", "kick.wav"]


def test_a_written_file_has_the_usual_mode(tmp_path, tone):
    old = os.umask(0o027)
    try:
        sound_io.write(tone, tmp_path / "kick.wav")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "kick.wav").stat().st_mode) == 0o640


def test_it_writes_into_open_files(tone):
    target = io.BytesIO()
    sound_io.write(tone, target, format="flac")
    assert target.getvalue() == sound_io.encode(tone, format="flac")


@pytest.mark.parametrize("name", sound_io.FORMATS)
def test_it_reads_out_of_files_that_could_be_written(name, tone):
    """As temporary ones are, in memory and on disk."""
    for most in (1, 10_000_000):
        with tempfile.SpooledTemporaryFile(max_size=most) as file:
            file.write(sound_io.encode(tone, format=name))
            file.seek(0)
            assert sound_io.read(file).frames == tone.frames
