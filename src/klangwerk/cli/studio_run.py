"""What `klangwerk studio` does: listen, prepare the database, start the children, say where to sign in, watch."""

from __future__ import annotations

import errno
import http.client
import os
import socket
import sys
import time
import webbrowser
from datetime import timedelta
from pathlib import Path

import click

from klangwerk.cli.studio_django import migrate, set_up
from klangwerk.cli.studio_hosts import allowed_hosts, is_everywhere, is_loopback, reachable_name
from klangwerk.cli.supervisor import Child, CrashedTooOften, Supervisor

_READY_TIMEOUT_S = 180.0  # a crash is noticed at once; this is for machines that are merely slow
_ASK_TIMEOUT_S = 10.0
_LINK_LIFETIME = timedelta(minutes=15)
_BACKLOG = 2048  # as uvicorn's


def run(*, host: str, port: int, home: Path | None, multi_user: bool, opens_browser: bool) -> None:
    """Until Ctrl-C. Raises click.ClickException when it cannot start or its children keep crashing."""
    listening = _listen(host, port)
    port = listening.getsockname()[1]
    if multi_user:
        os.environ["KLANGWERK_MULTI_USER"] = "true"
    if "ALLOWED_HOSTS" not in os.environ and not is_loopback(host):  # else `.env` or the default decides
        os.environ["ALLOWED_HOSTS"] = ",".join(allowed_hosts(host))
    set_up(home)
    if migrate():
        _say("The database is ready.")
    url = f"http://{reachable_name(host)}:{port}"
    module = [sys.executable, "-m", "klangwerk.cli.studio_process"]
    children = [
        Child("worker", [*module, "worker"]),
        Child("web server", [*module, "web", str(listening.fileno())], pass_fds=(listening.fileno(),)),
    ]
    try:
        with Supervisor(children, say=_say) as supervisor:
            if _wait_until_ready(supervisor, host, port):
                _welcome(url, opens_browser=opens_browser)
                supervisor.watch()
            elif not supervisor.is_stopping:
                raise click.ClickException("The studio did not become ready; the lines above say why.")
            _say("Stopping ...")
    except CrashedTooOften as error:
        raise click.ClickException(
            f"The {error.child} keeps ending (exit code {error.exit_code}); the lines above say why. "
            "All is stopped. `klangwerk doctor` may find the cause."
        ) from error
    finally:
        listening.close()


def _listen(host: str, port: int) -> socket.socket:
    """A socket that stays open while the web server is started again, so that nobody is turned away."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except socket.gaierror as error:
        raise click.BadParameter(f"{host} is no address of this machine.", param_hint="--host") from error
    listening = socket.socket(family, kind, protocol)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(address)
        listening.listen(_BACKLOG)
    except OSError as error:
        listening.close()
        raise click.ClickException(_why_not(host, port, error)) from error
    return listening


def _why_not(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        if _status(host, port, "/healthz") == http.client.OK:
            return f"A studio is already running on port {port}. Open it, or start another with --port {port + 1}."
        return f"Port {port} is in use by another program. Choose another: klangwerk studio --port {port + 1}"
    if error.errno == errno.EACCES:
        return (
            f"Only an administrator may use port {port}. Choose one above 1023: klangwerk studio --port 8000"
        )
    if error.errno == errno.EADDRNOTAVAIL:
        return f"{host} is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for all addresses."
    return f"Cannot listen on {host}, port {port}: {error.strerror}."


def _wait_until_ready(supervisor: Supervisor, host: str, port: int) -> bool:
    """Whether /readyz answers 200: web, database and worker are up."""
    give_up_s = time.monotonic() + _READY_TIMEOUT_S
    last: int | None = None

    def ready() -> bool:
        nonlocal last
        last = _status(host, port, "/readyz")
        return last == http.client.OK or time.monotonic() > give_up_s

    supervisor.watch_until(ready)
    return last == http.client.OK and not supervisor.is_stopping


def _status(host: str, port: int, path: str) -> int | None:
    """The status that our own address answers with, None if nothing of ours does."""
    connection = http.client.HTTPConnection(
        "127.0.0.1" if is_everywhere(host) else host, port, timeout=_ASK_TIMEOUT_S
    )
    try:
        connection.request("GET", path, headers={"Host": "localhost"})
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def _welcome(url: str, *, opens_browser: bool) -> None:
    from django.db import connections

    from klangwerk.studio.accounts import services

    token = services.sign_in_link_create(user=services.owner_ensure(), lifetime=_LINK_LIFETIME)
    connections.close_all()
    link = f"{url}/sign-in/{token}/"
    minutes = round(_LINK_LIFETIME.total_seconds() / 60)
    click.echo(
        f"\nKlangwerk runs at {url}\n\nSign in with this link; it works once, for {minutes} minutes:\n\n    {link}\n"
    )
    click.echo("Ctrl-C stops it.", nl=True)
    sys.stdout.flush()
    if opens_browser and _has_desktop():
        webbrowser.open(link)


def _has_desktop() -> bool:
    """On Linux without one, a browser for terminals would take over this one."""
    return sys.platform != "linux" or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
    )


def _say(text: str) -> None:
    click.echo(text, err=True)
