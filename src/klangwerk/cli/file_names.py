"""Names for files that nobody named."""

from __future__ import annotations

import re
from pathlib import Path

_NAME_CHARS_MAX = 60


def slug(title: str, *, otherwise: str) -> str:
    """The words of a title in lower case, with hyphens; `otherwise` when there are none."""
    words = re.findall(r"[^\W_]+", title.lower())
    return "-".join(words)[:_NAME_CHARS_MAX].rstrip("-") or otherwise


def free_name(stem: str, suffix: str = ".wav") -> Path:
    """Nobody named this file, so it replaces none."""
    path, number = Path(f"{stem}{suffix}"), 1
    while path.exists():
        number += 1
        path = Path(f"{stem}-{number}{suffix}")
    return path
