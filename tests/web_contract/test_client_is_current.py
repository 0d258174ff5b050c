"""The TypeScript client is what the server's schema makes of it; whoever changes the one must remake the other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Npm

pytestmark = [pytest.mark.needs("node"), pytest.mark.slow]

CLIENT = Path("web") / "api" / "schema.d.ts"


def test_the_client_is_made_of_the_present_schema(npm: Npm) -> None:
    found = npm("run", "api:check")
    assert found.returncode == 0, f"{found.stdout}\n{found.stderr}"


def test_a_stale_client_is_noticed(root: Path, npm: Npm, tmp_path: Path) -> None:
    """The check itself: one operation less, and it fails and says what to do."""
    schema = tmp_path / "schema.json"
    schema.write_text(
        '{"openapi": "3.1.0", "info": {"title": "x", "version": "1"}, "paths": {}}', encoding="utf-8"
    )
    before = (root / CLIENT).read_bytes()
    found = npm("run", "api:check", "--", str(schema))
    assert found.returncode != 0
    assert "make api" in found.stderr
    assert (root / CLIENT).read_bytes() == before
