"""`klangwerk track`: files, formats, options, what it says of the prompt, wrong requests."""

from __future__ import annotations

import io
import json

import mido
import numpy as np

from klangwerk.engines.composer.generate import generate
from klangwerk.engines.composer.params import TrackParams
from klangwerk.sound import io as sound_io

STEMS = ("bass", "chords", "melody", "percussion")
NAMES = ["bass.wav", "chords.wav", "melody.wav", "mix.wav", "percussion.wav", "premaster.wav", "track.mid"]


def files_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_description_becomes_mix_stems_premaster_and_midi(run):
    answer = run("track", "funk in E dorian, 100 bpm, 5 seconds, with a unicorn", "-o", "out", "--seed", "4")
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.splitlines()[0] == "out  funk in E dorian, 100 bpm, 5.000 s, seed 4"
    assert "“unicorn”" in answer.stderr
    folder = run.folder / "out"
    assert files_in(folder) == NAMES
    sounds = {name: sound_io.read(folder / f"{name}.wav").samples for name in ("mix", "premaster", *STEMS)}
    assert {samples.shape for samples in sounds.values()} == {(2, 5 * 44_100)}
    total = sum(sounds[name].astype(np.float64) for name in STEMS)
    assert np.abs(total - sounds["premaster"]).max() < 10 ** (-90 / 20)
    assert all(np.abs(sounds[name]).max() > 0.01 for name in STEMS)
    notes = mido.MidiFile(file=io.BytesIO((folder / "track.mid").read_bytes()))
    tempo = next(message.tempo for message in notes.tracks[0] if message.type == "set_tempo")
    assert round(mido.tempo2bpm(tempo), 3) == 100
    engine = generate(TrackParams(prompt="funk in E dorian, 100 bpm, 5 seconds, with a unicorn"), seed=4)
    assert np.abs(engine.mix.samples - sounds["mix"]).max() <= 2.0**-23


def test_what_is_left_out_and_how_it_is_told(run):
    options = ("--no-stems", "--no-midi", "--no-premaster", "--format", "mp3", "--seed", "9", "--json")
    answer = run("track", "house", "--duration", "4", "--bpm", "124", "--key", "f#m", "-o", "here", *options)
    assert answer.returncode == 0, answer.stderr
    assert files_in(run.folder / "here") == ["mix.mp3"]
    told = json.loads(answer.stdout)
    assert told["files"] == {"mix": "here/mix.mp3"}
    assert (told["genre"], told["bpm"], told["key"]) == ("house", 124, "F# minor")
    assert (told["durationS"], told["frames"]) == (4.0, 4 * 44_100)
    assert told["interpretation"]["asked"] == ["bpm", "duration_s", "genre", "key"]
    assert told["provenance"]["seed"] == 9
    tags = json.loads(run("info", "here/mix.mp3", "--json").stdout)
    assert tags["tags"]["bpm"] == "124"
    assert tags["provenance"]["engine"] == "composer"
    assert tags["provenance"]["params"]["prompt"] == "house"


def test_a_loop_and_a_folder_named_after_the_prompt(run):
    answer = run(
        "track", "techno", "loop,", "2", "bars", "--bpm", "120", "--seed", "1", "--json", "--no-midi"
    )
    assert answer.returncode == 0, answer.stderr
    told = json.loads(answer.stdout)
    assert told["folder"] == "techno-loop-2-bars"
    assert told["looping"] is True
    assert told["frames"] == 4 * 44_100
    assert told["bars"] == 2


def test_wrong_requests_name_the_option(run):
    for arguments, said in (
        (("--duration", "2"), "--duration"),
        (("--bpm", "nan"), "--bpm"),
        (("--key", "purple"), "--key"),
        (("--seed", "-1"), "--seed"),
        (("--format", "aac"), "--format"),
    ):
        answer = run("track", "house", "-o", "no", *arguments)
        assert answer.returncode == 2
        assert said in answer.stderr
    assert not (run.folder / "no").exists()


def test_a_folder_that_cannot_be_written_is_said(run):
    (run.folder / "taken").write_text("a file")
    answer = run("track", "house", "--duration", "4", "-o", "taken")
    assert answer.returncode == 2
    assert "taken" in answer.stderr
