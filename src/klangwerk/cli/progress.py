"""A progress bar on the terminal's error stream; nothing at all when that is a file or a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from klangwerk.engines.contracts import Progress, no_progress

_STEPS = 1000


@contextmanager
def shown(label: str) -> Iterator[Progress]:
    """A `progress(fraction, step)` that draws, while the block runs."""
    if not sys.stderr.isatty():
        yield no_progress
        return
    with click.progressbar(
        length=_STEPS, label=label, file=sys.stderr, item_show_func=lambda step: step, show_eta=False
    ) as bar:

        def draw(fraction: float, step: str) -> None:
            bar.update(max(0, round(fraction * _STEPS) - bar.pos), step)

        yield draw


def part(progress: Progress, *, index: int, of: int) -> Progress:
    """The progress of one of several equal parts."""
    return lambda fraction, step: progress((index + fraction) / of, step)
