"""Log lines carry the request's and the job's id, and no secrets."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from klangwerk.studio.common.logging import (
    ConsoleFormatter,
    ContextFilter,
    JsonFormatter,
    bound_values,
    log_context,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


class Lines(logging.Handler):
    def __init__(self, formatter: logging.Formatter) -> None:
        super().__init__()
        self.setFormatter(formatter)
        self.addFilter(ContextFilter())
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def lines() -> Iterator[Lines]:
    handler, logger = Lines(JsonFormatter()), logging.getLogger("klangwerk")
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    yield handler
    logger.setLevel(before)
    logger.removeHandler(handler)


def test_bound_values_are_in_every_line(lines: Lines) -> None:
    log = logging.getLogger("klangwerk.test")
    with log_context(job_id="j1"):
        with log_context(request_id="r1"):
            log.warning("half %d%%", 50, extra={"step": "decode"})
        log.warning("outer")
    log.warning("none")
    found = [json.loads(line) for line in lines.lines]
    assert found[0]["message"] == "half 50%"
    assert (found[0]["job_id"], found[0]["request_id"], found[0]["step"]) == ("j1", "r1", "decode")
    assert found[0]["level"] == "WARNING"
    assert "request_id" not in found[1]
    assert "job_id" not in found[2]
    assert not bound_values()


def test_tracebacks_stay_one_json_line(lines: Lines) -> None:
    try:
        raise ValueError("two\nlines")
    except ValueError:
        logging.getLogger("klangwerk.test").exception("broke")
    (line,) = lines.lines
    assert "\n" not in line
    assert "ValueError: two" in json.loads(line)["traceback"]


def test_a_request_is_one_line_with_its_id_and_without_secrets(lines: Lines, db: None) -> None:
    Client().get("/sign-in/a-secret-token/?ticket=another-secret", headers={"x-request-id": "r-7"})
    (line,) = [json.loads(line) for line in lines.lines]
    assert line["request_id"] == "r-7"
    assert line["message"] == "GET /sign-in/***/ 302"
    assert line["duration_ms"] >= 0
    assert "secret" not in json.dumps(line)


def test_a_forged_line_is_no_line(lines: Lines, db: None) -> None:
    Client().get("/api/x%0aERROR%20forged")
    assert len(lines.lines) == 1
    assert "\n" not in json.loads(lines.lines[0])["message"]


def test_console_lines_end_with_the_values() -> None:
    handler = Lines(ConsoleFormatter())
    record = logging.makeLogRecord(
        {"name": "klangwerk.x", "levelname": "INFO", "msg": "done", "job_id": "j1"}
    )
    handler.handle(record)
    assert handler.lines[0].endswith("klangwerk.x  done  job_id=j1")
