"""One-time tickets: a browser cannot send headers with a WebSocket, and a token in an address would stay in logs."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from klangwerk.studio.accounts.models import User
from klangwerk.studio.jobs.models import EventTicket
from klangwerk.studio.jobs.tuning import tuning


@dataclass(frozen=True, slots=True)
class Ticket:
    """The ticket in clear, which only its user ever sees."""

    ticket: str
    expires_at: datetime


def ticket_create(*, owner: User) -> Ticket:
    """A ticket that opens one socket, soon."""
    clear = secrets.token_urlsafe(24)
    expires_at = timezone.now() + timedelta(seconds=tuning().ticket_s)
    EventTicket.objects.create(digest=_digest(clear), owner_id=owner.pk, expires_at=expires_at)
    return Ticket(clear, expires_at)


def ticket_use(*, ticket: str) -> int | None:
    """The user's id, or None for a ticket that is unknown, expired or used. Afterwards it is used."""
    found = EventTicket.objects.filter(digest=_digest(ticket), owner__is_active=True).first()
    if found is None:
        return None
    taken, _ = EventTicket.objects.filter(digest=found.digest).delete()
    if not taken or found.expires_at <= timezone.now():
        return None  # somebody else took it first, or it came too late
    return found.owner_id


def _digest(clear: str) -> str:
    return hashlib.sha256(clear.encode()).hexdigest()
