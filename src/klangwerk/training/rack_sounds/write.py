"""Makes the stock sounds and puts them where the rack finds them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

import numpy as np

from klangwerk.engines import rack
from klangwerk.sound import io
from klangwerk.sound.buffer import AudioBuffer
from klangwerk.training.rack_sounds.finish import finished_kick, finished_noise, finished_reverb
from klangwerk.training.rack_sounds.impulses.recipes import REVERBS
from klangwerk.training.rack_sounds.kicks import KICKS
from klangwerk.training.rack_sounds.loops.recipes import NOISES
from klangwerk.training.rack_sounds.recipe import SAMPLE_RATE, Recipe, Signal

FOLDER: Final = Path(rack.__file__).parent / "sounds"
LAYERS: Final[Mapping[str, tuple[Recipe, ...]]] = {"kicks": KICKS, "noises": NOISES, "reverbs": REVERBS}
# A dark impulse response is quiet and adds up over seconds: the rounding of 16 bits would be heard as hiss. FLAC
# stores the four empty bits below 20 for nothing.
USED_BITS: Final = {"kicks": 16, "noises": 16, "reverbs": 20}


def make(layer: str, recipe: Recipe) -> AudioBuffer:
    """One sound, ready to be written."""
    raw = recipe.make(recipe.generator())
    if layer == "kicks":
        finished = finished_kick(raw)
    elif layer == "noises":
        finished = finished_noise(raw)
    else:
        finished = finished_reverb(raw, kick=_reference_kick(), low_cut_hz=recipe.low_cut_hz)
    full_scale = 1 << (USED_BITS[layer] - 1)
    return AudioBuffer((np.rint(finished * full_scale) / full_scale).astype(np.float32), SAMPLE_RATE)


def write_all(
    folder: Path,
    *,
    layers: Mapping[str, tuple[Recipe, ...]] = LAYERS,
    say: Callable[[str], None] = lambda line: None,
) -> None:
    """All sounds and the catalogue; files of sounds that are no longer made are removed."""
    catalog: dict[str, list[dict[str, object]]] = {}
    for layer, recipes in layers.items():
        (folder / layer).mkdir(parents=True, exist_ok=True)
        catalog[layer] = []
        for recipe in recipes:
            entry = _written(folder, layer, recipe)
            catalog[layer].append(entry)
            say(str(entry["file"]))
        for stale in _stale(folder / layer, recipes):
            stale.unlink()
    text = json.dumps(catalog, indent=1, ensure_ascii=False) + "\n"
    io.write_atomically(folder / "catalog.json", text.encode())


def _written(folder: Path, layer: str, recipe: Recipe) -> dict[str, object]:
    sound = make(layer, recipe)
    data = io.encode(sound, format="flac", bit_depth=16 if USED_BITS[layer] == 16 else 24)
    file = f"{layer}/{recipe.file_name}"
    io.write_atomically(folder / file, data)
    return {
        "name": recipe.name,
        "file": file,
        "frames": sound.frames,
        "channels": sound.channels,
        "description": recipe.description,
        "sha256": sha256(data).hexdigest(),
    }


def _stale(folder: Path, recipes: tuple[Recipe, ...]) -> Iterator[Path]:
    wanted = {recipe.file_name for recipe in recipes}
    yield from (path for path in sorted(folder.glob("*.flac")) if path.name not in wanted)


def _reference_kick() -> Signal:
    first = KICKS[0]
    return finished_kick(first.make(first.generator()))
