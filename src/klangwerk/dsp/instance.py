"""One running copy of an effect: its state and the buffers in its WASM memory."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import wasmtime

from klangwerk.dsp.program import ENGINE, Program

BLOCK_FRAMES = 16_384
_PAGE_BYTES = 65_536
_FLOAT_BYTES = 4
_ALIGNMENT = 64


class Instance:
    """An effect's program in a store of its own, so that instances may run in several threads at once."""

    def __init__(self, program: Program, sample_rate: int) -> None:
        self._store = wasmtime.Store(ENGINE)
        exports = wasmtime.Instance(self._store, program.module, []).exports(self._store)
        self._compute = _function(exports["compute"])
        self._set_parameter = _function(exports["setParamValue"])
        memory = exports["memory"]
        if not isinstance(memory, wasmtime.Memory):
            raise TypeError("An effect's memory must be a memory.")
        channels = program.channels
        # Behind the program's state: two lists of addresses, then the blocks that they point to.
        lists_at = _aligned(program.state_bytes)
        self._inputs_at = lists_at
        self._outputs_at = lists_at + channels * _FLOAT_BYTES
        blocks_at = _aligned(lists_at + 2 * channels * _FLOAT_BYTES)
        end = blocks_at + 2 * channels * BLOCK_FRAMES * _FLOAT_BYTES
        missing_bytes = end - memory.data_len(self._store)
        if missing_bytes > 0:
            memory.grow(self._store, -(-missing_bytes // _PAGE_BYTES))
        # The memory never grows after this, so what looks into it stays valid.
        whole = np.ctypeslib.as_array(memory.data_ptr(self._store), shape=(end,))
        blocks = whole[blocks_at:].view(np.float32).reshape(2, channels, BLOCK_FRAMES)
        self._inputs: npt.NDArray[np.float32] = blocks[0]
        self._outputs: npt.NDArray[np.float32] = blocks[1]
        addresses = blocks_at + np.arange(2 * channels) * BLOCK_FRAMES * _FLOAT_BYTES
        whole[lists_at : lists_at + 2 * channels * _FLOAT_BYTES].view(np.int32)[:] = addresses
        _function(exports["init"])(self._store, 0, sample_rate)

    def set(self, index: int, value: float) -> None:
        """Set the parameter at this index."""
        self._set_parameter(self._store, 0, index, value)

    def process(self, samples: npt.NDArray[np.float32], out: npt.NDArray[np.float32]) -> None:
        """Run `samples` of shape (channels, frames) through the effect into `out` of the same shape."""
        frames = samples.shape[1]
        for start in range(0, frames, BLOCK_FRAMES):
            count = min(BLOCK_FRAMES, frames - start)
            self._inputs[:, :count] = samples[:, start : start + count]
            self._compute(self._store, 0, count, self._inputs_at, self._outputs_at)
            out[:, start : start + count] = self._outputs[:, :count]


def _aligned(address: int) -> int:
    return -(-address // _ALIGNMENT) * _ALIGNMENT


def _function(export: object) -> wasmtime.Func:
    if not isinstance(export, wasmtime.Func):
        raise TypeError("An effect lacks a function.")
    return export
