"""The stock sounds, by layer and name, and the three sounds that a rendering plays."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from types import MappingProxyType

from klangwerk.engines.contracts import InputUnusable, InvalidParams
from klangwerk.engines.rack.params import LAYERS, SOUND_FIELDS, RackParams
from klangwerk.engines.rack.timing import SAMPLE_RATE
from klangwerk.sound import AudioBuffer
from klangwerk.sound import io as sound_io

_FOLDER_OF_LAYER: Mapping[str, str] = MappingProxyType(
    {"kick": "kicks", "noise": "noises", "reverb": "reverbs"}
)
_DECODED_MAX = 24  # sounds kept decoded: some megabytes each


class UnknownSound(InvalidParams):
    """There is no stock sound of this name; `field` is the parameter that named it."""


@dataclass(frozen=True, slots=True)
class Sound:
    """An entry of the catalogue. `file` is relative to the folder of sounds; `sha256` is that of the file."""

    name: str
    file: str
    frames: int
    channels: int
    description: str
    sha256: str

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return self.frames / SAMPLE_RATE


@dataclass(frozen=True, slots=True)
class Catalog:
    """All stock sounds, in the order in which they are shown."""

    kicks: tuple[Sound, ...]
    noises: tuple[Sound, ...]
    reverbs: tuple[Sound, ...]

    def of_layer(self, layer: str) -> tuple[Sound, ...]:
        """Those of `kick`, `noise` or `reverb`."""
        return {"kick": self.kicks, "noise": self.noises, "reverb": self.reverbs}[layer]

    def find(self, layer: str, name: str) -> Sound:
        """The sound of this name. Raises UnknownSound, with names that are like it."""
        sounds = self.of_layer(layer)
        for sound in sounds:
            if sound.name == name:
                return sound
        raise UnknownSound(
            f"There is no {layer} sound “{name}”. {_advice(name, [sound.name for sound in sounds])}",
            field=SOUND_FIELDS[layer],
        )


def _advice(name: str, known: list[str]) -> str:
    import difflib

    by_folded = {other.casefold(): other for other in known}
    near = difflib.get_close_matches(name.casefold(), by_folded, n=3, cutoff=0.5)
    if near:
        return f"Do you mean {' or '.join(f'“{by_folded[other]}”' for other in near)}?"
    return f"There are: {', '.join(known)}."


class SoundFolder:
    """A folder with `catalog.json` and the files that it names."""

    def __init__(self, folder: Traversable) -> None:
        self._folder = folder
        table = json.loads((folder / "catalog.json").read_text(encoding="utf-8"))
        self.catalog = Catalog(
            *(tuple(Sound(**entry) for entry in table[_FOLDER_OF_LAYER[layer]]) for layer in LAYERS)
        )

    def data(self, sound: Sound) -> bytes:
        """The file of a sound as it is."""
        return self._folder.joinpath(*sound.file.split("/")).read_bytes()

    def load(self, layer: str, name: str) -> AudioBuffer:
        """A sound, decoded. Raises UnknownSound."""
        return sound_io.read(io.BytesIO(self.data(self.catalog.find(layer, name))))


@lru_cache(maxsize=1)
def _stock() -> SoundFolder:
    return SoundFolder(resources.files("klangwerk.engines.rack") / "sounds")


def catalog() -> Catalog:
    """The stock sounds."""
    return _stock().catalog


def data(sound: Sound) -> bytes:
    """The file of a stock sound (FLAC) as it is."""
    return _stock().data(sound)


@lru_cache(maxsize=_DECODED_MAX)
def load(layer: str, name: str) -> AudioBuffer:
    """A stock sound of `kick`, `noise` or `reverb`, at 44.1 kHz. Raises UnknownSound."""
    return _stock().load(layer, name)


@dataclass(frozen=True, slots=True)
class RackSounds:
    """What the three layers play: mono or stereo at 44.1 kHz. Raises InputUnusable (see `playable`)."""

    kick: AudioBuffer
    noise: AudioBuffer
    reverb: AudioBuffer

    def __post_init__(self) -> None:
        for layer in LAYERS:
            buffer: AudioBuffer = getattr(self, layer)
            if buffer.sample_rate != SAMPLE_RATE or buffer.channels > 2 or buffer.frames == 0:
                raise InputUnusable(
                    f"A {layer} must be mono or stereo at {SAMPLE_RATE} Hz, with sound in it, not {buffer!r}."
                )


def playable(buffer: AudioBuffer) -> AudioBuffer:
    """Any recording as the rack can play it: at 44.1 kHz, mono or stereo. Raises InputUnusable when it is empty."""
    if buffer.frames == 0:
        raise InputUnusable("There is no sound in the recording.")
    if buffer.channels > 2:
        buffer = buffer.mono()
    from klangwerk.sound.resample import resample

    return resample(buffer, sample_rate=SAMPLE_RATE)


def sounds_of(params: RackParams, *, kick: AudioBuffer | None = None) -> RackSounds:
    """The sounds that a preset names; `kick` in place of its kick. Raises UnknownSound or InvalidParams.

    A given kick must be playable as it is; `playable` makes it so.
    """
    if kick is None:
        if params.kick_sample is None:
            raise InvalidParams(
                "The preset's kick is no stock sound; it has to be given.", field="kick_sample"
            )
        kick = load("kick", params.kick_sample)
    return RackSounds(
        kick=kick,
        noise=load("noise", params.noise_sample),
        reverb=load("reverb", params.reverb_sample),
    )
