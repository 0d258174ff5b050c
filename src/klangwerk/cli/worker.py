"""`klangwerk worker`: takes jobs out of the database and does them."""

from __future__ import annotations

from pathlib import Path

import click

from klangwerk.cli.studio_django import HOME, require_migrated, set_up


@click.command(short_help="Do the studio's work in a process of its own.")
@click.option(
    "--lanes",
    metavar="LANE,…",
    help="Which work to take: fast, heavy, remote, gpu. All but gpu if not given.",
)
@HOME
def worker(lanes: str | None, home: Path | None) -> None:
    """Do the studio's work in a process of its own, beside or instead of the one that `klangwerk studio` starts.

    Ctrl-C gives back what it was doing; another worker takes that up.
    """
    set_up(home)
    from klangwerk.studio.jobs import lanes as lane_names
    from klangwerk.studio.jobs.worker import run

    try:
        chosen = lane_names.parse(lanes) if lanes is not None else None
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--lanes") from error
    require_migrated()
    run(lanes=chosen)
