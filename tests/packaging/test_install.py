"""`pip install .` and the source archive, on a machine that has no Node."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

TOOLS = ("sh", "env", "uname", "git", "cat", "ls", "dirname", "basename", "readlink", "sed")


@pytest.fixture(scope="module")
def source(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what a clone would hold: nothing built, nothing ignored."""
    if not (root / ".git").exists():
        pytest.skip("this is no clone")
    copy = tmp_path_factory.mktemp("source")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        check=True,
    )
    for name in listed.stdout.decode().split("\0"):
        if name and (root / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / name, copy / name)
    assert not (copy / "src" / "klangwerk" / "studio" / "webapp").exists()
    return copy


@pytest.fixture(scope="module")
def without_node(
    clean_environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """An environment whose PATH has the usual small programs, but neither node nor npm."""
    folder = tmp_path_factory.mktemp("bin")
    for name in TOOLS:
        found = shutil.which(name)
        if found:
            (folder / name).symlink_to(found)
    # Certificates stay: npm reaches its registry by a network's own, too, or tries for minutes.
    kept = {
        name: value
        for name, value in clean_environment.items()
        if not name.startswith("NODE_") or name == "NODE_EXTRA_CA_CERTS"
    }
    environment = {**kept, "PATH": str(folder)}
    assert shutil.which("node", path=environment["PATH"]) is None
    assert shutil.which("npm", path=environment["PATH"]) is None
    return environment


def run(command: list[str | Path], **options: object) -> str:
    answer = subprocess.run(
        [str(word) for word in command], capture_output=True, text=True, check=False, timeout=1_200, **options
    )
    assert answer.returncode == 0, f"{answer.stdout[-4_000:]}\n{answer.stderr[-4_000:]}"
    return answer.stdout


def test_pip_install_gives_a_working_command_with_the_web_app_inside(source, without_node, tmp_path):
    venv = tmp_path / "venv"
    run([sys.executable, "-m", "venv", venv])
    python = venv / "bin" / "python"
    run(
        [python, "-m", "pip", "install", "--quiet", "--no-compile", "--disable-pip-version-check", source],
        env=without_node,
    )
    command = venv / "bin" / "klangwerk"
    elsewhere = {"cwd": tmp_path, "env": {**without_node, "KLANGWERK_HOME": str(tmp_path / "home")}}
    assert run([command, "--version"], **elsewhere).startswith("klangwerk ")
    program = (
        "import klangwerk, pathlib; p = pathlib.Path(klangwerk.__file__).parent; a = p / 'studio' / 'webapp';"
        "print((a / 'index.html').is_file(), len(list((a / 'assets').glob('*.js'))) > 0, (p / 'py.typed').is_file())"
    )
    assert run([python, "-c", program], **elsewhere).split() == ["True", "True", "True"]
    program = "from klangwerk.dsp import Effect; print(*(Effect(name).latency_frames for name in ('ott', 'limiter')))"
    assert run([python, "-c", program], **elsewhere).split() == ["0", "62"]
    assert "seed 1" in run([command, "kick", "deep", "--seed", "1", "-o", "kick.wav"], **elsewhere)
    run([command, "manage", "migrate", "--verbosity", "0"], **elsewhere)
    assert run([command, "doctor"], **elsewhere) == "All is well.\n"
    here = run(
        [sys.executable, "-m", "klangwerk", "kick", "deep", "--seed", "1", "-o", "here.wav"], **elsewhere
    )
    assert "seed 1" in here
    assert (tmp_path / "here.wav").read_bytes() == (tmp_path / "kick.wav").read_bytes()


@pytest.fixture(scope="module")
def unpacked(
    source: Path, clean_environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The source archive, taken apart."""
    folder = tmp_path_factory.mktemp("sdist")
    run(
        [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", folder],
        cwd=source,
        env=clean_environment,
    )
    archive = next(folder.glob("*.tar.gz"))
    with tarfile.open(archive) as opened:
        opened.extractall(folder, filter="data")
    return folder / archive.name.removesuffix(".tar.gz")


def test_the_source_archive_is_the_repository(root, unpacked, clean_environment):
    """With all that the tests read: two files of them that look far around run in it."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True)
    tracked = {name for name in listed.stdout.split("\0") if name and (root / name).is_file()}
    packed = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()}
    assert not tracked - packed
    assert not [name for name in packed if "node_modules" in name or ".venv" in name]
    assert os.access(unpacked / ".ci" / "run", os.X_OK)
    run(
        [sys.executable, "-m", "pytest", "-q", "tests/docs/test_docs.py", "tests/engines/test_kick_speed.py"],
        cwd=unpacked,
        env={**clean_environment, "PYTHONPATH": str(unpacked / "src")},
    )


def test_the_source_archive_carries_the_built_app(unpacked, without_node, tmp_path):
    assert (unpacked / "src" / "klangwerk" / "studio" / "webapp" / "index.html").is_file()
    run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=unpacked,
        env=without_node,
    )
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        inside = set(wheel.namelist())
    assert "klangwerk/studio/webapp/index.html" in inside
    effects = {f"klangwerk/dsp/wasm/{name}.wasm" for name in ("math", "ott", "distortion", "limiter")}
    assert effects | {"klangwerk/dsp/wasm/effects.json"} <= inside
    assert any(name.startswith("klangwerk/engines/kick/weights/") for name in inside)
    assert not [name for name in inside if name.startswith(("tests", "web/", "src/"))]
    assert not [name for name in inside if name.endswith((".pyc", ".sqlite3", ".env"))]


def test_weights_are_small_enough_to_ship(root):
    weights = root / "src" / "klangwerk" / "engines" / "kick" / "weights"
    total_bytes = sum(path.stat().st_size for path in weights.rglob("*") if path.is_file())
    assert 0 < total_bytes <= 25_000_000
