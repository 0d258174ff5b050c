"""The knobs of the web app go as far as the server lets them, and start where it does."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from .conftest import Npm

pytestmark = pytest.mark.needs("node")

SHOW = """
import { runnerImport } from "vite";
const load = async (path) =>
  (await runnerImport(path, { resolve: { alias: { "@": process.cwd() + "/src" } }, logLevel: "error" })).module;
const [recipe, { SLIDERS }] = [await load("./src/core/kicks/recipe.ts"), await load("./src/core/kicks/sliders.ts")];
const { SEED_MAX } = await load("./src/core/seed.ts");
console.log("found:" + JSON.stringify({ ...recipe, SEED_MAX, SLIDERS }));
"""


ASK = """
import json, sys, django
django.setup()
from drf_spectacular.generators import SchemaGenerator
from klangwerk.studio.common.casing import camelized
from klangwerk.studio.kicks.words import words
schemas = SchemaGenerator().get_schema(request=None, public=True)["components"]["schemas"]
told = camelized(words())
json.dump({"order": schemas["KickOrderRequest"]["properties"], "change": schemas["PatchedKickPatchRequest"]["properties"],
           "defaults": told["defaults"], "sliders": told["sliders"]}, sys.stdout, default=str)
"""


@pytest.fixture(scope="module")
def server(clean_environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the server takes (of its OpenAPI schema), and what `/api/kicks/words/` says."""
    home: Path = tmp_path_factory.mktemp("home")
    settings = {
        "DJANGO_SETTINGS_MODULE": "klangwerk.studio.config.settings",
        "KLANGWERK_HOME": str(home),
        "SECRET_KEY": "a key for the tests, of no worth anywhere else",
    }
    answer = subprocess.run(
        [sys.executable, "-c", ASK],
        env={**clean_environment, **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    told: dict[str, Any] = json.loads(answer.stdout)
    return told


@pytest.fixture(scope="module")
def app(npm: Npm) -> dict[str, Any]:
    """The constants of the web app's own modules."""
    answer = npm("exec", "--", "node", "--input-type=module", "--eval", SHOW)
    assert answer.returncode == 0, answer.stderr
    found: dict[str, Any] = json.loads(answer.stdout.partition("found:")[2])
    return found


def test_the_sliders(app: dict[str, Any], server: dict[str, Any]) -> None:
    assert app["SLIDERS"].keys() == server["sliders"].keys()
    for name, knob in app["SLIDERS"].items():
        taken = server["order"][name]
        assert (knob["low"], knob["high"]) == (taken["minimum"], taken["maximum"]), name
        assert (knob["low"], knob["high"]) == (
            server["sliders"][name]["low"],
            server["sliders"][name]["high"],
        ), name
        assert knob["low"] <= knob["start"] <= knob["high"], name


@pytest.mark.parametrize(
    ("constant", "field"),
    [("STEPS", "steps"), ("CFG", "cfgScale"), ("MIX", "mix")],
)
def test_the_other_knobs(app: dict[str, Any], server: dict[str, Any], constant: str, field: str) -> None:
    taken = server["order"][field]
    assert app[constant] == {
        "low": taken["minimum"],
        "high": taken["maximum"],
        "start": server["defaults"][field],
    }


def test_a_variation_is_never_the_same_kick(app: dict[str, Any], server: dict[str, Any]) -> None:
    knob, taken = app["STRENGTH"], server["order"]["strength"]
    assert taken["minimum"] < knob["low"] < knob["start"]
    assert (knob["high"], knob["start"]) == (taken["maximum"], server["defaults"]["strength"])


def test_seed_prompt_and_name(app: dict[str, Any], server: dict[str, Any]) -> None:
    assert app["SEED_MAX"] == server["order"]["seed"]["maximum"] == server["defaults"]["seedMax"]
    assert (
        app["PROMPT_MAX_CHARS"]
        == server["order"]["prompt"]["maxLength"]
        == server["defaults"]["promptMaxChars"]
    )
    assert app["NAME_MAX_CHARS"] == server["change"]["name"]["maxLength"]
