"""From float32 to whole numbers.

Rounded, not dithered. Dither would hide rounding noise at -98 dBFS under a steadier noise 5 dB louder, and would put
that noise into the silence around a one-shot, which has to stay silent; who needs a lower floor has 24 bits. It also
keeps the promise that the same samples are the same bytes, and that what was read at a depth is written back unchanged.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from klangwerk.sound.buffer import AudioBuffer

_BLOCK_FRAMES = 1 << 18  # float64 of all of a long sound would be several times its own size


def interleaved(buffer: AudioBuffer, *, bit_depth: int) -> npt.NDArray[np.int32]:
    """Samples as (frames, channels) whole numbers of `bit_depth` bits; what is beyond full scale is clipped."""
    full_scale = float(1 << (bit_depth - 1))
    whole = np.empty((buffer.frames, buffer.channels), dtype=np.int32)
    for start in range(0, buffer.frames, _BLOCK_FRAMES):
        block = buffer.samples[:, start : start + _BLOCK_FRAMES].T.astype(np.float64) * full_scale
        whole[start : start + _BLOCK_FRAMES] = np.rint(block).clip(-full_scale, full_scale - 1)
    return whole
