"""Ten kicks, each with a job of its own, by the synthesizer that also makes the kick model's training data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from klangwerk.training.kick_synth import SynthParams, render
from klangwerk.training.rack_sounds.recipe import Recipe, Signal


def _kick(params: SynthParams) -> Callable[[np.random.Generator], Signal]:
    return lambda rng: render(params, rng).samples.astype(np.float64)[np.newaxis]


KICKS: Final = (
    Recipe(
        "Otto",
        "Tight, round house kick with a dry tick; sits in any track and leaves room for a bass line.",
        _kick(
            SynthParams(
                end_hz=51.0, sweep1_hz=190.0, sweep1_ms=8.0, sweep2_hz=52.0, sweep2_ms=40.0,
                attack_ms=0.5, hold_ms=34.0, t60_s=0.33, decay_curve=1.35, snap_db=2.5, snap_ms=14.0,
                second_db=-26.0, third_db=-30.0, click_kind="noise", click_db=-13.0, click_hz=3000.0, click_ms=1.8,
                noise_db=-34.0, noise_low_hz=700.0, noise_t60_s=0.06, drive_kind="tanh", drive_db=5.0,
                low_pass_hz=7000.0, comp_db=6.0, gate_s=0.36,
            )
        ),
    ),
    Recipe(
        "Bodo",
        "Deep, soft and heavy, almost only sub; for dub techno and long dark reverbs.",
        _kick(
            SynthParams(
                end_hz=42.0, sweep1_hz=62.0, sweep1_ms=13.0, sweep2_hz=24.0, sweep2_ms=60.0,
                attack_ms=0.9, hold_ms=45.0, t60_s=0.6, decay_curve=1.25, snap_db=1.5, snap_ms=22.0,
                second_db=-28.0, click_kind="felt", click_db=-17.0, click_hz=1000.0, click_ms=2.2,
                drive_kind="asymmetric", drive_db=3.0, drive_bias=0.15, low_pass_hz=1500.0, gate_s=0.62,
                gate_release_ms=60.0,
            )
        ),
    ),
    Recipe(
        "Fritz",
        "Drum-machine classic with a firm front, a hissing tick and a medium drop; for house, techno and trance.",
        _kick(
            SynthParams(
                end_hz=53.0, sweep1_hz=235.0, sweep1_ms=8.5, sweep2_hz=62.0, sweep2_ms=30.0,
                attack_ms=0.45, hold_ms=22.0, t60_s=0.52, decay_curve=1.15, snap_db=2.0, snap_ms=12.0,
                third_db=-26.0, click_kind="noise", click_db=-9.0, click_hz=4200.0, click_ms=1.6,
                noise_db=-25.0, noise_low_hz=1500.0, noise_high_hz=8500.0, noise_t60_s=0.05,
                drive_kind="tanh", drive_db=4.0, low_pass_hz=9000.0,
            )
        ),
    ),
    Recipe(
        "Berta",
        "Long, pure boom with a small soft tick; for electro, slow tempos and bass music.",
        _kick(
            SynthParams(
                end_hz=47.0, sweep1_hz=95.0, sweep1_ms=5.5, sweep2_hz=9.0, sweep2_ms=60.0,
                attack_ms=0.6, hold_ms=12.0, t60_s=1.15, decay_curve=1.02, snap_db=1.5, snap_ms=15.0,
                third_db=-34.0, click_kind="impulse", click_db=-18.0, click_hz=1500.0, click_ms=1.2,
                drive_kind="tanh", drive_db=3.5, low_pass_hz=3000.0, gate_s=0.86, gate_release_ms=110.0,
            )
        ),
    ),
    Recipe(
        "Rolf",
        "Hard techno: a knock in front and a clipped, dense tail that stays loud; made to be driven further.",
        _kick(
            SynthParams(
                end_hz=47.0, sweep1_hz=520.0, sweep1_ms=5.0, sweep2_hz=95.0, sweep2_ms=34.0,
                attack_ms=0.4, hold_ms=40.0, t60_s=0.52, decay_curve=1.3, snap_db=1.0, snap_ms=9.0,
                second_db=-24.0, third_db=-22.0, click_kind="noise", click_db=-8.0, click_hz=3400.0, click_ms=2.0,
                drive_kind="clip", drive_db=16.0, drive_bias=0.12, low_pass_hz=6000.0, low_pass_q=0.8,
                peak_hz=210.0, peak_db=2.5, peak_q=1.0, gate_s=0.37, gate_release_ms=40.0, comp_db=5.0,
            )
        ),
    ),
    Recipe(
        "Uwe",
        "Hardcore: clipped into a square with a pitch of its own, gated short; for 160 to 220 bpm.",
        _kick(
            SynthParams(
                end_hz=55.0, sweep1_hz=430.0, sweep1_ms=9.0, sweep2_hz=110.0, sweep2_ms=46.0,
                attack_ms=0.4, hold_ms=70.0, t60_s=0.75, decay_curve=1.3, third_db=-18.0,
                click_kind="blip", click_db=-7.0, click_hz=3000.0, click_ms=1.8,
                drive_kind="clip", drive_db=29.0, drive_bias=0.2, drive_focus_hz=160.0, drive_focus_db=5.0,
                low_pass_hz=5200.0, low_pass_q=0.9, peak_hz=900.0, peak_db=4.0, peak_q=1.2, low_shelf_db=2.5,
                gate_s=0.3, gate_release_ms=55.0,
            )
        ),
    ),
    Recipe(
        "Emil",
        "A real drum's kick: felt beater, shell and a little room; for organic house and breaks.",
        _kick(
            SynthParams(
                end_hz=57.0, sweep1_hz=58.0, sweep1_ms=10.0, sweep2_hz=10.0, sweep2_ms=70.0,
                attack_ms=0.9, hold_ms=8.0, t60_s=0.36, decay_curve=0.85, snap_db=3.0, snap_ms=14.0,
                second_db=-26.0, modes_db=-16.0, modes_t60_s=0.13, click_kind="felt", click_db=-8.0,
                click_hz=2300.0, click_ms=2.6, noise_db=-30.0, noise_low_hz=280.0, noise_high_hz=4500.0,
                noise_t60_s=0.16, low_pass_hz=5500.0, peak_hz=380.0, peak_db=-6.0, comp_db=8.0, comp_ms=18.0,
                room_db=-20.0, room_t60_s=0.35, room_predelay_ms=5.0,
            )
        ),
    ),
    Recipe(
        "Erna",
        "Dusty and worn, sampled from an old record through few bits; for lo-fi house and slow beats.",
        _kick(
            SynthParams(
                end_hz=61.0, sweep1_hz=95.0, sweep1_ms=9.0, sweep2_hz=24.0, sweep2_ms=45.0,
                attack_ms=0.9, hold_ms=14.0, t60_s=0.34, decay_curve=0.95, snap_db=3.0, snap_ms=16.0,
                modes_db=-22.0, modes_t60_s=0.09, click_kind="wood", click_db=-13.0, click_hz=1700.0, click_ms=2.4,
                noise_db=-28.0, noise_low_hz=300.0, noise_high_hz=3200.0, noise_t60_s=0.2,
                drive_kind="crush", drive_db=8.0, drive_mix=0.7, low_pass_hz=2600.0, low_pass_q=0.9,
                high_pass_hz=34.0, hiss_db=-36.0, comp_db=9.0, room_db=-24.0, room_t60_s=0.25,
                room_high_cut_hz=2200.0, gate_s=0.4, gate_release_ms=50.0,
            )
        ),
    ),
    Recipe(
        "Ingo",
        "Bright and punchy with a long fast drop and a crisp top; for trance and anything with wide chords over it.",
        _kick(
            SynthParams(
                end_hz=54.0, sweep1_hz=900.0, sweep1_ms=5.0, sweep2_hz=105.0, sweep2_ms=28.0,
                attack_ms=0.4, hold_ms=28.0, t60_s=0.34, decay_curve=1.4, snap_db=2.0, snap_ms=10.0,
                third_db=-28.0, click_kind="noise", click_db=-9.0, click_hz=5600.0, click_ms=1.5,
                noise_db=-27.0, noise_low_hz=2200.0, noise_high_hz=10_000.0, noise_t60_s=0.05,
                drive_kind="tanh", drive_db=6.0, low_pass_hz=11_000.0, high_shelf_db=2.5, gate_s=0.37,
            )
        ),
    ),
    Recipe(
        "Kurt",
        "A dry front and a rolling low rumble behind it; warehouse techno without further reverb.",
        _kick(
            SynthParams(
                end_hz=45.0, sweep1_hz=420.0, sweep1_ms=4.5, sweep2_hz=80.0, sweep2_ms=30.0,
                attack_ms=0.45, hold_ms=22.0, t60_s=0.3, decay_curve=1.2, click_kind="impulse", click_db=-13.0,
                click_hz=2800.0, click_ms=1.4, drive_kind="tanh", drive_db=8.0, low_pass_hz=3400.0,
                rumble_db=-6.0, rumble_delay_s=0.11, rumble_t60_s=1.3, rumble_rate_hz=9.33,
                room_db=-20.0, room_t60_s=0.8, room_high_cut_hz=2500.0, comp_db=6.0, gate_s=0.86,
                gate_release_ms=110.0,
            )
        ),
    ),
)  # fmt: skip
