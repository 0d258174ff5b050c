"""docs/cli.md out of the help texts: `python -m klangwerk.cli.reference` writes it to standard output."""

from __future__ import annotations

from collections.abc import Iterator

import click

from klangwerk.cli.main import cli

_WIDTH = 88

HEAD = """\
# The command line

`klangwerk` does without a server what the studio does with one, and starts the studio. Every command has `--help`; this
page is made of these texts (`python -m klangwerk.cli.reference > docs/cli.md`).

- What a command makes or finds goes to standard output, what it has to say goes to standard error.
- Exit codes: 0 done, 1 failed (or, for `doctor`, something is left to be done), 2 asked wrongly, 130 stopped by Ctrl-C.
- Settings of the studio come from the environment or `.env`, see [settings.md](settings.md).
"""


def reference() -> str:
    """The whole page."""
    return HEAD + "".join(_section(path, text) for path, text in _helps(cli, "klangwerk", None))


def _helps(command: click.Command, path: str, parent: click.Context | None) -> Iterator[tuple[str, str]]:
    settings = {**command.context_settings, "terminal_width": _WIDTH, "max_content_width": _WIDTH}
    context = click.Context(command, info_name=path.split()[-1], parent=parent, **settings)
    yield path, command.get_help(context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from _helps(inner, f"{path} {name}", context)


def _section(path: str, text: str) -> str:
    return f"\n## {path}\n\n```text\n{text.rstrip()}\n```\n"


if __name__ == "__main__":
    click.echo(reference(), nl=False)
