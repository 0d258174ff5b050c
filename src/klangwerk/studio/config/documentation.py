"""Writes docs/settings.md out of the table of options: `python -m klangwerk.studio.config.documentation`."""

from __future__ import annotations

import sys

from klangwerk.studio.config.options import GROUPS, OPTIONS, Kind, Option

HEAD = """# Settings

Klangwerk is configured by environment variables, or by the same names in a file `.env` in the directory where it is
started (`KLANGWERK_ENV_FILE` names another; the environment wins). Nothing needs to be set: the defaults are a studio
for one person, with SQLite and local files. An empty value means the default. A wrong one is refused at start, with a
sentence that names it.

Settings marked *secret* may also be read from a file, as containers hand them over: `SECRET_KEY_FILE=/run/secrets/key`.

This page is written by `python -m klangwerk.studio.config.documentation > docs/settings.md`; a test keeps it current.
"""

FOOT = """
## Names of other systems

`MODAL_TOKEN_ID` and `MODAL_TOKEN_SECRET`, known from systems that generate their kicks on hosted GPUs, are not read:
the kick engine is built in and runs on the CPU.
"""


def settings_markdown() -> str:
    """The whole page."""
    groups = [
        f"\n## {group}\n\n| Name | Value | Default | Meaning |\n|---|---|---|---|\n"
        + "".join(_row(option) for option in OPTIONS if option.group == group)
        for group in GROUPS
    ]
    return HEAD + "".join(groups) + FOOT


def _row(option: Option) -> str:
    meaning = option.help + (" *secret*" if option.secret else "")
    return f"| `{option.name}` | {_value(option)} | {_default(option)} | {meaning.replace('|', chr(92) + '|')} |\n"


def _value(option: Option) -> str:
    if option.kind is Kind.CHOICE:
        return " or ".join(f"`{choice}`" for choice in option.choices)
    if option.kind is Kind.INTEGER and option.maximum is not None:
        return f"{option.kind} {option.minimum} to {option.maximum}"
    if option.kind is Kind.INTEGER and option.minimum is not None:
        return f"{option.kind}, at least {option.minimum}"
    return str(option.kind)


def _default(option: Option) -> str:
    if option.default_note is not None:
        return option.default_note
    return f"`{option.default}`" if option.default else "none"


if __name__ == "__main__":
    sys.stdout.write(settings_markdown())
