"""`klangwerk doctor`: finds what a crash left behind, and mends it on request."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from klangwerk.cli.studio_django import HOME, require_migrated, set_up

if TYPE_CHECKING:
    from klangwerk.studio.library.doctor import Finding


@click.command(short_help="Find what a crash left behind, and mend it.")
@click.option("--mend", is_flag=True, help="Mend what can be mended without losing anything.")
@click.option("--deep", is_flag=True, help="Read every file and compare checksums.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@HOME
@click.pass_context
def doctor(context: click.Context, mend: bool, deep: bool, as_json: bool, home: Path | None) -> None:
    """Look for files without a row, rows without a file, damage, and jobs that nobody does.

    Changes nothing unless --mend is given. Ends with 1 while anything is left to be done.
    """
    set_up(home)
    require_migrated()
    from klangwerk.studio.library import doctor as examiner

    findings = examiner.check(deep=deep)
    mended = examiner.mend(findings) if mend else []
    if as_json:
        click.echo(json.dumps({"findings": [_as_json(found, found in mended) for found in findings]}))
    else:
        _say(findings, mended)
    context.exit(1 if len(mended) < len(findings) else 0)


def _as_json(found: Finding, is_mended: bool) -> dict[str, object]:
    return {
        "code": found.code,
        "subject": found.subject,
        "message": found.message,
        "mending": found.mending,
        "canMend": found.mend is not None,
        "mended": is_mended,
    }


def _say(findings: list[Finding], mended: list[Finding]) -> None:
    for found in findings:
        click.echo(f"{found.code}  {found.subject}\n    {found.message}")
        if found in mended:
            click.echo(f"    Mended: {found.mending}")
        elif found.mending:
            click.echo(f"    --mend: {found.mending}")
    if not findings:
        click.echo("All is well.")
    elif len(mended) == len(findings):
        click.echo(f"{len(mended)} mended.")
    else:
        click.echo(f"{len(findings)} found, {len(mended)} mended.")
