"""Things of metal that ring: plates, springs, a wire, a pipe, a tank."""

from __future__ import annotations

import numpy as np

from klangwerk.training.rack_sounds.impulses.dispersion import (
    bins_hz,
    spring_delay_s,
    travelled,
    wire_delay_s,
)
from klangwerk.training.rack_sounds.impulses.modes import plate_modes, ringing
from klangwerk.training.rack_sounds.impulses.tails import added, darker, diffuse, unit_energy
from klangwerk.training.rack_sounds.recipe import SAMPLE_RATE, Signal


def steel_plate(rng: np.random.Generator) -> Signal:
    """A sheet of steel, 2 x 1 m, half a millimetre thick."""
    hz, weights = plate_modes(
        size_m=(2.0, 1.0), stiffness_hz_m2=1.18, highest_hz=11_000.0,
        driver=(0.437, 0.391), pickups=((0.173, 0.622), (0.861, 0.287)),
    )  # fmt: skip
    weights = weights * (hz / 1000) ** -0.12
    return ringing(
        hz, weights=weights, seconds=2.0,
        decay=((60, 1.7), (250, 2.2), (1000, 2.0), (4000, 1.2), (11_000, 0.6)),
    )  # fmt: skip


def gold_foil(rng: np.random.Generator) -> Signal:
    """A foil the size of a hand: so many modes that none is heard, warm and quick."""
    hz, weights = plate_modes(
        size_m=(0.27, 0.29), stiffness_hz_m2=0.046, highest_hz=7500.0,
        driver=(0.382, 0.448), pickups=((0.127, 0.339), (0.811, 0.713)),
    )  # fmt: skip
    sound = ringing(
        hz, weights=weights * (hz / 1000) ** -0.3, seconds=1.15,
        decay=((60, 0.8), (300, 1.0), (2000, 1.0), (7500, 0.7)),
    )  # fmt: skip
    return darker(sound, 4000)


def spring(rng: np.random.Generator) -> Signal:
    """Two springs of different length in each channel, with the drip that they are loved for."""
    frames = int(1.9 * SAMPLE_RATE)
    hz = bins_hz()
    out = np.zeros((2, frames))
    for channel, springs in enumerate((((0.0287, 4300), (0.0361, 3750)), ((0.0303, 4050), (0.0342, 3900)))):
        for lowest_s, highest_hz in springs:
            out[channel] += travelled(
                spring_delay_s(hz, lowest_s=lowest_s, highest_hz=highest_hz),
                echoes=np.arange(1.0, 70.0, 2.0), blur_rad=0.22, rng=rng, frames=frames,
                decay=((60, 1.2), (400, 1.9), (1500, 1.8), (4000, 1.2)),
            )  # fmt: skip
    return added(unit_energy(out))


def wire(rng: np.random.Generator) -> Signal:
    """A slack steel cable: every hit runs along it as a falling chirp and comes back."""
    frames = int(2.1 * SAMPLE_RATE)
    hz = bins_hz()
    out = np.zeros((2, frames))
    for channel, ways in enumerate(((0.112, 0.171), (0.121, 0.158))):
        for at_100_hz_s in ways:
            out[channel] += travelled(
                wire_delay_s(hz, at_100_hz_s=at_100_hz_s), echoes=np.arange(1.0, 24.0, 2.0), blur_rad=0.12,
                rng=rng, frames=frames, decay=((60, 1.3), (400, 1.8), (2000, 1.2), (8000, 0.5)),
            )  # fmt: skip
    return darker(out, 5000)


def pipe(rng: np.random.Generator) -> Signal:
    """A drain pipe of 1.75 m, closed at one end: odd harmonics of 49 Hz, and the rush of air in it."""
    number = np.arange(64)
    odd = 2 * number + 1
    hz = 49.0 * odd * (1 + 0.0006 * number)
    sides = [hz * (1 + detune * np.minimum(1, number / 3)) for detune in (-0.004, 0.005)]
    level = 1 / (1 + odd / 9) * np.where(number == 0, 0.25, 1.0)
    decay = ((50, 1.3), (300, 1.5), (1500, 0.8), (6000, 0.35))
    signs = [np.where(number < 3, 1, rng.choice((-1, 1), 64)) for _ in sides]
    tone = np.concatenate(
        [
            ringing(side, weights=(level * sign)[None], seconds=1.6, decay=decay)
            for side, sign in zip(sides, signs, strict=True)
        ]
    )
    air = diffuse(
        rng, seconds=0.6, rise_s=0.003, decay=((60, 0.25), (500, 0.4), (6000, 0.25)),
        colour=((60, -12), (400, 0), (3000, -3), (12_000, -22)),
    )  # fmt: skip
    return added(unit_energy(tone), 0.4 * unit_energy(air))


def tank(rng: np.random.Generator) -> Signal:
    """An empty oil tank: doublets of metal that beat, over a hollow air mode."""
    count = 760
    hz = np.sort(115 * (9000 / 115) ** (rng.random(count) ** 0.8))
    hz = np.concatenate([hz, hz * (1 + rng.uniform(0.0008, 0.004, count))])  # nothing round is quite round
    weights = rng.standard_normal((2, 2 * count)) * (hz / 500) ** -0.35
    metal = ringing(
        hz, weights=weights, seconds=2.6, decay=((100, 2.2), (400, 2.9), (2000, 1.9), (9000, 0.6))
    )
    air_hz = np.array([86.0, 151.0, 173.0, 244.0, 262.0, 331.0])
    air = ringing(
        air_hz, weights=np.array([[1, 0.7, -0.8, 0.5, 0.4, 0.4], [1, -0.7, -0.8, 0.5, -0.4, 0.4]]),
        seconds=1.6, decay=((80, 1.1), (300, 1.0)),
    )  # fmt: skip
    return added(unit_energy(darker(metal, 6000)), 0.35 * unit_energy(air))
