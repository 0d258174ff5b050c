"""`klangwerk train …`: rebuild the shipped model, learn from a folder, measure a model, draw it."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path

import click

WORK = Path("training-work")
CORES = os.cpu_count() or 1

model_option = click.option(
    "--model",
    "path",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A model file; the shipped one without it.",
)
workers_option = click.option(
    "--workers", default=CORES, show_default="one per core", help="Processes that prepare data."
)


@click.command()
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Your own folder of kicks; labels come from the file names. Without it the shipped model is rebuilt.",
)
@click.option(
    "--work",
    type=click.Path(path_type=Path),
    default=WORK,
    show_default=True,
    help="Where data and checkpoints live; the same command goes on where it stopped.",
)
@click.option("--smoke", is_flag=True, help="A few steps of everything, to see that it runs.")
@click.option("--install", is_flag=True, help="Make the result the shipped model (source checkouts).")
@workers_option
def kicks(data: Path | None, work: Path, smoke: bool, install: bool, workers: int) -> None:
    """Train the kick model."""
    from klangwerk.training.kick import folder, pipeline  # noqa: PLC0415  (torch, after the options are read)
    from klangwerk.training.kick.install import install as make_shipped  # noqa: PLC0415

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    logging.getLogger("onnx_ir").setLevel(logging.WARNING)
    plan = pipeline.SMOKE if smoke else pipeline.Plan()
    work.mkdir(parents=True, exist_ok=True)
    if data is None:
        target = pipeline.train_synthetic(work, plan, workers=workers)
    else:
        try:
            target = folder.train_folder(data, work, plan, workers=workers)
        except ValueError as error:
            raise click.ClickException(str(error)) from error
    if install:
        make_shipped(target)
    click.echo(f"Model written to {target}. Use it with KLANGWERK_KICK_MODEL={target}")


@click.command()
@model_option
@click.option("--seeds", default=100, show_default=True, help="Seeds per comparison of opposites.")
@click.option(
    "--compared", default=400, show_default=True, help="Kicks a side in comparisons with unseen data."
)
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@workers_option
def evaluate(path: Path | None, seeds: int, compared: int, as_json: bool, workers: int) -> None:
    """Measure a kick model: control by words and sliders, genre, diversity, closeness to unseen data."""
    from klangwerk.engines.kick import load_model, own_model  # noqa: PLC0415
    from klangwerk.training.kick import card  # noqa: PLC0415
    from klangwerk.training.kick.evaluate import evaluate as measure  # noqa: PLC0415

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    model = load_model(own_model(str(path)) if path else None)
    report = measure(model, seeds=seeds, compared=compared, workers=workers)
    click.echo(json.dumps(report.to_dict(), indent=1) if as_json else card.figures(report))
    for miss in card.failures(report):
        click.echo(f"Below its bound: {miss}", err=True)


@click.command()
@model_option
@click.option(
    "-o",
    "target",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("kicks.png"),
    show_default=True,
    help="The picture to write.",
)
def sheet(path: Path | None, target: Path) -> None:
    """Draw waveform and spectrogram of 48 prompts on one page."""
    from klangwerk.engines.kick import load_model, own_model  # noqa: PLC0415
    from klangwerk.training.kick.sheet import draw  # noqa: PLC0415

    draw(load_model(own_model(str(path)) if path else None), target)
    click.echo(f"Drawn to {target}")


@click.command("rack-sounds")
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to write them; without it the shipped ones are replaced (source checkouts).",
)
@click.option(
    "--sheet",
    "picture",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also draw waveform and spectrogram of each on one page, as PNG.",
)
def rack_sounds(folder: Path | None, picture: Path | None) -> None:
    """Make the rack's stock sounds again: kicks, noise loops, impulse responses and their catalogue."""
    from klangwerk.training.rack_sounds import write  # noqa: PLC0415

    folder = folder or write.FOLDER
    write.write_all(folder, say=click.echo)
    click.echo(f"Written to {folder}")
    if picture is not None:
        from klangwerk.training.rack_sounds.sheet import draw as draw_sounds  # noqa: PLC0415

        draw_sounds(folder, picture)
        click.echo(f"Drawn to {picture}")
