"""`klangwerk kick` with the shipped model: files, seeds, words, starts, wrong requests."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import subprocess
from pathlib import Path

import numpy as np
import pytest

from klangwerk.sound import AudioBuffer
from klangwerk.sound import io as sound_io


def test_a_prompt_becomes_a_file(run):
    answer = run("kick", "deep", "punchy", "house", "-o", "kick.wav")
    assert answer.returncode == 0, answer.stderr
    kick = sound_io.read(run.folder / "kick.wav")
    assert (kick.channels, kick.sample_rate, kick.frames) == (1, 44_100, 88_200)
    assert 20 * np.log10(np.abs(kick.samples).max()) == pytest.approx(-0.5, abs=0.05)
    seed = re.fullmatch(r"kick\.wav  seed (\d+)\n", answer.stdout)
    assert seed
    again = run("kick", "deep punchy house", "--seed", seed[1], "-o", "again.wav")
    assert again.returncode == 0
    assert (run.folder / "again.wav").read_bytes() == (run.folder / "kick.wav").read_bytes()


def test_no_seed_is_another_kick_each_time(run):
    run("kick", "-o", "a.wav")
    run("kick", "-o", "b.wav")
    assert (run.folder / "a.wav").read_bytes() != (run.folder / "b.wav").read_bytes()


@pytest.mark.parametrize("name", ["kick.wav", "kick.flac"])
def test_what_made_it_is_in_the_file(run, name):
    made = run(
        "kick",
        "tiefer Gabber",
        "--seed",
        "7",
        "--pitch",
        "F1",
        "--drive",
        "0.9",
        "--steps",
        "4",
        "-o",
        name,
        "--json",
    )
    assert made.returncode == 0, made.stderr
    told = json.loads(run("info", name, "--json").stdout)
    assert told["provenance"] == json.loads(made.stdout)["kicks"][0]["provenance"]
    params = told["provenance"]["params"]
    assert told["provenance"]["seed"] == 7
    assert params["prompt"] == "tiefer Gabber"
    assert params["pitch_hz"] == pytest.approx(43.654, abs=0.01)
    assert (params["drive"], params["steps"], params["punch"]) == (0.9, 4, None)
    assert told["format"] == name.split(".")[1]
    assert told["durationS"] == 2.0
    assert told["truePeakDbtp"] == pytest.approx(-0.5, abs=0.4)
    words = run("info", name).stdout
    assert "tiefer Gabber" in words
    assert re.search(r"^Seed +7$", words, re.MULTILINE)


def test_count_numbers_the_files(run):
    answer = run("kick", "techno", "--count", "3", "--seed", "4294967294", "-o", "t.flac")
    assert answer.returncode == 0, answer.stderr
    assert sorted(path.name for path in run.folder.iterdir()) == ["t-01.flac", "t-02.flac", "t-03.flac"]
    assert answer.stdout == "t-01.flac  seed 4294967294\nt-02.flac  seed 4294967295\nt-03.flac  seed 0\n"
    alone = run("kick", "techno", "--seed", "4294967295", "-o", "alone.flac")
    assert alone.returncode == 0
    assert (run.folder / "alone.flac").read_bytes() == (run.folder / "t-02.flac").read_bytes()


def test_without_a_name_it_replaces_nothing(run):
    for _ in range(2):
        assert run("kick", "lo-fi/../x", "--seed", "5").returncode == 0
    assert sorted(path.name for path in run.folder.iterdir()) == ["lo-fi-x-5-2.wav", "lo-fi-x-5.wav"]


def test_a_kick_to_standard_output(run):
    answer = run("kick", "--seed", "1", "-o", "-", text=False)
    assert answer.returncode == 0
    assert sound_io.read(io.BytesIO(answer.stdout)).frames == 88_200
    assert b"seed 1" in answer.stderr
    assert list(run.folder.iterdir()) == []


def test_words_it_does_not_know_are_told(run):
    answer = run("kick", "deep pnuchy xqzzwv", "--seed", "1", "-o", "k.wav", "--json")
    assert answer.returncode == 0
    understood = json.loads(answer.stdout)["kicks"][0]["understood"]
    assert "deep" in understood["known"]
    assert understood["ignored"] == ["xqzzwv"]
    assert {"from": "pnuchy", "to": "punchy"} in understood["mapped"]
    assert "“pnuchy” is taken as punchy." in answer.stderr
    assert "Not understood, left out: “xqzzwv”." in answer.stderr


def spectrum_distance(a: Path, b: Path) -> float:
    def levels(path: Path) -> np.ndarray:
        samples = sound_io.read(path).samples[0, : 8 * 8_192].reshape(-1, 8_192)
        return np.log(np.abs(np.fft.rfft(samples)).reshape(len(samples), -1) + 1e-2)

    return float(np.abs(levels(a) - levels(b)).mean())


def test_variations_stay_near_and_begin_at_the_kick_itself(run):
    run("kick", "house", "--seed", "3", "-o", "origin.wav")
    assert (
        run(
            "kick", "--variations-of", "origin.wav", "--strength", "0", "--seed", "9", "-o", "same.wav"
        ).returncode
        == 0
    )
    assert (
        run(
            "kick", "--variations-of", "origin.wav", "--strength", "0.2", "--seed", "9", "-o", "near.wav"
        ).returncode
        == 0
    )
    assert run("kick", "gabber", "--seed", "9", "-o", "other.wav").returncode == 0
    files = {name: run.folder / f"{name}.wav" for name in ("origin", "same", "near", "other")}
    same, near, other = (
        spectrum_distance(files["origin"], files[name]) for name in ("same", "near", "other")
    )
    assert same < near < other
    told = json.loads(run("info", "near.wav", "--json").stdout)["provenance"]["params"]
    assert told["prompt"] == "house"
    assert told["start"] == {"kind": "variation", "strength": 0.2}


def test_it_starts_from_any_recording(run):
    t = np.arange(24_000) / 48_000
    tone = np.sin(2 * np.pi * 60 * t) * np.exp(-8 * t)
    sound_io.write(AudioBuffer(np.stack([tone, tone]), 48_000), run.folder / "mine.m4a")
    answer = run("kick", "deep", "--from", "mine.m4a", "--strength", "0.4", "--seed", "1", "-o", "out.wav")
    assert answer.returncode == 0, answer.stderr
    assert sound_io.read(run.folder / "out.wav").frames == 88_200


def test_a_blend_lies_between(run):
    run("kick", "deep house", "--seed", "1", "-o", "a.wav")
    run("kick", "bright gabber", "--seed", "2", "-o", "b.wav")
    for mix in ("0", "0.5", "1"):
        assert (
            run(
                "kick", "--blend", "a.wav", "b.wav", "--mix", mix, "--seed", "3", "-o", f"m{mix}.wav"
            ).returncode
            == 0
        )
    a, b = run.folder / "a.wav", run.folder / "b.wav"
    middle = run.folder / "m0.5.wav"
    assert (
        spectrum_distance(run.folder / "m0.wav", a) < spectrum_distance(middle, a) < spectrum_distance(b, a)
    )
    assert spectrum_distance(run.folder / "m1.wav", b) < spectrum_distance(middle, b)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--punch", "1.5"], 2, "--punch: Punch must be between 0 and 1"),
        (["--length", "9"], 2, "--length: Length must be between 0.05 and 1.8 s"),
        (["--pitch", "Q7"], 2, "--pitch: A note is"),
        (["--pitch", "500"], 2, "--pitch: Pitch must be between 25 and 150 Hz"),
        (["--pitch", "C8"], 2, "--pitch: Pitch must be between"),
        (["--noise", "nan"], 2, "--noise"),
        (["--seed", "-1"], 2, "--seed: The seed must be"),
        (["--seed", "4294967296"], 2, "--seed: The seed must be"),
        (["--steps", "0"], 2, "--steps: Steps must be"),
        (["--cfg-scale", "11"], 2, "--cfg-scale: cfgScale must be"),
        (["--count", "0"], 2, "--count"),
        (["--strength", "0.5"], 2, "--strength goes with"),
        (["--mix", "0.5"], 2, "--mix goes with"),
        (["--blend", "words.txt", "words.txt", "--from", "words.txt"], 2, "Use only one of"),
        (["--from", "missing.wav"], 2, "does not exist"),
        (["--from", "words.txt"], 1, "no audio file that we can read"),
        (["--variations-of", "words.txt"], 1, "no audio file that we can read"),
        (["--from", "silence.wav"], 1, "silent"),
        (["-o", "kick.txt"], 1, "“.txt” is no format we write"),
        (["-o", "kick"], 1, "the name has no ending"),
        (["-o", "missing/kick.wav"], 1, "No such file or directory"),
        (["-o", "-", "--count", "2"], 1, "name a file"),
        (["--model", "missing.kwm"], 1, "There is no kick model"),
        (["--model", "words.txt"], 1, "model"),
        (["x" * 501], 2, "PROMPT: The prompt may have at most 500"),
        (["-o", "kick.flac", "--bit-depth", "32"], 1, "16, 24 bits"),
    ],
)
def test_wrong_requests_are_told_in_a_sentence(run, arguments, code, said):
    (run.folder / "words.txt").write_text("these are words", encoding="utf-8")
    sound_io.write(AudioBuffer(np.zeros(10_000), 44_100), run.folder / "silence.wav")
    answer = run("kick", *arguments)
    assert said in answer.stderr.replace("\n", " ")
    assert answer.returncode == code
    assert "Traceback" not in answer.stderr
    assert answer.stdout == ""
    assert sorted(path.name for path in run.folder.iterdir()) == ["silence.wav", "words.txt"]


def test_a_terminal_sees_progress_a_pipe_does_not(run, klangwerk_command, clean_environment):
    assert run("kick", "--seed", "1", "-o", "k.wav").stderr == ""
    main_end, terminal = pty.openpty()
    process = subprocess.Popen(
        [*klangwerk_command, "kick", "--seed", "1", "-o", "k.wav"],
        cwd=run.folder,
        env={**clean_environment, "TERM": "xterm"},
        stdin=terminal,
        stdout=subprocess.PIPE,
        stderr=terminal,
    )
    os.close(terminal)
    shown = b""
    while True:
        try:
            part = os.read(main_end, 4_096)
        except OSError:  # how a terminal says that nobody writes to it any more
            break
        if not part:
            break
        shown += part
    os.close(main_end)
    assert process.stdout.read() == b"k.wav  seed 1\n"
    process.stdout.close()
    assert process.wait() == 0
    assert "Making a kick" in shown.decode()
    assert "100%" in shown.decode()


@pytest.mark.serial
def test_a_kick_from_nothing_takes_less_than_two_seconds(run, processor_time_s):
    times_s = []
    for number in range(3):
        before_s = processor_time_s()
        assert run("kick", "hit house", "-o", f"kick-{number}.wav").returncode == 0
        times_s.append(processor_time_s() - before_s)
    assert 0 < min(times_s) < 2.0
