"""The files that the browser writes: other programs read them back sample for sample, and they are those of the server."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import av
import numpy as np
import numpy.typing as npt
import pytest
import soundfile

from klangwerk.sound.buffer import AudioBuffer
from klangwerk.sound.io.formats import FORMATS
from klangwerk.sound.io.quantize import interleaved
from klangwerk.sound.io.riff import encode_wav

if TYPE_CHECKING:
    from .conftest import Npm

pytestmark = pytest.mark.needs("node")

Samples = npt.NDArray[np.float32]

RATE_HZ = 44_100
BPM = 138
LOOP_FRAMES = round(4 * 60 / BPM * RATE_HZ)
BLOCK_FRAMES = 4096  # of our FLAC
DEPTHS = (16, 24)
TAGS = {"title": "Hard Groove", "software": "Klangwerk", "comment": "four bars, naïve"}

WRITE = """
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "vite";
const folder = process.argv[1];
const vite = await createServer({
  appType: "custom", configFile: false, logLevel: "error", optimizeDeps: { noDiscovery: true },
  resolve: { alias: { "@": process.cwd() + "/src" } }, server: { middlewareMode: true, hmr: false, ws: false, watch: null },
}); // not runnerImport, which ends before what is imported late
const { encode, FORMATS } = await vite.ssrLoadModule("/src/audio/files/formats.ts");
const { zipped } = await vite.ssrLoadModule("/src/audio/files/zip.ts");
const { cases, tags, bpm } = JSON.parse(readFileSync(folder + "/cases.json", "utf8"));
const ways = [["wav", 16], ["wav", 24], ["wav", 32], ["flac", 16], ["flac", 24]];
const files = [];
for (const { name, count, sampleRate_hz } of cases) {
  const raw = readFileSync(folder + "/" + name + ".f32");
  const all = new Float32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.length));
  const frames = all.length / count;
  const channels = Array.from({ length: count }, (_, i) => all.subarray(i * frames, (i + 1) * frames));
  const told = name.startsWith("tempo") ? { ...tags, bpm } : tags;
  for (const [format, bitDepth] of ways) {
    const pieces = await encode({ channels, sampleRate_hz }, { format, bitDepth }, told);
    writeFileSync(`${folder}/${name}.${bitDepth}.${format}`, Buffer.concat(pieces));
    if (name === "kick" && bitDepth === 16) files.push({ name: `${name}.${format}`, pieces });
  }
}
writeFileSync(folder + "/all.zip", Buffer.concat(await zipped(files)));
writeFileSync(folder + "/formats.json", JSON.stringify(FORMATS));
await vite.close();
"""


def _signals() -> dict[str, tuple[Samples, int]]:
    """Sounds by name, each with its rate."""
    random = np.random.default_rng(7)
    time_s = np.arange(RATE_HZ // 2) / RATE_HZ
    kick = np.exp(-time_s * 9) * np.sin(2 * np.pi * (48 * time_s + 7 * (1 - np.exp(-time_s * 45))))
    sine = 0.7 * np.sin(2 * np.pi * 997 * time_s)
    noise = random.uniform(-1, 1, (2, 20_000))
    steps = np.arange(10_000)
    lowest, highest = -1.0, 1 - 2**-23
    square = np.where(steps // 100 % 2 == 0, lowest, highest)
    fast = np.where(steps % 2 == 0, lowest, highest)
    rare = np.zeros(10_000)
    rare[[17, 5000]] = lowest, highest
    signals: dict[str, Any] = {
        "silence": np.zeros((2, 10_000)),
        "constant": np.full((1, 5000), -0.25),
        "square": [square, -square],
        "opposite-extremes": [fast, fast[::-1]],
        "random-extremes": random.choice([lowest, highest], (2, 9000)),
        "rare-extremes": [rare, np.roll(rare, 3)],
        "ramp": [np.linspace(-1, 1, 9000), np.linspace(1, -1, 9000) ** 3],
        "white-noise": noise,
        "nearly-mono-noise": [noise[0], noise[0] + 1e-4 * noise[1]],
        "lowest-bit": random.integers(-1, 2, (2, 9000)) / 2**23,
        "beyond-full-scale": 3 * noise,
        "sine": [sine, np.roll(sine, 11)],
        "kick": [kick, kick],
        "tempo-kick": [kick, 0.5 * kick],
        "tempo-loop": [np.resize(kick, LOOP_FRAMES)],
    }
    ragged = kick[:BLOCK_FRAMES] + 1e-3 * random.standard_normal(BLOCK_FRAMES)
    two_rounds = np.tile(ragged, 3)
    lengths = [*range(1, 18), 31, 32, 33, 63, 64, 65, 255, 256, 257, 4095, 4096, 4097, 4100, 8191, 8192, 8193]
    signals |= {f"frames-{n}": [two_rounds[:n], -two_rounds[1 : n + 1]] for n in lengths}
    signals["ten-blocks-and-one-frame"] = [np.resize(ragged, 10 * BLOCK_FRAMES + 1)]
    signals["many-blocks"] = [np.resize(ragged[:900], 140 * BLOCK_FRAMES)]  # their numbers take two bytes
    signals |= {f"channels-{n}": random.normal(0, 0.1, (n, 5000)) for n in range(1, 9)}
    sounds = {name: (np.asarray(signal, dtype=np.float32), RATE_HZ) for name, signal in signals.items()}
    sounds |= {f"rate-{rate}": (sounds["sine"][0][:, :5000], rate) for rate in (8000, 12_345, 48_000, 96_000)}
    return sounds


SIGNALS = _signals()


@pytest.fixture(scope="module")
def written(npm: Npm, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder where Node has written every signal in every format."""
    folder = tmp_path_factory.mktemp("files")
    cases = []
    for name, (samples, rate_hz) in SIGNALS.items():
        (folder / f"{name}.f32").write_bytes(samples.astype("<f4").tobytes())
        cases.append({"name": name, "count": len(samples), "sampleRate_hz": rate_hz})
    (folder / "cases.json").write_text(
        json.dumps({"cases": cases, "tags": TAGS, "bpm": BPM}), encoding="utf-8"
    )
    answer = npm("exec", "--", "node", "--input-type=module", "--eval", WRITE, str(folder))
    assert answer.returncode == 0, answer.stderr
    return folder


def _expected(name: str, bit_depth: int) -> npt.NDArray[np.int32]:
    samples, rate_hz = SIGNALS[name]
    return interleaved(AudioBuffer(samples, rate_hz), bit_depth=bit_depth)


def _by_libsndfile(path: Path, bit_depth: int) -> npt.NDArray[np.int32]:
    found, _ = soundfile.read(path, dtype="int32", always_2d=True)
    return np.asarray(found >> (32 - bit_depth))


def _by_ffmpeg(path: Path, bit_depth: int) -> npt.NDArray[np.int32]:
    blocks = []
    with av.open(str(path)) as container:
        for frame in container.decode(audio=0):
            values = frame.to_ndarray().astype(np.int32)
            channels = frame.layout.nb_channels
            blocks.append(values.T if frame.format.is_planar else values.reshape(-1, channels))
    held_bits = 16 if bit_depth == 16 else 32
    return np.asarray(np.concatenate(blocks) >> (held_bits - bit_depth))


@pytest.mark.parametrize("bit_depth", DEPTHS)
@pytest.mark.parametrize("name", SIGNALS)
def test_flac_is_read_back_exactly(written: Path, name: str, bit_depth: int) -> None:
    path = written / f"{name}.{bit_depth}.flac"
    expected = _expected(name, bit_depth)
    about = soundfile.info(path)
    assert (about.samplerate, about.frames) == (SIGNALS[name][1], len(expected))
    assert about.subtype == f"PCM_{bit_depth}"
    np.testing.assert_array_equal(_by_libsndfile(path, bit_depth), expected)
    np.testing.assert_array_equal(_by_ffmpeg(path, bit_depth), expected)


@pytest.mark.parametrize("bit_depth", DEPTHS)
@pytest.mark.parametrize(
    "name", ["kick", "frames-1", "frames-17", "white-noise", "channels-5", "many-blocks"]
)
def test_flac_carries_the_fingerprint_of_its_samples(written: Path, name: str, bit_depth: int) -> None:
    expected = np.ascontiguousarray(_expected(name, bit_depth), dtype="<i4")
    samples = expected.view(np.uint8).reshape(-1, 4)[:, : bit_depth // 8].tobytes()
    file = (written / f"{name}.{bit_depth}.flac").read_bytes()
    assert file[26:42] == hashlib.md5(samples, usedforsecurity=False).digest()


@pytest.mark.parametrize("bit_depth", DEPTHS)
@pytest.mark.parametrize(
    "name", ["kick", "sine", "tempo-kick", "nearly-mono-noise", "white-noise", "many-blocks"]
)
def test_flac_is_as_small_as_that_of_others(written: Path, name: str, bit_depth: int) -> None:
    """libFLAC at its usual level, give or take two parts in a hundred; and never larger than the samples."""
    values = _expected(name, bit_depth) << (32 - bit_depth)
    theirs = io.BytesIO()
    soundfile.write(theirs, values, RATE_HZ, format="FLAC", subtype=f"PCM_{bit_depth}")
    ours_bytes = (written / f"{name}.{bit_depth}.flac").stat().st_size
    assert ours_bytes < 1.02 * len(theirs.getvalue())
    assert ours_bytes < 1.01 * values.size * bit_depth / 8


def test_flac_tells_title_maker_and_tempo(written: Path) -> None:
    with av.open(str(written / "tempo-kick.24.flac")) as container:
        told = {name.lower(): text for name, text in container.metadata.items()}
    assert told == {**TAGS, "bpm": str(BPM)}


@pytest.mark.parametrize("bit_depth", [*DEPTHS, 32])
@pytest.mark.parametrize("name", SIGNALS)
def test_wav_is_the_servers(written: Path, name: str, bit_depth: int) -> None:
    samples, rate_hz = SIGNALS[name]
    tags = {**TAGS, "bpm": str(BPM)} if name.startswith("tempo") else TAGS
    expected = encode_wav(AudioBuffer(samples, rate_hz), bit_depth=bit_depth, tags=tags)
    assert (written / f"{name}.{bit_depth}.wav").read_bytes() == expected


def test_wav_tells_how_long_the_loop_is(written: Path) -> None:
    with soundfile.SoundFile(written / "tempo-loop.16.wav") as opened:
        told = " ".join(opened.extra_info.split())
    assert "acid : 24" in told
    assert "Loop" in told
    assert "OneShot" not in told
    assert "Beats : 4" in told
    assert "Meter : 4/4" in told
    assert f"Tempo : {BPM}.00" in told


def test_zip_holds_the_files(written: Path) -> None:
    with zipfile.ZipFile(written / "all.zip") as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["kick.wav", "kick.flac"]
        for name in archive.namelist():
            stem, _, suffix = name.partition(".")
            assert archive.read(name) == (written / f"{stem}.16.{suffix}").read_bytes()


def test_the_formats_are_the_servers(written: Path) -> None:
    told = json.loads((written / "formats.json").read_text(encoding="utf-8"))
    assert told == {
        name: {"mimeType": FORMATS[name].mime_type, "bitDepths": list(FORMATS[name].bit_depths)}
        for name in told
    }
    assert told.keys() == {"wav", "flac"}
