"""The pins: exact, without registry addresses, and enough for what pyproject.toml asks for."""

from __future__ import annotations

import re
import tomllib

import pytest

PIN = re.compile(r"^[A-Za-z0-9._-]+(\[[a-z,]+\])?==[A-Za-z0-9.+!]+( ; .+)?$")
FILES = ("base.txt", "bench.txt", "dev.txt", "node.txt", "train.txt")


def pins(root, name):
    lines = (root / "requirements" / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def plain(requirement):
    return re.split(r"[\[=<>;~! ]", requirement, maxsplit=1)[0].lower().replace("_", "-").replace(".", "-")


@pytest.mark.parametrize("name", FILES)
def test_every_line_is_an_exact_version(root, name):
    lines = pins(root, name)
    assert lines
    assert [line for line in lines if not PIN.match(line)] == []
    assert "://" not in "".join(lines)


@pytest.mark.parametrize(
    ("name", "extras"),
    [
        ("base.txt", ()),
        ("dev.txt", ("postgres", "celery", "s3", "dev")),
        ("train.txt", ("train",)),
        ("bench.txt", ("bench",)),
    ],
)
def test_what_is_asked_for_is_pinned(root, name, extras):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [] if name in {"train.txt", "bench.txt"} else list(project["dependencies"])
    for extra in extras:
        asked += project["optional-dependencies"][extra]
    assert {plain(requirement) for requirement in asked} <= {plain(line) for line in pins(root, name)}


def test_development_has_the_versions_of_the_base(root):
    base, development = set(pins(root, "base.txt")), set(pins(root, "dev.txt"))
    assert base <= development


@pytest.mark.parametrize(
    "name", ["torch", "onnx", "psycopg", "celery", "boto3", "moto", "schemathesis", "pytest"]
)
def test_the_base_is_light(root, name):
    assert name not in {plain(line) for line in pins(root, "base.txt")}


def test_no_file_names_a_registry(root):
    lock = (root / "web" / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    assert '"integrity"' in lock
