"""The examples of the documents do what they say: they are run."""

from __future__ import annotations

import json
import os
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner

from klangwerk.cli.main import cli
from klangwerk.sound import AudioBuffer
from klangwerk.sound import io as sound_io

from . import markdown
from .conftest import ROOT

README, API = ROOT / "README.md", ROOT / "docs" / "api.md"
START_S, PATIENCE_S = 300, 120  # the machine may be busy; what works needs seconds


def _recording() -> AudioBuffer:
    """What somebody might have recorded: a sweep that dies away, and no word of ours in it."""
    t = np.arange(30_000) / 48_000
    phase = 2 * np.pi * np.cumsum(50 + 150 * np.exp(-t / 0.03)) / 48_000
    return AudioBuffer((0.6 * np.sin(phase) * np.exp(-t / 0.15)).astype(np.float32), 48_000)


def test_the_kicks_of_the_readme_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    sound_io.write(_recording(), tmp_path / "recording.wav", format="wav")
    shell = [words for words in markdown.commands(README, "klangwerk") if words[:1] in (["kick"], ["info"])]
    examples = [words for words in shell if "-o" in words or words[0] == "info"]
    assert len(examples) == 7
    for words in examples:
        answer = CliRunner().invoke(cli, words, catch_exceptions=False)
        assert answer.exit_code == 0, (words, answer.output)
    made = {path.name for path in tmp_path.iterdir()}
    assert {"kick.wav", "808.wav", "between.wav", "mine.wav", "gabber-04.flac", "variation-04.wav"} <= made
    told = json.loads(CliRunner().invoke(cli, ["info", "808.wav", "--json"]).stdout)
    assert told["provenance"]["seed"] == 7
    assert (told["sampleRate"], told["channels"], told["durationS"]) == (44_100, 1, 2.0)


@dataclass
class Studio:
    """A studio for several users, in a process of its own."""

    base: str
    home: Path
    folder: Path
    settings: dict[str, str]  # the environment of every process here
    environment: dict[str, str]  # what the examples take from each other

    def run(self, block: str) -> tuple[list[int], str]:
        """Run a shell block: the status of every curl in it, and what it printed."""
        script = "\n".join(
            [
                "set -u",
                "curl() { command curl --max-time 100 -w '%{stderr}%{http_code}\\n' \"$@\"; }",
                block.replace("http://127.0.0.1:8000", self.base),
            ]
        )
        answer = subprocess.run(
            ["bash", "-c", script],
            cwd=self.folder, env={**self.settings, "BASE": self.base, **self.environment},
            capture_output=True, text=True, check=False, timeout=PATIENCE_S * 4,
        )  # fmt: skip
        statuses = [int(line) for line in answer.stderr.split() if line.isdigit()]
        assert len(statuses) == block.count("curl "), (block, answer.stderr)
        return statuses, answer.stdout

    def ask(self, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        """A request of our own, with Alice's token."""
        self.environment["BODY"] = json.dumps(body)
        sending = "" if body is None else '-H "Content-Type: application/json" -d "$BODY"'
        statuses, text = self.run(f'curl -s "$BASE{path}" -H "Authorization: Bearer $TOKEN" {sending}')
        assert statuses[0] < 300, text
        answer: dict[str, Any] = json.loads(text)
        return answer


@pytest.fixture
def studio(
    klangwerk_command: list[str], clean_environment: dict[str, str], tmp_path: Path
) -> Iterator[Studio]:
    """Started as the README says for teams, on a free port."""
    if shutil.which("curl") is None:
        pytest.skip("curl is not installed")
    home, folder = tmp_path / "home", tmp_path / "folder"
    folder.mkdir()
    process = subprocess.Popen(
        [*klangwerk_command, "studio", "--multi-user", "--no-browser", "--port", "0", "--home", str(home)],
        cwd=folder, env=clean_environment,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield Studio(_address(process), home, folder, clean_environment, {})
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        assert process.stdout is not None
        process.stdout.close()


def _address(process: subprocess.Popen[bytes]) -> str:
    assert process.stdout is not None
    said, give_up_s = "", time.monotonic() + START_S
    while time.monotonic() < give_up_s:
        readable, _, _ = select.select([process.stdout], [], [], 1.0)
        if readable:
            piece = os.read(process.stdout.fileno(), 65_536)
            said += piece.decode()
            found = re.search(r"Klangwerk runs at (http://\S+)\n", said)
            if found:
                return found[1]
            if not piece:
                break
    pytest.fail(f"the studio did not start:\n{said}")


@pytest.mark.slow
def test_the_calls_of_the_api_are_answered(studio: Studio, klangwerk_command: list[str]) -> None:
    """Every shell block of docs/api.md from top to bottom, then the README's call, the socket, and the doctor."""
    blocks = [block for block in markdown.blocks(API, "sh") if "curl " in block]
    assert len(blocks) >= 15
    for block in blocks:
        statuses, text = studio.run(block)
        if "/api/jobs/$JOB_ID/" in block:
            assert statuses == [200, 409], text  # that job is over by now
            assert '"job_finished"' in text
        else:
            assert all(200 <= status < 300 for status in statuses), (block, text)
        if "/api/token/ " in block:
            pair = json.loads(text)
            studio.environment |= {"TOKEN": pair["access"], "REFRESH": pair["refresh"]}
            _prepare(studio)
    statuses, text = studio.run(next(block for block in markdown.blocks(README, "sh") if "curl " in block))
    assert statuses == [201], text
    assert json.loads(text)["sliders"]["lengthS"] == 0.6
    _listen(studio)
    doctor = subprocess.run(
        [*klangwerk_command, "doctor", "--home", str(studio.home)],
        capture_output=True, text=True, check=False, timeout=PATIENCE_S,
        cwd=studio.folder, env=studio.settings,
    )  # fmt: skip
    assert (doctor.returncode, doctor.stdout) == (0, "All is well.\n"), doctor.stderr


def _prepare(studio: Studio) -> None:
    """What the examples take for granted: a key, one to revoke, kicks, a job, presets, a bounce, a track, a project."""
    key, other_key = studio.ask("/api/keys/", {"name": "kept"}), studio.ask("/api/keys/", {"name": "revoked"})
    kick, other = (studio.ask("/api/kicks/generate/", {"seed": seed}) for seed in (1, 2))
    studio.environment |= {
        "KEY": key["key"],
        "KLANGWERK_KEY": key["key"],
        "KEY_ID": other_key["id"],
        "KICK_ID": kick["id"],
        "OTHER_ID": other["id"],
        "AUDIO_URL": other["audioUrl"],
        "JOB_ID": studio.ask("/api/jobs/")["results"][0]["id"],
    }
    shared = studio.ask("/api/presets/")["results"][0]
    studio.environment |= {
        "SHARED_ID": shared["id"],
        "PRESET_ID": studio.ask("/api/presets/", {**shared, "presetName": "Mine"})["id"],
        "BOUNCE_ID": _made(studio, f"/api/presets/{shared['id']}/render/", {"bars": 1})["bounceId"],
    }
    track_id = _made(studio, "/api/tracks/generate/", {"prompt": {"text": "house"}, "durationS": 4})[
        "trackId"
    ]
    track = studio.ask(f"/api/tracks/{track_id}/")
    studio.environment |= {
        "TASK_ID": track["generationId"],
        "TRACK_ID": track_id,
        "STEM_ID": track["stems"]["bass"],
        "PROJECT_ID": studio.ask("/api/projects/", {"name": "Mine"})["id"],
    }


def _made(studio: Studio, path: str, body: dict[str, Any]) -> dict[str, Any]:
    """The result of an order, once its job is over."""
    job = studio.ask(path, body)["job"]
    give_up_s = time.monotonic() + PATIENCE_S
    while job["finishedAt"] is None and time.monotonic() < give_up_s:
        time.sleep(0.5)
        job = studio.ask(f"/api/jobs/{job['id']}/")
    result: dict[str, Any] = job["result"]
    return result


def _listen(studio: Studio) -> None:
    """The Python example of the event socket says that it is ready."""
    (program,) = markdown.blocks(API, "python")
    program = program.replace("127.0.0.1:8000", studio.base.removeprefix("http://"))
    program = program.replace("kw_…", studio.environment["KEY"])
    process = subprocess.Popen(
        [sys.executable, "-u", "-c", program],
        env=studio.settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        readable, _, _ = select.select([process.stdout], [], [], PATIENCE_S)
        assert readable, "the socket said nothing"
        line = process.stdout.readline()
        assert "'type': 'ready'" in line, line or process.stderr.read()
    finally:
        process.kill()
        process.communicate()
