"""What `klangwerk kick` says when it is done: files and seeds to stdout, words it did not know to stderr."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from klangwerk.cli.kick_files import MadeKick
    from klangwerk.engines.kick.prompt import ParsedPrompt


def report(made: list[MadeKick], *, as_json: bool, to_stdout: bool) -> None:
    """After the last file is written."""
    _say_words(made[0].result.prompt)
    if as_json:
        click.echo(
            json.dumps({"kicks": [_as_json(kick) for kick in made]}, ensure_ascii=False), err=to_stdout
        )
        return
    for kick in made:
        click.echo(f"{kick.path or 'standard output'}  seed {kick.result.provenance.seed}", err=to_stdout)


def _say_words(prompt: ParsedPrompt) -> None:
    for mapping in prompt.mapped:
        click.echo(f"“{mapping.said}” is taken as {mapping.to}.", err=True)
    if prompt.ignored:
        words = ", ".join(f"“{word}”" for word in prompt.ignored)
        click.echo(f"Not understood, left out: {words}.", err=True)


def _as_json(kick: MadeKick) -> dict[str, Any]:
    prompt = kick.result.prompt
    return {
        "file": None if kick.path is None else str(kick.path),
        "durationS": kick.result.audio.duration_s,
        "understood": {
            "known": list(prompt.known),
            "mapped": [{"from": mapping.said, "to": mapping.to} for mapping in prompt.mapped],
            "ignored": list(prompt.ignored),
        },
        "provenance": kick.result.provenance.to_dict(),
    }
