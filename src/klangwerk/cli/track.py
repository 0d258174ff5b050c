"""`klangwerk track`: a description becomes a mix, its stems and a MIDI file."""

from __future__ import annotations

import random
from pathlib import Path

import click

from klangwerk.cli.failures import in_sentences
from klangwerk.cli.progress import shown

FOLDER = click.Path(path_type=Path, file_okay=False)
FORMATS = ("wav", "flac", "mp3", "m4a")


@click.command(short_help="Make a track with stems and MIDI from words.")
@click.argument("prompt", nargs=-1)
@click.option(
    "-o",
    "--output",
    type=FOLDER,
    metavar="DIR",
    help="Folder for the files. [default: named after the prompt]",
)
@click.option("--format", "format_", type=click.Choice(FORMATS), default="wav", show_default=True)
@click.option(
    "--seed", type=int, help="The same seed gives the same bytes. Random, and printed, if not given."
)
@click.option(
    "--stems/--no-stems", default=True, show_default=True, help="Also bass, chords, melody and percussion."
)
@click.option("--midi/--no-midi", default=True, show_default=True, help="Also track.mid, the notes.")
@click.option(
    "--premaster/--no-premaster",
    default=True,
    show_default=True,
    help="Also the mix before mastering, to which the stems add up.",
)
@click.option("--duration", type=float, metavar="S", help="Length in seconds, 4 to 300.")
@click.option("--bpm", type=float, help="Tempo, 40 to 220.")
@click.option("--key", help="Key, such as “F# minor”, “Eb major” or “D dorian”.")
@click.option("--loop", is_flag=True, help="Whole bars without beginning or end, to be repeated.")
@click.option("--bit-depth", type=click.Choice(["16", "24", "32"]), default="24", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print what was made as JSON.")
def track(
    prompt: tuple[str, ...],
    output: Path | None,
    format_: str,
    seed: int | None,
    stems: bool,
    midi: bool,
    premaster: bool,
    duration: float | None,
    bpm: float | None,
    key: str | None,
    loop: bool,
    bit_depth: str,
    as_json: bool,
) -> None:
    """Make a track with stems and MIDI from words.

    PROMPT is free text, English or German: genre, mood, instruments, length, tempo, key, form. What it leaves open is
    chosen by the seed; options win over the words. The files are mix, bass, chords, melody, percussion, premaster
    and track.mid; a file that is there already is replaced.

    \b
    klangwerk track 30 seconds of peaceful lo-fi chill hop -o chill
    klangwerk track "dark techno, 132 bpm, F# minor, with a big drop" --format flac --seed 7
    klangwerk track Ruhiges Klavierstück ohne Schlagzeug, eine halbe Minute
    """
    with in_sentences(options={"duration_s": "--duration", "prompt": "PROMPT"}):
        from klangwerk.cli.track_files import TrackFiles, report
        from klangwerk.engines.composer.generate import generate
        from klangwerk.engines.composer.params import SEED_MAX, TrackParams

        params = TrackParams(prompt=" ".join(prompt), duration_s=duration, bpm=bpm, key=key, looping=loop)
        seed = random.SystemRandom().randint(0, SEED_MAX) if seed is None else seed
        files = TrackFiles(
            output, title=params.prompt, format=format_, bit_depth=int(bit_depth), stems=stems, midi=midi,
            premaster=premaster,
        )  # fmt: skip
        with shown("Making a track") as progress:
            result = generate(params, seed=seed, progress=progress)
        made = files.write(result)
    report(result, made, folder=files.folder, as_json=as_json)
