"""The compiled effects: what effects.json says of them, and their WASM, compiled once a process."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import wasmtime

from klangwerk.dsp.errors import EffectsNotBuilt, UnknownEffect

FOLDER = Path(__file__).resolve().parent / "wasm"


def _engine() -> wasmtime.Engine:
    config = wasmtime.Config()
    # Its threads would be missing in a process forked from this one, which would then wait for them for ever.
    config.parallel_compilation = False
    return wasmtime.Engine(config)


# Made with the module, not when first asked for: two threads might ask at once, and what two engines made does not mix.
ENGINE = _engine()


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of an effect; `index` is its address in the program."""

    name: str
    index: int
    low: float
    high: float
    initial: float


@dataclass(frozen=True, slots=True)
class Program:
    """A compiled effect. `channels` is how many one instance takes, `state_bytes` where its memory is free."""

    name: str
    channels: int
    latency_frames: int
    state_bytes: int
    parameters: Mapping[str, Parameter]
    module: wasmtime.Module


def names() -> tuple[str, ...]:
    """The effects there are."""
    return tuple(_facts())


@functools.cache
def program(name: str) -> Program:
    """The effect of this name.

    Raises:
        UnknownEffect: there is none.
        EffectsNotBuilt: the WASM is missing.
    """
    if name not in _facts():
        raise UnknownEffect(f"There is no effect {name!r}; there are {', '.join(names())}.")
    facts = _facts()[name]
    parameters = [Parameter(**parameter) for parameter in facts["parameters"]]
    return Program(
        name=name,
        channels=facts["channels"],
        latency_frames=facts["latencyFrames"],
        state_bytes=facts["dspBytes"],
        parameters={parameter.name: parameter for parameter in parameters},
        module=_compiled(f"{name}.wasm"),
    )


def _compiled(file: str) -> wasmtime.Module:
    return wasmtime.Module(ENGINE, _read(file))


@functools.cache
def _facts() -> dict[str, dict[str, Any]]:
    facts: dict[str, dict[str, Any]] = json.loads(_read("effects.json"))
    return facts


def _read(file: str) -> bytes:
    try:
        return (FOLDER / file).read_bytes()
    except FileNotFoundError as error:
        raise EffectsNotBuilt(f"{FOLDER / file} is missing. In a working tree: make setup") from error
