"""The tempo in files: ours is read by others, theirs by us, and files without one are as they were."""

from __future__ import annotations

import hashlib
import io
import struct

import av
import numpy as np
import pytest
import soundfile

from klangwerk.sound import AudioBuffer, NotAudio
from klangwerk.sound import io as sound_io
from klangwerk.sound.io import vorbis

FRAMES = 151_200  # eight beats at 140 bpm, exactly
ALL = ["wav", "flac", "ogg", "mp3", "m4a"]
NAME_IN_FFMPEG = {"flac": "BPM", "ogg": "BPM", "mp3": "TBPM"}
GET_LOOP_INFO = 0x10E0  # SFC_GET_LOOP_INFO of sndfile.h


@pytest.fixture(name="loop", scope="module")
def _loop() -> AudioBuffer:
    rng = np.random.default_rng(2)
    return AudioBuffer(rng.uniform(-0.25, 0.25, (2, FRAMES)), 44_100)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(
    "tags",
    [
        {"bpm": "140"},
        {"bpm": "60", "title": "Nachtbässe", "artist": "AI: Jörg"},
        {"title": "x", "bpm": "365", "comment": "ä" * 40_000},  # pushes Ogg's comments over several pages
    ],
    ids=["alone", "with others", "after a long comment"],
)
def test_the_tempo_comes_back_with_all_other_tags(name, tags, loop):
    data = sound_io.encode(loop, format=name, tags=tags)
    found = sound_io.read_tags(io.BytesIO(data))
    assert {key: found[key] for key in tags} == tags
    plain = sound_io.encode(loop, format=name)
    assert np.array_equal(sound_io.read(io.BytesIO(data)).samples, sound_io.read(io.BytesIO(plain)).samples)


@pytest.mark.parametrize("name", NAME_IN_FFMPEG)
def test_ffmpeg_reads_it(name, loop):
    data = sound_io.encode(loop, format=name, tags={"bpm": "174", "title": "x"})
    with av.open(io.BytesIO(data)) as container:
        stream = container.streams.audio[0]
        found = {**container.metadata, **stream.metadata}
        frames = sum(frame.samples for frame in container.decode(stream))
    assert found[NAME_IN_FFMPEG[name]] == "174"
    assert frames >= loop.frames


@pytest.mark.parametrize(
    ("frames", "is_loop", "beats"), [(FRAMES, True, 8), (FRAMES + 1, True, 8), (FRAMES + 9_000, False, 8)]
)
def test_libsndfile_reads_the_acid_chunk(frames, is_loop, beats, loop, tmp_path):
    samples = np.resize(loop.samples, (2, frames))
    path = tmp_path / "loop.wav"
    sound_io.write(AudioBuffer(samples, 44_100), path, tags={"bpm": "140", "title": "x"})
    with soundfile.SoundFile(path) as opened:
        info = soundfile._ffi.new("char[]", 44)
        assert soundfile._snd.sf_command(opened._file, GET_LOOP_INFO, info, 44) == 1
        raw = bytes(soundfile._ffi.buffer(info, 44))
        assert opened.title == "x"
    numerator, denominator, mode, count, bpm = struct.unpack_from("<hhiif", raw)
    assert (numerator, denominator, count, bpm) == (4, 4, beats, 140.0)
    assert (mode == 801) is is_loop  # SF_LOOP_FORWARD, SF_LOOP_NONE is 800


@pytest.mark.parametrize("text", ["174.5", "59.94", "120"])
def test_fractions_come_back_where_the_format_has_them(text, loop):
    for name in ("wav", "flac", "ogg", "mp3"):
        found = sound_io.read_tags(io.BytesIO(sound_io.encode(loop, format=name, tags={"bpm": text})))
        assert found["bpm"] == text, name


@pytest.mark.parametrize("text", ["fast", "nan", "inf", "-3", "0", "1e999"])
@pytest.mark.parametrize("name", ["wav", "m4a"])
def test_what_is_no_tempo_is_left_out_of_formats_with_numbers(name, text, loop):
    assert sound_io.encode(loop, format=name, tags={"bpm": text}) == sound_io.encode(loop, format=name)


@pytest.mark.parametrize(
    ("tags", "sha256"),
    [
        ({}, "3d039c1f92bce49144532da59e5f93857bbfe7ab90f687fa85190351c701201c"),
        ({"title": "a", "comment": "b"}, "40a4e074dffd6e87f0a811567f229c0f5d55a80a1b4c5f73710de3ffcb3591cf"),
        ({"license": "x"}, "78744ed50c7db759cd48e77a3befadec7e1e7d9082a035062c07dfc56d66c8f4"),
    ],
)
def test_wav_without_a_tempo_is_the_bytes_that_it_was_before_there_were_any(tags, sha256):
    t = np.arange(11_025) / 44_100
    tone = AudioBuffer(np.round(0.5 * np.sin(2 * np.pi * 440 * t) * 2**15) / 2**15, 44_100)
    assert hashlib.sha256(sound_io.encode(tone, format="wav", tags=tags)).hexdigest() == sha256


@pytest.mark.parametrize("name", ALL)
def test_a_tempo_changes_nothing_but_itself(name, loop):
    """Without it there are the bytes of a file without tags."""
    assert sound_io.encode(loop, format=name, tags={"bpm": ""}) == sound_io.encode(loop, format=name)


@pytest.mark.parametrize("name", ["flac", "ogg", "wav", "m4a"])
def test_damaged_heads_are_refused_or_read_but_never_crash(name, loop):
    whole = sound_io.encode(loop, format=name, tags={"bpm": "140", "title": "x"})
    place = whole.find({"m4a": b"ilst", "wav": b"acid"}.get(name, b"BPM=140"))
    assert place > 0
    rng = np.random.default_rng(3)
    outcomes = set()
    for _ in range(80):
        broken = bytearray(whole)
        for at in rng.integers(max(4, place - 60), min(len(whole), place + 60), 3):
            broken[at] = rng.integers(256)
        try:
            found = sound_io.read_tags(io.BytesIO(bytes(broken)))
        except NotAudio:
            outcomes.add("refused")
        else:
            outcomes.add("read")
            assert all(isinstance(text, str) for text in found.values())
        assert isinstance(vorbis.comments(io.BytesIO(bytes(broken))), dict)
    assert ("refused" if name == "ogg" else "read") in outcomes  # Ogg has checksums
