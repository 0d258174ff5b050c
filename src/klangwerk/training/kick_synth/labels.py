"""What somebody would call a kick: canonical words from its physical parameters and from its measured sound."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from klangwerk.engines.kick.descriptors import Descriptors
from klangwerk.training.kick_synth.params import OFF_DB, SynthParams

Thresholds = Mapping[str, tuple[float, ...]]
"""For each measured quantity its deciles: entry n is the value that n * 10 % of the kicks lie below."""

MEASURED: Final = ("t60_s", "f0_hz", "attack_db", "thd_db", "centroid_hz", "noise_db", "share_below_200hz")
PAIRS: Final = {  # lower end, upper end
    "t60_s": ("short", "long"),
    "f0_hz": ("deep", "high"),
    "attack_db": ("soft", "punchy"),
    "thd_db": ("clean", "distorted"),
    "centroid_hz": ("dark", "bright"),
    "noise_db": ("pure", "noisy"),
}
ALWAYS: Final = frozenset({"hit", "kick"})


def thresholds(descriptors: Sequence[Descriptors]) -> dict[str, tuple[float, ...]]:
    """Deciles of what is measured, over a fair sample of the data."""
    return {
        name: tuple(
            float(v) for v in np.quantile([getattr(d, name) for d in descriptors], np.linspace(0, 1, 11))
        )
        for name in MEASURED
    }


def words(params: SynthParams, descriptors: Descriptors, thresholds: Thresholds) -> frozenset[str]:
    """Every canonical word that fits the kick."""
    rank = {
        name: float(np.searchsorted(thresholds[name], getattr(descriptors, name))) - 1 for name in MEASURED
    }
    found = set(ALWAYS) | set(params.genres)
    if params.style is not None:
        found.add(params.style)
    for name, (low, high) in PAIRS.items():
        if rank[name] < 3:
            found.add(low)
        elif rank[name] >= 7:
            found.add(high)
    found.update(word for word, fits in _character(params, rank).items() if fits)
    return frozenset(found)


def _character(p: SynthParams, rank: Mapping[str, float]) -> dict[str, bool]:
    """Rules by ear. `rank` is a decile: 0 is the lowest tenth of all kicks, 9 the highest."""
    length, pitch, punch, drive, bright, noise = (rank[name] for name in PAIRS)
    low_end = rank["share_below_200hz"]
    genres = set(p.genres)
    kind = p.drive_kind
    gain = p.drive_db if kind != "none" else 0.0
    click = p.click_db if p.click_kind != "none" else OFF_DB
    sharp_click = p.click_kind in ("impulse", "noise", "blip", "plastic")
    gated = p.gate_s < min(1.9, 0.75 * p.t60_s)
    room = p.room_db > OFF_DB
    squeeze = p.comp_db * (1 - 1 / p.comp_ratio)
    sweep = p.sweep2_hz * p.sweep2_ms / 1000  # extra cycles of the slow fall
    return {
        "clicky": click > -13 and sharp_click and p.click_hz > 1500,
        "smooth": p.attack_ms > 1.6 and click < -20 and drive < 6,
        "snappy": length < 4 and click > -15 and punch >= 5,
        "boomy": length >= 6 and low_end >= 6 and 3 <= pitch < 9,
        "tight": length < 4 and p.decay_curve > 1.1 and p.room_db < -30,
        "fat": (p.low_shelf_db > 1.0 or p.second_db > -26) and gain > 3 and low_end >= 3,
        "thin": p.high_pass_hz > 30 or low_end < 1,
        "warm": kind in ("tanh", "asymmetric") and 1 < gain < 8 and p.low_pass_hz < 3200 and bright < 6,
        "cold": p.high_shelf_db > 0.5 or ("techno" in genres and kind == "none"),
        "hard": punch >= 6 and drive >= 6,
        "gentle": punch < 4 and drive < 5 and noise < 6 and p.attack_ms > 1.2,
        "subby": pitch < 4 and low_end >= 5 and p.end_hz < 52,
        "tonal": length >= 6 and noise < 4,
        "sweeping": sweep > 5.0,
        "flat": p.sweep1_hz * p.sweep1_ms / 1000 + sweep < 1.5,
        "zappy": p.sweep1_hz > 600 and p.sweep1_ms < 9,
        "thumpy": length < 5 and bright < 4 and low_end >= 4,
        "knocking": (p.peak_db > 2.0 and 110 < p.peak_hz < 500) or (p.click_kind == "wood" and click > -14),
        "woody": p.click_kind == "wood" and click > -20,
        "metallic": p.modes_kind == "metal" and p.modes_db > -24,
        "plastic": p.click_kind == "plastic",
        "felt": p.click_kind == "felt" and click > -26,
        "roomy": room and p.room_db > -24 and p.room_t60_s < 0.7,
        "dry": not room and p.rumble_db <= OFF_DB,
        "reverberant": room and p.room_db > -24 and p.room_t60_s >= 0.7,
        "gated": gated and p.gate_release_ms < 45,
        "compressed": squeeze > 7.0,
        "dynamic": p.comp_db == 0.0 and kind == "none",
        "crunchy": kind in ("crush", "asymmetric") and 6 < gain < 16,
        "gritty": noise >= 6 and drive >= 6,
        "fuzzy": kind in ("fold", "asymmetric") and gain > 12,
        "saturated": kind == "tanh" and gain > 5,
        "overdriven": kind == "asymmetric" and gain > 8,
        "clipped": kind == "clip" and gain > 10,
        "bitcrushed": kind == "crush" and gain > 4,
        "tape": p.hiss_db > -50 and kind in ("tanh", "asymmetric"),
        "dusty": p.hiss_db > -42,
        "hissy": p.hiss_db > -38 or (p.noise_db > -26 and p.noise_high_hz > 5500),
        "muffled": p.low_pass_hz < 1000,
        "crisp": click > -16 and p.click_hz > 2800 and p.low_pass_hz > 4000,
        "airy": bright >= 5 and p.low_pass_hz > 6000,
        "round": p.click_db < -20 and drive < 5 and p.low_pass_hz < 2500,
        "resonant": (p.peak_db > 3 and p.peak_q > 1.6)
        or p.low_pass_q > 0.9
        or (p.modes_db > -12 and p.modes_t60_s > 0.15),
        "damped": "acoustic" in genres and p.modes_t60_s < 0.09,
        "layered": click > -18 and p.noise_db > -32 and (p.modes_db > -26 or gain > 6),
        "analog": bool(genres & {"808", "909"}) and p.modes_db <= OFF_DB,
        "digital": kind == "crush"
        or (bool(genres & {"techno", "dnb", "industrial"}) and kind in ("clip", "fold")),
        "vintage": (bool(genres & {"808", "909", "lofi"}) and p.hiss_db > OFF_DB)
        or p.style in ("disco", "synthwave", "funk"),
        "modern": bool(genres & {"trap", "techno", "dnb", "hardstyle"})
        and p.hiss_db <= OFF_DB
        and low_end >= 3,
        "huge": (room and p.room_db > -20 and p.room_t60_s > 0.6) or (length >= 8 and drive >= 7),
        "small": length < 3 and pitch >= 6,
        "heavy": pitch < 5 and drive >= 5 and length >= 5,
        "light": length < 4 and drive < 5 and pitch >= 5,
        "aggressive": drive >= 8 and bright >= 6,
        "mellow": bright < 4 and punch < 5 and drive < 6,
        "raw": gain > 10 and not room and p.comp_db == 0.0,
    }
