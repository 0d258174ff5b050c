"""Child processes that are started, watched, started again when they crash, and stopped together."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

_POLL_S = 0.1
_STOP_GRACE_S = 12.0  # more than the children give themselves
_CRASHES_MAX = 3
_CRASHES_WINDOW_S = 300.0
_RESTART_PAUSE_S = 0.5


@dataclass(slots=True)
class Child:
    """A program that should be running."""

    name: str
    command: Sequence[str]
    pass_fds: tuple[int, ...] = ()
    process: subprocess.Popen[bytes] | None = None
    crashes: deque[float] = field(default_factory=deque)

    def start(self) -> None:
        """In a session of its own: Ctrl-C reaches only us, and we stop the children in order."""
        self.process = subprocess.Popen(
            self.command, stdin=subprocess.PIPE, pass_fds=self.pass_fds, start_new_session=True
        )

    def close(self) -> None:
        """After its end: let go of our end of its standard input."""
        if self.process is not None and self.process.stdin is not None:
            self.process.stdin.close()

    def is_running(self) -> bool:
        """Whether it is alive."""
        return self.process is not None and self.process.poll() is None


class CrashedTooOften(Exception):
    """A child ends again and again; `child` is its name and `exit_code` the last one."""

    def __init__(self, child: str, exit_code: int) -> None:
        super().__init__(child)
        self.child = child
        self.exit_code = exit_code


class Supervisor:
    """Use as a context: the children run inside and are gone after."""

    def __init__(self, children: Sequence[Child], *, say: Callable[[str], None]) -> None:
        self._children = list(children)
        self._say = say
        self._stop = threading.Event()

    def __enter__(self) -> Supervisor:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._on_signal)
        for child in self._children:
            child.start()
        return self

    def __exit__(self, *exception: object) -> None:
        # Last started first stopped: the web server goes before the worker whose answers it waits for.
        running = [child for child in reversed(self._children) if child.is_running()]
        for child in running:
            assert child.process is not None
            child.process.send_signal(signal.SIGTERM)
        give_up_s = time.monotonic() + _STOP_GRACE_S
        for child in running:
            assert child.process is not None
            try:
                child.process.wait(max(0.0, give_up_s - time.monotonic()))
            except subprocess.TimeoutExpired:
                self._say(f"The {child.name} does not stop by itself and is ended.")
                child.process.kill()
                child.process.wait()
        for child in self._children:
            child.close()

    @property
    def is_stopping(self) -> bool:
        """Whether somebody asked to stop."""
        return self._stop.is_set()

    def watch_until(self, is_done: Callable[[], bool]) -> None:
        """Keep the children running until `is_done` or a signal. Raises CrashedTooOften."""
        while not self._stop.is_set() and not is_done():
            for child in self._children:
                if not child.is_running():
                    self._restart(child)
            self._stop.wait(_POLL_S)

    def watch(self) -> None:
        """Keep the children running until a signal. Raises CrashedTooOften."""
        self.watch_until(lambda: False)

    def _restart(self, child: Child) -> None:
        assert child.process is not None
        child.close()
        code = child.process.returncode
        now = time.monotonic()
        child.crashes.append(now)
        while child.crashes[0] < now - _CRASHES_WINDOW_S:
            child.crashes.popleft()
        if len(child.crashes) > _CRASHES_MAX:
            raise CrashedTooOften(child.name, code)
        self._say(f"The {child.name} ended unexpectedly ({_ending(code)}); starting it again.")
        if not self._stop.wait(_RESTART_PAUSE_S):
            child.start()

    def _on_signal(self, number: int, frame: object) -> None:
        del frame
        if self._stop.is_set():  # a second time: at once
            for child in self._children:
                if child.is_running() and child.process is not None:
                    child.process.kill()
            sys.exit(128 + number)
        self._stop.set()


def _ending(code: int) -> str:
    if code < 0:
        return f"signal {signal.Signals(-code).name}"
    return f"exit code {code}"
