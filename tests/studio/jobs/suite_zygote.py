"""Starts workers and web servers in milliseconds: everything is imported once, then each process is forked from here.

Reads orders from stdin, one line of JSON each (`{"role": …, "lanes" or "port": …, "log": …}`), and answers with the
id of the process.
What is forked is a process like any other: it can be stopped, frozen and killed.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
import traceback
import uuid

import django
from django.core.management import call_command

PR_SET_PDEATHSIG = 1


def main() -> None:
    django.setup()
    call_command("migrate", verbosity=0)
    from django.db import connection

    connection.close()  # a connection must not be shared by forked processes
    from klangwerk.studio.jobs import celery, lanes, routing, tasks, worker  # noqa: F401

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel reaps
    print("ready", flush=True)
    for line in sys.stdin:
        order = json.loads(line)
        pid = os.fork()
        if pid == 0:
            _become_worker(order)
        print(pid, flush=True)


def _become_worker(order: dict[str, str]) -> None:
    status = 1
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.setsid()
        # Nothing outlives the tests, even tests that are killed.
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        log = os.open(order["log"], os.O_CREAT | os.O_APPEND | os.O_WRONLY)
        nothing = os.open(os.devnull, os.O_RDONLY)
        for source, target in ((nothing, 0), (log, 1), (log, 2)):
            os.dup2(source, target)
        if order["role"] == "web":
            _web(int(order["port"]))
        elif order["role"] == "celery":
            _celery(order["lanes"])
        else:
            _local(order["lanes"])
        status = 0
    except SystemExit as ending:
        status = int(ending.code or 0)
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(status)


def _local(names: str) -> None:
    from klangwerk.studio.jobs import worker
    from klangwerk.studio.jobs.lanes import Lane, parse

    worker.run(lanes=parse(names), concurrency={Lane.FAST: 2, Lane.HEAVY: 2})


def _web(port: int) -> None:
    import uvicorn

    uvicorn.run("klangwerk.studio.config.asgi:application", host="127.0.0.1", port=port, log_level="warning")


def _celery(names: str) -> None:
    from klangwerk.studio.jobs.celery import app

    schedule = os.path.join(os.getcwd(), f"beat-{os.getpid()}")
    queues = ",".join(f"klangwerk.{name}" for name in names.split(","))
    command = ["worker", "-B", "-s", schedule, "-Q", queues, "-c", "2", "-l", "WARNING"]
    quick = ["--without-gossip", "--without-mingle", "--without-heartbeat", "-n", f"{uuid.uuid4().hex}@suite"]
    app.worker_main([*command, *quick])


if __name__ == "__main__":
    main()
