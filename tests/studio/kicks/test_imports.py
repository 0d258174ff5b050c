"""What a process loads before it makes a kick: a web server and the child of a heavy job never make one."""

from __future__ import annotations

import subprocess
import sys

SETUP = "import sys, django; django.setup()"
ADDRESSES = f"{SETUP}; import klangwerk.studio.config.urls"


def loaded_by(script: str) -> set[str]:
    """The modules that are loaded after a script has run in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", f"{script}; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return set(done.stdout.split())


def test_the_start_loads_no_engine() -> None:
    found = loaded_by(SETUP)
    assert {"klangwerk.studio.kicks.job", "klangwerk.studio.presets.job"} <= found
    assert sorted(name for name in found if name.startswith("klangwerk.engines.")) == [
        "klangwerk.engines.contracts"
    ]
    assert not found & {
        "scipy",
        "onnxruntime",
        "av",
        "celery",
        "boto3",
        "drf_spectacular.openapi",
        "django.test",
    }


def test_a_web_server_loads_nothing_that_computes() -> None:
    found = loaded_by(ADDRESSES)
    assert "klangwerk.studio.kicks.apis" in found
    assert not found & {"scipy.fft", "scipy.signal", "onnxruntime", "klangwerk.studio.kicks.handler"}
