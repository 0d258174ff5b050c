"""Structured logs: every line carries what `log_context` has bound (request id, job id, …)."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

_bound: ContextVar[Mapping[str, Any]] = ContextVar("klangwerk_log_context", default={})  # noqa: B039  never mutated

STANDARD_ATTRIBUTES = frozenset(vars(logging.makeLogRecord({}))) | {
    "message",
    "asctime",
    "taskName",
    "context",
}


@contextmanager
def log_context(**values: Any) -> Iterator[None]:
    """Bind values to every log line inside, in this thread or task."""
    token = _bound.set({**_bound.get(), **values})
    try:
        yield
    finally:
        _bound.reset(token)


def bound_values() -> Mapping[str, Any]:
    """What is bound here, e.g. to hand it to another thread."""
    return _bound.get()


def masked(path: str) -> str:
    """A path without the tokens that some addresses are made of, and without line breaks to forge a line with."""
    return ascii(re.sub(r"^/(sign-in|media)/[^/]+", r"/\1/***", path[:300]))[1:-1]


class ContextFilter(logging.Filter):
    """Attaches the bound values to a record, and takes secrets out of what Django says of broken requests."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Never refuses a record."""
        record.context = dict(_bound.get())
        if record.name.startswith("django.") and isinstance(record.args, tuple):
            record.args = tuple(
                masked(value) if isinstance(value, str) and value.startswith("/") else value
                for value in record.args
            )
        return True


def _values_of(record: logging.LogRecord) -> dict[str, Any]:
    given = {name: value for name, value in vars(record).items() if name not in STANDARD_ATTRIBUTES}
    # Django passes the request itself as `extra`; it is no value for a log line.
    given.pop("request", None)
    return {**getattr(record, "context", {}), **given}


class JsonFormatter(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """Time, level, logger, message, bound values, traceback."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **_values_of(record),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, default=str, ensure_ascii=False)


class ConsoleFormatter(logging.Formatter):
    """A line for people: `12:00:01 INFO klangwerk… message  key=value`.

    Whatever follows a line break is set in, so that no text from outside can pose as a line of its own.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s  %(message)s", datefmt="%H:%M:%S")

    def format(self, record: logging.LogRecord) -> str:
        """The line, values at the end of its first line."""
        values = "  ".join(f"{name}={value}" for name, value in _values_of(record).items())
        head, *rest = super().format(record).splitlines() or [""]
        first, *more = f"{head}  {values}".splitlines() if values else [head]
        return "\n    ".join([first, *more, *rest])


def logging_config(*, line_format: str, level: str) -> dict[str, Any]:
    """Django's LOGGING setting; workers use it too."""
    formatter = JsonFormatter if line_format == "json" else ConsoleFormatter
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"context": {"()": ContextFilter}},
        "formatters": {"line": {"()": formatter}},
        "handlers": {
            "stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["context"]},
        },
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            # Django logs every 4xx as a warning; the request line of our middleware says it already.
            "django.request": {"level": "ERROR"},
            "django.server": {"level": "WARNING"},
            "django": {"level": "WARNING" if level == "DEBUG" else level, "handlers": [], "propagate": True},
        },
    }
