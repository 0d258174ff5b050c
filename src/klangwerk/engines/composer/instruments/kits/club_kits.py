"""Kits of electronic music."""

from __future__ import annotations

from klangwerk.engines.composer.instruments.drums import Drum
from klangwerk.engines.composer.instruments.kits.building import cymbals, hats, toms
from klangwerk.engines.composer.instruments.kits.drums_with_skins import Clap, RimShot, Skin, Snare
from klangwerk.engines.composer.instruments.kits.kicks import KickOrder
from klangwerk.engines.composer.instruments.kits.kit import Kit, KitPlan, Piece
from klangwerk.engines.composer.instruments.kits.percussion_sets import MACHINE, PLAYED
from klangwerk.engines.composer.instruments.kits.room import Room
from klangwerk.engines.composer.instruments.voices import Character

_MACHINE_TOM = Skin(hz=100, t60_s=0.3, bend=0.55, bend_s=0.04, upper=0.06, strike_level=0.22, drive=0.3)
_SNARE_909 = Snare(
    hz=192, shell_t60_s=0.13, bend=0.6, ring=0.1, wires=(1500, 9500), wires_t60_s=0.24, drive=0.5
)
_SNARE_808 = Snare(
    hz=178,
    shell_t60_s=0.17,
    bend=0.08,
    ring=0.25,
    wires=(2600, 9500),
    wires_t60_s=0.17,
    wires_level=0.36,
    crack=0.2,
)
_CLAP_909 = Clap(centre_hz=1250, tail_t60_s=0.24, drive=0.9)
_RIM_808 = RimShot(hz=455, ratios=(1.0, 3.66), levels=(0.5, 1.0), t60_s=0.045, click=0.15)


def kit_909(character: Character) -> Kit:
    """House, trance and disco: punch, bright hats, a dense clap."""
    plan = KitPlan(
        kick=KickOrder(
            prompt="909 house punchy tight",
            pitch_hz=(52, 59),
            tuned=True,
            length_s=0.36,
            punch=0.75,
            most_s=0.45,
        ),
        pieces={
            **MACHINE,
            **hats(0.075, 0.42, machine=0.0, metal=0.45, low_hz=7600),
            **cymbals(crash_s=2.4, ride_s=1.1, ping=0.5),
            **toms(_MACHINE_TOM, (92, 112, 140, 172)),
            Drum.SNARE: Piece(_SNARE_909, -6),
            Drum.SNARE_ALT: Piece(Snare(hz=205, wires_t60_s=0.14, ring=0.15, shell=0.6), -8),
            Drum.CLAP: Piece(_CLAP_909, -6),
            Drum.RIM: Piece(RimShot(hz=520, t60_s=0.05, click=0.3, drive=0.8), -9, 0.1),
        },
    )
    return Kit(plan, character)


def kit_808(character: Character) -> Kit:
    """Electro, r&b and slow jams: soft square-wave metal, boomy toms."""
    plan = KitPlan(
        kick=KickOrder(
            click=0.0004,
            prompt="808 deep boomy clean",
            pitch_hz=(44, 51),
            tuned=True,
            length_s=0.6,
            punch=0.45,
            drive=0.15,
            most_s=0.7,
        ),
        pieces={
            **MACHINE,
            **hats(0.06, 0.4, machine=1.0, metal=0.8, low_hz=7800),
            **cymbals(crash_s=2.0, ride_s=0.9, ping=0.3, machine=1.0),
            **toms(
                Skin(hz=100, t60_s=0.42, bend=0.3, bend_s=0.06, upper=0.02, strike_level=0.08),
                (80, 98, 122, 152),
            ),
            Drum.SNARE: Piece(_SNARE_808, -6.5),
            Drum.SNARE_ALT: Piece(Snare(hz=186, ring=0.1, wires_t60_s=0.11, wires_level=0.32, crack=0.1), -9),
            Drum.CLAP: Piece(Clap(centre_hz=1050, tail_t60_s=0.2, sparkle=0.15), -7),
            Drum.RIM: Piece(_RIM_808, -9, 0.1),
        },
    )
    return Kit(plan, character)


def kit_deep(character: Character) -> Kit:
    """Deep house: round, soft at the top, a little room."""
    plan = KitPlan(
        kick=KickOrder(
            click=0.0006,
            prompt="deep house round warm soft",
            pitch_hz=(44, 51),
            tuned=True,
            length_s=0.36,
            punch=0.45,
            brightness=0.3,
            most_s=0.45,
        ),
        tilt_db=-1.2,
        room=Room(t60_s=0.35, level=0.22),
        pieces={
            **PLAYED,
            **hats(0.06, 0.32, metal=0.35, low_hz=7000),
            **cymbals(crash_s=2.0, ride_s=1.2, ping=0.45, wash=0.7),
            **toms(_MACHINE_TOM, (88, 108, 134, 165)),
            Drum.SNARE: Piece(Snare(hz=200, wires=(1400, 6500), wires_t60_s=0.16, crack=0.35), -7.5),
            Drum.SNARE_ALT: Piece(RimShot(hz=430, t60_s=0.06), -10, 0.1),
            Drum.CLAP: Piece(Clap(centre_hz=1000, tail_t60_s=0.2, sparkle=0.1, drive=0.3), -7.5),
            Drum.RIM: Piece(RimShot(hz=410, t60_s=0.065, click=0.2), -9, 0.12),
        },
    )
    return Kit(plan, character)


def kit_techno(character: Character) -> Kit:
    """Techno: a dark driven kick with a rumble, sharp metal, dry noise."""
    plan = KitPlan(
        kick=KickOrder(
            click=0.0015,
            prompt="techno rumble dark hard",
            pitch_hz=(49, 55),
            tuned=True,
            brightness=0.55,
            length_s=0.42,
            punch=0.75,
            drive=0.5,
            most_s=0.44,
        ),
        kick_level_db=-3.5,
        room=Room(t60_s=0.5, level=0.2, treble_share=0.35),
        pieces={
            **MACHINE,
            **hats(0.05, 0.3, machine=0.0, metal=0.6, low_hz=8200),
            **cymbals(crash_s=2.2, ride_s=0.8, ping=0.4, machine=0.0),
            **toms(Skin(hz=90, t60_s=0.34, bend=0.7, bend_s=0.05, upper=0.05, drive=1.2), (74, 92, 116, 146)),
            Drum.SNARE: Piece(
                Snare(hz=176, shell_t60_s=0.1, wires=(1100, 7500), wires_t60_s=0.16, crack=0.6, drive=1.4), -7
            ),
            Drum.SNARE_ALT: Piece(Snare(hz=240, wires_t60_s=0.08, drive=1.2), -9),
            Drum.CLAP: Piece(Clap(centre_hz=1400, tail_t60_s=0.16, drive=1.4, bursts=3, spread_s=0.02), -7),
            Drum.RIM: Piece(RimShot(hz=610, t60_s=0.04, click=0.5, drive=1.5), -9, -0.1),
        },
    )
    return Kit(plan, character)


def kit_breaks(character: Character) -> Kit:
    """Drum and bass: a played kit, compressed hard and pitched up a little."""
    plan = KitPlan(
        kick=KickOrder(
            click=0.002,
            prompt="dnb breakbeat punchy tight",
            pitch_hz=(52, 62),
            tuned=True,
            length_s=0.22,
            punch=0.85,
            most_s=0.3,
        ),
        room=Room(t60_s=0.22, level=0.3),
        pieces={
            **PLAYED,
            **hats(0.065, 0.34, metal=0.4, low_hz=6600, body=0.5),
            **cymbals(crash_s=2.2, ride_s=1.0, ping=0.7),
            **toms(Skin(hz=110, t60_s=0.26, bend=0.3, upper=0.4, drive=0.8), (98, 120, 150, 184)),
            Drum.SNARE: Piece(
                Snare(
                    hz=222,
                    shell_t60_s=0.13,
                    ring=0.4,
                    wires=(1700, 9500),
                    wires_t60_s=0.17,
                    crack=0.8,
                    drive=1.2,
                ),
                -5,
            ),
            Drum.SNARE_ALT: Piece(Snare(hz=228, shell=0.5, wires_t60_s=0.1, crack=0.4, drive=0.5), -10),
            Drum.CLAP: Piece(Clap(tail_t60_s=0.16, layer=Snare(hz=230, wires_t60_s=0.12)), -6.5),
            Drum.RIM: Piece(RimShot(hz=560, drive=0.8), -8.5, 0.1),
        },
    )
    return Kit(plan, character)


def kit_dubstep(character: Character) -> Kit:
    """Dubstep: everything big, the snare most of all."""
    plan = KitPlan(
        kick=KickOrder(
            click=0.004,
            prompt="dubstep punchy heavy hard",
            pitch_hz=(46, 54),
            tuned=True,
            length_s=0.32,
            punch=0.9,
            most_s=0.45,
        ),
        kick_level_db=-3.5,
        room=Room(t60_s=0.6, level=0.32, treble_share=0.6),
        pieces={
            **MACHINE,
            **hats(0.05, 0.3, metal=0.5, low_hz=8000),
            **cymbals(crash_s=2.8, ride_s=1.0, ping=0.5),
            **toms(Skin(hz=95, t60_s=0.42, bend=0.6, bend_s=0.05, upper=0.2, drive=1.4), (76, 96, 122, 154)),
            Drum.SNARE: Piece(
                Snare(
                    hz=196,
                    shell=1.0,
                    shell_t60_s=0.19,
                    ring=0.3,
                    wires=(1500, 9000),
                    wires_t60_s=0.3,
                    crack=0.9,
                    drive=1.8,
                ),
                -4.5,
            ),
            Drum.SNARE_ALT: Piece(Snare(hz=210, wires_t60_s=0.12, drive=0.8), -9),
            Drum.CLAP: Piece(Clap(tail_t60_s=0.3, drive=1.4, layer=Snare(hz=200, drive=1.0)), -5.5),
            Drum.RIM: Piece(RimShot(hz=500, drive=1.2), -9, 0.1),
        },
    )
    return Kit(plan, character)


def kit_trap(character: Character) -> Kit:
    """Trap: a short hard kick over which an 808 bass plays, tiny hats, a layered snare."""
    plan = KitPlan(
        kick=KickOrder(
            click=0.002,
            prompt="trap punchy hard",
            pitch_hz=(46, 54),
            tuned=True,
            length_s=0.3,
            punch=0.85,
            drive=0.4,
            most_s=0.4,
        ),
        pieces={
            **MACHINE,
            **hats(0.042, 0.32, machine=1.0, metal=0.6, low_hz=8600),
            **cymbals(crash_s=2.2, ride_s=0.9, ping=0.4),
            **toms(Skin(hz=90, t60_s=0.4, bend=0.4, bend_s=0.06, upper=0.03, drive=0.5), (82, 102, 128, 160)),
            Drum.SNARE: Piece(
                Snare(hz=208, shell_t60_s=0.1, wires=(2200, 11_000), wires_t60_s=0.2, crack=0.9, drive=1.0),
                -5.5,
            ),
            Drum.SNARE_ALT: Piece(Snare(hz=235, shell_t60_s=0.07, wires_t60_s=0.09, crack=0.5), -8),
            Drum.CLAP: Piece(Clap(centre_hz=1350, tail_t60_s=0.26, sparkle=0.4, drive=0.8), -6),
            Drum.RIM: Piece(_RIM_808, -8.5, 0.1),
        },
    )
    return Kit(plan, character)


def kit_garage(character: Character) -> Kit:
    """UK garage: a tight woody kick, crisp skipping hats, a snappy rim and snare."""
    plan = KitPlan(
        kick=KickOrder(
            prompt="garage punchy tight round",
            pitch_hz=(56, 64),
            tuned=True,
            length_s=0.26,
            punch=0.75,
            most_s=0.34,
        ),
        room=Room(t60_s=0.25, level=0.22),
        pieces={
            **PLAYED,
            **hats(0.05, 0.26, metal=0.35, low_hz=7800),
            **cymbals(crash_s=2.0, ride_s=1.0, ping=0.5),
            **toms(_MACHINE_TOM, (96, 118, 146, 178)),
            Drum.SNARE: Piece(
                Snare(hz=230, shell_t60_s=0.09, wires=(2000, 9500), wires_t60_s=0.13, crack=0.8, drive=0.7),
                -6,
            ),
            Drum.SNARE_ALT: Piece(Snare(hz=260, shell_t60_s=0.06, wires_t60_s=0.08), -9),
            Drum.CLAP: Piece(Clap(centre_hz=1400, tail_t60_s=0.16, bursts=3, spread_s=0.018), -6.5),
            Drum.RIM: Piece(RimShot(hz=590, t60_s=0.055, click=0.4, drive=0.5), -8, 0.1),
        },
    )
    return Kit(plan, character)
