"""`klangwerk studio`: the options; what happens is in `studio_run`."""

from __future__ import annotations

from pathlib import Path

import click

from klangwerk.cli.studio_django import HOME


@click.command(short_help="Open the studio in the browser.")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 is all of them."
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one."
)
@HOME
@click.option(
    "--multi-user", is_flag=True, help="Anybody who reaches the studio may register; quotas apply to them."
)
@click.option("--no-browser", is_flag=True, help="Print the sign-in link, but open no browser.")
def studio(host: str, port: int, home: Path | None, multi_user: bool, no_browser: bool) -> None:
    """Open the studio: web server, worker and database, all on this machine.

    Prints a link that signs you in as the owner of this machine, once. Ctrl-C stops everything.
    """
    from klangwerk.cli import studio_run

    studio_run.run(host=host, port=port, home=home, multi_user=multi_user, opens_browser=not no_browser)
