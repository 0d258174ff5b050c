"""Errors in sentences, and exit codes: 1 it failed, 2 it was asked wrongly, 130 it was stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import click

FAILED = 1
STOPPED = 130  # 128 + SIGINT, as shells have it


@contextmanager
def in_sentences(*, options: Mapping[str, str] | None = None) -> Iterator[None]:
    """Turns the errors of engines, sound and files into messages; other exceptions are bugs and pass.

    `options` names the option behind a parameter of an engine where it is not `--name`.
    """
    try:
        yield
    except OSError as error:
        raise click.ClickException(_of_file(error)) from error
    except Exception as error:
        said = _said(error, options or {})
        if said is None:
            raise
        raise said from error


def _said(error: Exception, options: Mapping[str, str]) -> click.ClickException | None:
    # Imported here: an error is rare, and numpy comes with them.
    from klangwerk.engines.contracts import Cancelled, EngineError, InvalidParams
    from klangwerk.sound.errors import AudioError

    if isinstance(error, InvalidParams):
        option = options.get(error.field, "--" + error.field.replace("_", "-"))
        return click.BadParameter(error.message, param_hint=option)
    if isinstance(error, Cancelled):
        return Stopped()
    if isinstance(error, EngineError | AudioError):
        return click.ClickException(error.message)
    return None


class Stopped(click.ClickException):
    """The person asked to stop."""

    exit_code = STOPPED

    def __init__(self) -> None:
        super().__init__("Stopped.")

    def show(self, file: object = None) -> None:
        """No "Error:" before it: nothing went wrong."""
        del file
        click.echo(self.message, err=True)


def _of_file(error: OSError) -> str:
    what = error.strerror or str(error)
    return f"{error.filename}: {what}." if error.filename else f"{what}."


def exit_code_of(act: Callable[[], object]) -> int:
    """Runs a command and says what went wrong; the exit code."""
    try:
        result = act()
    except click.exceptions.Exit as exit_:
        return exit_.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        Stopped().show()
        return STOPPED
    return result if isinstance(result, int) else 0
