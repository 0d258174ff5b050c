"""The physical parameters of one synthetic kick drum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SAMPLE_RATE: Final = 44_100  # Hz
FRAMES: Final = 88_200  # samples, 2.0 s
DURATION_S: Final = FRAMES / SAMPLE_RATE
END_S: Final = 1.9  # every kick is silent from here on
PEAK: Final = 10 ** (-0.5 / 20)  # full scale is 1

CLICK_KINDS: Final = ("none", "impulse", "noise", "blip", "felt", "plastic", "wood")
MODE_KINDS: Final = ("membrane", "metal")
DRIVE_KINDS: Final = ("none", "tanh", "asymmetric", "clip", "fold", "crush")
OFF_DB: Final = -60.0  # a level at or below this one is not rendered at all


@dataclass(frozen=True, slots=True)
class SynthParams:
    """One kick. Levels in dB are relative to the body's peak unless a comment says otherwise."""

    genres: tuple[str, ...] = ("house",)  # one, or two for a blend
    style: str | None = None

    # Pitch of the body: end + sweep1 * exp(-t / sweep1_ms) + sweep2 * exp(-t / sweep2_ms)
    end_hz: float = 52.0
    sweep1_hz: float = 220.0  # the snap at the very start
    sweep1_ms: float = 9.0
    sweep2_hz: float = 40.0  # the slower fall that the ear follows
    sweep2_ms: float = 45.0

    # Level of the body: 10 ** (-3 * ((t - hold) / t60) ** curve), under a raised-cosine attack
    attack_ms: float = 1.0
    hold_ms: float = 10.0
    t60_s: float = 0.45
    decay_curve: float = 1.0  # below 1 falls fast and lingers, above 1 holds and then drops
    snap_db: float = 2.0  # extra level at the start
    snap_ms: float = 15.0

    # Waveform of the body before any drive
    second_db: float = -40.0  # second harmonic
    third_db: float = -40.0  # third harmonic

    # Inharmonic modes that ring beside the body
    modes_kind: str = "membrane"
    modes_db: float = OFF_DB
    modes_t60_s: float = 0.12

    click_kind: str = "impulse"
    click_db: float = -20.0
    click_hz: float = 2000.0
    click_ms: float = 3.0  # time constant

    # Noise layer: white noise, band-limited, falling with its own decay
    noise_db: float = OFF_DB
    noise_low_hz: float = 400.0
    noise_high_hz: float = 6000.0
    noise_t60_s: float = 0.1

    # Drive: memoryless, on body, modes and click together
    drive_kind: str = "none"
    drive_db: float = 0.0  # gain into the shaper
    drive_bias: float = 0.0  # asymmetry, 0..0.5
    drive_focus_hz: float = 120.0  # the body is pushed harder while its pitch passes here
    drive_focus_db: float = 0.0
    drive_mix: float = 1.0  # share of the driven signal

    # Linear filters
    high_pass_hz: float = 22.0
    low_pass_hz: float = 5000.0
    low_pass_q: float = 0.6
    low_shelf_db: float = 0.0  # below 90 Hz
    peak_hz: float = 250.0
    peak_db: float = 0.0
    peak_q: float = 1.0
    high_shelf_db: float = 0.0  # above 2.5 kHz

    comp_db: float = 0.0  # depth: level above the threshold at the loudest moment
    comp_ratio: float = 3.0
    comp_ms: float = 12.0  # how long it takes to grip

    room_db: float = OFF_DB
    room_t60_s: float = 0.3
    room_predelay_ms: float = 4.0
    room_low_cut_hz: float = 220.0
    room_high_cut_hz: float = 5000.0

    # Rumble: a second, late swell of the same body, pulsing at rumble_rate_hz
    rumble_db: float = OFF_DB
    rumble_delay_s: float = 0.1
    rumble_t60_s: float = 1.2
    rumble_rate_hz: float = 9.0

    gate_s: float = 2.0  # the kick is shut here (2.0: never)
    gate_release_ms: float = 30.0
    hiss_db: float = OFF_DB  # tape or vinyl noise that fades with the kick
