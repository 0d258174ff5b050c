"""The data directory and the secret key in it, both private to their owner."""

from __future__ import annotations

import os
import secrets
import tempfile
from pathlib import Path

from klangwerk.studio.config.env import ConfigError

SECRET_KEY_FILE = "secret_key"
DATABASE_FILE = "klangwerk.sqlite3"
SECRET_KEY_CHARACTERS_MIN = 32


def home_ensure(path: Path) -> Path:
    """Make the data directory if it is missing, mode 0700. Raises ConfigError."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        is_open = bool(path.stat().st_mode & 0o077)
        if is_open and not _is_ours(path):
            raise ConfigError(
                f"KLANGWERK_HOME is {str(path)!r}, which holds other things and which others can read. "
                "Choose a directory of its own."
            )
        if is_open:
            path.chmod(0o700)
    except OSError as error:
        raise ConfigError(f"KLANGWERK_HOME is {str(path)!r}, which cannot be used: {error}.") from error
    if not os.access(path, os.W_OK | os.X_OK):
        raise ConfigError(f"KLANGWERK_HOME is {str(path)!r}, which this user may not write to.")
    return path


def _is_ours(path: Path) -> bool:
    """Whether the directory may be closed to others: closing, say, /tmp would break the machine."""
    names = {entry.name for entry in path.iterdir()}
    return not names or bool(names & {SECRET_KEY_FILE, DATABASE_FILE})


def secret_key_ensure(home: Path) -> str:
    """The key kept in the data directory; the first process makes it, all others read the same."""
    path = home / SECRET_KEY_FILE
    if not path.exists():
        # Written whole under another name, then linked: link() fails where the name exists, so that of two
        # processes that start at once one wins and both read one key.
        descriptor, temporary = tempfile.mkstemp(prefix=".secret_key-", dir=home)  # mkstemp makes files 0600
        try:
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                file.write(secrets.token_urlsafe(48))
                file.flush()
                os.fsync(file.fileno())
            try:
                os.link(temporary, path)
            except FileExistsError:
                pass
        finally:
            os.unlink(temporary)
    try:
        key = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"The secret key in {path} cannot be read: {error}.") from error
    return secret_key_checked(key, where=str(path))


def secret_key_checked(key: str, *, where: str) -> str:
    """The key, if it is long enough to sign with."""
    if len(key) < SECRET_KEY_CHARACTERS_MIN:
        raise ConfigError(
            f"{where} holds {len(key)} characters, but expected at least {SECRET_KEY_CHARACTERS_MIN} random ones "
            '(python -c "import secrets; print(secrets.token_urlsafe(48))").'
        )
    return key
