"""Percussion that kits share: played by hand, from a drum machine, of an orchestra, of a chip."""

from __future__ import annotations

from klangwerk.engines.composer.instruments.drums import Drum
from klangwerk.engines.composer.instruments.kits.chip_noise import ChipNoise, ChipPulse
from klangwerk.engines.composer.instruments.kits.drums_with_skins import HAND, Skin
from klangwerk.engines.composer.instruments.kits.kit import Piece
from klangwerk.engines.composer.instruments.kits.percussion import Bar, Rattle

Pieces = dict[Drum, Piece]

_COWBELL = Bar(
    hz=555.0,
    ratios=(1, 1.52, 2.61, 3.34, 4.53, 5.9),
    levels=(1, 0.9, 0.45, 0.35, 0.25, 0.15),
    t60_s=0.28,
    drive=0.3,
)
_TRIANGLE = Bar(
    hz=1240.0,
    ratios=(1, 2.77, 3.62, 4.96, 6.1, 7.35, 9.2, 10.9),
    levels=(0.05, 0.3, 0.6, 1.0, 0.8, 0.8, 0.6, 0.4),
    t60_s=2.6,
    damping=0.45,
    click=0.3,
    click_band=(6000, 13_000),
    beating=0.0011,
)

PLAYED: Pieces = {
    Drum.TAMBOURINE: Piece(
        Rattle(band=(6000, 12_000), swell_s=0.002, t60_s=0.12, jingles=1.0, slap=0.25), -11, -0.35
    ),
    Drum.COWBELL: Piece(_COWBELL, -9, 0.2),
    Drum.BONGO_HIGH: Piece(
        Skin(
            hz=415,
            t60_s=0.17,
            bend=0.05,
            ratios=HAND,
            upper=0.4,
            slap=0.35,
            strike=(1500, 6000),
            strike_level=0.22,
        ),
        -7.5,
        -0.3,
    ),
    Drum.BONGO_LOW: Piece(
        Skin(
            hz=290,
            t60_s=0.22,
            bend=0.05,
            ratios=HAND,
            upper=0.35,
            slap=0.25,
            strike=(1200, 5000),
            strike_level=0.2,
        ),
        -7.5,
        -0.2,
    ),
    Drum.CONGA_MUTE: Piece(
        Skin(
            hz=228, t60_s=0.085, bend=0.08, ratios=HAND, upper=0.6, upper_t60=0.7, slap=0.55, strike_level=0.3
        ),
        -8,
        0.3,
    ),
    Drum.CONGA_HIGH: Piece(
        Skin(
            hz=212,
            t60_s=0.36,
            bend=0.06,
            ratios=HAND,
            upper=0.25,
            slap=0.18,
            strike=(700, 3000),
            strike_level=0.14,
        ),
        -7,
        0.3,
    ),
    Drum.CONGA_LOW: Piece(
        Skin(
            hz=152,
            t60_s=0.44,
            bend=0.07,
            ratios=HAND,
            upper=0.22,
            slap=0.12,
            strike=(500, 2500),
            strike_level=0.14,
        ),
        -6.5,
        0.4,
    ),
    Drum.TIMBALE: Piece(
        Skin(hz=330, t60_s=0.42, bend=0.08, upper=0.9, upper_t60=0.8, strike=(2000, 7000)), -8, -0.15
    ),
    Drum.AGOGO_HIGH: Piece(
        Bar(hz=1130, ratios=(1, 2.41, 3.9, 5.6), levels=(1, 0.5, 0.3, 0.15), t60_s=0.42), -10, -0.4
    ),
    Drum.AGOGO_LOW: Piece(
        Bar(hz=790, ratios=(1, 2.43, 3.95, 5.7), levels=(1, 0.5, 0.3, 0.15), t60_s=0.5), -10, -0.4
    ),
    Drum.CABASA: Piece(
        Rattle(band=(6500, 13_000), swell_s=0.01, t60_s=0.055, grains_per_s=14_000), -14, 0.45
    ),
    Drum.MARACAS: Piece(
        Rattle(band=(4200, 11_000), swell_s=0.013, t60_s=0.075, grains_per_s=7000), -14, 0.45
    ),
    Drum.CLAVES: Piece(
        Bar(hz=2480, ratios=(1, 1.62, 2.76), levels=(1, 0.12, 0.15), t60_s=0.11, click=0.1), -9.5, -0.3
    ),
    Drum.WOODBLOCK: Piece(
        Bar(hz=960, ratios=(1, 1.47, 2.09, 3.4), levels=(1, 0.55, 0.3, 0.2), t60_s=0.1, click=0.2, drive=0.3),
        -9,
        0.25,
    ),
    Drum.TRIANGLE: Piece(_TRIANGLE, -15, 0.5),
}

MACHINE: Pieces = {
    **PLAYED,
    Drum.TAMBOURINE: Piece(Rattle(band=(7000, 13_000), swell_s=0.001, t60_s=0.09, jingles=0.7), -12, -0.3),
    Drum.COWBELL: Piece(
        # two square waves, softened
        Bar(
            hz=540.0,
            ratios=(1, 1.48, 3, 4.44, 5, 7.4),
            levels=(1, 1, 0.28, 0.28, 0.12, 0.1),
            t60_s=0.34,
            damping=0.1,
            click=0.05,
            drive=0.4,
        ),
        -9,
        0.2,
    ),
    Drum.BONGO_HIGH: Piece(Skin(hz=430, t60_s=0.18, bend=0.12, upper=0.03, strike_level=0.08), -8, -0.3),
    Drum.BONGO_LOW: Piece(Skin(hz=300, t60_s=0.22, bend=0.12, upper=0.03, strike_level=0.08), -8, -0.2),
    Drum.CONGA_MUTE: Piece(Skin(hz=330, t60_s=0.1, bend=0.1, upper=0.05, strike_level=0.12), -8, 0.3),
    Drum.CONGA_HIGH: Piece(Skin(hz=262, t60_s=0.26, bend=0.1, upper=0.03, strike_level=0.06), -7.5, 0.3),
    Drum.CONGA_LOW: Piece(Skin(hz=176, t60_s=0.32, bend=0.1, upper=0.03, strike_level=0.06), -7, 0.35),
    Drum.CABASA: Piece(Rattle(band=(7500, 14_000), swell_s=0.006, t60_s=0.04, grains_per_s=30_000), -14, 0.4),
    Drum.MARACAS: Piece(
        Rattle(band=(6000, 13_000), swell_s=0.012, t60_s=0.05, grains_per_s=30_000), -14, 0.4
    ),
    Drum.CLAVES: Piece(Bar(hz=2500, ratios=(1, 1.98), levels=(1, 0.05), t60_s=0.07, click=0.03), -10, -0.3),
}

ORCHESTRAL: Pieces = {
    **PLAYED,
    Drum.TAMBOURINE: Piece(
        Rattle(band=(5500, 12_000), swell_s=0.003, t60_s=0.16, jingles=1.0, jingle_t60_s=0.4, slap=0.3),
        -11,
        0.35,
    ),
    Drum.COWBELL: Piece(  # an anvil stands in
        Bar(
            hz=1180,
            ratios=(1, 1.71, 2.38, 3.32, 4.7),
            levels=(0.7, 1, 0.8, 0.7, 0.4),
            t60_s=1.1,
            click=0.5,
            beating=0.002,
        ),
        -11,
        0.3,
    ),
    Drum.WOODBLOCK: Piece(
        Bar(hz=820, ratios=(1, 1.5, 2.2, 3.4), levels=(1, 0.5, 0.3, 0.15), t60_s=0.13, click=0.2), -9, 0.3
    ),
}


def _pulse(
    hz: float, t60_s: float, level_db: float, pan: float = 0.0, drop: float = 1.6, noise: float = 0.3
) -> Piece:
    model = ChipPulse(start_hz=hz * drop, end_hz=hz, fall_s=0.02, t60_s=t60_s, noise=noise)
    return Piece(model, level_db, pan)


CHIP: Pieces = {
    Drum.TAMBOURINE: Piece(ChipNoise(clock_hz=38_000, t60_s=0.2), -14, -0.2),
    Drum.COWBELL: Piece(
        ChipPulse(start_hz=560, end_hz=560, fall_s=0.01, t60_s=0.3, duty=0.25, second=1.5), -12, 0.2
    ),
    Drum.BONGO_HIGH: _pulse(430, 0.18, -10, -0.2),
    Drum.BONGO_LOW: _pulse(300, 0.22, -10, -0.2),
    Drum.CONGA_MUTE: _pulse(280, 0.1, -10, 0.2),
    Drum.CONGA_HIGH: _pulse(230, 0.25, -10, 0.2),
    Drum.CONGA_LOW: _pulse(160, 0.3, -9, 0.2),
    Drum.TIMBALE: _pulse(340, 0.25, -10, 0.0, 1.3, 0.8),
    Drum.AGOGO_HIGH: _pulse(1180, 0.25, -13, -0.2, 1.0, 0.0),
    Drum.AGOGO_LOW: _pulse(790, 0.25, -13, -0.2, 1.0, 0.0),
    Drum.CABASA: Piece(ChipNoise(clock_hz=40_000, t60_s=0.07), -15, 0.2),
    Drum.MARACAS: Piece(ChipNoise(clock_hz=32_000, t60_s=0.06), -15, 0.2),
    Drum.CLAVES: _pulse(2400, 0.08, -13, -0.2, 1.0, 0.0),
    Drum.WOODBLOCK: _pulse(980, 0.09, -12, 0.2, 1.2, 0.0),
    Drum.TRIANGLE: Piece(ChipPulse(start_hz=4200, end_hz=4200, fall_s=0.01, t60_s=0.7, duty=0.25), -18, 0.2),
}
