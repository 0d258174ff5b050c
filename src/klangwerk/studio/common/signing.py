"""Tokens: random ones that are stored hashed, and signed values that expire."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from typing import Any

from django.core import signing

RANDOM_BYTES = 32


def token_make(prefix: str = "") -> str:
    """256 random bits, fit for a URL."""
    return prefix + secrets.token_urlsafe(RANDOM_BYTES)


def token_hash(token: str) -> str:
    """What is stored of a random token. A plain hash: there is nothing to guess in 256 random bits."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def sign(value: Any, *, purpose: str) -> str:
    """A compact signed and dated text; `purpose` keeps one kind of token from passing for another."""
    return signing.dumps(value, salt=f"klangwerk.{purpose}", compress=False)


def unsign(text: str, *, purpose: str, lifetime_s: float) -> Any | None:
    """The signed value, or None when it was altered, made for something else, or is too old."""
    try:
        return signing.loads(text, salt=f"klangwerk.{purpose}", max_age=timedelta(seconds=lifetime_s))
    except (signing.BadSignature, ValueError, UnicodeError):
        return None
