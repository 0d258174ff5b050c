"""The command as a person runs it: a process of its own, in an empty folder, with no settings but ours."""

from __future__ import annotations

import resource
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest


def _used_s() -> float:
    """Processor time of all processes that a test has started and that have ended.

    What a command needs is measured by this and not by the clock: waiting for a busy machine is not its doing.
    """
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@pytest.fixture(name="processor_time_s")
def _processor_time_s() -> Callable[[], float]:
    return _used_s


Run = Callable[..., subprocess.CompletedProcess[str]]

SCREEN = {"DISPLAY", "WAYLAND_DISPLAY", "BROWSER"}


@pytest.fixture
def clean_environment(clean_environment: dict[str, str], tmp_path: Path) -> dict[str, str]:
    """No screen to open a browser on, and a home that is not the person's."""
    kept = {name: value for name, value in clean_environment.items() if name not in SCREEN}
    return {**kept, "KLANGWERK_HOME": str(tmp_path / "home"), "PYTHONWARNINGS": "default"}


@pytest.fixture
def run(klangwerk_command: list[str], clean_environment: dict[str, str], tmp_path: Path) -> Run:
    """`run("kick", "deep")` in an empty folder; `stdout` and `stderr` are text, `returncode` the exit code."""
    folder = tmp_path / "folder"
    folder.mkdir()

    def start(
        *arguments: str | Path, text: bool = True, **options: object
    ) -> subprocess.CompletedProcess[str]:
        environment = {**clean_environment, **options.pop("env", {})}
        return subprocess.run(
            [*klangwerk_command, *map(str, arguments)],
            capture_output=True,
            text=text,
            cwd=options.pop("cwd", folder),
            env=environment,
            timeout=options.pop("timeout", 600),
            check=False,
            stdin=subprocess.DEVNULL,
            **options,
        )

    start.folder = folder
    return start
