"""The web server and the worker as children of `klangwerk studio`: `python -m klangwerk.cli.studio_process web|worker`.

A child ends with its parent, however that ends: it watches its standard input, which closes with the parent.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading

GRACEFUL_SHUTDOWN_S = 3  # open WebSockets would keep the server up for as long as their pages are open


def main() -> None:
    """Run one child until it is told to end."""
    threading.Thread(target=_end_with_parent, name="parent-watch", daemon=True).start()
    if sys.argv[1] == "web":
        _web(descriptor=int(sys.argv[2]))
    else:
        _worker()


def _end_with_parent() -> None:
    while os.read(0, 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


def _web(*, descriptor: int) -> None:
    import uvicorn

    config = uvicorn.Config(
        "klangwerk.studio.config.asgi:application",
        lifespan="off",
        log_config=None,  # Django's settings have set up logging
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,  # which proxies to believe is Klangwerk's own setting
        timeout_graceful_shutdown=GRACEFUL_SHUTDOWN_S,
    )
    uvicorn.Server(config).run(sockets=[socket.socket(fileno=descriptor)])


def _worker() -> None:
    from klangwerk.cli.studio_django import set_up

    set_up()
    from klangwerk.studio.jobs.worker import run

    run()


if __name__ == "__main__":
    main()
