"""`klangwerk train`: the commands of klangwerk.training, which need the extra `train`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click

from klangwerk.cli.failures import in_sentences


class TrainGroup(click.Group):
    """Its commands live in klangwerk.training.cli, which is imported only here."""

    names = ("kicks", "evaluate", "sheet", "rack-sounds")

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Known without importing anything."""
        return list(self.names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Imports klangwerk.training.cli."""
        if cmd_name not in self.names:
            return None
        with _with_what_it_needs():
            command = getattr(import_module("klangwerk.training.cli"), cmd_name.replace("-", "_"))
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Raises click.ClickException without torch."""
        with _with_what_it_needs(), in_sentences():
            return super().invoke(ctx)


@contextmanager
def _with_what_it_needs() -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("klangwerk"):
            raise
        raise click.ClickException(
            f"Training needs {error.name}, which is not installed. Run: pip install 'klangwerk[train]'"
        ) from error


@click.group(cls=TrainGroup, short_help="Train kick models of your own.")
def train() -> None:
    """Train kick models of your own, and measure them (needs the extra "train")."""
