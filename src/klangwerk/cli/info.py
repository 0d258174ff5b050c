"""`klangwerk info`: what a sound file is, how loud it is, and where it comes from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from klangwerk.cli.failures import in_sentences


@click.command(short_help="Tell what a sound file is and how it was made.")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True, readable=True))
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def info(file: Path, as_json: bool) -> None:
    """Tell format, length and loudness of FILE, and how it was made if Klangwerk made it."""
    with in_sentences():
        found = _examine(file)
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
    else:
        click.echo(_in_words(found))


def _examine(file: Path) -> dict[str, Any]:
    from klangwerk.engines.contracts import Provenance
    from klangwerk.sound import io as sound_io
    from klangwerk.sound import loudness

    kind = sound_io.probe(file)
    buffer = sound_io.read(file)
    tags = sound_io.read_tags(file)
    provenance = Provenance.from_tag(tags.get(sound_io.COMMENT, ""))
    if provenance is not None:
        tags.pop(sound_io.COMMENT)
    return {
        "file": str(file),
        "sizeBytes": file.stat().st_size,
        "format": kind.format,
        "codec": kind.codec,
        "sampleRate": buffer.sample_rate,
        "channels": buffer.channels,
        "durationS": buffer.duration_s,
        "lufs": loudness.integrated_lufs(buffer),
        "truePeakDbtp": loudness.true_peak_dbtp(buffer),
        "tags": tags,
        "provenance": provenance.to_dict() if provenance else None,
    }


def _in_words(found: dict[str, Any]) -> str:
    channels = {1: "mono", 2: "stereo"}.get(found["channels"], f"{found['channels']} channels")
    loud = "silent" if found["lufs"] is None else f"{found['lufs']:.1f} LUFS"
    lines = [
        ("File", found["file"]),
        ("Format", f"{found['format']} ({found['codec']}), {channels}, {found['sampleRate']} Hz"),
        ("Duration", f"{found['durationS']:.3f} s, {found['sizeBytes']} bytes"),
        ("Loudness", f"{loud}, true peak {found['truePeakDbtp']:.1f} dBTP"),
        *((name.capitalize(), text) for name, text in found["tags"].items()),
    ]
    made = found["provenance"]
    if made is not None:
        params = {
            name: value
            for name, value in made["params"].items()
            if value is not None and value != [] and name != "latent"
        }
        lines += [
            ("Made by", f"Klangwerk, engine {made['engine']} {made['engineVersion']}, model {made['model']}"),
            ("Seed", str(made["seed"])),
            *((name.replace("_", " ").capitalize(), _value(value)) for name, value in params.items()),
        ]
    width = max(len(name) for name, _ in lines)
    return "\n".join(f"{name:<{width}}  {text}" for name, text in lines)


def _value(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {inner}" for name, inner in value.items())
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return f"{value:g}" if isinstance(value, float) else str(value)
