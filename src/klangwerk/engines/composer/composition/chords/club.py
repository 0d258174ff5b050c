"""Chordal players of club music and of beats."""

from __future__ import annotations

from klangwerk.engines.composer.composition.chords.layers import (
    CALM,
    FULL,
    HOLD,
    NOT_FIRST,
    PEAKS,
    Grip,
    Layer,
)
from klangwerk.engines.composer.instruments.catalog import Instrument as I
from klangwerk.engines.composer.score import SectionKind

_CALM_AND_BUILD = CALM | {SectionKind.BUILD}

LOFI = (
    Layer(
        instruments=(I.ELECTRIC_PIANO, I.ELECTRIC_PIANO, I.FELT_PIANO),
        calm=("x---------------", "x---------..o---", "x-----------x---"),
        full=(
            "x-----..o-..x---", "x-----x-----o---", "x---..o-x-----..", "x--o------x-..o-",
            "x-------..x-----",
        ),
        grip=Grip.ROOTLESS, low=50, high=73, strum_s=0.012, looseness=0.7,
    ),
    Layer(
        instruments=(I.WARM_PAD, I.GLASS_PAD), calm=(HOLD,), low=52, high=74, voices=3, level_db=-8,
        where=FULL, chance=0.6,
    ),
    Layer(
        instruments=(I.NYLON_GUITAR, I.CLEAN_GUITAR, I.VIBRAPHONE),
        calm=("0---2---1---3---", "0-----1-2-----3-", "....2---..1-3---"), low=57, high=78, level_db=-7,
        pan=0.35, looseness=0.7, where=FULL, chance=0.6,
    ),
)  # fmt: skip
CHILLHOP = (
    Layer(
        instruments=(I.ELECTRIC_PIANO, I.CLEAN_GUITAR, I.GRAND_PIANO),
        calm=("x-----x---------", "x-------..x-----", "x---------o-x---"),
        full=("x-..x-..o-..x---", "x--o--x-..x-o---", "x-..x---x-..o---", "x-----x-..x-..o-"),
        grip=Grip.ROOTLESS, low=52, high=75, strum_s=0.01, looseness=0.6,
    ),
    Layer(
        instruments=(I.CLEAN_GUITAR, I.VIBRAPHONE, I.SYNTH_PLUCK),
        calm=("0-1-2-..3-..2---", "..2-..3-..1-2---", "3---2-1-..2-----"), low=58, high=80, level_db=-6,
        pan=0.35, where=FULL, chance=0.8,
    ),
    Layer(
        instruments=(I.WARM_PAD,), calm=(HOLD,), low=52, high=72, voices=3, level_db=-8, where=FULL,
        chance=0.6,
    ),
)  # fmt: skip
HOUSE = (
    Layer(
        instruments=(I.GRAND_PIANO, I.SAW_STAB, I.DRAWBAR_ORGAN, I.ELECTRIC_PIANO),
        calm=("x--x--x---..x---", "x-----x-....x---", "x-..x-..x-..x-..", "x-----..x-----.."),
        full=(
            "x..x..x..x..x.x.", "..x...x...x..x..", "x..x..x...x..x..", "x.x..x.x..x.x...",
            "x..x...x..x...x.", "..x..x..x...x.x.",
        ),
        low=55, high=77, gate=0.8, looseness=0.3, sweeps=True,
    ),
    Layer(
        instruments=(I.WARM_PAD, I.STRING_ENSEMBLE, I.GLASS_PAD), calm=(HOLD,), low=52, high=76,
        level_db=-5, sweeps=True, looseness=0.2, where=_CALM_AND_BUILD | PEAKS,
    ),
    Layer(
        instruments=(I.SYNTH_PLUCK, I.FM_BELL),
        calm=("0.2.1..3.2..1.3.", "..3..2..3..1..2.", "3..2..1..3..2.1."), low=64, high=86, level_db=-7,
        pan=0.3, looseness=0.2, where=FULL, chance=0.6, sweeps=True,
    ),
)  # fmt: skip
DEEP_HOUSE = (
    Layer(
        instruments=(I.ELECTRIC_PIANO, I.DRAWBAR_ORGAN, I.SAW_STAB),
        calm=("x-----------....", "..x-......x-....", "...x--........x-|...x--.........."),
        full=(
            "...x..x.....x...", "x..x......x..x..", "...x...x..x.....|...x...x.....x..", "..x...x....x..x.",
            "x.....x..x......",
        ),
        grip=Grip.ROOTLESS, low=53, high=75, gate=0.9, sweeps=True,
    ),
    Layer(
        instruments=(I.WARM_PAD, I.DARK_PAD, I.GLASS_PAD), calm=(HOLD,), low=50, high=74, level_db=-5,
        sweeps=True,
    ),
    Layer(
        instruments=(I.SYNTH_PLUCK, I.MARIMBA, I.VIBRAPHONE),
        calm=("..1..2....3..2..", "....3..2......1.|..3...2...1....."), low=62, high=84, level_db=-7,
        pan=-0.3, where=FULL, chance=0.6,
    ),
)  # fmt: skip
TECHNO = (
    Layer(
        instruments=(I.SAW_STAB, I.SYNTH_PLUCK),
        calm=("......x.........", "...x............|...x......x.....", "..x..x.........."),
        full=(
            "..x..x......x...", "...x..x...x..x..", "......x..x......|......x..x..x...", "x..x..x..x..x...",
        ),
        low=50, high=69, voices=3, gate=0.8, looseness=0.0, sweeps=True,
    ),
    Layer(
        instruments=(I.DARK_PAD,), calm=(HOLD,), low=43, high=64, voices=3, level_db=-5, looseness=0.0,
        sweeps=True,
    ),
    Layer(
        instruments=(I.SYNTH_PLUCK, I.FM_BELL),
        calm=("0..1..0.2..1..0.", "0.0.1.0.0.2.0.1.", "0..0..1..0..2..1"), low=55, high=72, voices=3,
        level_db=-5, gate=0.5, pan=0.25, looseness=0.0, where=FULL | {SectionKind.VERSE}, sweeps=True,
    ),
)  # fmt: skip
TRANCE = (
    Layer(
        instruments=(I.SUPERSAW,), calm=(HOLD,),
        full=("x.xxx.x.x.xxx.x.", "x..xx.x.x..xx.x.", "x--x--x-x--x--x-", "x---x-x---x-x---"), low=55,
        high=79, voices=5, looseness=0.0,
        where=PEAKS | {SectionKind.BREAKDOWN, SectionKind.BUILD, SectionKind.BRIDGE}, sweeps=True,
    ),
    Layer(
        instruments=(I.SYNTH_PLUCK,), calm=("0.120.120.120.12", "0120121012012101", "02130213"),
        full=("0123012301230123", "0213021302130213", "3210321032103210"), low=60, high=84, gate=0.7,
        level_db=-4, pan=0.2, looseness=0.0, sweeps=True,
    ),
    Layer(
        instruments=(I.WARM_PAD, I.STRING_ENSEMBLE, I.CHOIR), calm=(HOLD,), low=52, high=76, level_db=-6,
        looseness=0.1, sweeps=True,
    ),
)  # fmt: skip
DRUM_AND_BASS = (
    Layer(
        instruments=(I.WARM_PAD, I.DARK_PAD, I.GLASS_PAD), calm=(HOLD,), low=50, high=74, level_db=-3,
        looseness=0.1, sweeps=True,
    ),
    Layer(
        instruments=(I.ELECTRIC_PIANO, I.SAW_STAB, I.SYNTH_PLUCK),
        calm=("x---------------|......x---------",),
        full=(
            "x.....x.x.......|....x-----x-x---", "....x-x.........|........x-x-....",
            "x--...x-x-......|....x-..x--.....",
        ),
        grip=Grip.ROOTLESS, low=55, high=77, level_db=-3, pan=0.15, looseness=0.2, sweeps=True,
    ),
    Layer(
        instruments=(I.FM_BELL, I.SYNTH_PLUCK, I.MARIMBA), calm=("0...2...1...3...", "3.2.1.0.3.2.1.0."),
        low=64, high=86, level_db=-8, pan=-0.3, where=NOT_FIRST, looseness=0.2, chance=0.6,
    ),
)  # fmt: skip
DUBSTEP = (
    Layer(
        instruments=(I.SUPERSAW, I.SAW_STAB), calm=(HOLD,),
        full=("x---........x---", "x-----..........|........x-..x-..", "x-------....x-x-"), low=52, high=76,
        looseness=0.1, where=PEAKS, level_db=-3,
    ),
    Layer(
        instruments=(I.DARK_PAD, I.CHOIR, I.WARM_PAD), calm=(HOLD,), low=48, high=71, level_db=-3,
        looseness=0.2, sweeps=True,
    ),
    Layer(
        instruments=(I.SYNTH_PLUCK, I.FM_BELL, I.GRAND_PIANO),
        calm=("0-..2-..1-..3-..", "0---..2---..1---", "0-1-2-..3-2-1-.."), low=60, high=82, level_db=-4,
        looseness=0.2, where=CALM | {SectionKind.BUILD}, sweeps=True,
    ),
)  # fmt: skip
TRAP = (
    Layer(
        instruments=(I.FM_BELL, I.SYNTH_PLUCK, I.MUSIC_BOX, I.GRAND_PIANO),
        calm=("0---2---1---2---", "0-----2-1---3---", "x-------1---....|0---..2-1---3-.."),
        full=("0-2-1-..2---3---", "0-..2-..1-..2-3-", "3-..2-..1-0-2---", "0-1-2-..3-..2-1-"), low=60,
        high=84, gate=1.4, level_db=-1, looseness=0.2,
    ),
    Layer(
        instruments=(I.DARK_PAD, I.CHOIR, I.STRING_ENSEMBLE), calm=(HOLD,), low=50, high=74, voices=4,
        level_db=-1, looseness=0.2, sweeps=True,
    ),
)  # fmt: skip
BOOM_BAP = (
    Layer(
        instruments=(I.ELECTRIC_PIANO, I.GRAND_PIANO, I.VIBRAPHONE),
        calm=("x-----------....", "x-----x---------", "x-------x-----.."),
        full=("x-----x-....x---", "x--x----..x-....", "x-..x-......x-x-", "x-----o-x-..x---"),
        grip=Grip.ROOTLESS, low=52, high=74, looseness=0.6,
    ),
    Layer(
        instruments=(I.STRING_ENSEMBLE, I.MUTED_GUITAR, I.BRASS_SECTION, I.DRAWBAR_ORGAN),
        calm=("....x...........", "..........x-x-..", "x---............"), low=57, high=77, voices=3,
        level_db=-6, pan=0.3, where=FULL, chance=0.8,
    ),
)  # fmt: skip
UK_GARAGE = (
    Layer(
        instruments=(I.DRAWBAR_ORGAN, I.SAW_STAB, I.ELECTRIC_PIANO),
        calm=("x-----......x---", "..x-x-....x-x---", "x--...x-x--....."),
        full=("x..x....x..xx...", "..x.x..x..x.x...", "x...x..xx..x..x.", "x..x..x.x...x..."), low=54,
        high=76, gate=0.75, sweeps=True,
    ),
    Layer(instruments=(I.WARM_PAD, I.GLASS_PAD), calm=(HOLD,), low=52, high=74, level_db=-6, sweeps=True),
    Layer(
        instruments=(I.SYNTH_PLUCK, I.VIBRAPHONE, I.FM_BELL), calm=("3..2..1.2...3...", "..2.3...1..2...."),
        low=64, high=86, level_db=-7, pan=0.3, where=FULL, chance=0.7,
    ),
)  # fmt: skip
SYNTHWAVE = (
    Layer(
        instruments=(I.WARM_PAD, I.STRING_ENSEMBLE), calm=(HOLD,), low=52, high=76, voices=4, level_db=-2,
        looseness=0.1, sweeps=True,
    ),
    Layer(
        instruments=(I.SYNTH_PLUCK, I.SAW_STAB), calm=("0.1.2.1.0.1.2.1.", "0.2.1.2.0.2.1.2."),
        full=("0121321301213213", "0123210101232101", "0202131302021313"), low=60, high=84, gate=0.8,
        level_db=-4, pan=0.25, looseness=0.0, sweeps=True,
    ),
    Layer(
        instruments=(I.SYNTH_BRASS, I.SUPERSAW),
        calm=("x-----x-x-------", "x-------x---x---", "x-----------x-x-"), low=55, high=77, level_db=-2,
        pan=-0.15, looseness=0.2, where=PEAKS,
    ),
)  # fmt: skip
AMBIENT = (
    Layer(
        instruments=(I.WARM_PAD, I.GLASS_PAD, I.STRING_ENSEMBLE, I.CHOIR), calm=(HOLD,), low=48, high=74,
        voices=4, looseness=0.8, sweeps=True,
    ),
    Layer(
        instruments=(I.FELT_PIANO, I.KALIMBA, I.HARP, I.VIBRAPHONE),
        calm=("0---2---1-------|3---2---1-------", "0---2-------1---|2---3-----------"),
        full=("0---2---1---3---|2---4---3---1---", "0-2-4---3---1---|2---3-1-2-------"), low=57, high=81,
        gate=1.3, level_db=-4, looseness=1.0,
    ),
    Layer(
        instruments=(I.DARK_PAD, I.GLASS_PAD), calm=(HOLD,), low=60, high=84, voices=2, level_db=-8,
        pan=0.2, looseness=0.8, where=FULL,
    ),
)  # fmt: skip
CHIPTUNE = (
    Layer(
        instruments=(I.CHIP_ARP,), calm=("01..21..01..21..", "0.120.210.120.21"),
        full=("012.012.012.012.", "0121012101210121", "0123012301230123"), low=60, high=81, voices=3,
        gate=0.9, looseness=0.0,
    ),
    Layer(
        instruments=(I.PULSE_LEAD,), calm=("x---........x---",),
        full=("x...x.x.x...x.x.", "x..xx...x..xx..."), low=55, high=72, voices=2, gate=0.6, level_db=-6,
        pan=-0.3, looseness=0.0, where=FULL,
    ),
)  # fmt: skip
