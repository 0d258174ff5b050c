"""Early reflections of a rectangular room by the image-source method, on a pair of microphones."""

from __future__ import annotations

import numpy as np

from klangwerk.training.rack_sounds.impulses.tails import darker, unit_energy
from klangwerk.training.rack_sounds.recipe import SAMPLE_RATE, Signal

SOUND_M_PER_S = 343.0


def reflections(
    rng: np.random.Generator,
    *,
    room_m: tuple[float, float, float],
    source_m: tuple[float, float, float],
    listener_m: tuple[float, float, float],
    seconds: float,
    kept: float = 0.85,
    corner_hz: float = 7000.0,
    rough_m: float = 0.05,
) -> Signal:
    """(2, n) of unit energy, counted from the moment when the direct sound would arrive; the direct sound is left out.

    Each wall keeps that share of the amplitude and rolls off above the corner; `rough_m` scatters the images, which
    takes the comb out of parallel walls. The microphones stand 0.5 m apart and look 55 degrees to each side.
    """
    room, source, listener = (np.array(p) for p in (room_m, source_m, listener_m))
    reach = SOUND_M_PER_S * seconds + float(np.linalg.norm(source - listener))
    counts = [np.arange(-(n := int(reach / (2 * size)) + 1), n + 1) for size in room]
    cells = np.stack(np.meshgrid(*counts, indexing="ij"), -1).reshape(-1, 1, 3)
    sides = np.stack(np.meshgrid(*[[0, 1]] * 3, indexing="ij"), -1).reshape(1, 8, 3)
    places = ((1 - 2 * sides) * source + 2 * cells * room).reshape(-1, 3)
    bounces = (np.abs(cells - sides) + np.abs(cells)).sum(-1).ravel()
    places = places + rough_m * bounces[:, None] ** 0.5 * rng.standard_normal(places.shape)
    frames = int(seconds * SAMPLE_RATE)
    direct_m = float(np.linalg.norm(source - listener))
    out = np.zeros((2, frames))
    for channel, side in enumerate((-1.0, 1.0)):
        ray = places - (listener + np.array([0.0, 0.25 * side, 0.0]))
        distance_m = np.linalg.norm(ray, axis=1)
        facing = np.array([np.cos(np.radians(55)), side * np.sin(np.radians(55)), 0.0])
        heard = 0.5 + 0.5 * (ray @ facing) / distance_m
        place = (distance_m - direct_m) / SOUND_M_PER_S * SAMPLE_RATE
        inside = (place >= 0) & (place < frames - 1) & (bounces > 0)
        level = heard * kept**bounces / distance_m
        most = int(bounces[inside].max())
        sound = np.zeros(frames)
        for number in range(most, 0, -1):  # the farthest has been through the wall's filter most often
            chosen = inside & (bounces == number)
            whole = place[chosen].astype(int)
            part = place[chosen] - whole
            np.add.at(sound, whole, level[chosen] * (1 - part))
            np.add.at(sound, whole + 1, level[chosen] * part)
            sound = darker(sound, corner_hz)
        out[channel] = sound
    return unit_energy(out * np.minimum(1, 2 - 2 * np.arange(frames) / frames))  # the diffuse tail takes over
