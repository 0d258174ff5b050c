"""What the parameters of each genre and style may be: the taste of the data set, as tables.

A range is the middle 80 % or so of a bell; a few kicks in a hundred lie outside it, as records do.
"""
# ruff: noqa: E501 - tables read better in long rows

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from klangwerk.training.kick_synth.params import OFF_DB


@dataclass(frozen=True, slots=True)
class Range:
    """A bell between `low` and `high`; logarithmic for times and frequencies."""

    low: float
    high: float
    log: bool = False
    chance: float = 1.0  # otherwise `off`
    off: float = 0.0

    def draw(self, rng: np.random.Generator) -> float:
        """One value; the generator is advanced equally whether or not the part is off."""
        is_on = rng.random() < self.chance
        at = float(np.clip(rng.normal(0.5, 0.3), -0.25, 1.25))
        if not is_on:
            return self.off
        if self.log:
            return float(self.low * (self.high / self.low) ** at)
        return float(self.low + (self.high - self.low) * at)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several names, weighted."""

    weights: dict[str, float]

    def draw(self, rng: np.random.Generator) -> str:
        """One name."""
        shares = np.cumsum(list(self.weights.values()))
        return list(self.weights)[int(np.searchsorted(shares, rng.random() * shares[-1], side="right"))]


Prior = dict[str, Range | Choice]


def lin(low: float, high: float) -> Range:
    """Evenly spaced range, for levels and shapes."""
    return Range(low, high)


def log(low: float, high: float) -> Range:
    """Range of ratios, for times and frequencies."""
    return Range(low, high, log=True)


def maybe(chance: float, low: float, high: float, *, off: float = OFF_DB) -> Range:
    """A part that only some kicks have; levels in dB unless `off` is given."""
    return Range(low, high, chance=chance, off=off)


COMMON: Final[Prior] = {
    "attack_ms": log(1.0, 3.5),
    "hold_ms": lin(4, 22),
    "decay_curve": lin(0.85, 1.2),
    "snap_db": lin(0, 4),
    "snap_ms": log(8, 25),
    "second_db": maybe(0.4, -38, -22),
    "third_db": maybe(0.5, -40, -22),
    "click_ms": log(0.8, 4),
    "noise_low_hz": log(250, 1200),
    "noise_high_hz": log(2000, 7000),
    "drive_bias": lin(0.02, 0.3),
    "drive_focus_hz": log(70, 220),
    "drive_focus_db": maybe(0.3, -4, 6, off=0.0),
    "high_pass_hz": log(18, 30),
    "low_pass_q": lin(0.5, 0.8),
    "low_shelf_db": maybe(0.4, -2, 4, off=0.0),
    "peak_hz": log(120, 900),
    "peak_db": maybe(0.4, -6, 4, off=0.0),
    "peak_q": log(0.7, 2.5),
    "high_shelf_db": maybe(0.4, -8, 2, off=0.0),
    "comp_db": maybe(0.4, 4, 14, off=0.0),
    "comp_ratio": log(2, 6),
    "comp_ms": log(6, 30),
    "room_t60_s": log(0.15, 0.5),
    "room_predelay_ms": lin(1, 15),
    "room_low_cut_hz": log(190, 450),
    "room_high_cut_hz": log(2000, 8000),
    "gate_release_ms": log(12, 60),
}

FAMILIES: Final[dict[str, Prior]] = {
    # A bridged-T oscillator: almost a pure sine, a short soft tick, a very long tail.
    "808": {
        "end_hz": log(40, 60), "sweep1_hz": log(40, 130), "sweep1_ms": log(3, 9), "sweep2_hz": log(3, 14),
        "sweep2_ms": log(30, 90), "t60_s": log(0.65, 1.7), "decay_curve": lin(0.92, 1.08), "hold_ms": lin(2, 12),
        "second_db": maybe(0.3, -44, -32), "third_db": maybe(0.3, -46, -32), "snap_db": lin(0, 2.5),
        "click_kind": Choice({"impulse": 6, "none": 2, "blip": 1}), "click_db": lin(-32, -18),
        "click_hz": log(700, 2600), "click_ms": log(0.6, 2.5),
        "drive_kind": Choice({"none": 5, "tanh": 5}), "drive_db": lin(1, 7), "low_pass_hz": log(900, 4000),
        "room_db": maybe(0.08, -34, -24), "hiss_db": maybe(0.15, -58, -50),
    },
    # A sine with a firm sweep from a voltage pulse, its own clicky noise, a medium drop.
    "909": {
        "end_hz": log(47, 62), "sweep1_hz": log(130, 300), "sweep1_ms": log(5, 12), "sweep2_hz": log(30, 90),
        "sweep2_ms": log(20, 42), "t60_s": log(0.32, 0.62), "decay_curve": lin(1.0, 1.35), "third_db": maybe(0.8, -34, -20),
        "click_kind": Choice({"impulse": 5, "noise": 4}), "click_db": lin(-19, -9), "click_hz": log(2200, 5200),
        "click_ms": log(0.8, 3), "noise_db": maybe(0.85, -34, -22), "noise_low_hz": log(900, 2200),
        "noise_high_hz": log(5000, 9000), "noise_t60_s": log(0.03, 0.08),
        "drive_kind": Choice({"tanh": 6, "none": 2}), "drive_db": lin(1, 7), "low_pass_hz": log(3500, 9000),
        "room_db": maybe(0.1, -32, -24), "hiss_db": maybe(0.1, -58, -50),
    },
    # A shell, a head and a beater in a room.
    "acoustic": {
        "end_hz": log(46, 82), "sweep1_hz": log(20, 90), "sweep1_ms": log(6, 18), "sweep2_hz": log(3, 16),
        "sweep2_ms": log(40, 110), "attack_ms": log(1.5, 4.5), "hold_ms": lin(2, 14), "t60_s": log(0.22, 0.6),
        "decay_curve": lin(0.7, 0.95), "second_db": maybe(0.5, -34, -22), "modes_db": lin(-24, -10),
        "modes_t60_s": log(0.06, 0.22), "click_kind": Choice({"felt": 5, "plastic": 4, "wood": 2}),
        "click_db": lin(-22, -9), "click_hz": log(1300, 3600), "click_ms": log(1.5, 5),
        "noise_db": lin(-40, -26), "noise_low_hz": log(200, 600), "noise_high_hz": log(1500, 6000),
        "noise_t60_s": log(0.07, 0.28), "drive_kind": Choice({"none": 6, "tanh": 2}), "drive_db": lin(1, 5),
        "low_pass_hz": log(1500, 6500), "peak_hz": log(250, 600), "peak_db": maybe(0.8, -9, 2, off=0.0),
        "comp_db": maybe(0.6, 4, 14, off=0.0), "room_db": maybe(0.8, -28, -12), "room_t60_s": log(0.15, 0.55),
        "room_low_cut_hz": log(180, 300),
    },
    # Round, warm, punchy: the middle of the road.
    "house": {
        "end_hz": log(46, 60), "sweep1_hz": log(70, 180), "sweep1_ms": log(7, 16), "sweep2_hz": log(25, 70),
        "sweep2_ms": log(35, 75), "t60_s": log(0.26, 0.48), "decay_curve": lin(1.05, 1.5), "attack_ms": log(0.8, 2.4),
        "second_db": maybe(0.6, -32, -20), "third_db": maybe(0.5, -36, -24), "snap_db": lin(0.5, 4.5),
        "click_kind": Choice({"noise": 4, "wood": 3, "blip": 3, "impulse": 2}), "click_db": lin(-28, -15),
        "click_hz": log(900, 3000), "noise_db": maybe(0.4, -40, -30), "noise_t60_s": log(0.04, 0.14),
        "drive_kind": Choice({"tanh": 5, "asymmetric": 3}), "drive_db": lin(2, 8), "low_pass_hz": log(1400, 4500),
        "low_shelf_db": maybe(0.6, 0, 4, off=0.0), "comp_db": maybe(0.6, 4, 12, off=0.0),
        "room_db": maybe(0.12, -32, -22),
    },
    # A hard, tense front and a low straight tail.
    "techno": {
        "end_hz": log(40, 53), "sweep1_hz": log(250, 800), "sweep1_ms": log(3, 8), "sweep2_hz": log(50, 130),
        "sweep2_ms": log(22, 50), "t60_s": log(0.3, 0.62), "decay_curve": lin(1.0, 1.4), "attack_ms": log(0.5, 1.4),
        "third_db": maybe(0.6, -32, -20), "click_kind": Choice({"impulse": 4, "noise": 3, "blip": 3}),
        "click_db": lin(-22, -11), "click_hz": log(1800, 5000), "click_ms": log(0.7, 2.5),
        "noise_db": maybe(0.3, -40, -28), "noise_t60_s": log(0.05, 0.2),
        "drive_kind": Choice({"tanh": 5, "clip": 3, "asymmetric": 2}), "drive_db": lin(6, 15),
        "low_pass_hz": log(2000, 6500), "comp_db": maybe(0.6, 5, 15, off=0.0), "room_db": maybe(0.25, -30, -18),
        "room_t60_s": log(0.3, 0.9),
    },
    # A kick driven until it is a square with a pitch: the loud mid-range tone is the tail.
    "hardstyle": {
        "end_hz": log(43, 58), "sweep1_hz": log(350, 1100), "sweep1_ms": log(4, 11), "sweep2_hz": log(70, 180),
        "sweep2_ms": log(30, 70), "t60_s": log(0.5, 1.1), "decay_curve": lin(1.0, 1.6), "attack_ms": log(0.5, 1.3),
        "hold_ms": lin(30, 90), "third_db": maybe(0.6, -28, -14), "second_db": maybe(0.5, -28, -14),
        "click_kind": Choice({"impulse": 3, "noise": 3, "blip": 3}), "click_db": lin(-15, -5), "click_hz": log(2000, 5000),
        "drive_kind": Choice({"clip": 5, "tanh": 2, "asymmetric": 2, "fold": 1}), "drive_db": lin(18, 30),
        "drive_bias": lin(0.05, 0.35), "drive_focus_db": maybe(0.7, 0, 9, off=0.0), "low_pass_hz": log(2600, 7000),
        "peak_hz": log(250, 1500), "peak_db": maybe(0.9, 0, 8, off=0.0), "low_shelf_db": maybe(0.6, 0, 6, off=0.0),
        "gate_s": lin(0.26, 0.44), "gate_release_ms": log(20, 70), "comp_db": maybe(0.3, 4, 10, off=0.0),
        "room_db": maybe(0.2, -28, -20),
    },
    # The 808 of today: louder, longer, driven, lower, with a knock on top.
    "trap": {
        "end_hz": log(32, 50), "sweep1_hz": log(120, 420), "sweep1_ms": log(6, 16), "sweep2_hz": log(12, 45),
        "sweep2_ms": log(45, 120), "t60_s": log(0.9, 2.1), "decay_curve": lin(1.0, 1.5), "hold_ms": lin(20, 110),
        "second_db": maybe(0.5, -30, -16), "third_db": maybe(0.6, -30, -16),
        "click_kind": Choice({"blip": 3, "noise": 3, "impulse": 3}), "click_db": lin(-20, -8), "click_hz": log(1200, 3800),
        "drive_kind": Choice({"tanh": 4, "asymmetric": 4, "clip": 3}), "drive_db": lin(8, 19),
        "low_pass_hz": log(700, 3200), "comp_db": maybe(0.4, 4, 10, off=0.0), "room_db": maybe(0.04, -34, -26),
    },
    # Short, knocking, made to cut through fast breaks.
    "dnb": {
        "end_hz": log(52, 78), "sweep1_hz": log(250, 650), "sweep1_ms": log(4, 10), "sweep2_hz": log(60, 150),
        "sweep2_ms": log(12, 28), "t60_s": log(0.15, 0.3), "decay_curve": lin(1.0, 1.4), "attack_ms": log(0.5, 1.4),
        "hold_ms": lin(6, 22), "second_db": maybe(0.6, -28, -16), "snap_db": lin(1.5, 6),
        "click_kind": Choice({"noise": 4, "plastic": 3, "impulse": 2, "wood": 2}), "click_db": lin(-16, -7),
        "click_hz": log(1800, 5000), "noise_db": maybe(0.7, -34, -22), "noise_high_hz": log(4000, 9000),
        "noise_t60_s": log(0.04, 0.12), "drive_kind": Choice({"tanh": 4, "asymmetric": 3, "clip": 2}),
        "drive_db": lin(4, 11), "low_pass_hz": log(3000, 9000), "peak_hz": log(140, 280),
        "peak_db": maybe(0.8, 1, 7, off=0.0), "comp_db": maybe(0.7, 6, 16, off=0.0), "room_db": maybe(0.2, -30, -20),
        "room_t60_s": log(0.1, 0.3),
    },
    # Sampled from a worn record through few bits.
    "lofi": {
        "end_hz": log(52, 80), "sweep1_hz": log(40, 130), "sweep1_ms": log(6, 16), "sweep2_hz": log(8, 40),
        "sweep2_ms": log(30, 80), "t60_s": log(0.18, 0.42), "attack_ms": log(1.2, 3.6), "decay_curve": lin(0.75, 1.1),
        "click_kind": Choice({"felt": 4, "wood": 3, "noise": 2, "none": 1}), "click_db": lin(-26, -14),
        "click_hz": log(700, 2200), "modes_db": maybe(0.3, -28, -18), "modes_t60_s": log(0.05, 0.14),
        "noise_db": maybe(0.6, -38, -26), "noise_t60_s": log(0.08, 0.3),
        "noise_high_hz": log(1500, 4000), "drive_kind": Choice({"crush": 5, "tanh": 4, "asymmetric": 2}),
        "drive_db": lin(3, 11), "drive_mix": lin(0.6, 1.0), "low_pass_hz": log(900, 2800), "low_pass_q": lin(0.6, 1.0),
        "high_pass_hz": log(24, 45), "hiss_db": lin(-46, -32), "comp_db": maybe(0.5, 4, 12, off=0.0),
        "room_db": maybe(0.3, -30, -18), "room_high_cut_hz": log(1200, 3000), "gate_s": lin(0.25, 0.6),
    },
    # Machines: folded and clipped bodies, metal, halls.
    "industrial": {
        "end_hz": log(40, 66), "sweep1_hz": log(200, 900), "sweep1_ms": log(4, 14), "sweep2_hz": log(30, 110),
        "sweep2_ms": log(25, 70), "t60_s": log(0.3, 0.75), "attack_ms": log(0.5, 1.8), "decay_curve": lin(0.8, 1.3),
        "modes_kind": Choice({"metal": 5, "membrane": 1}), "modes_db": lin(-26, -12), "modes_t60_s": log(0.1, 0.5),
        "click_kind": Choice({"noise": 5, "plastic": 2, "impulse": 2}), "click_db": lin(-15, -6),
        "click_hz": log(1200, 4000), "click_ms": log(1.5, 6), "noise_db": lin(-30, -18), "noise_t60_s": log(0.1, 0.45),
        "noise_low_hz": log(300, 1500), "drive_kind": Choice({"fold": 5, "clip": 3, "asymmetric": 3, "crush": 1}),
        "drive_db": lin(9, 20), "drive_mix": lin(0.7, 1.0), "low_pass_hz": log(2500, 7500),
        "comp_db": maybe(0.6, 6, 16, off=0.0), "room_db": lin(-24, -12), "room_t60_s": log(0.4, 1.2),
    },
}  # fmt: skip

STYLES: Final[dict[str, tuple[str, Prior]]] = {
    "gabber": ("hardstyle", {
        "drive_db": lin(26, 36), "drive_kind": Choice({"clip": 8, "tanh": 1}), "t60_s": log(0.5, 0.9),
        "gate_s": lin(0.22, 0.32), "sweep1_hz": log(250, 700), "sweep2_hz": log(60, 140), "end_hz": log(48, 64),
        "noise_db": maybe(0.4, -34, -26), "low_pass_hz": log(4000, 8500), "peak_hz": log(600, 1500),
    }),
    "rawstyle": ("hardstyle", {
        "drive_kind": Choice({"fold": 5, "asymmetric": 4}), "drive_db": lin(20, 32), "sweep2_hz": log(120, 260),
        "sweep2_ms": log(45, 100), "peak_hz": log(300, 900), "peak_db": lin(4, 11), "peak_q": log(1.5, 4),
        "end_hz": log(40, 52), "gate_s": lin(0.3, 0.5),
    }),
    "minimal": ("techno", {
        "drive_kind": Choice({"none": 2, "tanh": 3}), "drive_db": lin(1, 4), "t60_s": log(0.16, 0.3),
        "end_hz": log(44, 58), "sweep1_hz": log(200, 500), "click_kind": Choice({"blip": 4, "impulse": 4}),
        "click_ms": log(0.5, 1.2), "room_db": maybe(0.0, -30, -20), "noise_db": maybe(0.0, -40, -30), "low_pass_hz": log(1200, 3500),
    }),
    "psytrance": ("techno", {
        "sweep1_hz": log(1500, 4500), "sweep1_ms": log(2, 4.5), "sweep2_hz": log(120, 280), "sweep2_ms": log(14, 26),
        "t60_s": log(0.2, 0.34), "decay_curve": lin(1.3, 1.9), "end_hz": log(46, 58), "drive_kind": Choice({"none": 2, "tanh": 4}),
        "drive_db": lin(1, 6), "click_kind": Choice({"blip": 5, "impulse": 2}), "click_db": lin(-18, -9), "low_pass_hz": log(5000, 11000),
        "room_db": maybe(0.0, -30, -20),
    }),
    "rumble": ("techno", {
        "rumble_db": lin(-13, -5), "rumble_delay_s": lin(0.09, 0.17), "rumble_t60_s": log(1.0, 2.0),
        "rumble_rate_hz": lin(8.6, 9.8), "t60_s": log(0.22, 0.4), "drive_db": lin(5, 11), "room_db": maybe(0.9, -28, -18),
        "room_t60_s": log(0.6, 1.3), "low_pass_hz": log(1500, 4500),
    }),
    "hardtechno": ("techno", {
        "drive_kind": Choice({"clip": 6, "asymmetric": 3}), "drive_db": lin(13, 21), "click_db": lin(-14, -7),
        "t60_s": log(0.4, 0.7), "gate_s": lin(0.28, 0.4), "low_pass_hz": log(3500, 8000), "end_hz": log(44, 56),
    }),
    "deephouse": ("house", {
        "low_pass_hz": log(500, 1400), "click_db": lin(-36, -24), "attack_ms": log(1.8, 4.5), "end_hz": log(43, 53),
        "t60_s": log(0.34, 0.6), "sweep1_hz": log(40, 110), "drive_db": lin(1, 4),
    }),
    "garage": ("house", {
        "end_hz": log(56, 72), "t60_s": log(0.16, 0.26), "click_kind": Choice({"wood": 6, "noise": 2}),
        "click_db": lin(-18, -10), "click_hz": log(1800, 3600), "decay_curve": lin(1.2, 1.7), "low_pass_hz": log(2500, 6000),
    }),
    "bigroom": ("house", {
        "end_hz": log(42, 54), "t60_s": log(0.45, 0.8), "sweep1_hz": log(300, 800), "click_db": lin(-14, -7),
        "click_hz": log(2500, 5000), "drive_db": lin(7, 13), "room_db": lin(-24, -15), "room_t60_s": log(0.7, 1.3), "low_pass_hz": log(4000, 9000),
    }),
    "trance": ("house", {
        "end_hz": log(48, 60), "sweep1_hz": log(400, 1000), "sweep1_ms": log(4, 8), "sweep2_hz": log(60, 130),
        "sweep2_ms": log(20, 40), "click_kind": Choice({"noise": 5, "impulse": 3}), "click_db": lin(-15, -8), "click_hz": log(3500, 7000),
        "t60_s": log(0.26, 0.4), "low_pass_hz": log(6000, 12000), "high_shelf_db": lin(0, 5),
    }),
    "disco": ("909", {
        "end_hz": log(54, 70), "t60_s": log(0.2, 0.34), "sweep1_hz": log(80, 180), "modes_db": lin(-26, -17),
        "modes_t60_s": log(0.05, 0.12), "low_pass_hz": log(2500, 5500), "room_db": maybe(0.6, -28, -20), "click_kind": Choice({"felt": 4, "noise": 4}),
    }),
    "electro": ("808", {
        "t60_s": log(0.28, 0.6), "end_hz": log(46, 64), "click_db": lin(-18, -10), "click_hz": log(1500, 3600), "sweep1_hz": log(90, 220),
        "low_pass_hz": log(2500, 6000), "drive_kind": Choice({"tanh": 5, "none": 3}),
    }),
    "synthwave": ("909", {
        "room_db": lin(-22, -12), "room_t60_s": log(0.35, 0.8), "gate_s": lin(0.24, 0.36), "gate_release_ms": log(15, 40),
        "noise_db": lin(-28, -18), "noise_t60_s": log(0.1, 0.2), "modes_db": maybe(0.5, -26, -18), "end_hz": log(50, 66),
    }),
    "boombap": ("lofi", {
        "click_db": lin(-16, -8), "click_hz": log(1400, 3200), "drive_kind": Choice({"crush": 7, "asymmetric": 2}),
        "low_pass_hz": log(2400, 5000), "comp_db": lin(7, 16), "snap_db": lin(2, 6), "end_hz": log(56, 84), "t60_s": log(0.16, 0.3),
    }),
    "chillhop": ("lofi", {
        "low_pass_hz": log(500, 1200), "click_db": lin(-34, -24), "attack_ms": log(2.5, 6), "drive_kind": Choice({"tanh": 5, "asymmetric": 2}),
        "drive_db": lin(1, 5), "end_hz": log(48, 70), "t60_s": log(0.25, 0.5), "hiss_db": lin(-40, -31),
    }),
    "rock": ("acoustic", {
        "click_kind": Choice({"felt": 4, "wood": 4}), "room_db": lin(-18, -9), "room_t60_s": log(0.4, 0.9), "comp_db": lin(8, 16),
        "end_hz": log(50, 70), "t60_s": log(0.3, 0.6),
    }),
    "jazz": ("acoustic", {
        "end_hz": log(68, 115), "click_kind": Choice({"felt": 8}), "click_db": lin(-26, -16), "click_hz": log(700, 1600), "t60_s": log(0.5, 1.0),
        "attack_ms": log(2.5, 6), "modes_db": lin(-15, -7), "modes_t60_s": log(0.2, 0.5), "comp_db": maybe(0.1, 3, 6, off=0.0),
        "low_pass_hz": log(900, 2500), "peak_db": maybe(0.3, -3, 3, off=0.0),
    }),
    "funk": ("acoustic", {
        "end_hz": log(58, 84), "t60_s": log(0.13, 0.24), "room_db": maybe(0.3, -30, -22), "modes_t60_s": log(0.04, 0.09),
        "click_kind": Choice({"felt": 4, "wood": 4}), "peak_hz": log(120, 260), "peak_db": lin(0, 5), "noise_t60_s": log(0.04, 0.1),
    }),
    "metal": ("acoustic", {
        "click_kind": Choice({"plastic": 9}), "click_db": lin(-8, 0), "click_hz": log(3200, 5500), "click_ms": log(1.2, 3),
        "attack_ms": log(0.8, 1.8), "low_pass_hz": log(6500, 12000), "peak_hz": log(300, 500), "peak_db": lin(-14, -7), "comp_db": lin(10, 18),
        "t60_s": log(0.2, 0.36), "room_db": maybe(0.3, -28, -20), "high_shelf_db": lin(0, 5),
    }),
    "pop": ("acoustic", {
        "sweep1_hz": log(80, 200), "sweep2_hz": log(15, 45), "comp_db": lin(8, 15), "modes_db": lin(-28, -18), "low_pass_hz": log(4000, 8000),
        "click_kind": Choice({"plastic": 5, "wood": 3}), "room_db": lin(-26, -17), "end_hz": log(50, 66), "t60_s": log(0.22, 0.4),
    }),
    "drill": ("trap", {
        "end_hz": log(28, 38), "drive_kind": Choice({"tanh": 4, "clip": 5}), "drive_db": lin(12, 20), "sweep2_hz": log(30, 80),
        "sweep2_ms": log(80, 170), "t60_s": log(0.8, 1.5), "low_pass_hz": log(450, 1400), "click_db": lin(-14, -6),
    }),
    "phonk": ("trap", {
        "drive_kind": Choice({"clip": 6, "fold": 2}), "drive_db": lin(19, 28), "end_hz": log(38, 56), "t60_s": log(0.6, 1.2),
        "low_pass_hz": log(1800, 5000), "hiss_db": maybe(0.6, -46, -36), "gate_s": lin(0.5, 1.2),
    }),
    "dubstep": ("dnb", {
        "end_hz": log(42, 56), "t60_s": log(0.28, 0.5), "sweep1_hz": log(400, 1200), "peak_hz": log(110, 220), "peak_db": lin(3, 8),
        "drive_db": lin(8, 15), "drive_kind": Choice({"clip": 5, "tanh": 3}), "room_db": maybe(0.6, -26, -18), "room_t60_s": log(0.3, 0.8),
    }),
    "breakbeat": ("dnb", {
        "modes_db": lin(-22, -12), "modes_t60_s": log(0.05, 0.14), "click_kind": Choice({"plastic": 4, "felt": 3, "wood": 3}), "sweep1_hz": log(60, 200),
        "sweep2_hz": log(15, 50), "room_db": lin(-24, -15), "hiss_db": maybe(0.7, -46, -36), "drive_kind": Choice({"asymmetric": 4, "crush": 3}),
        "drive_db": lin(4, 10), "end_hz": log(60, 86), "noise_db": lin(-30, -20), "low_pass_hz": log(3000, 6500),
    }),
    "cinematic": ("industrial", {
        "room_db": lin(-13, -5), "room_t60_s": log(1.2, 1.8), "room_low_cut_hz": log(180, 240), "t60_s": log(0.7, 1.5), "end_hz": log(30, 46),
        "drive_kind": Choice({"tanh": 5, "asymmetric": 3, "none": 2}), "drive_db": lin(2, 9), "modes_kind": Choice({"membrane": 5, "metal": 1}),
        "modes_t60_s": log(0.2, 0.5), "click_kind": Choice({"felt": 4, "noise": 4}), "attack_ms": log(1.2, 4), "low_pass_hz": log(1200, 4500),
    }),
    "ebm": ("industrial", {
        "t60_s": log(0.18, 0.32), "drive_kind": Choice({"asymmetric": 5, "tanh": 3}), "drive_db": lin(6, 12), "room_db": maybe(0.5, -28, -20),
        "room_t60_s": log(0.15, 0.35), "end_hz": log(52, 72), "sweep1_hz": log(300, 900), "noise_db": lin(-24, -15), "noise_t60_s": log(0.05, 0.12),
        "modes_db": maybe(0.5, -26, -18), "click_db": lin(-10, -3),
    }),
}  # fmt: skip

EXTRA_HOMES: Final[dict[str, tuple[str, ...]]] = {"pop": ("house",), "cinematic": ("acoustic",)}
"""Styles that a second genre also knows."""
