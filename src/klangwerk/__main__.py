"""`python -m klangwerk` is the `klangwerk` command."""

from __future__ import annotations

from klangwerk.cli.main import main

if __name__ == "__main__":
    main()
