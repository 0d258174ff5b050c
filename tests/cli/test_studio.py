"""`klangwerk studio`, `worker`, `doctor` and `manage` with real servers, workers and signals."""

from __future__ import annotations

import http.cookiejar
import json
import os
import re
import shlex
import signal
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

# Generous: a machine may be busy with something else, and no test is about these.
READY_TIMEOUT_S = 300.0
STOP_TIMEOUT_S = 120.0


class Studio:
    """A running `klangwerk studio` and what it prints."""

    def __init__(self, command: list[str], environment: dict[str, str], folder: Path) -> None:
        self.process = subprocess.Popen(
            command, env=environment, cwd=folder, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
        )  # fmt: skip
        self.lines: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        with self.process.stdout as output:
            for line in output:
                self.lines.append(line)

    @property
    def output(self) -> str:
        return "".join(self.lines)

    def wait_for(self, pattern: str, *, timeout_s: float = READY_TIMEOUT_S) -> re.Match[str]:
        give_up_s = time.monotonic() + timeout_s
        while time.monotonic() < give_up_s:
            found = re.search(pattern, self.output)
            if found:
                return found
            if self.process.poll() is not None and not self._reader.is_alive():
                break
            time.sleep(0.05)
        raise AssertionError(f"no {pattern!r} in:\n{self.output}")

    def link(self) -> str:
        return self.wait_for(r"http://127\.0\.0\.1:\d+/sign-in/\S+")[0]

    def url(self) -> str:
        return self.wait_for(r"Klangwerk runs at (http://\S+)")[1]

    def children(self) -> dict[str, int]:
        """Process ids of web server and worker, out of /proc."""
        found = {}
        for entry in Path("/proc").iterdir():
            try:
                parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
                words = (entry / "cmdline").read_bytes().decode().split("\0")
            except (OSError, ValueError, IndexError):
                continue
            if parent == self.process.pid and "klangwerk.cli.studio_process" in words:
                found[words[words.index("klangwerk.cli.studio_process") + 1]] = int(entry.name)
        return found

    def stop(self, number: int = signal.SIGINT) -> int:
        if self.process.poll() is None:
            self.process.send_signal(number)
        code = self.process.wait(STOP_TIMEOUT_S)
        self._reader.join(STOP_TIMEOUT_S)
        return code


@pytest.fixture
def start(
    klangwerk_command: list[str], clean_environment: dict[str, str], tmp_path: Path
) -> Iterator[Callable[..., Studio]]:
    running: list[Studio] = []

    def begin(*arguments: str, **environment: str) -> Studio:
        command = [*klangwerk_command, "studio", "--no-browser", "--port", "0", *arguments]
        running.append(Studio(command, {**clean_environment, **environment}, tmp_path))
        return running[-1]

    yield begin
    for studio in running:
        children = list(studio.children().values())
        if studio.process.poll() is None:
            studio.process.kill()
            studio.process.wait()
        for child in children:
            try:
                os.kill(child, signal.SIGKILL)
            except ProcessLookupError:
                continue


def get(url: str, **headers: str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=120) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def wait_until(is_so: Callable[[], bool], *, timeout_s: float = READY_TIMEOUT_S) -> None:
    give_up_s = time.monotonic() + timeout_s
    while not is_so():
        assert time.monotonic() < give_up_s, "it did not happen"
        time.sleep(0.05)


def test_it_starts_signs_the_owner_in_once_and_stops_cleanly(start, tmp_path):
    studio = start()
    link, url = studio.link(), studio.url()
    assert get(f"{url}/readyz")[0] == 200
    children = studio.children()
    assert set(children) == {"web", "worker"}

    cookies = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookies))
    with browser.open(link, timeout=120) as page:
        assert page.url == f"{url}/"
    refresh = urllib.request.Request(
        f"{url}/api/token/refresh/", method="POST", headers={"X-Klangwerk-Client": "web"}
    )
    with browser.open(refresh, timeout=120) as answer:
        access = json.load(answer)["access"]
    status, body = get(f"{url}/api/me/", Authorization=f"Bearer {access}")
    assert status == 200
    assert json.loads(body)["isOwner"] is True
    assert json.loads(body)["multiUser"] is False

    others = http.cookiejar.CookieJar()
    second = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(others))
    second.open(link, timeout=120).close()
    assert len(cookies) >= 1
    assert len(others) == 0

    assert studio.stop() == 0
    assert not any(is_alive(child) for child in children.values())
    assert "Traceback" not in studio.output
    assert (tmp_path / "home").stat().st_mode & 0o777 == 0o700


@pytest.mark.serial
def test_a_second_start_keeps_the_data_and_is_quick(start):
    first = start()
    first.link()
    assert first.stop() == 0
    began_s = time.monotonic()
    second = start()
    second.link()
    assert time.monotonic() - began_s < 15
    assert "database is ready" in first.output
    assert "database is ready" not in second.output
    assert second.stop(signal.SIGTERM) == 0


def test_a_port_in_use_is_told(start, run):
    studio = start()
    port = studio.url().rsplit(":", 1)[1]
    answer = run("studio", "--no-browser", "--port", port)
    assert answer.returncode == 1
    assert f"A studio is already running on port {port}" in answer.stderr
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        other.settimeout(0.1)
        taken = other.getsockname()[1]
        answer = run("studio", "--no-browser", "--port", str(taken))
    assert answer.returncode == 1
    assert f"Port {taken} is in use by another program" in answer.stderr
    assert f"--port {taken + 1}" in answer.stderr
    assert answer.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "environment", "code", "said"),
    [
        (["--host", "no.such.host.invalid"], {}, 2, "no address of this machine"),
        (["--host", "192.0.2.77"], {}, 1, "no address of this machine"),
        ([], {"KLANGWERK_MULTI_USER": "perhaps"}, 1, "KLANGWERK_MULTI_USER is 'perhaps'"),
        ([], {"DATABASE_URL": "postgresql://x@127.0.0.1:9/x"}, 1, "The database cannot be used"),
        ([], {"DATABASE_URL": "mysql://x"}, 1, "DATABASE_URL"),
        (["--home", "/proc/nothing"], {}, 1, "KLANGWERK_HOME"),
    ],
)
def test_wrong_settings_are_told_in_a_sentence(run, arguments, environment, code, said):
    answer = run("studio", "--no-browser", "--port", "0", *arguments, env=environment)
    assert answer.returncode == code
    assert said in answer.stderr
    assert "Traceback" not in answer.stderr


def test_what_crashes_is_started_again(start):
    studio = start()
    url = studio.url()
    before = studio.children()
    for name, spoken in (("worker", "worker"), ("web", "web server")):
        os.kill(before[name], signal.SIGKILL)
        studio.wait_for(f"The {spoken} ended unexpectedly \\(signal SIGKILL\\); starting it again")
    wait_until(lambda: set(studio.children()) == {"web", "worker"})
    after = studio.children()
    assert not set(after.values()) & set(before.values())
    wait_until(lambda: get(f"{url}/readyz")[0] == 200)
    assert studio.stop() == 0


def test_what_crashes_again_and_again_stops_all(start):
    studio = start()
    studio.link()
    killed: set[int] = set()
    children = studio.children()
    while studio.process.poll() is None and len(killed) < 10:
        worker = studio.children().get("worker")
        if worker is not None and worker not in killed:
            os.kill(worker, signal.SIGKILL)
            killed.add(worker)
        time.sleep(0.05)
    assert studio.process.wait(STOP_TIMEOUT_S) == 1
    studio.wait_for("The worker keeps ending")
    assert len(killed) == 4
    assert not is_alive(children["web"])


def test_children_do_not_outlive_their_parent(start):
    studio = start()
    studio.link()
    children = list(studio.children().values())
    assert len(children) == 2
    studio.process.kill()
    studio.process.wait()
    wait_until(lambda: not any(is_alive(child) for child in children))


def test_stopping_while_it_starts(start):
    studio = start()
    wait_until(lambda: len(studio.children()) == 2)
    children = list(studio.children().values())
    assert studio.stop() == 0
    assert not any(is_alive(child) for child in children)
    assert "sign-in" not in studio.output
    assert "Traceback" not in studio.output, studio.output


def test_multi_user_lets_people_register(start):
    for arguments, expected in ((["--multi-user"], 201), ([], 403)):
        studio = start(*arguments)
        request = urllib.request.Request(
            f"{studio.url()}/api/register/",
            method="POST",
            data=json.dumps({"username": "alice", "password": "correct horse battery"}).encode(),
            headers={"Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                status = answer.status
        except urllib.error.HTTPError as error:
            error.close()
            status = error.code
        assert status == expected
        assert studio.stop() == 0


def test_all_addresses_are_served_but_only_under_our_names(start):
    studio = start("--host", "0.0.0.0")
    url = studio.url()
    assert url.startswith("http://127.0.0.1:")
    assert get(f"{url}/api/schema/")[0] == 200
    assert get(f"{url}/api/schema/", Host=socket.gethostname())[0] == 200
    assert get(f"{url}/api/schema/", Host="evil.example")[0] == 400


# --- worker, doctor, manage ------------------------------------------------------------------------------------------


def test_a_worker_of_its_own_makes_it_ready_and_stops_on_ctrl_c(
    run, klangwerk_command, clean_environment, tmp_path
):
    assert run("manage", "migrate", "--verbosity", "0").returncode == 0
    worker = subprocess.Popen(
        [*klangwerk_command, "worker", "--lanes", "fast"], env=clean_environment, cwd=tmp_path,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    line = worker.stdout.readline()
    while "worker started" not in line:
        assert line, "the worker ended"
        line = worker.stdout.readline()
    assert "'fast'" in line
    assert "'heavy'" not in line
    worker.send_signal(signal.SIGINT)
    rest, _ = worker.communicate(timeout=STOP_TIMEOUT_S)
    assert worker.returncode == 0
    assert "Traceback" not in rest


def test_worker_refuses_what_it_cannot_do(run):
    answer = run("worker", "--lanes", "fast,slow")
    assert answer.returncode == 2
    assert "There is no lane 'slow'. The lanes are fast" in answer.stderr
    answer = run("worker")
    assert answer.returncode == 1
    assert "The database is not up to date. Run:" in answer.stderr


def test_what_is_to_be_run_is_told_for_the_home_in_question(run, tmp_path):
    home = tmp_path / "another home"
    told = run("worker", "--home", home, env={"KLANGWERK_HOME": ""}).stderr
    command = shlex.split(told.partition("Run: klangwerk ")[2])
    assert command == ["manage", "--home", str(home), "migrate"]
    assert run(*command, "--verbosity", "0", env={"KLANGWERK_HOME": ""}).returncode == 0
    assert run("doctor", "--home", home).stdout == "All is well.\n"


def test_the_options_of_djangos_commands_are_djangos(run):
    answer = run("manage", "migrate", "--home", "x")
    assert answer.returncode != 0
    assert "unrecognized arguments: --home" in answer.stderr


def test_doctor_finds_and_mends(run, tmp_path):
    assert run("doctor").returncode == 1
    assert run("manage", "migrate", "--verbosity", "0").returncode == 0
    answer = run("doctor")
    assert (answer.returncode, answer.stdout) == (0, "All is well.\n"), answer.stderr
    stranger = tmp_path / "home" / "files" / "users" / "1" / "kicks" / "left.wav"
    stranger.parent.mkdir(parents=True, exist_ok=True)
    stranger.write_bytes(b"x")
    day_ago_s = time.time() - 86_400
    os.utime(stranger, (day_ago_s, day_ago_s))
    answer = run("doctor", "--json")
    assert answer.returncode == 1
    finding = json.loads(answer.stdout)["findings"][0]
    assert (finding["code"], finding["canMend"], finding["mended"]) == ("file_without_row", True, False)
    assert stranger.exists()
    answer = run("doctor", "--mend")
    assert answer.returncode == 0
    assert "file_without_row" in answer.stdout
    assert "1 mended." in answer.stdout
    assert not stranger.exists()
    assert run("doctor").stdout == "All is well.\n"


def test_manage_passes_everything_on(run):
    answer = run("manage", "migrate", "--plan", "--verbosity", "0")
    assert answer.returncode == 0, answer.stderr
    answer = run("manage", "help")
    assert answer.returncode == 0
    assert "createsuperuser" in answer.stdout
    assert run("manage", "no-such-thing").returncode == 1
