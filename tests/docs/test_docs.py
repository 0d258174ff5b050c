"""What the documents name is there: endpoints, codes, commands, targets, settings, paths, functions, links."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from pathlib import Path

import click
import pytest

import klangwerk
from klangwerk.cli.main import cli
from klangwerk.engines.kick.params import SLIDERS
from klangwerk.studio.config.options import BY_NAME, OPTIONS

from . import markdown
from .conftest import DOCUMENTS, ROOT, Server

API = ROOT / "docs" / "api.md"
METHODS = r"(?:GET|POST|PATCH|PUT|DELETE)"


def test_every_document_is_in_the_index() -> None:
    index = ROOT / "docs" / "README.md"
    linked = {(index.parent / link).resolve() for link in markdown.links(index)}
    assert {path for path in DOCUMENTS if path != index} - {path.resolve() for path in linked} == set()


def test_every_link_leads_somewhere(document: Path) -> None:
    for link in markdown.links(document):
        if link.startswith(("http://", "https://")):
            continue
        name, _, anchor = link.partition("#")
        target = (document.parent / name).resolve() if name else document
        assert target.exists(), link
        if anchor:
            assert anchor in markdown.anchors(target), link


def test_every_command_and_its_options_exist(document: Path, server: Server) -> None:
    for words in markdown.commands(document, "klangwerk"):
        command: click.Command = cli
        while words and isinstance(command, click.Group) and not words[0].startswith(("-", "…")):
            found = command.get_command(click.Context(command), words[0])
            assert found is not None, words
            command, words = found, words[1:]
        if command.name == "manage":
            assert not words or words[0] in server.manage, words
            continue
        known = {option for parameter in command.params for option in parameter.opts} | {
            "--help", "-h", "--version", "--",
        }  # fmt: skip
        assert {word for word in words if re.match(r"--?[a-z]", word)} <= known, words


def test_every_target_of_make_exists(document: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = {words[0] for words in markdown.commands(document, "make") if words}
    assert named <= targets


def test_every_setting_is_documented_and_no_other_is_named() -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert [option.name for option in OPTIONS if f"`{option.name}`" not in page] == []
    elsewhere = subprocess.run(
        ["grep", "-rhoE", "KLANGWERK_[A-Z_]+", "tests", "web/vite.config.ts"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    examples = {"KLANGWERK_KEY"}
    for path in DOCUMENTS:
        for name in re.findall(r"KLANGWERK_[A-Z_]+[A-Z]", path.read_text(encoding="utf-8")):
            assert name in BY_NAME or name in elsewhere or name in examples, (path.name, name)


def test_the_changelog_has_this_version() -> None:
    assert klangwerk.__version__ in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


# --- README -----------------------------------------------------------------------------------------------------------


def test_the_readme_has_its_picture_and_a_place_for_figures() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert text.index("<!-- figures -->") < text.index("<!-- /figures -->")
    assert "docs/images/kicks-desktop.png" in markdown.links(ROOT / "README.md")


def test_the_readme_names_the_pythons_that_the_package_allows() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    assert project["requires-python"] == ">=3.11,<3.14"
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "Python 3.11, 3.12 or 3.13" in text
    for extra in set(project["optional-dependencies"]) - {"dev"}:
        assert f"`klangwerk[{extra}]`" in text


def test_the_readme_tells_the_defaults_of_the_limits() -> None:
    text = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    per_day, kept, for_all = (
        BY_NAME[name].default
        for name in ("KLANGWERK_KICKS_PER_DAY", "KLANGWERK_KICKS_KEPT", "KLANGWERK_KICKS_PER_DAY_ALL")
    )
    assert f"{per_day} kicks a day and {kept} kept for each user, {for_all} a day for all" in text
    assert BY_NAME["KLANGWERK_DAY_ZONE"].default == "America/New_York"
    assert "midnight in New York" in text


# --- ARCHITECTURE -----------------------------------------------------------------------------------------------------

_PATH = re.compile(r"(?:src|web|tests|benchmarks|requirements|docs|\.ci)/[\w./-]*|\w+\.(?:py|toml)")
_DOTTED = re.compile(r"(?:[a-z_]+\.|[A-Z]\w+\.)+[A-Za-z_]+")
_OF_OTHERS = {"AppConfig.ready", "scipy.signal"}
_BUILT = "src/klangwerk/studio/webapp/"


@pytest.mark.parametrize("name", ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"])
def test_every_path_exists(name: str) -> None:
    paths = [span for span in markdown.spans(ROOT / name) if _PATH.fullmatch(span) and span != _BUILT]
    assert [path for path in paths if not (ROOT / path).exists() and path not in _MODULES] == []


def test_every_package_of_the_code_is_on_the_map() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    packages = {file.parent.relative_to(ROOT).as_posix() for file in (ROOT / "src").rglob("__init__.py")}
    left_out = {"src/klangwerk", "src/klangwerk/engines", "src/klangwerk/training"}
    missing = [
        package
        for package in sorted(packages - left_out)
        if f"`{package}/`" not in page and not package.endswith("/migrations")
    ]
    assert missing == []


_SOURCES = {path: path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py")}
_MODULES = {path.name for path in _SOURCES}


def _is_defined(dotted: str) -> bool:
    """Whether `module.name`, `Class.method` or `package.module` is somewhere in the code."""
    owner, name = dotted.split(".")[-2:]
    defined = re.compile(rf"^(?:def|class) {name}\b|^{name}\b.*=", re.MULTILINE)
    for path, text in _SOURCES.items():
        stem = path.parent.name if path.name == "__init__.py" else path.stem
        if stem == owner and defined.search(text):
            return True
        if stem == name and owner in path.parts:
            return True
        if re.search(rf"^class {owner}\b", text, re.MULTILINE) and re.search(
            rf"^    (?:async )?def {name}\b", text, re.M
        ):
            return True
    return False


def test_every_function_that_the_architecture_names_is_there() -> None:
    named = {
        span.partition("(")[0]
        for span in markdown.spans(ROOT / "ARCHITECTURE.md")
        if _DOTTED.fullmatch(span.partition("(")[0]) and not re.search(r"\.(py|toml|json|html|kwm)$", span)
    } - _OF_OTHERS
    assert len(named) > 30
    assert sorted(name for name in named if not _is_defined(name)) == []


def test_the_test_of_names_finds_wrong_ones() -> None:
    assert _is_defined("state.claim")
    assert not _is_defined("state.grab")
    assert not _is_defined("KickGenerateApi.put")


def test_every_app_class_that_the_architecture_names_is_there() -> None:
    named = {
        span
        for span in markdown.spans(ROOT / "ARCHITECTURE.md")
        if re.fullmatch(r"[A-Z][a-z]+[A-Z]\w+", span)
    }
    web = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "web" / "src").rglob("*.ts*"))
    code = "".join(_SOURCES.values()) + web
    of_others = {"AppConfig", "AudioContext", "APIView"}
    assert sorted(name for name in named - of_others if not re.search(rf"class {name}\b", code)) == []


# --- CONTRIBUTING -----------------------------------------------------------------------------------------------------


def test_contributing_names_every_marker() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        markers = tomllib.load(file)["tool"]["pytest"]["ini_options"]["markers"]
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [marker for marker in markers if f"| `{re.split('[(:]', marker)[0]}" not in page] == []


# --- the API ----------------------------------------------------------------------------------------------------------


def _documented_operations() -> set[tuple[str, str]]:
    found = set()
    for heading in re.findall(r"^### (.+)$", API.read_text(encoding="utf-8"), re.MULTILINE):
        for methods, path in re.findall(rf"((?:{METHODS}(?:, | and )?)+) (/[^\s,]*)", heading):
            found |= {(method.lower(), path) for method in re.findall(METHODS, methods)}
    return found


def test_every_operation_has_a_heading_and_every_heading_an_operation(server: Server) -> None:
    operations = {(method, path) for path, methods in server.schema["paths"].items() for method in methods}
    documented = {(method, path) for method, path in _documented_operations() if path.startswith("/api/")}
    assert operations - documented == set()
    assert documented - operations == set()


def test_the_table_of_codes_is_that_of_the_code(server: Server) -> None:
    page = API.read_text(encoding="utf-8")
    table = page.partition("## All error codes")[2].partition("### ")[0]
    rows = {code: int(status) for code, status in re.findall(r"^\| `(\w+)` \| (\d+) \|", table, re.MULTILINE)}
    assert rows == server.codes


def test_the_table_of_failures_is_that_of_the_code(server: Server) -> None:
    table = API.read_text(encoding="utf-8").partition("### Codes in a failed job")[2]
    codes = server.schema["components"]["schemas"]["CodeEnum"]["enum"]
    assert sorted(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == codes


def test_the_fields_of_an_order_are_those_of_the_schema(server: Server) -> None:
    body = server.body_of("/api/kicks/generate/", "post")["properties"]
    table = API.read_text(encoding="utf-8").partition("| Field | Value | Meaning |")[2].partition("\n\n")[0]
    first_cells = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    assert {name for cell in first_cells for name in re.findall(r"`(\w+)`", cell)} == set(body)
    for low, high, _, label in SLIDERS.values():
        row = next(line for line in table.splitlines() if re.search(rf"`{label.lower()}(S|Hz)?`", line))
        assert f"{low:g} to {high:g}" in row


@pytest.mark.parametrize(
    ("component", "sign"),
    [
        ("KickGenerated", "cfgScale"),
        ("Preset", "kickUrl"),
        ("Bounce", "stems"),
        ("Track", "mainTrackId"),
        ("Generation", "taskId"),
        ("Project", "dawprojectUrl"),
        ("Job", "lane"),
        ("MeOutput", "isOwner"),
        ("Error", "code"),
    ],
)
def test_the_examples_have_all_fields_and_no_others(server: Server, component: str, sign: str) -> None:
    components = server.schema["components"]["schemas"]
    name = component if component in components else component.removesuffix("Output")
    examples = [json.loads(block) for block in markdown.blocks(API, "json")]
    example = next(found for found in examples if sign in found)
    assert set(example) == server.fields(name)


def test_the_close_codes_of_the_event_socket_are_documented() -> None:
    source = (ROOT / "src/klangwerk/studio/jobs/events/consumers.py").read_text(encoding="utf-8")
    page = API.read_text(encoding="utf-8")
    closing = re.findall(r"\b4\d{3}\b", source.partition("EVENT_ID_MAX")[0])
    assert len(closing) == 5
    assert [code for code in closing if f"| {code} |" not in page] == []
    refused = re.findall(r'_refuse\(\s*\w+, "(\w+)"', source)
    assert [code for code in refused if f"`{code}`" not in page] == []
