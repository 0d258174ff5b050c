"""A stack under test: a database, a dispatcher, and real worker processes."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from suite_proxy import Proxy

if TYPE_CHECKING:
    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.jobs.models import Job

PATIENCE_S = 40.0  # the machine may be busy; a test that works never waits for so long


@dataclass(frozen=True)
class Worker:
    """A worker process and all that it forked into its group."""

    pid: int

    def kill(self) -> None:
        """kill -9."""
        self.signal(signal.SIGKILL)
        self.wait()

    def stop(self) -> float:
        """SIGTERM to the worker itself; returns how long it took to end."""
        began_s = time.monotonic()
        os.kill(self.pid, signal.SIGTERM)
        self.wait()
        return time.monotonic() - began_s

    def signal(self, number: int) -> None:
        try:
            os.killpg(self.pid, number)
        except ProcessLookupError:
            pass

    def wait(self) -> None:
        end_s = time.monotonic() + PATIENCE_S
        while lives(self.pid):
            assert time.monotonic() < end_s, "the worker does not end"
            time.sleep(0.02)


def lives(pid: int) -> bool:
    """Whether the process is there and not a zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


@dataclass
class Stack:
    """One way to run the studio. `start_worker` starts real processes; they are gone when the test ends."""

    name: str
    home: Path
    database: dict[str, Any]
    broker_url: str = ""
    broker_proxy: Proxy | None = None
    proxy: Proxy | None = None
    workers: list[Worker] = field(default_factory=list)
    zygote: subprocess.Popen[str] | None = None

    @property
    def is_celery(self) -> bool:
        return bool(self.broker_url)

    @property
    def owner(self) -> User:
        from klangwerk.studio.accounts.models import User

        return User.objects.get_or_create(username="alice")[0]

    @property
    def witness(self) -> Path:
        return self.home / "witness"

    def create(self, kind: str = "test.steps", **params: Any) -> Job:
        from klangwerk.studio.jobs import services

        return services.job_create(
            owner=self.owner, kind=kind, params={"witness": str(self.witness), **params}
        )

    def start_worker(self, lanes: str = "fast,heavy", *, wait: bool = True) -> Worker:
        """A local worker, or a Celery worker with a beat: two jobs of each lane at once."""
        before = self._workers()
        worker = self._start(role="celery" if self.is_celery else "local", lanes=lanes)
        if wait:
            self.until(lambda: self._workers() - before, what="the worker to say that it lives")
        return worker

    def start_web(self) -> int:
        """A web server; returns its port."""
        with socket.create_server(("127.0.0.1", 0)) as free:
            port: int = free.getsockname()[1]
        self._start(role="web", port=port)

        def answers() -> bool:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
            except OSError:
                return False
            return True

        self.until(answers, what="the web server to answer")
        return port

    def _start(self, **order: Any) -> Worker:
        assert self.zygote is not None
        assert self.zygote.stdin is not None
        assert self.zygote.stdout is not None
        self.zygote.stdin.write(json.dumps({**order, "log": str(self.home / "worker.log")}) + "\n")
        self.zygote.stdin.flush()
        worker = Worker(int(self.zygote.stdout.readline()))
        self.workers.append(worker)
        return worker

    def _workers(self) -> set[str]:
        from klangwerk.studio.jobs.models import WorkerHeartbeat

        return set(WorkerHeartbeat.objects.values_list("id", flat=True))

    def until(self, found: Callable[[], Any], *, what: str, patience_s: float = PATIENCE_S) -> Any:
        """The first true value of `found`."""
        end_s = time.monotonic() + patience_s
        while time.monotonic() < end_s:
            value = found()
            if value:
                return value
            time.sleep(0.02)
        log = (self.home / "worker.log").read_text(errors="replace")[-6000:] if self.workers else ""
        pytest.fail(f"waited {patience_s:g} s in vain for {what}\n{log}")

    def until_status(self, job: Job, *statuses: str) -> Job:
        def there() -> bool:
            job.refresh_from_db()
            return job.status in statuses

        self.until(there, what=f"job {job.kind} to be {' or '.join(statuses)}; it is {job.status}")
        return job

    def until_over(self, job: Job) -> Job:
        return self.until_status(job, "completed", "failed", "cancelled")

    def until_working(self, job: Job) -> Job:
        """The handler itself has begun its latest attempt."""
        self.until_status(job, "processing")
        self.until(
            lambda: self.seen(job, "begin") >= job.attempts,
            what=f"attempt {job.attempts} of {job.kind} to begin",
        )
        return job

    def seen(self, job: Job, word: str) -> int:
        """How often the job's handler wrote this word."""
        lines = self.witness.read_text().splitlines() if self.witness.exists() else []
        return sum(line.split()[0] == str(job.pk) and line.split()[2] == word for line in lines)

    def working_process(self, job: Job) -> int:
        lines = [line.split() for line in self.witness.read_text().splitlines()]
        return [int(pid) for job_id, _, word, pid in lines if job_id == str(job.pk) and word == "begin"][-1]

    def products(self) -> Counter[str]:
        """How often the outcome of each job was stored."""
        return self._counted("test_products")

    def refunds(self) -> Counter[str]:
        """How often `on_settled` ran for each job."""
        return self._counted("test_refunds")

    def _counted(self, table: str) -> Counter[str]:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT job_id FROM {table}")
            return Counter(row[0] for row in cursor.fetchall())

    def lose_messages(self) -> int:
        """What a broker that was restarted without its memory does. Returns how many were lost."""
        import redis

        client = redis.Redis.from_url(self.broker_url)
        lost = sum(int(client.llen(queue)) for queue in self._queues)
        client.delete(*self._queues)
        client.close()
        return lost

    _queues = ("klangwerk.fast", "klangwerk.heavy")

    def kill_workers(self) -> None:
        while self.workers:
            self.workers.pop().kill()

    def clean(self) -> None:
        self.kill_workers()
        # Not through the ORM, which would look into the tables of apps that this database does not have.
        with connection.cursor() as cursor:
            for table in (
                "jobs_jobevent",
                "jobs_job",
                "jobs_workerheartbeat",
                "test_products",
                "test_refunds",
            ):
                cursor.execute(f"DELETE FROM {table}")
        self.witness.unlink(missing_ok=True)
        if self.is_celery:
            self.lose_messages()
