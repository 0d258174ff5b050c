"""M4A and whatever else FFmpeg decodes, through PyAV. Imported only when libsndfile does not know a file."""

from __future__ import annotations

import io
import math
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, BinaryIO

import av
import numpy as np
import numpy.typing as npt
from av.audio.resampler import AudioResampler

from klangwerk.sound.buffer import CHANNELS_MAX, AudioBuffer
from klangwerk.sound.errors import DamagedAudio, NotAudio, TooLong
from klangwerk.sound.io import mp4
from klangwerk.sound.io.info import AudioInfo
from klangwerk.sound.io.tempo import BPM, tempo_of

# Only containers that hold their own sound: a playlist (HLS, concat …) could name other files or addresses.
_CONTAINERS = "aac,ac3,aiff,amr,ape,asf,au,caf,flac,matroska,webm,mov,mp4,m4a,mp3,ogg,tta,wav,w64,wv"
_OPEN_OPTIONS = {"format_whitelist": _CONTAINERS, "protocol_whitelist": "file,pipe"}
_NOT_AUDIO = "This is no audio file that we can read. WAV, FLAC, MP3, M4A, Ogg and AIFF work."
_SHORT_NAMES = {"mov,mp4,m4a,3gp,3g2,mj2": "m4a", "matroska,webm": "webm"}
_BPM_IN_MP3 = "tbpm"
_FILL_FRAMES_MAX = 4096  # the longest codec frame (HE-AAC's 2048), twice
_AAC_BIT_RATE_PER_CHANNEL = 128_000  # 256 kbit/s stereo: transparent for most music
# FFmpeg's other coder, and noise in place of bands, let single frames overshoot by 2 dB on hard attacks.
_AAC_OPTIONS = {"aac_coder": "fast", "aac_pns": "0"}


def _opened(source: BinaryIO) -> Any:
    source.seek(0)
    try:
        return av.open(source, mode="r", metadata_errors="replace", options=_OPEN_OPTIONS)
    except (av.FFmpegError, ValueError) as error:
        raise NotAudio(_NOT_AUDIO) from error


def _audio_stream(container: Any) -> Any:
    if not container.streams.audio:
        raise NotAudio("There is no sound in this file.")
    stream = container.streams.audio[0]
    if stream.codec_context is None or not stream.rate or not 1 <= stream.channels <= CHANNELS_MAX:
        raise NotAudio(_NOT_AUDIO)
    return stream


def probe(source: BinaryIO) -> AudioInfo:
    """What the header says; the duration is decoded where it says none. Raises NotAudio."""
    with _opened(source) as container:
        stream = _audio_stream(container)
        name = container.format.name
        info = AudioInfo(
            duration_s=_stated_duration_s(container, stream) or 0.0,
            sample_rate=stream.rate,
            channels=stream.channels,
            format=_SHORT_NAMES.get(name, name),
            codec=stream.codec_context.name,
        )
    if info.duration_s > 0:
        return info
    duration_s = decode(source, max_duration_s=math.inf).duration_s
    return AudioInfo(duration_s, info.sample_rate, info.channels, info.format, info.codec)


def _stated_duration_s(container: Any, stream: Any) -> float | None:
    if stream.duration is not None and stream.time_base is not None:
        return float(stream.duration * stream.time_base)
    return container.duration / av.time_base if container.duration else None


def decode(source: BinaryIO, *, max_duration_s: float, max_samples: int | None = None) -> AudioBuffer:
    """All of the first audio stream. Raises NotAudio, DamagedAudio or TooLong."""
    with _opened(source) as container:
        stream = _audio_stream(container)
        if max_samples is not None:
            max_duration_s = min(max_duration_s, max_samples / (stream.channels * stream.rate))
        stated_s = _stated_duration_s(container, stream)
        if stated_s is not None and stated_s > max_duration_s + 0.5:  # headers round, and count encoder delay
            raise TooLong(max_duration_s=max_duration_s)
        rate = stream.rate
        to_float = AudioResampler(format="fltp")
        blocks: list[npt.NDArray[np.float32]] = []
        frames = 0
        try:
            for frame in container.decode(stream):
                for converted in to_float.resample(frame):
                    blocks.append(converted.to_ndarray().astype(np.float32, copy=False))
                    frames += blocks[-1].shape[1]
                if frames > max_duration_s * rate + _FILL_FRAMES_MAX:
                    raise TooLong(max_duration_s=max_duration_s)
        except (av.FFmpegError, ValueError) as error:
            raise DamagedAudio("The file is damaged inside and cannot be read to its end.") from error
        if frames == 0:
            raise NotAudio("The file has no sound in it.")
        try:
            return AudioBuffer(
                np.concatenate(blocks, axis=1)[:, : _sounding_frames(frames, rate, stated_s)], rate
            )
        except ValueError as error:  # channels or values that change half-way
            raise DamagedAudio("The file is damaged inside and cannot be read to its end.") from error


def _sounding_frames(frames: int, rate: int, stated_s: float | None) -> int:
    """Codecs with fixed frames fill up the last one; the header knows where the sound ends."""
    stated = frames if stated_s is None else round(stated_s * rate)
    return stated if 0 < frames - stated <= _FILL_FRAMES_MAX else frames


def read_tags(source: BinaryIO) -> dict[str, str]:
    """Texts of the container and of its audio stream, names in lower case. Raises NotAudio."""
    with _opened(source) as container:
        stream = _audio_stream(container)
        found = {**container.metadata, **stream.metadata}
    tags = {name.lower(): text for name, text in found.items() if text}
    if bpm := tags.pop(_BPM_IN_MP3, None) or mp4.tempo(source):
        tags[BPM] = bpm
    return tags


def encode_m4a(buffer: AudioBuffer, *, tags: Mapping[str, str]) -> bytes:
    """A whole M4A file (AAC)."""
    target = io.BytesIO()
    with av.open(target, "w", format="ipod", container_options={"fflags": "+bitexact"}) as container:
        container.metadata.update({name: text for name, text in tags.items() if name != BPM})
        if (bpm := tempo_of(tags.get(BPM, ""))) is not None:
            container.metadata["tmpo"] = str(round(bpm))  # the format has whole numbers only
        stream: Any = container.add_stream("aac", rate=buffer.sample_rate, options=_AAC_OPTIONS)
        stream.layout = "mono" if buffer.channels == 1 else "stereo"
        stream.bit_rate = _AAC_BIT_RATE_PER_CHANNEL * buffer.channels
        stream.codec_context.flags |= av.codec.context.Flags.bitexact
        frame = av.AudioFrame.from_ndarray(
            np.ascontiguousarray(buffer.samples.clip(-1.0, 1.0)), format="fltp", layout=stream.layout.name
        )
        frame.sample_rate = buffer.sample_rate
        frame.pts = (
            0  # without it no edit list is written, and players play the encoder's 1024 samples of run-up
        )
        frame.time_base = Fraction(1, buffer.sample_rate)
        for packet in (*stream.encode(frame), *stream.encode(None)):
            container.mux(packet)
    return target.getvalue()
