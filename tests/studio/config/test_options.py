"""Every setting is read, refused with a sentence, and documented."""

from __future__ import annotations

import re
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from klangwerk.studio.config import database, documentation, env, home, storage
from klangwerk.studio.config.env import Config, ConfigError
from klangwerk.studio.config.options import OPTIONS, Kind

ROOT = Path(__file__).resolve().parents[3]


def load(**environ: str) -> Config:
    return env.load({"KLANGWERK_ENV_FILE": "", **environ})


def test_defaults_are_all_good() -> None:
    config = load()
    assert config.flag("DEBUG") is False
    assert config.flag("KLANGWERK_MULTI_USER") is False
    assert config.names("ALLOWED_HOSTS") == ["localhost", "127.0.0.1", "[::1]"]
    assert config.integer("KLANGWERK_KICKS_PER_DAY") == 10
    assert config.path("KLANGWERK_HOME") == Path.home() / ".klangwerk"
    assert config.optional("DATABASE_URL") is None


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("DEBUG", "maybe", "true or false"),
        ("KLANGWERK_KICKS_PER_DAY", "ten", "a whole number of at least 0"),
        ("KLANGWERK_KICKS_PER_DAY", "-1", "a whole number of at least 0"),
        ("KLANGWERK_KICKS_PER_DAY", "٣", "a whole number of at least 0"),
        ("KLANGWERK_KICKS_PER_DAY", "9" * 5000, "a whole number of at least 0"),
        ("DB_PORT", "70000", "a whole number from 1 to 65535"),
        ("KLANGWERK_DAY_ZONE", "Mars/Olympus", "a time zone"),
        ("KLANGWERK_DAY_ZONE", "../etc/passwd", "a time zone"),
        ("CORS_ALLOWED_ORIGINS", "app.example", "https://app.example"),
        ("CORS_ALLOWED_ORIGINS", "https://app.example/path", "https://app.example"),
        ("CELERY_BROKER_URL", "http://localhost", "redis://"),
        ("STORAGE_URL", "ftp://host/bucket", "s3://"),
        ("DATABASE_URL", "mysql://localhost/x", "postgresql://"),
        ("LOG_FORMAT", "xml", "one of console, json"),
    ],
)
def test_a_wrong_value_is_refused_with_a_sentence(name: str, value: str, expected: str) -> None:
    with pytest.raises(ConfigError) as refusal:
        load(**{name: value})
    message = str(refusal.value)
    assert name in message
    assert expected in message


@pytest.mark.parametrize(
    "option", [option for option in OPTIONS if option.secret and option.kind is Kind.URL]
)
def test_a_refused_secret_is_not_shown(option: env.Option) -> None:
    with pytest.raises(ConfigError) as refusal:
        load(**{option.name: "hunter2-is-my-password"})
    assert "hunter2" not in str(refusal.value)


def test_every_kind_of_value_is_read() -> None:
    config = load(
        DEBUG="Yes",
        ALLOWED_HOSTS=" a.example , b.example,",
        CORS_ALLOWED_ORIGINS="https://app.example/",
        LOG_LEVEL="debug",
    )
    assert config.flag("DEBUG") is True
    assert config.names("ALLOWED_HOSTS") == ["a.example", "b.example"]
    assert config.names("CORS_ALLOWED_ORIGINS") == ["https://app.example"]
    assert config.text("LOG_LEVEL") == "DEBUG"


def test_an_empty_value_is_the_default() -> None:
    assert load(KLANGWERK_KICKS_KEPT="", DATABASE_URL=" ").integer("KLANGWERK_KICKS_KEPT") == 30


def test_secrets_are_read_from_files(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("from the file\n")
    assert load(DB_PASSWORD_FILE=str(file)).optional("DB_PASSWORD") == "from the file"
    with pytest.raises(ConfigError, match="both set"):
        load(DB_PASSWORD_FILE=str(file), DB_PASSWORD="x")
    with pytest.raises(ConfigError, match="cannot be read"):
        load(DB_PASSWORD_FILE=str(tmp_path / "missing"))


def test_dotenv_is_read_and_the_environment_wins(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text(
        "# a comment\n\nexport DEBUG=true\nSECRET_KEY='quoted # not a comment'\n"
        'DB_NAME="studio"\nKLANGWERK_KICKS_KEPT=7  # a comment\nKLANGWERK_KICKS_PER_DAY=5\n'
    )
    config = env.load({"KLANGWERK_ENV_FILE": str(file), "KLANGWERK_KICKS_PER_DAY": "6"})
    assert config.flag("DEBUG") is True
    assert config.optional("SECRET_KEY") == "quoted # not a comment"
    assert config.optional("DB_NAME") == "studio"
    assert config.integer("KLANGWERK_KICKS_KEPT") == 7
    assert config.integer("KLANGWERK_KICKS_PER_DAY") == 6


@pytest.mark.parametrize(("text", "expected"), [("no equals sign", "line 1"), ("A='open", "never closed")])
def test_a_broken_dotenv_is_refused(tmp_path: Path, text: str, expected: str) -> None:
    file = tmp_path / ".env"
    file.write_text(text)
    with pytest.raises(ConfigError, match=expected):
        env.load({"KLANGWERK_ENV_FILE": str(file)})


# --- database --------------------------------------------------------------------------------------------------


def test_the_default_database_is_sqlite_at_home(tmp_path: Path) -> None:
    found = database.database_of(load(), tmp_path)
    assert found["NAME"] == str(tmp_path / "klangwerk.sqlite3")
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in found["OPTIONS"]["init_command"]


def test_a_database_url_is_taken_apart(tmp_path: Path) -> None:
    url = "postgresql://us%40er:p%2Fw@db.example:6543/stu%20dio?sslmode=require"
    found = database.database_of(load(DATABASE_URL=url), tmp_path)
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"]) == (
        "us@er",
        "p/w",
        "db.example",
        "6543",
    )
    assert found["NAME"] == "stu dio"
    assert found["OPTIONS"]["sslmode"] == "require"


def test_the_names_of_single_parts_work_too(tmp_path: Path) -> None:
    found = database.database_of(
        load(DB_NAME="kw", DB_USER="u", DB_PASSWORD="p", DB_HOST="h", DB_PORT="1"), tmp_path
    )
    assert (found["NAME"], found["USER"], found["PASSWORD"], found["HOST"], found["PORT"]) == (
        "kw",
        "u",
        "p",
        "h",
        "1",
    )


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"DATABASE_URL": "postgresql://h/x", "DB_NAME": "x"}, "both set"),
        ({"DB_PASSWORD": "x"}, "DB_NAME is not"),
        ({"DATABASE_URL": "postgresql://host"}, "names no database"),
        ({"DATABASE_URL": "postgresql://host:99999/x"}, "port"),
        ({"DATABASE_URL": "sqlite://relative"}, "four slashes"),
    ],
)
def test_half_a_database_is_refused(tmp_path: Path, environ: dict[str, str], expected: str) -> None:
    with pytest.raises(ConfigError, match=expected):
        database.database_of(load(**environ), tmp_path)


# --- storage ---------------------------------------------------------------------------------------------------


def test_local_files_are_the_default(tmp_path: Path) -> None:
    assert storage.store_of(load(), tmp_path) == storage.LocalStore(root=tmp_path / "files")


def test_a_storage_url_is_taken_apart(tmp_path: Path) -> None:
    url = "s3://key:se%2Fcret@minio:9000/sounds?region=eu-central-1&endpoint=http://minio:9000&prefix=a/b"
    store = storage.store_of(load(STORAGE_URL=url), tmp_path)
    assert isinstance(store, storage.S3Store)
    assert store == storage.S3Store(
        endpoint_url="http://minio:9000",
        bucket="sounds",
        access_key="key",
        secret_key="se/cret",
        region="eu-central-1",
        prefix="a/b",
        redirects=False,
    )
    assert "se/cret" not in repr(store)
    redirecting = storage.store_of(load(STORAGE_URL=f"{url}&redirects=true"), tmp_path)
    assert redirecting == replace(store, redirects=True)


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"STORAGE_URL": "s3://host/bucket"}, "lacks a part"),
        ({"STORAGE_URL": "s3://k:s@host"}, "lacks a part"),
        ({"STORAGE_URL": "s3://k:s@host/bucket/more"}, "lacks a part"),
        ({"STORAGE_URL": "s3://k:s@host/bucket?regoin=x"}, "unknown parameter 'regoin'"),
        ({"STORAGE_URL": "s3://k:s@host/bucket?endpoint=minio:9000"}, "http://"),
        ({"STORAGE_URL": "s3://k:s@host/bucket?redirects=maybe"}, "redirects='maybe'"),
        ({"STORAGE_URL": "file://relative"}, "three slashes"),
        (
            {"SUPABASE_URL": "https://abc.supabase.co", "SUPABASE_SERVICE_KEY": "x"},
            "abc.supabase.co/storage/v1/s3",
        ),
        ({"SUPABASE_SERVICE_KEY": "x"}, "STORAGE_URL"),
    ],
)
def test_half_a_store_is_refused(tmp_path: Path, environ: dict[str, str], expected: str) -> None:
    with pytest.raises(ConfigError) as refusal:
        storage.store_of(load(**environ), tmp_path)
    assert expected in str(refusal.value)


# --- home and key ----------------------------------------------------------------------------------------------


def test_home_and_key_are_private(tmp_path: Path) -> None:
    made = home.home_ensure(tmp_path / "deep" / "home")
    key = home.secret_key_ensure(made)
    assert stat.S_IMODE(made.stat().st_mode) == 0o700
    assert stat.S_IMODE((made / "secret_key").stat().st_mode) == 0o600
    assert len(key) >= 64
    assert home.secret_key_ensure(made) == key
    assert sorted(path.name for path in made.iterdir()) == ["secret_key"]


def test_an_open_home_is_closed(tmp_path: Path) -> None:
    open_home = tmp_path / "open"
    open_home.mkdir(mode=0o755)
    home.home_ensure(open_home)
    assert stat.S_IMODE(open_home.stat().st_mode) == 0o700


def test_processes_that_start_at_once_agree_on_the_key(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from klangwerk.studio.config import home;"
        "sys.stdin.readline(); print(home.secret_key_ensure(Path(sys.argv[1])))"
    )
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    with ThreadPoolExecutor(len(processes)) as pool:
        keys = {
            found for found, _ in pool.map(lambda process: process.communicate("go\n", timeout=60), processes)
        }
    assert len(keys) == 1
    assert len(keys.pop().strip()) >= 64


def test_threads_that_start_at_once_agree_on_the_key(tmp_path: Path) -> None:
    for number in range(20):
        made = home.home_ensure(tmp_path / str(number))
        with ThreadPoolExecutor(8) as pool:
            assert len(set(pool.map(lambda _, made=made: home.secret_key_ensure(made), range(8)))) == 1


def test_a_directory_of_other_things_is_not_closed_but_refused(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o755)
    (shared / "letter.txt").write_text("")
    with pytest.raises(ConfigError, match="holds other things"):
        home.home_ensure(shared)
    assert stat.S_IMODE(shared.stat().st_mode) == 0o755


def test_a_misspelt_name_is_noticed() -> None:
    environ = {"KLANGWERK_KICK_PER_DAY": "3", "KLANGWERK_REQUIRE_CHROMIUM": "1", "KLANGWERK_HOME": "x"}
    assert env.misspelt(environ) == {"KLANGWERK_KICK_PER_DAY": "KLANGWERK_KICKS_PER_DAY"}


def test_without_settings_a_process_starts_with_the_defaults(tmp_path: Path) -> None:
    set_all = {name: "17" for option in OPTIONS for name in (option.name, f"{option.name}_FILE")}
    others = {"PATH": "/bin", "KEY_FILE": "k"}
    clean = env.without_settings(
        {**set_all, **others, "DJANGO_SETTINGS_MODULE": "x", "KLANGWERK_TEST_REDIS_URL": "y"}
    )
    assert clean == {**others, "KLANGWERK_ENV_FILE": ""}


def test_a_home_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigError, match="KLANGWERK_HOME"):
        home.home_ensure(tmp_path / "file")


def test_a_short_key_is_refused_and_not_shown(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as refusal:
        home.secret_key_checked("hunter2", where="SECRET_KEY")
    assert "hunter2" not in str(refusal.value)
    assert "at least 32" in str(refusal.value)


def test_the_management_command_says_what_is_wrong_in_one_line(
    clean_environment: dict[str, str], tmp_path: Path
) -> None:
    environ = {**clean_environment, "KLANGWERK_HOME": str(tmp_path), "LOG_FORMAT": "xml"}
    found = subprocess.run(
        [sys.executable, "-m", "klangwerk.studio.manage", "check"],
        env=environ,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert found.returncode == 1
    assert found.stderr.startswith("klangwerk: LOG_FORMAT is 'xml', but expected one of console, json.")
    assert "Traceback" not in found.stderr


# --- documentation ---------------------------------------------------------------------------------------------


def test_the_documentation_is_current() -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert page == documentation.settings_markdown(), (
        "run: python -m klangwerk.studio.config.documentation > docs/settings.md"
    )


def test_every_option_has_help_and_a_row() -> None:
    page = documentation.settings_markdown()
    for option in OPTIONS:
        assert option.help
        assert re.search(rf"^\| `{option.name}` \|", page, re.MULTILINE), option.name


def test_no_module_of_the_studio_reads_the_environment_behind_the_table() -> None:
    allowed = {"env.py", "asgi.py", "manage.py", "settings.py"}
    source = ROOT / "src" / "klangwerk" / "studio"
    readers = [
        path.relative_to(source)
        for path in source.rglob("*.py")
        if path.name not in allowed
        and re.search(r"os\.(environ|getenv)\b(?!\.setdefault)", path.read_text(encoding="utf-8"))
    ]
    assert readers == []
