"""The files that jobs store, and what goes wrong while they do."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

_WORKER = """
import os, signal, sys
from dataclasses import dataclass
from pathlib import Path
import django
django.setup()
from django.conf import settings
from klangwerk.studio.jobs.worker.inline import run_queued

@dataclass(frozen=True)
class Folder:
    root: Path

def die(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)

settings.KLANGWERK_STORAGE = Folder(Path(sys.argv[1]))
moment = sys.argv[2]
{arm}
run_queued()
"""

if TYPE_CHECKING:
    from types import ModuleType

    from klangwerk.studio.jobs.context import JobContext, Outcome
    from klangwerk.studio.jobs.models import Job


def files(root: Path) -> list[Path]:
    """All files below a folder."""
    return sorted(path for path in root.rglob("*") if path.is_file())


def store_fails_at(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The store takes the files before this one, counted from 1, and then does not answer for one."""
    from klangwerk.studio.library.storage import StorageUnavailable
    from klangwerk.studio.library.storage.local import LocalStore

    put, count = LocalStore.put, iter(range(1, 100))

    def failing(*args: Any, **kwargs: Any) -> None:
        if next(count) == number:
            raise StorageUnavailable("full")
        put(*args, **kwargs)

    monkeypatch.setattr(LocalStore, "put", failing)


def when_stored(handler: ModuleType, then: Callable[[int], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Whenever the handler has stored all files of a job, `then` is called with how often that was."""
    stage, count = handler.parts_stage, iter(range(1, 100))

    def staged_and_then(*args: Any, **kwargs: Any) -> Any:
        staged = stage(*args, **kwargs)
        then(next(count))
        return staged

    monkeypatch.setattr(handler, "parts_stage", staged_and_then)


def lease_lost(job: Job) -> None:
    """The worker of the job is taken for dead, and the job may be taken by another."""
    from klangwerk.studio.jobs import state

    type(job).objects.filter(pk=job.pk).update(lease_expires_at=timezone.now() - timedelta(hours=1))
    state.reap()


def lease_lost_when_stored(
    handler: ModuleType, job: Job, work: Callable[[], int], monkeypatch: pytest.MonkeyPatch
) -> list[int]:
    """The first worker loses the job after it has stored all files, and another does the work; filled as they do."""
    times: list[int] = []

    def lose(time: int) -> None:
        times.append(time)
        if time == 1:
            lease_lost(job)
            work()

    when_stored(handler, lose, monkeypatch)
    return times


def cancelled_at(moment: str, job: Job, handle: Callable[[JobContext], Outcome]) -> list[str]:
    """The steps of a job that is cancelled as soon as it says that it is at this one; its progress never falls."""
    from klangwerk.engines.contracts import Cancelled, CancelToken
    from klangwerk.studio.jobs.context import JobContext

    cancel = CancelToken()
    seen: list[tuple[float, str]] = []

    def progress(fraction: float, step: str) -> None:
        seen.append((fraction, step))
        if step.startswith(moment):
            cancel.request()

    with pytest.raises(Cancelled):
        handle(
            JobContext(
                job_id=job.pk,
                owner_id=job.owner_id,
                params=job.params,
                attempt=1,
                progress=progress,
                cancel=cancel,
            )
        )
    fractions = [fraction for fraction, _ in seen]
    assert fractions == sorted(fractions)
    return [step for _, step in seen]


def worker_killed(arm: str, *, moment: str, root: Path, environment: dict[str, str]) -> None:
    """A worker process with its files below `root` is killed at the `moment`: `arm` is the code that puts `die` there."""
    child = subprocess.run(
        [sys.executable, "-c", _WORKER.format(arm=arm), str(root), moment],
        env=environment,
        timeout=120,
        check=False,
        stderr=subprocess.PIPE,
    )
    assert child.returncode == -signal.SIGKILL, child.stderr.decode()
