"""Under which names a studio is reached that listens on some address."""

from __future__ import annotations

import contextlib
import ipaddress
import socket

_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
_ANYWHERE_ELSE = ("192.0.2.1", 9)  # an address for documentation (RFC 5737); connecting UDP sends nothing


def is_everywhere(host: str) -> bool:
    """Whether this means all addresses of the machine."""
    return host in ("0.0.0.0", "::", "")


def reachable_name(host: str) -> str:
    """What to put into a link for a browser on this machine."""
    if is_everywhere(host):
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


def allowed_hosts(host: str) -> list[str]:
    """The names that a browser may ask for: only these, so that a foreign page cannot pose as one of them."""
    names = list(_LOOPBACK)
    if is_everywhere(host):
        names += [socket.gethostname(), socket.getfqdn(), f"{socket.gethostname()}.local", *_own_addresses()]
    elif not is_loopback(host):
        names.append(reachable_name(host))
    return list(dict.fromkeys(name.lower() for name in names))


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches it."""
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback and host in ("127.0.0.1", "::1")
    return host == "localhost"


def _own_addresses() -> list[str]:
    found: set[str] = set()
    with contextlib.suppress(OSError):
        found |= {str(entry[4][0]) for entry in socket.getaddrinfo(socket.gethostname(), None)}
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        asking.connect(_ANYWHERE_ELSE)
        found.add(str(asking.getsockname()[0]))
    return sorted(f"[{address}]" if ":" in address else address for address in found)
