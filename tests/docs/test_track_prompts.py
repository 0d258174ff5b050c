"""The page of words is that of the vocabulary."""

from __future__ import annotations

from pathlib import Path

from klangwerk.engines.composer.prompt.documentation import document

PAGE = Path(__file__).parents[2] / "docs" / "track-prompts.md"


def test_the_page_is_what_the_vocabulary_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == document()
