"""npm as the Makefile runs it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

TIMEOUT_S = 600

Npm = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def npm(root: Path, clean_environment: dict[str, str]) -> Npm:
    """`npm("run", "api:check")` in web/, with this Python for what asks the server."""

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "hatch_build.py", "--npm", *arguments],
            cwd=root,
            env={**clean_environment, "KLANGWERK_PYTHON": sys.executable},
            capture_output=True,
            text=True,
            check=False,
            timeout=TIMEOUT_S,
        )

    return run
