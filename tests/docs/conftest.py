"""The documents, and what the server says of itself."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "benchmarks" / "README.md"])

# In a process of its own: the settings of other tests are not ours.
_ASK = """
import json, sys, django
django.setup()
from django.core.management import get_commands
from drf_spectacular.generators import SchemaGenerator
from klangwerk.studio.common import error_codes
schema = SchemaGenerator().get_schema(request=None, public=True)
codes = {code: entry.status for code, entry in error_codes.known().items()}
json.dump({"schema": schema, "codes": codes, "manage": sorted(get_commands())}, sys.stdout, default=str)
"""


@dataclass(frozen=True)
class Server:
    """The OpenAPI schema, all error codes with their status, and the names of Django's commands."""

    schema: dict[str, Any]
    codes: dict[str, int]
    manage: frozenset[str]

    def component(self, name: str) -> dict[str, Any]:
        found: dict[str, Any] = self.schema["components"]["schemas"][name]
        return found

    def fields(self, name: str) -> set[str]:
        return set(self.component(name)["properties"])

    def body_of(self, path: str, method: str) -> dict[str, Any]:
        content = self.schema["paths"][path][method]["requestBody"]["content"]["application/json"]
        return self.component(content["schema"]["$ref"].rsplit("/", 1)[1])


@pytest.fixture(scope="session")
def server(clean_environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Server:
    """What this checkout's server would say."""
    answer = subprocess.run(
        [sys.executable, "-c", _ASK],
        env={
            **clean_environment,
            "DJANGO_SETTINGS_MODULE": "klangwerk.studio.config.settings",
            "KLANGWERK_HOME": str(tmp_path_factory.mktemp("home")),
            "SECRET_KEY": "a key for the tests, of no worth anywhere else",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert answer.returncode == 0, answer.stderr
    told = json.loads(answer.stdout)
    return Server(told["schema"], told["codes"], frozenset(told["manage"]))


@pytest.fixture(params=DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def document(request: pytest.FixtureRequest) -> Path:
    """Each document in turn."""
    path: Path = request.param
    return path
