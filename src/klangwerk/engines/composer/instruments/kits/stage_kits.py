"""Kits of a scene: tape and vinyl, the eighties, film, orchestra, West Africa, chips."""

from __future__ import annotations

from klangwerk.engines.composer.instruments.drums import Drum
from klangwerk.engines.composer.instruments.kits.building import cymbals, hats, toms
from klangwerk.engines.composer.instruments.kits.chip_noise import ChipNoise, ChipPulse
from klangwerk.engines.composer.instruments.kits.cymbals import Cymbal
from klangwerk.engines.composer.instruments.kits.drums_with_skins import (
    HAND,
    KETTLE,
    Clap,
    RimShot,
    Skin,
    Snare,
)
from klangwerk.engines.composer.instruments.kits.kicks import KickOrder
from klangwerk.engines.composer.instruments.kits.kit import Kit, KitPlan, Piece
from klangwerk.engines.composer.instruments.kits.percussion_sets import CHIP, MACHINE, ORCHESTRAL, PLAYED
from klangwerk.engines.composer.instruments.kits.room import Room, Sampler
from klangwerk.engines.composer.instruments.voices import Character


def kit_dusty(character: Character) -> Kit:
    """Lo-fi and boom bap: a played kit through an early sampler."""
    plan = KitPlan(
        kick=KickOrder(
            click=0.0005,
            prompt="boombap dusty warm thumpy",
            pitch_hz=(52, 61),
            tuned=True,
            length_s=0.24,
            punch=0.5,
            brightness=0.25,
            most_s=0.34,
        ),
        tilt_db=-1.0,
        room=Room(t60_s=0.28, level=0.3),
        sampler=Sampler(cut_hz=9000.0),
        pieces={
            **PLAYED,
            **hats(0.06, 0.32, metal=0.3, low_hz=6800, body=0.25, level_db=-12.5),
            **cymbals(crash_s=1.6, ride_s=1.1, ping=0.6, wash=0.7, level_db=-11.0),
            **toms(Skin(hz=100, t60_s=0.32, bend=0.15, upper=0.35), (86, 108, 136, 170), level_db=-7.0),
            Drum.SNARE: Piece(
                Snare(
                    hz=192,
                    shell_t60_s=0.14,
                    ring=0.35,
                    wires=(1400, 6000),
                    wires_t60_s=0.17,
                    crack=0.6,
                    drive=0.6,
                ),
                -6,
            ),
            Drum.SNARE_ALT: Piece(RimShot(hz=400, t60_s=0.07, click=0.2), -10),
            Drum.CLAP: Piece(Clap(centre_hz=1050, tail_t60_s=0.18, sparkle=0.1), -8),
            Drum.RIM: Piece(RimShot(hz=390, t60_s=0.07, click=0.2), -9),
        },
    )
    return Kit(plan, character)


def kit_synthwave(character: Character) -> Kit:
    """The eighties: a snare and toms in a big room whose gate shuts."""
    tom = Skin(
        hz=110, t60_s=0.5, bend=0.8, bend_s=0.07, upper=0.08, strike=(900, 5000), strike_level=0.45, drive=0.6
    )
    plan = KitPlan(
        kick=KickOrder(
            prompt="synthwave 80s punchy",
            pitch_hz=(50, 58),
            tuned=True,
            length_s=0.28,
            punch=0.8,
            most_s=0.4,
        ),
        room=Room(t60_s=0.45, level=0.2),
        pieces={
            **MACHINE,
            **hats(0.07, 0.42, metal=0.5, low_hz=7400, machine=0.0),
            **cymbals(crash_s=2.6, ride_s=1.2, ping=0.6),
            **toms(tom, (82, 108, 142, 186), level_db=-5.0),
            Drum.SNARE: Piece(
                Snare(
                    hz=178,
                    shell=1.0,
                    shell_t60_s=0.2,
                    ring=0.2,
                    wires=(1300, 7500),
                    wires_t60_s=0.28,
                    crack=0.7,
                    drive=1.0,
                    gate_s=0.3,
                    gate_level=0.42,
                ),
                -4.5,
                send=0.0,
            ),
            Drum.SNARE_ALT: Piece(
                Snare(hz=190, wires_t60_s=0.14, gate_s=0.14, gate_level=0.25),
                -9,
                send=0.0,
            ),
            Drum.CLAP: Piece(Clap(centre_hz=1100, tail_t60_s=0.32, tail=0.8, drive=0.8), -6),
            Drum.RIM: Piece(RimShot(hz=480, drive=0.6), -9, 0.1),
        },
    )
    return Kit(plan, character)


def kit_cinematic(character: Character) -> Kit:
    """Film: taikos and booms in a hall."""
    taiko = Skin(
        hz=70,
        t60_s=0.75,
        bend=0.2,
        bend_s=0.05,
        upper=0.5,
        upper_t60=0.5,
        strike=(250, 2600),
        strike_level=0.5,
        strike_t60_s=0.05,
        drive=0.9,
        soft_s=0.001,
    )
    plan = KitPlan(
        kick=KickOrder(
            click=0.0005,
            prompt="cinematic huge boomy",
            pitch_hz=(38, 46),
            tuned=True,
            length_s=0.9,
            punch=0.6,
            most_s=1.4,
            most_beats=3.0,
        ),
        kick_level_db=-4.0,
        kick_send=0.5,
        room=Room(t60_s=1.9, level=0.55, treble_share=0.5, predelay_s=0.015, bass_hz=50),
        pieces={
            **ORCHESTRAL,
            **hats(0.07, 0.5, metal=0.35, low_hz=7000, level_db=-15.0),
            **cymbals(crash_s=3.0, ride_s=2.0, ping=0.5, low_hz=1900, level_db=-8.0),
            **toms(taiko, (58, 72, 90, 116), level_db=-4.5),
            Drum.SNARE: Piece(
                Snare(
                    hz=172, shell=0.9, ring=0.4, wires=(1400, 7000), wires_t60_s=0.24, crack=0.6, drive=0.6
                ),
                -6,
            ),
            Drum.SNARE_ALT: Piece(Snare(hz=178, shell=0.5, wires_t60_s=0.13, crack=0.3), -11),
            Drum.CLAP: Piece(Clap(centre_hz=900, bursts=6, spread_s=0.04, tail_t60_s=0.3, drive=0.8), -6),
            Drum.RIM: Piece(RimShot(hz=360, t60_s=0.09, click=0.4), -7),
        },
    )
    return Kit(plan, character)


def kit_orchestral(character: Character) -> Kit:
    """Orchestra: timpani on the toms' keys, a concert bass drum, clashed cymbals."""
    timpani = Skin(
        hz=80,
        t60_s=1.9,
        bend=0.012,
        bend_s=0.08,
        ratios=KETTLE,
        upper=0.75,
        upper_t60=0.8,
        strike=(
            120,
            900,
        ),
        strike_level=0.3,
        strike_t60_s=0.05,
        soft_s=0.003,
    )
    gran_cassa = Skin(
        hz=44,
        t60_s=1.5,
        bend=0.12,
        bend_s=0.06,
        ratios=(1.59, 2.1, 2.6, 3.4),
        upper=0.45,
        upper_t60=0.4,
        strike=(80, 700),
        strike_level=0.4,
        strike_t60_s=0.07,
        soft_s=0.003,
    )
    plan = KitPlan(
        tilt_db=-0.6,
        room=Room(t60_s=1.6, level=0.4, treble_share=0.55, predelay_s=0.018, bass_hz=60),
        pieces={
            **ORCHESTRAL,
            **hats(0.08, 0.5, metal=0.3, low_hz=6500, level_db=-16.0),
            **cymbals(crash_s=3.6, ride_s=2.4, ping=0.4, low_hz=1700, level_db=-9.0),
            **toms(timpani, (65.41, 73.42, 82.41, 87.31), level_db=-5.0, tuned=True),
            Drum.CRASH: Piece(Cymbal(t60_s=3.4, low_hz=1700, bloom_s=0.03, metal=0.7, width=0.8), -8),
            Drum.KICK: Piece(gran_cassa, -5.0, send=0.6),
            Drum.KICK_SOFT: Piece(gran_cassa, -8.0, send=0.6),
            Drum.SNARE: Piece(
                Snare(
                    hz=195,
                    shell=0.55,
                    shell_t60_s=0.1,
                    ring=0.3,
                    wires=(2000, 8500),
                    wires_t60_s=0.15,
                    crack=0.4,
                    drive=0.0,
                ),
                -8.5,
            ),
            Drum.SNARE_ALT: Piece(Snare(hz=195, shell=0.35, wires_t60_s=0.1, crack=0.2, drive=0.0), -13),
            # a whip
            Drum.CLAP: Piece(
                RimShot(
                    hz=900,
                    ratios=(1, 1.4, 2.2),
                    levels=(1, 1, 0.8),
                    t60_s=0.05,
                    click=1.2,
                ),
                -8,
            ),
            Drum.RIM: Piece(RimShot(hz=440, t60_s=0.07, click=0.3), -10),
        },
    )
    return Kit(plan, character)


def kit_afro(character: Character) -> Kit:
    """Afrobeat and amapiano: talking skins, shakers and bells over a round kick."""
    drum = Skin(
        hz=130, t60_s=0.34, bend=0.35, bend_s=0.09, ratios=HAND, upper=0.25, slap=0.15, strike=(400, 2600)
    )
    plan = KitPlan(
        kick=KickOrder(
            prompt="house round warm punchy",
            pitch_hz=(48, 56),
            tuned=True,
            length_s=0.3,
            punch=0.55,
            most_s=0.4,
        ),
        room=Room(t60_s=0.3, level=0.26),
        pieces={
            **PLAYED,
            **hats(0.055, 0.34, metal=0.4, low_hz=7200, body=0.2, level_db=-12.0),
            **cymbals(crash_s=2.2, ride_s=1.3, ping=0.7),
            **toms(drum, (88, 118, 152, 196), level_db=-6.5),
            Drum.SNARE: Piece(Snare(hz=236, shell_t60_s=0.1, ring=0.5, wires_t60_s=0.13, crack=0.6), -7),
            Drum.SNARE_ALT: Piece(RimShot(hz=520, t60_s=0.07, click=0.3), -9, 0.1),
            Drum.CLAP: Piece(Clap(centre_hz=1350, tail_t60_s=0.16, bursts=5), -7.5),
            Drum.RIM: Piece(RimShot(hz=470, t60_s=0.08, click=0.3), -7.5, 0.1),
        },
    )
    return Kit(plan, character)


def kit_chip(character: Character) -> Kit:
    """An 8-bit console: noise, dropping pulses."""

    def drop(start: float, end: float, t60_s: float, pan: float) -> Piece:
        return Piece(ChipPulse(start_hz=start, end_hz=end, fall_s=0.06, t60_s=t60_s, noise=0.3), -8, pan)

    plan = KitPlan(
        kick=KickOrder(
            prompt="bitcrushed short punchy digital zappy",
            pitch_hz=(52, 64),
            tuned=True,
            length_s=0.16,
            most_s=0.24,
        ),
        kick_level_db=-5.0,
        pieces={
            **CHIP,
            Drum.SNARE: Piece(ChipNoise(clock_hz=24_000, end_clock_hz=11_000, t60_s=0.26), -8),
            Drum.SNARE_ALT: Piece(ChipNoise(clock_hz=20_000, end_clock_hz=12_000, t60_s=0.12), -12),
            Drum.CLAP: Piece(ChipNoise(clock_hz=16_000, end_clock_hz=7000, t60_s=0.3), -9),
            Drum.RIM: Piece(ChipPulse(start_hz=1500, end_hz=1100, fall_s=0.01, t60_s=0.08, duty=0.25), -11),
            Drum.HAT_CLOSED: Piece(ChipNoise(thin=0.85, clock_hz=44_000, t60_s=0.075), -14, -0.1),
            Drum.HAT_PEDAL: Piece(ChipNoise(thin=0.8, clock_hz=38_000, t60_s=0.06), -16, -0.1),
            Drum.HAT_OPEN: Piece(ChipNoise(thin=0.85, clock_hz=44_000, t60_s=0.4), -14, -0.1),
            Drum.CRASH: Piece(ChipNoise(thin=0.6, clock_hz=36_000, end_clock_hz=20_000, t60_s=1.6), -11),
            Drum.RIDE: Piece(ChipNoise(thin=0.5, clock_hz=42_000, t60_s=0.3, short=True), -16, 0.1),
            Drum.RIDE_BELL: Piece(ChipNoise(clock_hz=30_000, t60_s=0.4, short=True), -16, 0.1),
            Drum.TOM_FLOOR: drop(190, 70, 0.4, 0.2),
            Drum.TOM_LOW: drop(240, 92, 0.36, 0.1),
            Drum.TOM_MID: drop(310, 122, 0.32, -0.1),
            Drum.TOM_HIGH: drop(400, 160, 0.28, -0.2),
        },
    )
    return Kit(plan, character)
