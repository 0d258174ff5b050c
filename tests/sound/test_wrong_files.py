"""Files that are cut off, lie, are too long, or are no sound at all: an AudioError each time, with words that help."""

from __future__ import annotations

import io
import os
import struct
import threading

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from klangwerk.sound import AudioBuffer, AudioError, DamagedAudio, NotAudio, TooLong
from klangwerk.sound import io as sound_io

FORMATS = ["wav", "flac", "aiff", "ogg", "mp3", "m4a"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"R",
        b"RIFF",
        b"RIFF\xff\xff\xff\xffWAVE",
        b"RIFF\x24\x00\x00\x00WAVEfmt \x10\x00\x00\x00",
        b"just some words, no sound\n" * 100,
        b"<!doctype html><title>no</title>",
        b"\x89PNG\r\n\x1a\n" + bytes(1_000),
        b"fLaC" + bytes(100),
        b"OggS" + bytes(100),
        b"ID3\x04\x00\x00\x00\x00\x00\x00",
        bytes(10_000),
    ],
    ids=lambda data: repr(data[:12]),
)
def test_no_sound(data):
    for act in (sound_io.read, sound_io.probe):
        with pytest.raises(AudioError):
            act(io.BytesIO(data))


@pytest.mark.parametrize("seed", range(30))
def test_random_bytes(seed):
    with pytest.raises(AudioError, match="read"):
        sound_io.read(io.BytesIO(np.random.default_rng(seed).bytes(2_000)))


@pytest.mark.parametrize("name", ["wav", "flac", "aiff", "m4a"])
@pytest.mark.parametrize("part", [0.3, 0.9])
def test_cut_off(name, part, noise):
    data = sound_io.encode(noise, format=name)
    with pytest.raises((DamagedAudio, NotAudio)):
        sound_io.read(io.BytesIO(data[: int(len(data) * part)]))


@pytest.mark.parametrize("name", ["ogg", "mp3"])
def test_streams_that_end_early_give_what_is_there(name, noise):
    """They are made to be joined in the middle, and nothing in them says how long they should be."""
    data = sound_io.encode(noise, format=name)
    back = sound_io.read(io.BytesIO(data[: len(data) // 2]))
    assert 0.2 * noise.frames < back.frames < 0.8 * noise.frames


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_any_damage_is_an_audio_error_or_some_sound(name, data, noise):
    whole = bytearray(sound_io.encode(AudioBuffer(noise.samples[:, :4_000], 44_100), format=name))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    damaged = bytes(whole[: data.draw(st.integers(0, len(whole)))])
    try:
        buffer = sound_io.read(io.BytesIO(damaged), max_duration_s=60)
    except AudioError:
        return
    assert np.isfinite(buffer.samples).all()


def test_a_wav_made_in_a_pipe_has_no_length(noise):
    data = bytearray(sound_io.encode(noise, format="wav", bit_depth=16))
    at = data.index(b"data") + 4
    data[4:8] = data[at : at + 4] = b"\xff\xff\xff\xff"
    assert sound_io.read(io.BytesIO(bytes(data))).frames == noise.frames


def test_what_it_is_does_not_depend_on_the_name(tmp_path, tone):
    for wrong in ("tone.mp3", "tone.raw", "tone.vox", "tone.txt", "tone"):
        path = tmp_path / wrong
        path.write_bytes(sound_io.encode(tone, format="flac"))
        assert sound_io.probe(path).format == "flac"
        assert sound_io.read(path).frames == tone.frames
        with path.open("rb") as file:
            assert sound_io.read(file).frames == tone.frames
    for name in ("words.wav", "words.raw", "words.vox", "words.mp3"):
        (tmp_path / name).write_text("these are words and not sounds " * 50, encoding="utf-8")
        with pytest.raises(NotAudio):
            sound_io.read(tmp_path / name)


def test_a_playlist_does_not_open_other_files(tmp_path, tone):
    secret = tmp_path / "secret.wav"
    sound_io.write(tone, secret)
    for text in (
        f"#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n{secret}\n#EXT-X-ENDLIST\n",
        f"ffconcat version 1.0\nfile '{secret}'\n",
        f"#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nfile://{secret}\n#EXT-X-ENDLIST\n",
    ):
        playlist = tmp_path / "list.m3u8"
        playlist.write_text(text, encoding="utf-8")
        with pytest.raises(NotAudio):
            sound_io.read(playlist)


@pytest.mark.parametrize("name", FORMATS)
def test_too_long(name, tone):
    data = sound_io.encode(tone, format=name)
    with pytest.raises(TooLong, match="longer than 1 seconds") as caught:
        sound_io.read(io.BytesIO(data), max_duration_s=1)
    assert caught.value.extra == {"maxDurationS": 1}
    assert sound_io.read(io.BytesIO(data), max_duration_s=2).frames == tone.frames


def test_too_long_is_found_before_the_sound_is_decoded():
    """Ten hours of silence are a small file; they must not become gigabytes."""
    target = io.BytesIO()
    with soundfile.SoundFile(target, "w", 8_000, 1, format="FLAC", subtype="PCM_16") as file:
        silence = np.zeros(8_000 * 600, np.int16)
        for _ in range(60):
            file.write(silence)
    assert len(target.getvalue()) < 2_000_000
    with pytest.raises(TooLong, match="60 minutes"):
        sound_io.read(target)


def test_an_empty_sound_is_said_to_be_empty():
    data = sound_io.encode(AudioBuffer(np.zeros((1, 0)), 44_100), format="wav")
    with pytest.raises(NotAudio, match="no sound in it"):
        sound_io.read(io.BytesIO(data))


def test_samples_that_are_no_numbers(noise):
    data = bytearray(sound_io.encode(noise, format="wav", bit_depth=32))
    at = data.index(b"data") + 8
    data[at : at + 4] = struct.pack("<f", float("nan"))
    with pytest.raises(AudioError, match="finite"):
        sound_io.read(io.BytesIO(bytes(data)))


def test_missing_files_stay_os_errors(tmp_path):
    with pytest.raises(FileNotFoundError):
        sound_io.read(tmp_path / "missing.wav")
    with pytest.raises(IsADirectoryError):
        sound_io.probe(tmp_path)


def test_it_reads_from_a_pipe(tone):
    read_end, write_end = os.pipe()
    data = sound_io.encode(tone, format="flac")

    def feed() -> None:
        with os.fdopen(write_end, "wb") as file:
            file.write(data)

    feeder = threading.Thread(target=feed)
    feeder.start()
    with os.fdopen(read_end, "rb") as pipe:
        assert sound_io.read(pipe).frames == tone.frames
    feeder.join()
