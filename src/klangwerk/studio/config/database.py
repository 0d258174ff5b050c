"""The DATABASES setting out of DATABASE_URL, DB_* or the embedded default."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from klangwerk.studio.config.env import Config, ConfigError
from klangwerk.studio.config.home import DATABASE_FILE

POOL_CONNECTIONS_MAX = 40  # PostgreSQL's own default allows 100 to all processes together
POOL_WAIT_S = 10

SQLITE_OPTIONS: dict[str, Any] = {
    # IMMEDIATE takes the write lock at the start of a transaction: a transaction that reads and then writes
    # waits for its turn instead of failing with "database is locked".
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA busy_timeout=20000;",
}


def database_of(config: Config, home: Path) -> dict[str, Any]:
    """Settings of the default database. Raises ConfigError."""
    url, name = config.optional("DATABASE_URL"), config.optional("DB_NAME")
    if url and name:
        raise ConfigError("DATABASE_URL and DB_NAME are both set. Set one of them.")
    if url:
        return _from_url(url)
    if name:
        return _postgres(
            name=name,
            user=config.optional("DB_USER") or "",
            password=config.optional("DB_PASSWORD") or "",
            host=config.text("DB_HOST"),
            port=config.integer("DB_PORT"),
            options={},
        )
    for lonely in ("DB_USER", "DB_PASSWORD"):
        if config.optional(lonely):
            raise ConfigError(
                f"{lonely} is set, but DB_NAME is not. Set DB_NAME, or DATABASE_URL in place of all DB_*."
            )
    return sqlite(home / DATABASE_FILE)


def sqlite(path: Path) -> dict[str, Any]:
    """SQLite for several processes and threads at once."""
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path), "OPTIONS": dict(SQLITE_OPTIONS)}


def pooled(database: dict[str, Any]) -> dict[str, Any]:
    """The same database with a pool of connections, for the web server: it serves each request in a thread of its
    own, and to connect anew costs more than most answers. Never for workers: a pool does not survive a fork.
    """
    if not database["ENGINE"].endswith("postgresql") or find_spec("psycopg_pool") is None:
        return database
    pool = {"min_size": 1, "max_size": POOL_CONNECTIONS_MAX, "timeout": POOL_WAIT_S}
    return {**database, "OPTIONS": {**database["OPTIONS"], "pool": pool}}


def _postgres(
    *, name: str, user: str, password: str, host: str, port: int | str, options: dict[str, str]
) -> dict[str, Any]:
    if find_spec("psycopg") is None:
        raise ConfigError("PostgreSQL needs the extra `postgres`: pip install 'klangwerk[postgres]'.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": user,
        "PASSWORD": password,
        "HOST": host,
        "PORT": str(port),
        "OPTIONS": {"connect_timeout": 5, **options},
        "CONN_HEALTH_CHECKS": True,  # a connection that a restart of the database broke is replaced, not handed out
        # A pooler between us and the server (Supabase's, PgBouncer) breaks server-side cursors.
        "DISABLE_SERVER_SIDE_CURSORS": True,
    }


def _from_url(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        path = unquote(parts.path)[1:]
        if parts.netloc or not path:
            raise ConfigError(
                "DATABASE_URL for SQLite is written sqlite:////absolute/path.sqlite3 (four slashes)."
            )
        return sqlite(Path(path).expanduser().absolute())
    try:
        port = parts.port or 5432
    except ValueError as error:
        raise ConfigError("DATABASE_URL has a port that is no number from 1 to 65535.") from error
    name = unquote(parts.path.lstrip("/"))
    if not name:
        raise ConfigError(
            "DATABASE_URL names no database: expected postgresql://user:password@host:5432/name."
        )
    return _postgres(
        name=name,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        host=unquote(parts.hostname or ""),
        port=port,
        options=dict(parse_qsl(parts.query)),
    )
