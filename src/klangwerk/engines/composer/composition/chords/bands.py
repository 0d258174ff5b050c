"""Chordal players of bands and orchestras."""

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

_K = SectionKind
POP = (
    Layer(
        instruments=(I.GRAND_PIANO, I.ELECTRIC_PIANO, I.STEEL_GUITAR),
        calm=("x-------x-------", "b---1-2-b---1-2-", "x---------x-x---", "x-----------x---"),
        full=("x---x---x---x---", "x--x--x-x---x-x-", "x-----x-x---x---", "x--x--x---x-x---"), low=53,
        high=76,
    ),
    Layer(
        instruments=(I.CLEAN_GUITAR, I.MUTED_GUITAR, I.SYNTH_PLUCK),
        calm=("0.1.2.1.0.1.2.1.", "0..1..2.0..1..2.", "..2...1...2...3."),
        full=("0.12.12.0.12.12.", "0.2.1.2.3.2.1.2."), low=60, high=81, level_db=-5, pan=0.35,
        where=NOT_FIRST,
    ),
    Layer(
        instruments=(I.STRING_ENSEMBLE, I.WARM_PAD, I.SUPERSAW), calm=(HOLD,), low=55, high=79, level_db=-6,
        where=FULL,
    ),
)  # fmt: skip
RNB = (
    Layer(
        instruments=(I.ELECTRIC_PIANO, I.ELECTRIC_PIANO, I.GRAND_PIANO),
        calm=("x---------------", "x-----x---------", "x---------..x-o-"),
        full=("x-----x---..x---", "x--x--------x-o-", "x-----o-..x-----", "x---..x-x-----o-"),
        grip=Grip.ROOTLESS, low=52, high=75, strum_s=0.014, looseness=0.6,
    ),
    Layer(
        instruments=(I.WARM_PAD, I.GLASS_PAD, I.CHOIR), calm=(HOLD,), low=53, high=75, voices=3,
        level_db=-7, where=FULL,
    ),
    Layer(
        instruments=(I.CLEAN_GUITAR, I.NYLON_GUITAR, I.HARP),
        calm=("..0-2---..1-3---", "....2-3-....1-2-", "0-1-2---........"), low=59, high=81, level_db=-6,
        pan=0.35, where=NOT_FIRST, chance=0.8,
    ),
)  # fmt: skip
FUNK = (
    Layer(
        instruments=(I.MUTED_GUITAR, I.CLEAN_GUITAR),
        calm=("x.xo..x.o.x..ox.", "..xo.ox...xo.ox.", "x..x.ox.o..x.o.."),
        full=("xoxoxxo.xoxo.xo.", "x.xoxo.xx.xoxoxo", "oxxox.xoxo.xx.x."), low=59, high=79, voices=3,
        gate=0.6, strum_s=0.006, pan=0.35,
    ),
    Layer(
        instruments=(I.CLAVINET, I.ELECTRIC_PIANO, I.DRAWBAR_ORGAN),
        calm=("x-.x..x.....x...", "x--.....x.x.....", "..x..x..x-......"),
        full=("x..xx...x.ox..x.", "x.xx..x.x.x.x...", "..xx.x..x.x.x.x."), grip=Grip.ROOTLESS, low=53,
        high=74, gate=0.7, pan=-0.25,
    ),
    Layer(
        instruments=(I.BRASS_SECTION,),
        calm=(
            "............x.X.|................|X...............|................",
            "X.....x.........|..............x.", "..........x-X...|................",
        ),
        low=58, high=79, voices=4, level_db=-2, gate=0.8, where=PEAKS | {_K.SOLO},
    ),
)  # fmt: skip
DISCO = (
    Layer(
        instruments=(I.MUTED_GUITAR, I.CLEAN_GUITAR), calm=("..xo..xo..xo..xo", "x.xo..xox.xo..xo"),
        full=("xoxxoxxoxoxxoxxo", "x.xxo.xox.xxo.xo", "oxxoxoxxoxxoxoxx"), low=59, high=79, voices=3,
        gate=0.6, strum_s=0.005, pan=0.4, level_db=-3,
    ),
    Layer(
        instruments=(I.GRAND_PIANO, I.ELECTRIC_PIANO, I.CLAVINET),
        calm=("x-----x-........", "x---........x-x-"),
        full=("x..x..x.x..x..x.", "..x...x...x.x.x.", "x-x...x-..x...x."), low=55, high=77, pan=-0.25,
        gate=0.85,
    ),
    Layer(
        instruments=(I.STRING_ENSEMBLE,), calm=(HOLD,), full=(HOLD, "x-----x-x-------|x---------------"),
        low=62, high=84, voices=3, level_db=-3, where=NOT_FIRST,
    ),
    Layer(
        instruments=(I.BRASS_SECTION,),
        calm=("..............X.|X...............", "x..x..X.........|................"), low=58, high=77,
        voices=3, level_db=-4, gate=0.8, where=PEAKS, chance=0.7,
    ),
)  # fmt: skip
JAZZ = (
    Layer(
        instruments=(I.GRAND_PIANO, I.GRAND_PIANO, I.ELECTRIC_PIANO, I.VIBRAPHONE),
        calm=(
            "x-----x-........", "......x-......x-", "x-------....x-..", "....x-........x-",
            "x-----------....|..x-......x-....",
        ),
        full=(
            "x-----x---..x-..", "..x---..x-....x-", "x-..x-....x-....", "......x-..x-..x-",
            "x-----x-........|..x-....x-....x-", "....x-x-....x-..",
        ),
        grip=Grip.ROOTLESS, low=52, high=74, looseness=0.6,
    ),
    Layer(
        instruments=(I.CLEAN_GUITAR,), calm=("x...x...x...x...",), grip=Grip.ROOTLESS, low=52, high=69,
        voices=3, gate=0.55, strum_s=0.008, level_db=-9, pan=0.4, where=FULL, chance=0.6,
    ),
)  # fmt: skip
BLUES = (
    Layer(
        instruments=(I.OVERDRIVEN_GUITAR, I.CLEAN_GUITAR),
        calm=("x-..x-..x-..x-..", "x---........x---", "x-x-x-x-x-x-x-x-"),
        full=("..x-..x-..x-..x-", "....x.......x...", "x-----..x-----.."), low=52, high=69, voices=3,
        gate=0.75, pan=0.3, looseness=0.6, level_db=-2,
    ),
    Layer(
        instruments=(I.GRAND_PIANO, I.DRAWBAR_ORGAN),
        calm=("x-----x-........", "x---..x-..x-----", "........x-..x-.."),
        full=("x-x---x-x---x-..", "..x-..x-x-..x-x-", "x---x-..x---x-x-"), low=52, high=74, pan=-0.25,
        looseness=0.6,
    ),
)  # fmt: skip
BOSSA_NOVA = (
    Layer(
        instruments=(I.NYLON_GUITAR,),
        calm=(
            "b-------b-------&u-....u-....u-..|u-..u-....u-....",
            "b-------b-------&u-----..u-..u-..|..u-....u-..u-..",
        ),
        full=(
            "b-------b-----b-&u-..u-..u-....u-|u-....u-....u-..",
            "b-------b-----b-&u-..u-....u-..u-|..u-..u-..u-....",
        ),
        grip=Grip.GUITAR, low=40, high=72, pan=-0.2, gate=0.9,
    ),
    Layer(
        instruments=(I.ELECTRIC_PIANO, I.GRAND_PIANO, I.VIBRAPHONE),
        calm=("x-----------....", "......x-........|..x-..........x-"), grip=Grip.ROOTLESS, low=57, high=77,
        level_db=-6, pan=0.3, where=NOT_FIRST,
    ),
    Layer(
        instruments=(I.STRING_ENSEMBLE,), calm=(HOLD,), low=60, high=81, voices=3, level_db=-9,
        where=PEAKS | {_K.BRIDGE}, chance=0.5,
    ),
)  # fmt: skip
REGGAE = (
    Layer(
        instruments=(I.CLEAN_GUITAR, I.MUTED_GUITAR, I.GRAND_PIANO), calm=("..x...x...x...x.",),
        full=("..x...x...x...x.", "..x...x...x...xx", "..xx..x...xx..x."), low=57, high=76, voices=3,
        gate=0.55, strum_s=0.008, pan=0.3,
    ),
    Layer(
        instruments=(I.DRAWBAR_ORGAN,), calm=(".oxo.oxo.oxo.oxo", "..xo..xo..xo..xo"),
        full=(".oxo.oxo.oxo.oxo", "o.xoo.xoo.xoo.xo"), low=53, high=72, voices=3, gate=0.6, level_db=-4,
        pan=-0.25,
    ),
    Layer(
        instruments=(I.ELECTRIC_PIANO, I.BRASS_SECTION),
        calm=("x---............", "x-----x---......|................"), low=57, high=77, level_db=-5,
        where=PEAKS, chance=0.6,
    ),
)  # fmt: skip
ROCK = (
    Layer(
        instruments=(I.OVERDRIVEN_GUITAR,),
        calm=("x.x.x.x.x.x.x.x.", "x-----x-x-----..", "x-------........", "x..x..x.x..x..x."),
        full=("x---x-x-x---x-x-", "x-x-x-x-x-x-x-x-", "x-----x-x-x-x---", "x--x--x-x--x--x-"),
        grip=Grip.POWER, low=40, high=64, double=True, pan=0.75, where=NOT_FIRST, looseness=0.4,
    ),
    Layer(
        instruments=(I.CLEAN_GUITAR, I.STEEL_GUITAR),
        calm=("0-1-2-3-2-1-2-1-", "x---x-x-..x-x-x-", "0-2-3-2-1-2-3-2-"),
        full=("x---x-x-..x-x-x-", "x-x-x-x-x-x-x-x-"), grip=Grip.GUITAR, low=40, high=76, strum_s=0.012,
        level_db=-3, pan=-0.3,
    ),
    Layer(
        instruments=(I.DRAWBAR_ORGAN, I.GRAND_PIANO), calm=(HOLD,), full=(HOLD, "x---x---x---x---"), low=55,
        high=76, level_db=-7, where=FULL, chance=0.6,
    ),
)  # fmt: skip
METAL = (
    Layer(
        instruments=(I.DISTORTED_GUITAR,), calm=("x.xxx.xxx.xxx.xx",), full=("x---------------",),
        grip=Grip.POWER, low=36, high=64, double=True, pan=0.85, looseness=0.25, riff=True,
    ),
    Layer(
        instruments=(I.STRING_ENSEMBLE, I.CHOIR), calm=(HOLD,), low=55, high=76, voices=3, level_db=-9,
        where=PEAKS | {_K.BREAKDOWN, _K.BRIDGE},
    ),
)  # fmt: skip
FOLK = (
    Layer(
        instruments=(I.STEEL_GUITAR, I.STEEL_GUITAR, I.NYLON_GUITAR),
        calm=("b-3-2-4-b-3-2-4-", "b-2-3-2-1-2-3-2-", "b---u---b---u---", "b-..u-u-b-..u-u-"),
        full=("x---x-x-..x-x-x-", "x---x-xox-..x-xo", "x-x-x-x-x-x-x-x-"), grip=Grip.GUITAR, low=40,
        high=76, strum_s=0.014, looseness=0.6, pan=-0.2,
    ),
    Layer(
        instruments=(I.ACCORDION, I.STRING_ENSEMBLE), calm=(HOLD,), low=57, high=76, voices=3, level_db=-7,
        pan=0.3, where=FULL | {_K.BRIDGE},
    ),
    Layer(
        instruments=(I.GRAND_PIANO, I.HARP), calm=("x-------x-------", "0-1-2---0-1-3---"), low=57, high=79,
        level_db=-6, pan=0.2, where=PEAKS, chance=0.5,
    ),
)  # fmt: skip
CINEMATIC = (
    Layer(
        instruments=(I.STRING_STACCATO,), calm=("0.0.1.0.0.0.2.0.", "0.1.2.1.0.1.2.1.", "0...0...0.0.0..."),
        full=("0010020100100201", "x.xxx.xxx.xxx.x.", "0.0010.00.002030", "x..x..x.x.x.x.x."), low=48,
        high=67, voices=3, gate=0.8, looseness=0.3, pan=0.1, where=NOT_FIRST - {_K.BREAKDOWN, _K.OUTRO},
    ),
    Layer(
        instruments=(I.STRING_ENSEMBLE,), calm=(HOLD,), grip=Grip.PARTS, low=43, high=77, voices=4,
        level_db=-2,
    ),
    Layer(
        instruments=(I.FRENCH_HORNS,), calm=(HOLD,), full=(HOLD, "x-------x---x---"), low=48, high=67,
        voices=3, level_db=-3, pan=-0.2, where=FULL,
    ),
    Layer(
        instruments=(I.CHOIR,), calm=(HOLD,), low=55, high=77, voices=4, level_db=-5,
        where=PEAKS | {_K.BREAKDOWN}, chance=0.7,
    ),
    Layer(
        instruments=(I.GRAND_PIANO, I.HARP), calm=("0-------2-------", "0---1---2---1---"), low=55, high=77,
        level_db=-4, where=CALM,
    ),
)  # fmt: skip
QUARTET = (
    Layer(
        instruments=(I.STRING_ENSEMBLE,), calm=("x-------x-------", "x---------------", "x-----------x---"),
        full=("x---x---x---x---", "x-------x---x---", "x-x-x-x-x-x-x-x-"), grip=Grip.PARTS, low=45, high=76,
        voices=4, gate=0.92,
    ),
    Layer(
        instruments=(I.PIZZICATO, I.HARP), calm=("0...2...1...2...", "0---1---2---1---"), low=55, high=74,
        voices=3, level_db=-5, pan=0.25, where=NOT_FIRST,
    ),
)  # fmt: skip
KEYBOARD = (
    Layer(
        instruments=(I.GRAND_PIANO, I.HARPSICHORD),
        calm=("0-2-1-2-0-2-1-2-", "0---1-2-0---1-2-", "b---x---x---x---"),
        full=("0213021302130213", "0-2-1-2-3-2-1-2-", "b-2-1-2-3-2-1-2-"), low=50, high=69, voices=3,
        looseness=0.5,
    ),
    Layer(
        instruments=(I.STRING_ENSEMBLE,), calm=(HOLD,), grip=Grip.PARTS, low=48, high=74, voices=4,
        level_db=-5, where=FULL | {_K.BRIDGE},
    ),
)  # fmt: skip
AFROBEAT = (
    Layer(
        instruments=(I.MUTED_GUITAR, I.CLEAN_GUITAR),
        calm=("0..1.02..1.0.2..", "2.1.0..2.1.0..1.", "0.2..1.2.0.2.1.."),
        full=("0.12.0.1.20.1.2.", "2.1.02.1.0.21.0.", "0.2.12..0.2.12.1"), low=57, high=76, voices=3,
        gate=0.6, pan=0.35,
    ),
    Layer(
        instruments=(I.DRAWBAR_ORGAN, I.ELECTRIC_PIANO, I.CLAVINET),
        calm=("..x...x...x.x...", "x-....x-x-......"),
        full=("..xxx.x..xx.x...", "x..xx...x..xx...", "..x.x..x..x.x..x"), low=53, high=74, voices=4,
        gate=0.7, pan=-0.3, level_db=-2,
    ),
    Layer(
        instruments=(I.BRASS_SECTION,),
        calm=(
            "x--x--x-....x-..|................", "....x-x.x---....|..........x.x---",
            "x-----......x-x-|x-----..........",
        ),
        low=57, high=78, voices=3, level_db=-1, gate=0.85, where=PEAKS | {_K.SOLO},
    ),
)  # fmt: skip
