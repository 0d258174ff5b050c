"""The management entry: `python -m klangwerk.studio.manage migrate`, `… createsuperuser`, `… spectacular`."""

from __future__ import annotations

import os
import sys


def main(argv: list[str] | None = None) -> None:
    """Run one Django management command; a wrong setting ends it with one sentence instead of a traceback."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "klangwerk.studio.config.settings")
    from django.core.management import execute_from_command_line

    from klangwerk.studio.config.env import ConfigError

    try:
        execute_from_command_line(argv or sys.argv)
    except ConfigError as error:
        sys.exit(f"klangwerk: {error}")


if __name__ == "__main__":
    main()
