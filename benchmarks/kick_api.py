"""From POST to the stored kick's 201, on the embedded default: uvicorn, SQLite, local files, one local worker.

    python benchmarks/kick_api.py [--kicks N] [--json]

Starts a studio in a temporary home, then measures one client, four at once, and one beside a long job in the heavy lane
(a loop in Python without a pause, `long_job/`, which runs in a child process as all heavy work does).
"""

from __future__ import annotations

import argparse
import json
import os
import secrets
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from klangwerk.studio.config.env import without_settings

TARGET_MS = 400
START_TIMEOUT_S = 180.0
LONG_JOB_S = 3600.0
PROMPTS = ("deep punchy house", "long warm 808", "hard distorted gabber", "short dry techno")

WORKER = "import django; django.setup(); from klangwerk.studio.jobs.worker import run; run()"

# Makes the owner, a key for the API, and (with an argument) the long job.
PREPARE = """
import sys, django
django.setup()
from klangwerk.studio.accounts.services import api_key_create, owner_ensure
owner = owner_ensure()
if len(sys.argv) > 1:
    from klangwerk.studio.jobs.services import job_create
    print(job_create(owner=owner, kind="benchmark.long", params={"seconds": float(sys.argv[1])}).pk)
else:
    print(api_key_create(user=owner, name="benchmark")[1])
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--kicks", type=int, default=40, help="Kicks per measurement.")
    parser.add_argument("--json", action="store_true", help="Print one JSON object.")
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="klangwerk-benchmark-") as home,
        studio(Path(home)) as (url, env, pids),
    ):
        key = python(PREPARE, env)
        measure(url, key, pids, clients=1, kicks=5)  # first requests import and compile
        found = {
            "one client": measure(url, key, pids, clients=1, kicks=options.kicks),
            "four clients": measure(url, key, pids, clients=4, kicks=options.kicks),
        }
        job_id = python(PREPARE, env, str(LONG_JOB_S))
        wait_until_computing(url, key, job_id)
        found["one client beside a long job"] = measure(url, key, pids, clients=1, kicks=options.kicks)
        if job_of(url, key, job_id)["status"] != "processing":
            raise SystemExit("the long job ended before the kicks: that figure would mean nothing")
    load = os.getloadavg()[0]
    if options.json:
        print(json.dumps({"cores": os.cpu_count(), "load": load, "targetMs": TARGET_MS, "figures": found}))
        return
    print(f"POST to 201, {os.cpu_count()} cores, load {load:.1f}; target: median below {TARGET_MS} ms")
    for name, figures in found.items():
        print(
            f"  {name:30} median {figures['medianMs']:6.0f} ms   p95 {figures['p95Ms']:6.0f} ms   "
            f"worst {figures['worstMs']:6.0f} ms   {figures['kicksPerS']:5.1f} kicks/s   "
            f"CPU {figures['cpuMsPerKick']:4.0f} ms a kick"
        )


def measure(url: str, key: str, pids: list[int], *, clients: int, kicks: int) -> dict[str, float]:
    """Each client sends one request after the other on a connection of its own."""
    times_ms: list[float] = []
    failures: list[str] = []

    def client(share: int) -> None:
        with httpx.Client(base_url=url, headers={"X-API-Key": key}, timeout=60) as api:
            for number in range(share):
                begun_s = time.perf_counter()
                answer = api.post("/api/kicks/generate/", json={"prompt": PROMPTS[number % len(PROMPTS)]})
                times_ms.append((time.perf_counter() - begun_s) * 1000)
                if answer.status_code != 201:
                    failures.append(f"{answer.status_code}: {answer.text[:200]}")

    threads = [threading.Thread(target=client, args=(kicks // clients,)) for _ in range(clients)]
    cpu_before_s = cpu_s(pids)
    begun_s = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise SystemExit(f"{len(failures)} of {len(times_ms)} requests failed; the first: {failures[0]}")
    ordered = sorted(times_ms)
    return {
        "medianMs": round(statistics.median(ordered), 1),
        "p95Ms": round(ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))], 1),
        "worstMs": round(ordered[-1], 1),
        "cpuMsPerKick": round((cpu_s(pids) - cpu_before_s) * 1000 / len(ordered), 1),
        "kicksPerS": round(len(ordered) / (time.perf_counter() - begun_s), 2),
    }


@contextmanager
def studio(home: Path) -> Iterator[tuple[str, dict[str, str], list[int]]]:
    """Web server and worker as `klangwerk studio` starts them."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    env = {
        **without_settings(os.environ),
        "KLANGWERK_HOME": str(home),
        "SECRET_KEY": secrets.token_urlsafe(48),
        "DJANGO_SETTINGS_MODULE": "long_job.settings",
        "PYTHONPATH": str(Path(__file__).resolve().parent),
        "LOG_LEVEL": "WARNING",
    }
    subprocess.run([sys.executable, "-m", "django", "migrate", "--verbosity", "0"], env=env, check=True)
    children = [
        subprocess.Popen(
            [sys.executable, "-m", "uvicorn", "klangwerk.studio.config.asgi:application", "--port", str(port),
             "--lifespan", "off", "--log-level", "warning"],
            env=env,
        ),
        subprocess.Popen([sys.executable, "-c", WORKER], env=env),
    ]  # fmt: skip
    url = f"http://127.0.0.1:{port}"
    try:
        wait_until_ready(url, children)
        yield url, env, [child.pid for child in children]
    finally:
        for child in children:
            child.terminate()
        for child in children:
            child.wait(30)


def cpu_s(pids: list[int]) -> float:
    """CPU time that the processes have used; 0 where there is no /proc. Unlike the clock it does not see other load."""
    try:
        stats = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in pids]
    except FileNotFoundError:
        return 0.0
    return sum(int(stat[11]) + int(stat[12]) for stat in stats) / os.sysconf("SC_CLK_TCK")


def wait_until_ready(url: str, children: list[subprocess.Popen[Any]]) -> None:
    """Returns when `/readyz` says that web, database and worker are up."""
    deadline_s = time.monotonic() + START_TIMEOUT_S
    while True:
        try:
            if httpx.get(f"{url}/readyz", timeout=10).status_code == 200:
                return
        except httpx.HTTPError:
            pass
        if any(child.poll() is not None for child in children) or time.monotonic() > deadline_s:
            raise SystemExit("the studio did not come up")
        time.sleep(0.1)


def wait_until_computing(url: str, key: str, job_id: str) -> None:
    """Returns when the long job's own code runs: taking it and starting its process are not what is measured."""
    deadline_s = time.monotonic() + START_TIMEOUT_S
    while job_of(url, key, job_id)["step"] != "computing":
        if time.monotonic() > deadline_s:
            raise SystemExit("the long job did not begin")
        time.sleep(0.1)


def job_of(url: str, key: str, job_id: str) -> dict[str, Any]:
    """The job as the API tells it."""
    answer = httpx.get(f"{url}/api/jobs/{job_id}/", headers={"X-API-Key": key}, timeout=60)
    answer.raise_for_status()
    job: dict[str, Any] = answer.json()
    return job


def python(script: str, env: dict[str, str], *arguments: str) -> str:
    """Run a script with the studio's settings; what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], env=env, check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout.strip()


if __name__ == "__main__":
    main()
