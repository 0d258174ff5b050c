"""`klangwerk info` on files that are not ours."""

from __future__ import annotations

import json

import numpy as np
import pytest

from klangwerk.sound import AudioBuffer
from klangwerk.sound import io as sound_io


@pytest.fixture
def tone() -> AudioBuffer:
    t = np.arange(44_100) / 44_100
    return AudioBuffer(np.tile(0.5 * np.sin(2 * np.pi * 997 * t), (2, 1)), 44_100)


@pytest.mark.parametrize("name", ["a.wav", "a.flac", "a.aiff", "a.ogg", "a.mp3", "a.m4a"])
def test_it_tells_format_length_and_loudness(run, tone, name):
    sound_io.write(tone, run.folder / name, tags={"title": "Ein Ton", "comment": "nur so"})
    told = json.loads(run("info", name, "--json").stdout)
    assert told["format"] == name.split(".")[1]
    assert (told["sampleRate"], told["channels"]) == (44_100, 2)
    assert told["durationS"] == pytest.approx(1.0, abs=0.03)
    assert told["lufs"] == pytest.approx(-6.0, abs=0.2)
    assert told["truePeakDbtp"] == pytest.approx(-6.0, abs=0.4)
    assert told["sizeBytes"] == (run.folder / name).stat().st_size
    assert (told["tags"]["title"], told["tags"]["comment"]) == ("Ein Ton", "nur so")
    assert told["provenance"] is None


def test_silence(run):
    sound_io.write(AudioBuffer(np.zeros(100), 8_000), run.folder / "s.wav")
    answer = run("info", "s.wav")
    assert answer.returncode == 0
    assert "silent" in answer.stdout
    assert json.loads(run("info", "s.wav", "--json").stdout)["lufs"] is None


def test_what_is_no_sound(run):
    (run.folder / "words.wav").write_text("words", encoding="utf-8")
    answer = run("info", "words.wav")
    assert (answer.returncode, answer.stdout) == (1, "")
    assert "no audio file that we can read" in answer.stderr


def test_a_comment_that_only_looks_like_ours(run, tone):
    for comment in ('{"klangwerk":', '{"klangwerk":5}', '{"klangwerk":{"seed":"x"}}', "[]", "null"):
        sound_io.write(tone, run.folder / "a.wav", tags={"comment": comment})
        told = json.loads(run("info", "a.wav", "--json").stdout)
        assert told["provenance"] is None
        assert told["tags"]["comment"] == comment
