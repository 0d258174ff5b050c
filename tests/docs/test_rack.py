"""docs/rack.md says what is so: its table is that of the code, its commands run."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from klangwerk.cli.main import cli
from klangwerk.engines.rack.params import RANGES
from klangwerk.engines.rack.preset_file import parse, wire_name
from klangwerk.sound import io as sound_io

from . import markdown
from .conftest import ROOT

RACK = ROOT / "docs" / "rack.md"


def _rows() -> dict[str, list[str]]:
    table = RACK.read_text(encoding="utf-8").partition("## Parameters")[2].partition("\n\nThe first key")[0]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
    return {row[0].strip("`"): row[1:] for row in cells if row[0].startswith("`")}


def test_the_table_has_every_parameter_with_its_range() -> None:
    rows = _rows()
    assert list(rows) == [wire_name(name) for name in RANGES]
    for name, entry in RANGES.items():
        title, *numbers = rows[wire_name(name)][:4]
        assert title == entry.title
        assert [float(number) for number in numbers] == [entry.low, entry.high, entry.default]


def test_the_hot_keys_are_those_of_the_web_app() -> None:
    source = (ROOT / "web" / "src" / "core" / "rack" / "params.ts").read_text(encoding="utf-8")
    table = source.partition("export const PARAMETERS = {")[2].partition("} as const")[0]
    keys = {
        name: [less, more] for name, less, more in re.findall(r'^  (\w+): .*\["(.)", "(.)"\]', table, re.M)
    }
    assert {name: re.findall(r"`(.)`", row[5]) for name, row in _rows().items()} == keys


def test_the_preset_is_rendered_by_every_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (example,) = markdown.blocks(RACK, "json")
    (tmp_path / "preset.json").write_text(example, encoding="utf-8")
    assert parse(example).name == json.loads(example)["presetName"]
    (block,) = markdown.blocks(RACK, "sh")
    assert block.count("klangwerk render") == 5
    for words in markdown.commands(RACK, "klangwerk"):
        answer = CliRunner().invoke(cli, words, catch_exceptions=False)
        assert answer.exit_code == 0, (words, answer.output)
    bar_frames = 70_560  # at 150 bpm
    lengths = {
        path.stem: sound_io.read(path).frames for path in tmp_path.glob("*.*a*") if path.suffix != ".json"
    }
    assert lengths["loop"] == lengths["mine"] == 4 * bar_frames
    assert lengths["song"] > 8 * bar_frames
    assert lengths["layers"] == lengths["layers-kick"] == lengths["layers-reverb"] == 2 * bar_frames
    assert lengths["reverb"] == bar_frames
