"""`klangwerk render`: a preset of Kick with Reverb becomes a loop, or bars that ring out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from klangwerk.cli.failures import in_sentences
from klangwerk.cli.progress import shown

if TYPE_CHECKING:
    from klangwerk.engines.rack.preset_file import RackPreset

FILE = click.Path(path_type=Path, dir_okay=False)
EXISTING = click.Path(path_type=Path, dir_okay=False, exists=True, readable=True)
LAYER = click.Choice(["kick", "noise", "reverb"])
KICK_DURATION_MAX_S = 60.0
PRESET_BYTES_MAX = 1_000_000  # a preset has about 600


@click.command(short_help="Render a preset of Kick with Reverb into a file.")
@click.argument("preset", type=EXISTING)
@click.option(
    "-o", "--output", type=FILE, help="File to write, .wav or .flac … by its name; - is standard output."
)
@click.option("--bars", type=int, default=4, show_default=True, help="How many bars of four beats, 1 to 512.")
@click.option(
    "--ending",
    type=click.Choice(["loop", "tail"]),
    default="loop",
    show_default=True,
    help="loop: as long as its bars, its end leads into its beginning. tail: it rings out after its bars.",
)
@click.option(
    "--format", "format_", metavar="FORMAT", help="wav, flac …, in place of that of the file's name."
)
@click.option("--bit-depth", type=click.Choice(["16", "24", "32"]), default="24", show_default=True)
@click.option(
    "--stems", is_flag=True, help="Write the layers besides: loop-kick.wav, loop-noise.wav, loop-reverb.wav."
)
@click.option("--kick", type=EXISTING, metavar="FILE", help="A kick of your own in place of the preset's.")
@click.option(
    "--mute", type=LAYER, multiple=True, help="Leave a layer out, also of what is sent to the reverb."
)
@click.option("--solo", type=LAYER, multiple=True, help="Hear only this layer; more than one if given again.")
@click.option("--json", "as_json", is_flag=True, help="Print what was made as JSON.")
def render(
    preset: Path,
    output: Path | None,
    bars: int,
    ending: str,
    format_: str | None,
    bit_depth: str,
    stems: bool,
    kick: Path | None,
    mute: tuple[str, ...],
    solo: tuple[str, ...],
    as_json: bool,
) -> None:
    """Render a preset of Kick with Reverb into a file.

    PRESET is JSON as the studio's API gives it, or written by hand; what it leaves out is as in “Init”. The tempo is
    written into the file, and how it was made; `klangwerk info` reads both.

    \b
    klangwerk render preset.json -o loop.wav
    klangwerk render preset.json --bars 8 --ending tail --stems -o song.flac
    klangwerk render preset.json --kick kick.wav --mute noise -o loop.wav
    """
    with in_sentences():
        from klangwerk.cli.render_files import RenderFiles, report
        from klangwerk.engines.rack.params import BounceParams
        from klangwerk.engines.rack.render import render as bounced
        from klangwerk.engines.rack.sounds import playable, sounds_of
        from klangwerk.engines.rack.timing import bounce_frames
        from klangwerk.sound import io as sound_io

        asked = BounceParams(bars=bars, ending=ending, muted=frozenset(mute), soloed=frozenset(solo))
        found = _preset_of(preset)
        bounce_frames(bars, found.params.bpm)  # too long: said before anything is loaded
        files = RenderFiles(
            output, title=found.name or preset.stem, format=format_, bit_depth=int(bit_depth), stems=stems
        )
        own_kick = playable(sound_io.read(kick, max_duration_s=KICK_DURATION_MAX_S)) if kick else None
        if own_kick is None and found.ai_kick is not None:
            raise click.UsageError(
                f"The preset plays the AI kick “{found.ai_kick}”, which is in a library and not in this file."
                " Download it there and give it with --kick FILE."
            )
        params = found.params if own_kick is None else replace(found.params, kick_sample=None)
        with _in_the_preset(preset):
            sounds = sounds_of(params, kick=own_kick)
        with shown("Rendering") as progress:
            result = bounced(params, asked, sounds=sounds, stems=stems, progress=progress)
        made = files.write(result, kick_file=kick)
    report(result, made, as_json=as_json, to_stdout=files.is_stdout)


def _preset_of(path: Path) -> RackPreset:
    from klangwerk.engines.rack.preset_file import parse

    with path.open("rb") as file:
        text = file.read(PRESET_BYTES_MAX + 1)
    with _in_the_preset(path):
        if len(text) > PRESET_BYTES_MAX:
            raise click.BadParameter("The file is too large for a preset.", param_hint=path.name)
        return parse(text)


@contextmanager
def _in_the_preset(path: Path) -> Iterator[None]:
    """What is wrong with a parameter is wrong with a field of the file."""
    from klangwerk.engines.rack.params import RANGES, SOUND_FIELDS
    from klangwerk.engines.rack.preset_file import wire_name

    fields = (*RANGES, *SOUND_FIELDS.values(), "preset_name", "kick_id")
    hints = {field: f"“{wire_name(field)}” in {path.name}" for field in fields}
    with in_sentences(options={**hints, "preset": path.name}):
        yield
