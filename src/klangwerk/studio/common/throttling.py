"""How often one caller may try one thing; counted in the database, so that all processes share one count."""

from __future__ import annotations

import hashlib
import ipaddress
import random
import time
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest

from klangwerk.studio.common.errors import RateLimited
from klangwerk.studio.common.models import ThrottleWindow

SWEEP_PROBABILITY = 0.01


@dataclass(frozen=True, slots=True)
class Rate:
    """At most `limit` attempts in any `period_s` seconds."""

    scope: str
    limit: int
    period_s: float


def throttle_hit(rate: Rate, *, who: str) -> None:
    """Count one attempt. Raises RateLimited when it is one too many (which is then not counted)."""
    key = hashlib.sha256(f"{rate.scope}\x00{who}".encode("utf-8", "surrogatepass")).hexdigest()
    with transaction.atomic():
        # The row is made first and then locked: of two processes that meet here, one waits for the other.
        ThrottleWindow.objects.get_or_create(key=key, defaults={"expires_at": time.time() + rate.period_s})
        window = ThrottleWindow.objects.select_for_update().filter(key=key).first()
        now = time.time()  # read after the wait for the lock, so that hits stand in their order
        hits = [at for at in window.hits if abs(now - at) < rate.period_s] if window else []
        refused = len(hits) >= rate.limit
        if not refused:
            ThrottleWindow.objects.update_or_create(
                key=key, defaults={"hits": [*hits, now], "expires_at": now + rate.period_s}
            )
    if random.random() < SWEEP_PROBABILITY:
        ThrottleWindow.objects.filter(expires_at__lt=now).delete()
    if refused:
        raise RateLimited(retry_after_s=hits[0] + rate.period_s - now)


def client_address(request: HttpRequest) -> str:
    """Who is calling, as far as the network tells: an IPv4 address, or the /64 that one IPv6 customer has."""
    proxies: int = settings.KLANGWERK_PROXIES
    address = request.META.get("REMOTE_ADDR") or ""
    if proxies:
        # The last `proxies` entries were written by our own proxies; what stands before them anybody can invent.
        forwarded = [
            part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()
        ]
        if forwarded:
            address = forwarded[max(0, len(forwarded) - proxies)]
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address or "unknown"
    if parsed.version == 6:
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)
