"""As much of Markdown as the tests of the documents need."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_ASSIGNMENT = re.compile(r"[A-Z_]+=\S*")


def blocks(path: Path, language: str) -> list[str]:
    """The fenced blocks of a language."""
    return [body for name, body in _FENCE.findall(path.read_text(encoding="utf-8")) if name == language]


def prose(path: Path) -> str:
    """Everything outside of fences."""
    return _FENCE.sub("", path.read_text(encoding="utf-8"))


def spans(path: Path) -> list[str]:
    """Everything in backticks."""
    return _SPAN.findall(prose(path))


def links(path: Path) -> list[str]:
    """The targets of all links and images."""
    return _LINK.findall(_SPAN.sub("", prose(path)))


def anchors(path: Path) -> set[str]:
    """The names that headings get, as GitHub makes them."""
    titles = re.findall(r"^#+ +(.+)$", prose(path), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def commands(path: Path, program: str) -> Iterator[list[str]]:
    """Every call of a program in shell blocks and backticks, without its name."""
    lines = [line for block in blocks(path, "sh") for line in block.replace("\\\n", " ").splitlines()]
    for text in (*lines, *spans(path)):
        try:
            words = shlex.split(text, comments=True)
        except ValueError:  # an apostrophe in a sentence
            continue
        while words and _ASSIGNMENT.fullmatch(words[0]):
            words = words[1:]
        if words and words[0].removeprefix(".venv/bin/") == program:
            yield words[1:]
