"""A long bounce needs little more memory than its result."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_PROGRAM = """
from pathlib import Path
from klangwerk.engines.rack.params import BounceParams
from klangwerk.engines.rack.render import render
from klangwerk.engines.rack.sounds import sounds_of
from klangwerk.engines.rack.preset_file import parse
preset = parse('{"bpm": 140, "noiseVolume": -20, "kickOttAmt": 0.5, "masterOttAmt": 0.5, "masterDistAmt": 0.1}')
result = render(preset.params, BounceParams(bars=350), sounds=sounds_of(preset.params))
# Not `getrusage`, which counts what the parent had before this program was loaded.
[peak] = [line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM:")]
print(result.mix.duration_s, result.mix.samples.nbytes, int(peak) * 1024)
"""


@pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="only Linux says how much memory there was at most"
)
@pytest.mark.slow
@pytest.mark.serial
def test_ten_minutes_need_less_than_700_mb():
    answer = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True)
    duration_s, result_bytes, peak_bytes = map(float, answer.stdout.split())
    assert duration_s == pytest.approx(600, abs=0.1)
    assert peak_bytes < 700e6
    assert peak_bytes < result_bytes + 250e6
