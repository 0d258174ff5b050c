"""`klangwerk kick`: a prompt becomes one or more files."""

from __future__ import annotations

from pathlib import Path

import click

from klangwerk.cli.failures import in_sentences
from klangwerk.cli.kick_report import report
from klangwerk.cli.progress import shown

FILE = click.Path(path_type=Path, dir_okay=False)
EXISTING = click.Path(path_type=Path, dir_okay=False, exists=True, readable=True)
OPTION_OF_FIELD = {"length_s": "--length", "pitch_hz": "--pitch", "pitch_note": "--pitch", "prompt": "PROMPT"}


@click.command(short_help="Make kick drums from words.")
@click.argument("prompt", nargs=-1)
@click.option(
    "-o", "--output", type=FILE, help="File to write, .wav or .flac … by its name; - is standard output."
)
@click.option(
    "--count", type=click.IntRange(1, 999), default=1, show_default=True, help="How many; numbered files."
)
@click.option(
    "--seed", type=int, help="The same seed gives the same bytes. Random, and printed, if not given."
)
@click.option("--length", type=float, metavar="S", help="Length in seconds, 0.05 to 1.8.")
@click.option("--pitch", metavar="HZ|NOTE", help="Pitch of the body: 25 to 150 Hz, or a note such as F1.")
@click.option("--punch", type=float, metavar="0..1", help="0 soft, 1 hard attack.")
@click.option("--drive", type=float, metavar="0..1", help="0 clean, 1 distorted.")
@click.option("--brightness", type=float, metavar="0..1", help="0 dark, 1 bright.")
@click.option("--noise", type=float, metavar="0..1", help="0 none, 1 much.")
@click.option("--steps", type=int, help="Steps of the sampler, 1 to 64; the default is enough.")
@click.option("--cfg-scale", type=float, help="How strictly to follow the prompt, 0 to 10.")
@click.option(
    "--variations-of",
    type=EXISTING,
    metavar="FILE",
    help="Vary a kick that Klangwerk made; its prompt and sliders count unless others are given.",
)
@click.option(
    "--from", "start_from", type=EXISTING, metavar="FILE", help="Start from any recording of a kick."
)
@click.option(
    "--strength", type=float, metavar="0..1", help="How far from that kick: 0 the same, 1 another. [0.4]"
)
@click.option("--blend", type=EXISTING, nargs=2, metavar="A B", help="A kick between two files.")
@click.option("--mix", type=float, metavar="0..1", help="Where between them: 0 is A, 1 is B. [0.5]")
@click.option("--bit-depth", type=click.Choice(["16", "24", "32"]), default="24", show_default=True)
@click.option(
    "--model",
    envvar="KLANGWERK_KICK_MODEL",
    metavar="FILE|URL",
    help="Another model than the shipped one; URL#sha256=… for a remote one.",
)
@click.option("--json", "as_json", is_flag=True, help="Print what was made as JSON.")
def kick(
    prompt: tuple[str, ...],
    output: Path | None,
    count: int,
    seed: int | None,
    length: float | None,
    pitch: str | None,
    punch: float | None,
    drive: float | None,
    brightness: float | None,
    noise: float | None,
    steps: int | None,
    cfg_scale: float | None,
    variations_of: Path | None,
    start_from: Path | None,
    strength: float | None,
    blend: tuple[Path, Path] | None,
    mix: float | None,
    bit_depth: str,
    model: str | None,
    as_json: bool,
) -> None:
    """Make kick drums from words.

    PROMPT is free text, English or German: genres, characters, "long", "55 Hz", "in F". Without one you get "hit
    house". Sliders override the prompt. Prompt, seed and model are written into the file; `klangwerk info` reads them.

    \b
    klangwerk kick deep punchy house -o kick.wav
    klangwerk kick gabber --count 8 --drive 0.9 -o gabber.flac
    klangwerk kick --variations-of kick.wav --strength 0.3 --count 4
    klangwerk kick --blend kick.wav gabber-01.flac --mix 0.25
    """
    if sum(start is not None for start in (variations_of, start_from, blend)) > 1:
        raise click.UsageError("Use only one of --variations-of, --from and --blend.")
    if strength is not None and variations_of is None and start_from is None:
        raise click.UsageError("--strength goes with --variations-of or --from.")
    if mix is not None and blend is None:
        raise click.UsageError("--mix goes with --blend.")
    with in_sentences(options=OPTION_OF_FIELD):
        from klangwerk.cli.kick_files import KickFiles
        from klangwerk.cli.kick_request import KickRequest

        sliders = {
            "length_s": length,
            "pitch_hz": _pitch_hz(pitch),
            "punch": punch,
            "drive": drive,
            "brightness": brightness,
            "noise": noise,
        }
        request = KickRequest(
            prompt=" ".join(prompt),
            settings={**sliders, "steps": steps, "cfg_scale": cfg_scale},
            variation_of=variations_of,
            start_from=start_from,
            strength=strength,
            blend=blend,
            mix=mix,
            seed=seed,
            count=count,
            model=model,
        )
        files = KickFiles(output, count=count, bit_depth=int(bit_depth))
        with shown("Making kicks" if count > 1 else "Making a kick") as progress:
            made = [files.write(result) for result in request.results(progress)]
    report(made, as_json=as_json, to_stdout=files.is_stdout)


def _pitch_hz(text: str | None) -> float | None:
    if text is None:
        return None
    try:
        return float(text.lower().removesuffix("hz").strip().replace(",", "."))
    except ValueError:
        from klangwerk.engines.kick.pitch_names import note_to_hz

        return note_to_hz(text)
