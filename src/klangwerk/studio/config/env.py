"""Reads the options from environment, `*_FILE` secrets and `.env`; a wrong one is refused with a sentence."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.core.exceptions import ImproperlyConfigured

from klangwerk.studio.config.options import BY_NAME, OPTIONS, Kind, Option

TRUE_WORDS = frozenset({"1", "true", "yes", "on"})
FALSE_WORDS = frozenset({"0", "false", "no", "off", ""})
LINE_OF_DOTENV = re.compile(r"^(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)$")

Value = str | bool | int | tuple[str, ...] | Path | None


class ConfigError(ImproperlyConfigured):
    """A setting is wrong; the message names it, what it was, and what is expected."""


class Config:
    """The checked values of all options, read by name and type."""

    def __init__(self, values: Mapping[str, Value]) -> None:
        self._values = dict(values)

    def text(self, name: str) -> str:
        """A text that has a default."""
        value = self._values[name]
        assert isinstance(value, str), name
        return value

    def optional(self, name: str) -> str | None:
        """A text that may be unset."""
        value = self._values[name]
        assert value is None or isinstance(value, str), name
        return value

    def flag(self, name: str) -> bool:
        """True or false."""
        value = self._values[name]
        assert isinstance(value, bool), name
        return value

    def integer(self, name: str) -> int:
        """A whole number."""
        value = self._values[name]
        assert isinstance(value, int), name
        return value

    def names(self, name: str) -> list[str]:
        """A list of texts."""
        value = self._values[name]
        assert isinstance(value, tuple), name
        return list(value)

    def path(self, name: str) -> Path:
        """An absolute path."""
        value = self._values[name]
        assert isinstance(value, Path), name
        return value


def load(environ: Mapping[str, str] | None = None) -> Config:
    """Check every option. Raises ConfigError on the first wrong one."""
    given = dict(os.environ if environ is None else environ)
    env_file = given.get("KLANGWERK_ENV_FILE", ".env")
    if env_file:
        given = {**read_dotenv(Path(env_file).expanduser()), **given}
    return Config({option.name: _value_of(option, given) for option in OPTIONS})


def misspelt(environ: Mapping[str, str]) -> dict[str, str]:
    """Names in the environment that look like a setting of ours and are none, with what was probably meant."""
    known = [*BY_NAME, *(f"{name}_FILE" for name in BY_NAME)]
    found = {}
    for name in environ:
        if name.startswith("KLANGWERK_") and name not in known:
            for near in difflib.get_close_matches(name, known, n=1, cutoff=0.85):
                found[name] = near
    return found


def without_settings(environ: Mapping[str, str]) -> dict[str, str]:
    """The same less every setting of ours, and with no `.env` either: a process starts with the defaults."""
    kept = {
        name: value
        for name, value in environ.items()
        if not name.startswith("KLANGWERK_")
        and name.removesuffix("_FILE") not in BY_NAME
        and name != "DJANGO_SETTINGS_MODULE"
    }
    return {**kept, "KLANGWERK_ENV_FILE": ""}


def read_dotenv(path: Path) -> dict[str, str]:
    """`NAME=value` lines; quotes, comments and `export` are understood. A missing file is an empty one."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"{path} cannot be read ({error}). Mend it, or point KLANGWERK_ENV_FILE elsewhere."
        ) from error
    found: dict[str, str] = {}
    for number, raw in enumerate(text.splitlines(), start=1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        match = LINE_OF_DOTENV.match(line)
        if match is None:
            raise ConfigError(f"{path}, line {number}: expected NAME=value.")
        found[match[1]] = _unquoted(match[2], where=f"{path}, line {number}")
    return found


def _unquoted(text: str, *, where: str) -> str:
    if text[:1] in {"'", '"'}:
        end = text.find(text[0], 1)
        if end < 0:
            raise ConfigError(f"{where}: the quote {text[0]} is never closed.")
        return text[1:end]
    return re.split(r"\s+#", text, maxsplit=1)[0].strip()


def _value_of(option: Option, given: Mapping[str, str]) -> Value:
    text = given.get(option.name)
    file_name = given.get(f"{option.name}_FILE") if option.secret else None
    if file_name:
        if text:
            raise ConfigError(f"{option.name} and {option.name}_FILE are both set. Set one of them.")
        try:
            text = Path(file_name).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigError(
                f"{option.name}_FILE names {file_name!r}, which cannot be read: {error}."
            ) from error
    # An empty value counts as unset, so that `NAME=` in a template file means "the default".
    if text is None or (text.strip() == "" and option.name != "KLANGWERK_ENV_FILE"):
        text = option.default
    return None if text is None else parse(option, text)


def parse(option: Option, text: str) -> Value:
    """One text by the rules of its option. Raises ConfigError."""
    text = text.strip()
    match option.kind:
        case Kind.FLAG:
            return _flag(option, text)
        case Kind.INTEGER:
            return _integer(option, text)
        case Kind.NAMES:
            return tuple(name.strip() for name in text.split(",") if name.strip())
        case Kind.ORIGINS:
            return _origins(option, text)
        case Kind.PATH:
            return Path(text).expanduser().absolute()
        case Kind.URL:
            return _url(option, text)
        case Kind.ZONE:
            return _zone(option, text)
        case Kind.CHOICE:
            return _choice(option, text)
        case Kind.TEXT:
            return text


def _wrong(option: Option, text: str, expected: str) -> ConfigError:
    shown = "its value (not shown: it is a secret)" if option.secret else repr(text)
    return ConfigError(f"{option.name} is {shown}, but expected {expected}. {option.help}")


def _flag(option: Option, text: str) -> bool:
    if text.lower() in TRUE_WORDS:
        return True
    if text.lower() in FALSE_WORDS:
        return False
    raise _wrong(option, text, "true or false")


def _integer(option: Option, text: str) -> int:
    low, high = option.minimum, option.maximum
    bounds = {
        (True, True): "a whole number",
        (False, True): f"a whole number of at least {low}",
        (True, False): f"a whole number of at most {high}",
        (False, False): f"a whole number from {low} to {high}",
    }[low is None, high is None]
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", text):
        raise _wrong(option, text, bounds)
    number = int(text)
    if (low is not None and number < low) or (high is not None and number > high):
        raise _wrong(option, text, bounds)
    return number


def _origins(option: Option, text: str) -> tuple[str, ...]:
    found = tuple(origin.strip().rstrip("/") for origin in text.split(",") if origin.strip())
    for origin in found:
        if not re.fullmatch(r"https?://[^/?#\s]+", origin):
            raise _wrong(option, origin, "origins such as https://app.example, without a path")
    return found


def _url(option: Option, text: str) -> str:
    expected = "a URL beginning with " + " or ".join(f"{scheme}://" for scheme in option.schemes)
    try:
        scheme = urlsplit(text).scheme
    except ValueError as error:
        raise _wrong(option, text, expected) from error
    if scheme not in option.schemes or "://" not in text:
        raise _wrong(option, text, expected)
    return text


def _zone(option: Option, text: str) -> str:
    try:
        ZoneInfo(text)
    except (ValueError, OSError, KeyError) as error:  # ZoneInfoNotFoundError is a KeyError
        raise _wrong(option, text, "the name of a time zone such as Europe/Berlin") from error
    return text


def _choice(option: Option, text: str) -> str:
    for choice in option.choices:
        if text.lower() == choice.lower():
            return choice
    raise _wrong(option, text, "one of " + ", ".join(option.choices))


def option(name: str) -> Option:
    """The option of that name."""
    return BY_NAME[name]
