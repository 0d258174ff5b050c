"""Django for commands that need the studio's database: set up once, wrong settings told in a sentence."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import click

HOME = click.option(
    "--home",
    type=click.Path(path_type=Path, file_okay=False),
    help="The data directory, in place of KLANGWERK_HOME or ~/.klangwerk.",
)


def set_up(home: Path | None = None) -> None:
    """Load the settings and all apps. Raises click.ClickException for a wrong setting."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "klangwerk.studio.config.settings"
    if home is not None:
        os.environ["KLANGWERK_HOME"] = str(home.expanduser().absolute())
    import django

    from klangwerk.studio.config.env import ConfigError

    try:
        django.setup()
    except ConfigError as error:
        raise click.ClickException(str(error)) from error


def migrate() -> bool:
    """Bring the database up to date; whether there was anything to do. Raises click.ClickException."""
    from django.core.management import call_command
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if pending:
            call_command("migrate", verbosity=0, interactive=False)
    except DatabaseError as error:
        raise click.ClickException(f"The database cannot be used: {str(error).strip()}") from error
    return bool(pending)


def require_migrated() -> None:
    """Raises click.ClickException when the database is not up to date."""
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        behind = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        raise click.ClickException(f"The database cannot be used: {str(error).strip()}") from error
    if behind:
        home = os.environ.get("KLANGWERK_HOME")
        where = f"--home {shlex.quote(home)} " if home else ""
        raise click.ClickException(f"The database is not up to date. Run: klangwerk manage {where}migrate")
