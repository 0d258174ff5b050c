"""`klangwerk render` with the stock sounds: files, stems, tempo, kicks of one's own, wrong requests."""

from __future__ import annotations

import io
import json
import os
import pty
import subprocess

import numpy as np
import pytest

from klangwerk.engines.rack.params import BounceParams
from klangwerk.engines.rack.preset_file import parse
from klangwerk.engines.rack.render import render
from klangwerk.engines.rack.sounds import sounds_of
from klangwerk.sound import AudioBuffer
from klangwerk.sound import io as sound_io

PRESET = {
    "presetName": "Nacht & Nebel",
    "bpm": 150,
    "kickLen": 0.8,
    "kickOttAmt": 0.4,
    "noiseVolume": -20,
    "reverbVolume": -9,
    "masterDistAmt": 0.1,
}
ONE_BAR_FRAMES = 70_560  # four beats at 150 bpm


@pytest.fixture(name="preset")
def _preset(run):
    (run.folder / "preset.json").write_text(json.dumps(PRESET), encoding="utf-8")
    return PRESET


def files_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_preset_becomes_a_loop(run, preset):
    answer = run("render", "preset.json", "-o", "loop.wav")
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout == "loop.wav  6.400 s at 150 bpm\n"
    assert answer.stderr == ""
    loop = sound_io.read(run.folder / "loop.wav")
    assert (loop.channels, loop.sample_rate, loop.frames) == (2, 44_100, 4 * ONE_BAR_FRAMES)
    params = parse(json.dumps(preset)).params
    engine = render(params, BounceParams(bars=4), sounds=sounds_of(params)).mix
    assert np.abs(loop.samples - engine.samples).max() <= 2.0**-24
    assert np.abs(engine.samples).max() > 0.5


def test_tempo_title_and_how_it_was_made_are_in_the_file(run, preset):
    for name in ("loop.wav", "loop.flac", "loop.ogg", "loop.mp3", "loop.m4a"):
        assert run("render", "preset.json", "--bars", "1", "--mute", "noise", "-o", name).returncode == 0
        told = json.loads(run("info", name, "--json").stdout)
        assert told["tags"]["bpm"] == "150", name
        assert told["tags"]["title"] == "Nacht & Nebel"
        params = told["provenance"]["params"]
        assert told["provenance"]["engine"] == "rack"
        assert (params["bars"], params["ending"], params["muted"]) == (1, "loop", ["noise"])
        assert (params["kick_len"], params["kick_sample"]) == (0.8, "Otto")
    words = run("info", "loop.flac").stdout
    assert "Muted                  noise" in words
    assert "Soloed" not in words


def test_bars_ending_and_depth(run, preset):
    assert run("render", "preset.json", "--bars", "2", "-o", "a.wav", "--bit-depth", "32").returncode == 0
    assert sound_io.probe(run.folder / "a.wav").codec == "float"
    assert sound_io.read(run.folder / "a.wav").frames == 2 * ONE_BAR_FRAMES
    rings = run(
        "render", "preset.json", "--bars", "2", "--ending", "tail", "-o", "b.flac", "--bit-depth", "16"
    )
    assert rings.returncode == 0
    assert sound_io.probe(run.folder / "b.flac").codec == "pcm_16"
    assert sound_io.read(run.folder / "b.flac").frames > 2 * ONE_BAR_FRAMES + 4_410


def test_stems_lie_beside_the_mix_and_have_its_length(run, preset):
    answer = run(
        "render", "preset.json", "--stems", "--bars", "1", "-o", "loop.wav", "--bit-depth", "32", "--json"
    )
    assert answer.returncode == 0, answer.stderr
    told = json.loads(answer.stdout)
    assert [(entry["file"], entry["layer"]) for entry in told["files"]] == [
        ("loop.wav", None),
        ("loop-kick.wav", "kick"),
        ("loop-noise.wav", "noise"),
        ("loop-reverb.wav", "reverb"),
    ]
    assert (told["bpm"], told["bars"], told["ending"], told["frames"]) == (150, 1, "loop", ONE_BAR_FRAMES)
    stems = [sound_io.read(run.folder / entry["file"]) for entry in told["files"][1:]]
    assert {stem.frames for stem in stems} == {ONE_BAR_FRAMES}
    assert all(np.abs(stem.samples).max() > 0.01 for stem in stems)
    assert sound_io.read_tags(run.folder / "loop-kick.wav")["title"] == "Nacht & Nebel, kick"
    assert sound_io.read_tags(run.folder / "loop-kick.wav")["bpm"] == "150"


def test_a_kick_of_ones_own_at_any_rate(run, preset):
    t = np.arange(12_000) / 48_000
    tone = 0.7 * np.sin(2 * np.pi * 60 * t) * np.exp(-8 * t)
    sound_io.write(AudioBuffer(np.stack([tone, tone]), 48_000), run.folder / "mine.flac")
    usual = run("render", "preset.json", "--bars", "1", "--solo", "kick", "-o", "usual.wav")
    own = run(
        "render", "preset.json", "--bars", "1", "--solo", "kick", "--kick", "mine.flac", "-o", "own.wav"
    )
    assert (usual.returncode, own.returncode) == (0, 0), own.stderr
    first, second = (sound_io.read(run.folder / name).samples for name in ("usual.wav", "own.wav"))
    assert np.abs(first - second).max() > 0.1
    params = json.loads(run("info", "own.wav", "--json").stdout)["provenance"]["params"]
    assert (params["kick_sample"], params["kick_file"]) == (None, "mine.flac")


def test_an_ai_kick_has_to_be_given(run, preset):
    ai = {**PRESET, "kickSample": "AI: Burkhard", "kickId": "0190a-key"}
    (run.folder / "ai.json").write_text(json.dumps(ai), encoding="utf-8")
    answer = run("render", "ai.json", "-o", "loop.wav")
    assert answer.returncode == 2
    assert "“AI: Burkhard”" in answer.stderr
    assert "--kick FILE" in answer.stderr.replace("\n", " ")
    assert not (run.folder / "loop.wav").exists()
    run("kick", "deep", "--seed", "1", "-o", "burkhard.wav")
    answer = run("render", "ai.json", "--bars", "1", "--kick", "burkhard.wav", "-o", "loop.wav")
    assert answer.returncode == 0, answer.stderr


def test_what_it_leaves_out_is_as_in_init(run):
    (run.folder / "init.json").write_text("{}", encoding="utf-8")
    answer = run("render", "init.json", "--bars", "1", "--json")
    assert answer.returncode == 0, answer.stderr
    told = json.loads(answer.stdout)
    assert told["files"] == [{"file": "init.wav", "layer": None}]
    assert told["bpm"] == 140


def test_without_a_name_it_replaces_nothing(run, preset):
    for _ in range(2):
        assert run("render", "preset.json", "--bars", "1", "--format", "flac").returncode == 0
    assert files_in(run.folder) == ["nacht-nebel-2.flac", "nacht-nebel.flac", "preset.json"]


def test_a_loop_to_standard_output(run, preset):
    answer = run("render", "preset.json", "--bars", "1", "-o", "-", text=False)
    assert answer.returncode == 0
    assert sound_io.read(io.BytesIO(answer.stdout)).frames == ONE_BAR_FRAMES
    assert b"standard output  1.600 s" in answer.stderr
    assert files_in(run.folder) == ["preset.json"]
    flac = run("render", "preset.json", "--bars", "1", "-o", "-", "--format", "flac", "--json", text=False)
    assert flac.stdout[:4] == b"fLaC"
    assert json.loads(flac.stderr)["files"] == [{"file": None, "layer": None}]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kick", "preset.json: This is no preset: it is not JSON"),
        ("[1]", "preset.json: A preset is a JSON object"),
        ('{"bpm": 20}', "“bpm” in preset.json: Tempo must be a whole number from 60 to 365 bpm"),
        ('{"kickLen": 2}', "“kickLen” in preset.json: Kick length must be from 0.1 to 1"),
        ('{"kick_len": "1"}', "“kickLen” in preset.json: Kick length must be a number"),
        ('{"reverbVol": -6}', "Do you mean “reverbVolume”?"),
        (
            '{"kickSample": "Ottto"}',
            "“kickSample” in preset.json: There is no kick sound “Ottto”. Do you mean “Otto”",
        ),
        (
            '{"noiseSample": "zzzz"}',
            "“noiseSample” in preset.json: There is no noise sound “zzzz”. There are:",
        ),
        ('{"x": "' + "y" * 1_000_000 + '"}', "too large for a preset"),
    ],
)
def test_wrong_presets_are_told_in_a_sentence(run, text, said):
    (run.folder / "preset.json").write_text(text, encoding="utf-8")
    answer = run("render", "preset.json", "-o", "loop.wav")
    assert said in answer.stderr.replace("\n", " ")
    assert (answer.returncode, answer.stdout) == (2, "")
    assert "Traceback" not in answer.stderr
    assert files_in(run.folder) == ["preset.json"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([], 2, "Missing argument 'PRESET'"),
        (["missing.json"], 2, "does not exist"),
        (["preset.json", "--bars", "0"], 2, "--bars: Bars must be a whole number from 1 to 512"),
        (["preset.json", "--bars", "513"], 2, "--bars: Bars must be"),
        (["slow.json", "--bars", "512"], 2, "--bars: 512 bars at 60 bpm are longer than 15 minutes; 225 fit"),
        (["preset.json", "--ending", "fade"], 2, "--ending"),
        (["preset.json", "--mute", "snare"], 2, "--mute"),
        (["preset.json", "--kick", "preset.json"], 1, "no audio file that we can read"),
        (["preset.json", "--kick", "missing.wav"], 2, "does not exist"),
        (["preset.json", "-o", "loop.txt"], 1, "“.txt” is no format we write"),
        (["preset.json", "-o", "loop"], 1, "the name has no ending"),
        (["preset.json", "-o", "missing/loop.wav"], 1, "No such file or directory"),
        (["preset.json", "-o", "loop.flac", "--bit-depth", "32"], 1, "16, 24 bits"),
        (["preset.json", "--format", "wma"], 1, "no format “wma”"),
        (["preset.json", "-o", "-", "--stems"], 1, "name a file for stems"),
    ],
)
def test_wrong_requests_are_told_in_a_sentence(run, preset, arguments, code, said):
    (run.folder / "slow.json").write_text('{"bpm": 60}', encoding="utf-8")
    answer = run("render", *arguments)
    assert said in answer.stderr.replace("\n", " ")
    assert (answer.returncode, answer.stdout) == (code, "")
    assert "Traceback" not in answer.stderr
    assert files_in(run.folder) == ["preset.json", "slow.json"]


def test_a_terminal_sees_progress(run, preset, klangwerk_command, clean_environment):
    main_end, terminal = pty.openpty()
    process = subprocess.Popen(
        [*klangwerk_command, "render", "preset.json", "-o", "loop.wav"],
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
    assert process.stdout.read() == b"loop.wav  6.400 s at 150 bpm\n"
    process.stdout.close()
    assert process.wait() == 0
    assert "Rendering" in shown.decode()
    assert "100%" in shown.decode()


@pytest.mark.serial
def test_a_loop_from_nothing_takes_less_than_two_seconds(run, preset, processor_time_s):
    times_s = []
    for number in range(3):
        before_s = processor_time_s()
        assert run("render", "preset.json", "-o", f"loop-{number}.wav").returncode == 0
        times_s.append(processor_time_s() - before_s)
    assert 0 < min(times_s) < 2.0
