"""Every setting of the studio as one table: parsing, refusals and docs/settings.md all come from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How the text of a setting is read."""

    TEXT = "text"
    FLAG = "true or false"
    INTEGER = "whole number"
    NAMES = "comma-separated list"
    ORIGINS = "comma-separated list of origins"
    PATH = "path"
    URL = "URL"
    ZONE = "time zone"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One environment variable. `default` is text, read like a value from outside; None means unset."""

    name: str
    group: str
    help: str
    kind: Kind = Kind.TEXT
    default: str | None = None
    choices: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()
    minimum: int | None = None
    maximum: int | None = None
    secret: bool = False  # may also be read from the file named by NAME_FILE
    default_note: str | None = None  # what the documentation says where the default is worked out at start


SERVER, DATABASE, STORAGE, WORK = "Server", "Database", "Storage", "Work"
KICKS, PRESETS, TRACKS, LOGS = "Kicks", "Presets and bounces", "Tracks and projects", "Logs"
GROUPS = (SERVER, DATABASE, STORAGE, WORK, KICKS, PRESETS, TRACKS, LOGS)

OPTIONS: tuple[Option, ...] = (
    Option(
        name="KLANGWERK_HOME",
        group=SERVER,
        kind=Kind.PATH,
        default="~/.klangwerk",
        help="The data directory: database, sounds, secret key. Made on first start, readable by its owner only.",
    ),
    Option(
        name="KLANGWERK_ENV_FILE",
        group=SERVER,
        kind=Kind.PATH,
        default=".env",
        help="A file of `NAME=value` lines read at start; the environment wins over it. Empty reads none.",
    ),
    Option(
        name="KLANGWERK_MULTI_USER",
        group=SERVER,
        kind=Kind.FLAG,
        default="false",
        help="Anybody who reaches the server may register an account; limits apply to them.",
    ),
    Option(
        name="SECRET_KEY",
        group=SERVER,
        secret=True,
        default_note="made on first start and kept in `KLANGWERK_HOME/secret_key`",
        help="Signs sessions, tokens and file addresses; at least 32 characters. "
        "Changing it signs everybody out. All processes of one server must share it.",
    ),
    Option(
        name="DEBUG",
        group=SERVER,
        kind=Kind.FLAG,
        default="false",
        help="Shows tracebacks in the browser. For development only.",
    ),
    Option(
        name="ALLOWED_HOSTS",
        group=SERVER,
        kind=Kind.NAMES,
        default="localhost,127.0.0.1,[::1]",
        help="Host names under which the server may be reached.",
    ),
    Option(
        name="CORS_ALLOWED_ORIGINS",
        group=SERVER,
        kind=Kind.ORIGINS,
        default="",
        help="Origins (`https://app.example`) whose pages may call the API with a token.",
    ),
    Option(
        name="KLANGWERK_TLS_PROXY",
        group=SERVER,
        kind=Kind.FLAG,
        default="false",
        help="A proxy in front ends TLS and sets `X-Forwarded-Proto` itself: cookies become Secure, HSTS is sent, "
        "plain http is redirected. Wrong without such a proxy: clients could forge the header.",
    ),
    Option(
        name="KLANGWERK_PROXIES",
        group=SERVER,
        kind=Kind.INTEGER,
        default="0",
        minimum=0,
        maximum=8,
        help="How many proxies in front append to `X-Forwarded-For`; sign-in is throttled by the address they report.",
    ),
    Option(
        name="DATABASE_URL",
        group=DATABASE,
        kind=Kind.URL,
        schemes=("postgres", "postgresql", "sqlite"),
        secret=True,
        default_note="SQLite in `KLANGWERK_HOME/klangwerk.sqlite3`",
        help="`postgresql://user:password@host:5432/name` or `sqlite:////absolute/path`. Excludes `DB_NAME`.",
    ),
    Option(
        name="DB_NAME",
        group=DATABASE,
        help="Name of a PostgreSQL database, as an alternative to `DATABASE_URL`.",
    ),
    Option(name="DB_USER", group=DATABASE, help="Its user (Supabase's pooler: `postgres.<project>`)."),
    Option(name="DB_PASSWORD", group=DATABASE, secret=True, help="Its password."),
    Option(name="DB_HOST", group=DATABASE, default="localhost", help="Its host."),
    Option(
        name="DB_PORT",
        group=DATABASE,
        kind=Kind.INTEGER,
        default="5432",
        minimum=1,
        maximum=65535,
        help="Its port (Supabase's pooler: 6543).",
    ),
    Option(
        name="STORAGE_URL",
        group=STORAGE,
        kind=Kind.URL,
        schemes=("s3", "file"),
        secret=True,
        default_note="local files in `KLANGWERK_HOME/files`",
        help="Where sounds are kept: `s3://key:secret@host/bucket?region=…&endpoint=…&prefix=…&redirects=…` "
        "(key and secret percent-encoded; `endpoint` when it is not `https://host`; `redirects=true` sends browsers to "
        "the store itself) or `file:///absolute/path`.",
    ),
    Option(
        name="SUPABASE_URL",
        group=STORAGE,
        kind=Kind.URL,
        schemes=("http", "https"),
        help="Understood only to explain itself: Supabase Storage is used through its S3 protocol, "
        "whose access keys go into `STORAGE_URL`.",
    ),
    Option(
        name="SUPABASE_SERVICE_KEY",
        group=STORAGE,
        secret=True,
        help="As `SUPABASE_URL`: a service key is not an S3 key, so `STORAGE_URL` is needed in its place.",
    ),
    Option(
        name="KLANGWERK_SIGNED_URL_LIFETIME_S",
        group=STORAGE,
        kind=Kind.INTEGER,
        default="3600",
        minimum=10,
        maximum=7 * 24 * 3600,
        help="Seconds for which the address of a sound works.",
    ),
    Option(
        name="CELERY_BROKER_URL",
        group=WORK,
        kind=Kind.URL,
        schemes=("redis", "rediss", "amqp", "amqps"),
        secret=True,
        default_note="none: `klangwerk worker` takes jobs from the database",
        help="Redis or RabbitMQ that wakes Celery workers.",
    ),
    Option(
        name="KLANGWERK_JOBS_KEPT_DAYS",
        group=WORK,
        kind=Kind.INTEGER,
        default="30",
        minimum=1,
        help="Days for which finished jobs stay in the list of work. What they made stays.",
    ),
    Option(
        name="KLANGWERK_EVENTS_KEPT_HOURS",
        group=WORK,
        kind=Kind.INTEGER,
        default="24",
        minimum=1,
        help="Hours after which a page that was offline reads everything again instead of what it missed.",
    ),
    Option(
        name="KLANGWERK_METRICS_TOKEN",
        group=WORK,
        secret=True,
        default_note="none: `/metrics` is open to whoever reaches the server; it holds counts and times only",
        help="Prometheus must send it as `Authorization: Bearer …`.",
    ),
    Option(
        name="KLANGWERK_KICKS_PER_DAY",
        group=KICKS,
        kind=Kind.INTEGER,
        default="10",
        minimum=0,
        help="Kicks one user may generate a day.",
    ),
    Option(
        name="KLANGWERK_KICKS_KEPT",
        group=KICKS,
        kind=Kind.INTEGER,
        default="30",
        minimum=1,
        help="Kicks one user may keep.",
    ),
    Option(
        name="KLANGWERK_KICKS_PER_DAY_ALL",
        group=KICKS,
        kind=Kind.INTEGER,
        default="1000",
        minimum=0,
        help="Kicks all users together may generate a day.",
    ),
    Option(
        name="KLANGWERK_DAY_ZONE",
        group=KICKS,
        kind=Kind.ZONE,
        default="America/New_York",
        help="The time zone whose midnight begins a new day of limits.",
    ),
    Option(
        name="KLANGWERK_KICK_MODEL",
        group=KICKS,
        default_note="the model in the package",
        help="Another kick model: MODEL.kwm, URL#sha256=HEX, or a JSON descriptor.",
    ),
    Option(
        name="KLANGWERK_PRESETS_KEPT",
        group=PRESETS,
        kind=Kind.INTEGER,
        default="500",
        minimum=0,
        help="Presets one user may keep.",
    ),
    Option(
        name="KLANGWERK_BOUNCES_KEPT",
        group=PRESETS,
        kind=Kind.INTEGER,
        default="50",
        minimum=0,
        help="Bounces one user may keep; one of a quarter of an hour with stems takes up to 1.3 GB.",
    ),
    Option(
        name="KLANGWERK_TRACKS_KEPT",
        group=TRACKS,
        kind=Kind.INTEGER,
        default="200",
        minimum=0,
        help="Tracks one user may keep, each with its stems; one of five minutes takes up to 400 MB as WAV.",
    ),
    Option(
        name="KLANGWERK_PROJECTS_KEPT",
        group=TRACKS,
        kind=Kind.INTEGER,
        default="100",
        minimum=0,
        help="Projects of the timeline one user may keep.",
    ),
    Option(
        name="KLANGWERK_IMPORT_MB",
        group=TRACKS,
        kind=Kind.INTEGER,
        default="200",
        minimum=1,
        maximum=240,
        help="Largest DAWproject file that is taken in, in megabytes.",
    ),
    Option(
        name="LOG_FORMAT",
        group=LOGS,
        kind=Kind.CHOICE,
        default="console",
        choices=("console", "json"),
        help="Log lines for people, or one JSON object a line.",
    ),
    Option(
        name="LOG_LEVEL",
        group=LOGS,
        kind=Kind.CHOICE,
        default="INFO",
        choices=("DEBUG", "INFO", "WARNING", "ERROR"),
        help="The least severe log line that is written.",
    ),
)

BY_NAME: dict[str, Option] = {option.name: option for option in OPTIONS}
