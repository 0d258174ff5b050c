"""Kits that a drummer plays."""

from __future__ import annotations

from klangwerk.engines.composer.instruments.drums import Drum
from klangwerk.engines.composer.instruments.kits.building import cymbals, hats, toms
from klangwerk.engines.composer.instruments.kits.drums_with_skins import (
    HAND,
    Brush,
    Clap,
    RimShot,
    Skin,
    Snare,
)
from klangwerk.engines.composer.instruments.kits.kicks import KickOrder
from klangwerk.engines.composer.instruments.kits.kit import Kit, KitPlan, Piece
from klangwerk.engines.composer.instruments.kits.percussion import Rattle
from klangwerk.engines.composer.instruments.kits.percussion_sets import PLAYED
from klangwerk.engines.composer.instruments.kits.room import Room
from klangwerk.engines.composer.instruments.voices import Character

_CROSS_STICK = RimShot(
    hz=420, ratios=(1.0, 1.9, 3.1, 4.4), levels=(1.0, 0.7, 0.4, 0.25), t60_s=0.08, click=0.25
)
_TOM = Skin(
    hz=110, t60_s=0.42, bend=0.14, bend_s=0.05, upper=0.4, strike=(900, 4500), strike_level=0.25, drive=0.3
)
_HANDS = Clap(
    centre_hz=1300, width_octaves=1.6, bursts=5, spread_s=0.022, tail_t60_s=0.12, tail=0.4, drive=0.2
)


def kit_pop(character: Character) -> Kit:
    """Pop: clean, bright, a fat snare, close and dry with a small room."""
    plan = KitPlan(
        kick=KickOrder(
            click=0.002,
            prompt="pop punchy tight clean",
            pitch_hz=(56, 64),
            length_s=0.27,
            punch=0.75,
            most_s=0.36,
        ),
        room=Room(t60_s=0.35, level=0.28),
        pieces={
            **PLAYED,
            **hats(0.08, 0.5, metal=0.4, low_hz=7000, body=0.2),
            **cymbals(crash_s=2.6, ride_s=1.5, ping=0.7),
            **toms(_TOM, (84, 106, 134, 168)),
            Drum.SNARE: Piece(Snare(hz=188, ring=0.25, wires_t60_s=0.23, crack=0.7, drive=0.6), -5.5),
            Drum.SNARE_ALT: Piece(
                Snare(hz=190, shell=0.45, wires_t60_s=0.14, crack=0.25, ring=0.2, drive=0.0), -11
            ),
            Drum.CLAP: Piece(Clap(centre_hz=1300, tail_t60_s=0.2, sparkle=0.35), -6.5),
            Drum.RIM: Piece(_CROSS_STICK, -8.5),
        },
    )
    return Kit(plan, character)


def kit_funk(character: Character) -> Kit:
    """Funk: damped and tight, a crisp high snare with much ghost."""
    plan = KitPlan(
        kick=KickOrder(
            prompt="funk acoustic tight dry punchy",
            pitch_hz=(60, 68),
            brightness=0.6,
            length_s=0.24,
            punch=0.7,
            most_s=0.26,
        ),
        room=Room(t60_s=0.22, level=0.24),
        pieces={
            **PLAYED,
            **hats(0.055, 0.4, metal=0.4, low_hz=6800, body=0.35),
            **cymbals(crash_s=2.2, ride_s=1.4, ping=0.8),
            **toms(_TOM, (96, 120, 150, 186)),
            Drum.SNARE: Piece(
                Snare(hz=226, shell_t60_s=0.11, ring=0.45, wires=(2000, 9000), wires_t60_s=0.15, crack=0.7),
                -6,
            ),
            Drum.SNARE_ALT: Piece(
                Snare(hz=226, shell=0.5, shell_t60_s=0.08, wires_t60_s=0.09, crack=0.2, drive=0.0), -12
            ),
            Drum.CLAP: Piece(_HANDS, -8),
            Drum.RIM: Piece(_CROSS_STICK, -8.5),
        },
    )
    return Kit(plan, character)


def kit_jazz(character: Character) -> Kit:
    """Jazz: brushes, a ringing ride, a feathered bass drum, a small wooden room."""
    plan = KitPlan(
        kick=KickOrder(
            click=0.0003,
            prompt="jazz acoustic soft felt",
            pitch_hz=(62, 74),
            length_s=0.3,
            punch=0.15,
            brightness=0.15,
        ),
        kick_level_db=-8.0,
        kick_send=0.6,
        tilt_db=-1.4,
        room=Room(t60_s=0.45, level=0.35, treble_share=0.6),
        pieces={
            **PLAYED,
            **hats(0.08, 0.55, metal=0.3, low_hz=7000, body=0.3, level_db=-14.0),
            **cymbals(crash_s=2.6, ride_s=2.2, ping=1.0, wash=0.6, low_hz=2100, level_db=-12.0),
            **toms(
                Skin(hz=110, t60_s=0.5, bend=0.08, upper=0.35, strike_level=0.18),
                (98, 128, 164, 205),
                level_db=-9.0,
            ),
            Drum.SNARE: Piece(Brush(t60_s=0.17), -9),
            Drum.SNARE_ALT: Piece(Brush(sweep_s=0.34), -16, 0.05),
            Drum.CLAP: Piece(_HANDS, -11),
            Drum.RIM: Piece(_CROSS_STICK, -10),
        },
    )
    return Kit(plan, character)


def kit_latin(character: Character) -> Kit:
    """Bossa and salsa: percussion in front, a light set behind."""
    plan = KitPlan(
        kick=KickOrder(
            prompt="acoustic soft round warm", pitch_hz=(58, 68), length_s=0.24, punch=0.3, brightness=0.2
        ),
        kick_level_db=-7.0,
        room=Room(t60_s=0.35, level=0.3),
        pieces={
            **PLAYED,
            **hats(0.07, 0.4, metal=0.35, low_hz=6600, body=0.3, level_db=-13.0),
            **cymbals(crash_s=2.2, ride_s=1.6, ping=0.8, wash=0.7, level_db=-10.0),
            **toms(
                Skin(hz=120, t60_s=0.38, bend=0.1, upper=0.6, upper_t60=0.6, strike=(1500, 6000)),
                (110, 140, 190, 250),
            ),
            Drum.SNARE: Piece(Snare(hz=215, ring=0.4, wires_t60_s=0.15, crack=0.5, drive=0.1), -8),
            Drum.SNARE_ALT: Piece(Brush(t60_s=0.12), -13),
            Drum.CLAP: Piece(_HANDS, -9),
            Drum.RIM: Piece(_CROSS_STICK, -8),
        },
    )
    return Kit(plan, character)


def kit_reggae(character: Character) -> Kit:
    """Reggae: a warm deep kick, a hard ringing cross-stick, a high timbale-like snare."""
    plan = KitPlan(
        kick=KickOrder(
            click=0.0004,
            prompt="acoustic warm round damped deep",
            pitch_hz=(48, 56),
            length_s=0.3,
            punch=0.45,
            most_s=0.4,
        ),
        tilt_db=-0.6,
        room=Room(t60_s=0.4, level=0.3),
        pieces={
            **PLAYED,
            **hats(0.07, 0.42, metal=0.4, low_hz=6600, body=0.3, level_db=-12.0),
            **cymbals(crash_s=2.2, ride_s=1.4, ping=0.7),
            **toms(Skin(hz=120, t60_s=0.34, bend=0.12, upper=0.5, drive=0.4), (104, 136, 180, 236)),
            Drum.SNARE: Piece(Snare(hz=258, shell_t60_s=0.17, ring=0.7, wires_t60_s=0.14, crack=0.6), -6.5),
            Drum.SNARE_ALT: Piece(Snare(hz=258, shell=0.5, wires_t60_s=0.1, crack=0.2, drive=0.0), -12),
            Drum.CLAP: Piece(_HANDS, -9),
            Drum.RIM: Piece(
                RimShot(hz=460, ratios=(1.0, 1.8, 3.2, 4.5), levels=(1, 0.8, 0.5, 0.3), t60_s=0.1), -6.5
            ),
        },
    )
    return Kit(plan, character)


def kit_rock(character: Character) -> Kit:
    """Rock: a big kit in a live room."""
    plan = KitPlan(
        kick=KickOrder(
            click=0.002,
            prompt="rock acoustic punchy",
            pitch_hz=(57, 66),
            length_s=0.27,
            punch=0.8,
            brightness=0.65,
            most_s=0.38,
        ),
        kick_send=0.4,
        room=Room(t60_s=0.6, level=0.42, treble_share=0.6),
        pieces={
            **PLAYED,
            **hats(0.1, 0.7, metal=0.45, low_hz=6200, body=0.5),
            **cymbals(crash_s=3.2, ride_s=2.0, ping=0.7, low_hz=2200, level_db=-8.0),
            **toms(
                Skin(hz=100, t60_s=0.55, bend=0.16, bend_s=0.05, upper=0.45, strike_level=0.32, drive=0.6),
                (72, 92, 118, 150),
            ),
            Drum.SNARE: Piece(
                Snare(
                    hz=186,
                    shell=0.9,
                    shell_t60_s=0.2,
                    ring=0.45,
                    wires=(1600, 8000),
                    wires_t60_s=0.26,
                    crack=0.8,
                    drive=0.9,
                ),
                -5,
            ),
            Drum.SNARE_ALT: Piece(
                Snare(hz=188, shell=0.5, ring=0.25, wires_t60_s=0.14, crack=0.25, drive=0.0), -11
            ),
            Drum.CLAP: Piece(_HANDS, -8),
            Drum.RIM: Piece(_CROSS_STICK, -8),
        },
    )
    return Kit(plan, character)


def kit_metal(character: Character) -> Kit:
    """Metal: a clicking kick, everything tight and bright, cymbals that last."""
    plan = KitPlan(
        kick=KickOrder(
            click=0.012,
            prompt="metal clicky tight hard",
            pitch_hz=(54, 62),
            length_s=0.18,
            punch=0.95,
            brightness=0.85,
            most_s=0.26,
        ),
        room=Room(t60_s=0.45, level=0.34, treble_share=0.7),
        pieces={
            **PLAYED,
            **hats(0.09, 0.65, metal=0.5, low_hz=6600, body=0.4),
            **cymbals(crash_s=3.0, ride_s=1.6, ping=1.0, level_db=-8.0),
            **toms(
                Skin(
                    hz=95, t60_s=0.42, bend=0.22, upper=0.4, strike=(1500, 6500), strike_level=0.5, drive=0.9
                ),
                (66, 86, 112, 144),
            ),
            Drum.SNARE: Piece(
                Snare(
                    hz=208,
                    shell_t60_s=0.15,
                    ring=0.4,
                    wires=(1900, 9500),
                    wires_t60_s=0.2,
                    crack=1.0,
                    drive=1.4,
                ),
                -5,
            ),
            Drum.SNARE_ALT: Piece(Snare(hz=208, shell=0.6, wires_t60_s=0.12, crack=0.5, drive=0.4), -9),
            Drum.CLAP: Piece(Clap(layer=Snare(hz=200)), -7),
            Drum.RIM: Piece(_CROSS_STICK, -8),
        },
    )
    return Kit(plan, character)


def kit_acoustic(character: Character) -> Kit:
    """Folk: a cajón for kick and snare, frame drums, shakers, hands."""
    box = Skin(
        hz=74,
        t60_s=0.24,
        bend=0.12,
        ratios=(2.1, 3.3, 4.9),
        upper=0.18,
        strike=(250, 1800),
        strike_level=0.3,
        soft_s=0.001,
    )
    slap = Snare(
        hz=205,
        shell_t60_s=0.09,
        shell=0.8,
        bend=0.1,
        ring=0.5,
        wires=(1600, 6500),
        wires_t60_s=0.13,
        wires_level=0.38,
        crack=0.6,
        drive=0.1,
    )
    plan = KitPlan(
        tilt_db=-0.5,
        room=Room(t60_s=0.45, level=0.35),
        pieces={
            **PLAYED,
            **hats(0.06, 0.4, metal=0.3, low_hz=6800, level_db=-15.0),
            **cymbals(crash_s=2.4, ride_s=1.6, ping=0.6, wash=0.8, level_db=-12.0),
            **toms(
                Skin(hz=100, t60_s=0.4, bend=0.06, ratios=HAND, upper=0.25, strike=(300, 2200)),
                (86, 112, 146, 190),
                level_db=-7.0,
            ),
            Drum.KICK: Piece(box, -5.0, send=0.4),
            Drum.KICK_SOFT: Piece(box, -8.0, send=0.4),
            Drum.SNARE: Piece(slap, -7.5),
            Drum.SNARE_ALT: Piece(Brush(t60_s=0.1, hz=210), -13),
            Drum.CLAP: Piece(_HANDS, -9),
            Drum.RIM: Piece(RimShot(hz=380, t60_s=0.06, click=0.15), -10),
            Drum.MARACAS: Piece(
                Rattle(band=(3800, 10_000), swell_s=0.016, t60_s=0.08, grains_per_s=5000), -14, 0.4
            ),
        },
    )
    return Kit(plan, character)
