"""The shipped sounds are those that the recipes make, and writing them is repeatable."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from klangwerk.cli.main import cli
from klangwerk.sound import io
from klangwerk.training.rack_sounds.kicks import KICKS
from klangwerk.training.rack_sounds.write import FOLDER, LAYERS, make, write_all

LSB = 1 / 32_768
CHECKED = [
    *(("kicks", name) for name in ("Otto", "Uwe", "Emil", "Kurt")),
    *(("noises", name) for name in ("Staub", "Nordwind", "Hochspannung")),
    *(("reverbs", name) for name in ("Lagerhalle", "Feder", "Rohr", "Sog")),
]


def recipe_of(layer: str, name: str):
    return next(recipe for recipe in LAYERS[layer] if recipe.name == name)


@pytest.mark.parametrize(("layer", "name"), CHECKED)
def test_a_shipped_sound_is_what_its_recipe_makes(layer, name):
    recipe = recipe_of(layer, name)
    shipped = io.read(FOLDER / layer / recipe.file_name)
    made = make(layer, recipe)
    assert made.samples.shape == shipped.samples.shape
    assert np.abs(made.samples - shipped.samples).max() <= 2 * LSB  # another numpy may round otherwise


def test_the_catalogue_lists_the_recipes_in_order():
    catalog = json.loads((FOLDER / "catalog.json").read_text(encoding="utf-8"))
    for layer, recipes in LAYERS.items():
        assert [(e["name"], e["description"]) for e in catalog[layer]] == [
            (r.name, r.description) for r in recipes
        ]


def test_writing_twice_gives_the_same_bytes_and_clears_away_what_is_gone(tmp_path: Path):
    layers = {"kicks": KICKS[:3]}
    write_all(tmp_path, layers=layers)
    once = {path.name: path.read_bytes() for path in tmp_path.rglob("*.*")}
    (tmp_path / "kicks" / "old.flac").write_bytes(b"old")
    said: list[str] = []
    write_all(tmp_path, layers=layers, say=said.append)
    assert {path.name: path.read_bytes() for path in tmp_path.rglob("*.*")} == once
    assert set(once) == {"catalog.json", "otto.flac", "bodo.flac", "fritz.flac"}
    assert said == ["kicks/otto.flac", "kicks/bodo.flac", "kicks/fritz.flac"]


def test_a_sound_does_not_depend_on_the_others():
    one, other = (recipe_of("kicks", name) for name in ("Emil", "Erna"))
    assert make("kicks", one).samples.tobytes() == make("kicks", one).samples.tobytes()
    assert one.generator().random() != other.generator().random()


def test_the_command_is_there_without_torch():
    result = CliRunner().invoke(cli, ["train", "rack-sounds", "--help"])
    assert result.exit_code == 0, result.output
    assert "--sheet" in result.output
