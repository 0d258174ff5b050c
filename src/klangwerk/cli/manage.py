"""`klangwerk manage`: Django's own commands."""

from __future__ import annotations

from pathlib import Path

import click

from klangwerk.cli.studio_django import HOME, set_up


@click.command(
    short_help="Run Django's own commands.",
    # What follows the command's name is Django's; what stands before it is ours.
    context_settings={
        "ignore_unknown_options": True,
        "allow_interspersed_args": False,
        "help_option_names": [],
    },
    add_help_option=False,
)
@HOME
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(home: Path | None, arguments: tuple[str, ...]) -> None:
    """Run a management command of Django: migrate, createsuperuser, changepassword, shell and more."""
    set_up(home)
    from django.core.management import ManagementUtility

    ManagementUtility(["klangwerk manage", *(arguments or ("help",))]).execute()
