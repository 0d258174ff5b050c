"""Every code that a job can fail with is registered, so that clients are told of it."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

import klangwerk.studio
from klangwerk.engines import contracts
from klangwerk.studio.jobs.error_codes import failures, register_failure

STUDIO = Path(klangwerk.studio.__file__).parent
# What ends a job, or is raised by what does: everything with a code in the engine of jobs and in handlers.
SOURCES = [
    *STUDIO.glob("jobs/*.py"),
    *STUDIO.glob("jobs/worker/*.py"),
    *STUDIO.glob("*/handler.py"),
    STUDIO / "library" / "away.py",
]
OF_REQUESTS = {"JOB_FINISHED"}  # answers of the API, which end no job


def codes_in(path: Path) -> Iterator[tuple[int, str]]:
    """Line and value of everything that is passed as `code` or `error_code`."""
    module = importlib.import_module(
        ".".join(("klangwerk.studio", *path.relative_to(STUDIO).with_suffix("").parts))
    )
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(call, ast.Call):
            continue
        for keyword in call.keywords:
            if keyword.arg not in {"code", "error_code"}:
                continue
            expression = ast.unparse(keyword.value)
            if expression in OF_REQUESTS or expression in {"error.code", "code", "code[:64]"}:
                continue  # what `worker.execution` passes on it checks itself
            yield call.lineno, eval(expression, vars(module))  # a literal or a constant of the module


def test_every_code_in_the_source_is_registered() -> None:
    found = [(path.name, line, code) for path in SOURCES for line, code in codes_in(path)]
    assert {"worker_lost", "worker_crashed", "timed_out", "database_away"} <= {code for _, _, code in found}
    assert {"storage_unavailable", "kick_source_gone"} <= {code for _, _, code in found}
    assert [each for each in found if each[2] not in failures()] == []


@pytest.mark.parametrize("error", [contracts.InvalidParams, contracts.InputUnusable, contracts.ModelError])
def test_what_engines_raise_is_registered(error: type[contracts.EngineError]) -> None:
    assert error.code in failures()


def test_a_failure_has_one_meaning() -> None:
    assert register_failure("timed_out", failures()["timed_out"]) == "timed_out"
    with pytest.raises(ValueError, match="twice"):
        register_failure("timed_out", "something else")
    with pytest.raises(ValueError, match="no meaning"):
        register_failure("test_nobody_knows")
