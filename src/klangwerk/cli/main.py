"""The command itself: its groups, its version, its exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

import klangwerk
from klangwerk.cli.failures import exit_code_of
from klangwerk.cli.lazy import LazyGroup

COMMANDS = {
    "studio": "klangwerk.cli.studio:studio",
    "kick": "klangwerk.cli.kick:kick",
    "track": "klangwerk.cli.track:track",
    "render": "klangwerk.cli.render:render",
    "info": "klangwerk.cli.info:info",
    "worker": "klangwerk.cli.worker:worker",
    "doctor": "klangwerk.cli.doctor:doctor",
    "train": "klangwerk.cli.train:train",
    "manage": "klangwerk.cli.manage:manage",
}


@click.group(
    cls=LazyGroup,
    lazy=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(klangwerk.__version__, message="klangwerk %(version)s")
def cli() -> None:
    """Klangwerk, a studio for AI audio.

    \b
    klangwerk studio                          opens the studio in the browser
    klangwerk kick deep punchy house          makes a kick drum, here and now
    klangwerk track dark techno, 132 bpm      makes a track with stems and MIDI
    klangwerk render preset.json -o loop.wav  makes a loop of Kick with Reverb
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Entry point of `klangwerk`; ends the process."""
    try:
        code = exit_code_of(
            lambda: cli.main(args=arguments, prog_name="klangwerk", standalone_mode=False),
        )
        sys.stdout.flush()
    except BrokenPipeError:  # `klangwerk … | head`: the reader has what it wanted
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code)
