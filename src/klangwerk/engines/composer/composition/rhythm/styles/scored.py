"""Drums that accompany rather than drive, and those of a sound chip: ambient, cinematic, classical, chiptune."""

# ruff: noqa: E501 - tables read better in long rows

from __future__ import annotations

from klangwerk.engines.composer.composition.rhythm import fills
from klangwerk.engines.composer.composition.rhythm.pattern import back, colour, ghost, kick, time
from klangwerk.engines.composer.composition.rhythm.style import Build, Cue, Opening, Style
from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.instruments.catalog import Instrument as I
from klangwerk.engines.composer.instruments.drums import Drum as D

_SNARE = back(".... X... .... X...", at=0.4)

STYLES = {
    Genre.AMBIENT: Style(
        kits=(I.KIT_808, I.KIT_ACOUSTIC, I.KIT_DEEP),
        cores=(
            (kick("s... .... .... ....", drum=D.KICK_SOFT, at=0.4),),
            (kick("s... .... s... ....", drum=D.KICK_SOFT, at=0.4),),
            (kick("s... .... .... ..g.", drum=D.KICK_SOFT, at=0.4), back(".... .... s... ....", drum=D.RIM, at=0.7)),
            (kick("s... s... s... s...", drum=D.KICK_SOFT, at=0.5),),
        ),
        times=(
            (time("s... g... s... g...", drum=D.MARACAS),),
            (time("s.g. s.g. s.g. s.g.", drum=D.CABASA),),
            (time("s... s... s... s...", drum=D.HAT_CLOSED),),
            (time("g... s... g... s...", drum=D.RIM),),
        ),
        colours=(
            (),
            (colour(D.TRIANGLE, ".... .... ..g. ....", ".... .... .... ....", at=0.5),),
            (colour(D.CONGA_LOW, ".... ...g .... ....", ".... .... ..g. ..g.", at=0.6),),
            (colour(D.WOODBLOCK, "...g .... .... ....", ".... .... .g.. ....", at=0.6),),
        ),
        fill_chance=0.0,
        crash=None,
        build=Build.SWELL,
        cues=frozenset({Cue.REVERSE}),
        openings=(Opening.HATS,),
        ending=((D.KICK_SOFT, 0.4),),
        level_db=-7.0,
    ),
    Genre.CINEMATIC: Style(
        kits=(I.KIT_CINEMATIC,),
        cores=(
            (kick("X... .... .... ....", "X... .... ..x. ....", at=0.35), back("x..x x.x. x..x x.x.", drum=D.TOM_LOW, at=0.5), ghost(".s.. s..s ..s. s..s", drum=D.TOM_MID, at=0.75)),
            (kick("X... .... X... ....", at=0.35), back("X... ..x. X... x.xx", "X... ..x. X..x x.xx", drum=D.TOM_FLOOR, at=0.5), ghost("s.ss s.ss s.ss s.ss", drum=D.TOM_MID, at=0.75)),
            (kick("X... .... .... ..x.", "X... .... .... .xx.", at=0.35), back(".... .... X... ....", at=0.7), ghost("x.xo x.xo x.xo x.xo", drum=D.TOM_LOW, at=0.55)),
            (kick("X... ..X. .... X...", "X... ..X. .... X.X.", at=0.35), back("o.o. o.o. o.o. o.o.", drum=D.TOM_LOW, at=0.45), ghost(".... x... .... x...", drum=D.SNARE, at=0.8)),
        ),
        times=(
            (time("o.s. o.s. o.s. o.s.", drum=D.HAT_CLOSED),),
            (time("o... o... o... o...", drum=D.RIM, below=0.6), time("o.s. o.s. o.s. o.s.", drum=D.HAT_CLOSED, at=0.6)),
            (time("sgsg sgsg sgsg sgsg", drum=D.MARACAS, at=0.5), time("s.s. s.s. s.s. s.s.", drum=D.RIM, below=0.5)),
        ),
        colours=(
            (),
            (colour(D.COWBELL, ".... ..s. .... ....", at=0.9),),
            (colour(D.TOM_HIGH, ".... .... .... ..xx", ".... .... .... ....", at=0.7),),
        ),
        small_fills=fills.TAIKO_SMALL,
        big_fills=fills.TAIKO_BIG,
        crash_velocity=0.85,
        build=Build.DRUMS,
        cues=frozenset({Cue.RISER, Cue.IMPACT, Cue.REVERSE}),
        openings=(Opening.HATS, Opening.KICK),
        ending=((D.KICK, 1.0), (D.TOM_FLOOR, 0.95), (D.CRASH, 0.8)),
    ),
    Genre.CLASSICAL: Style(
        kits=(I.KIT_ORCHESTRAL,),
        cores=(
            (kick("o... .... .... ....", ".... .... .... ....", "o... .... s... ....", ".... .... .... ....", drum=D.TOM_LOW, at=0.55), back(".... .... s... ....", drum=D.TOM_FLOOR, at=0.8)),
            (kick("o... .... s... ....", "o... .... .... ....", drum=D.TOM_LOW, at=0.55), back(".... .... .... ....", ".... .... o... s...", drum=D.TOM_FLOOR, at=0.75)),
            (kick("o... .... .... s.s.", "o... .... .... ....", drum=D.TOM_LOW, at=0.55),),
        ),
        times=(
            (),
            (time("s... .... s... ....", drum=D.TRIANGLE, at=0.7),),
            (time("s... s... s... s...", drum=D.TAMBOURINE, at=0.8),),
        ),
        big_fills=fills.TIMPANI_BIG,
        fill_chance=0.25,
        crash_velocity=0.5,
        build=Build.SWELL,
        openings=(Opening.HATS,),
        ending=((D.TOM_LOW, 0.8),),
        level_db=-4.0,
    ),
    Genre.CHIPTUNE: Style(
        kits=(I.KIT_CHIP,),
        cores=(
            (kick("X... .... X... ....", "X... .... X.x. ...."), _SNARE),
            (kick("X... ..x. X... ....", "X... ..x. ..x. ...."), _SNARE),
            (kick("X... X... X... X..."), _SNARE),
            (kick("X..x ..x. X..x ....", "X..x ..x. X... ...."), _SNARE, ghost(".... .... .... ...s", drum=D.SNARE)),
        ),
        times=(
            (time("X.g. X.g. X.g. X.g."),),
            (time("Xgsg Xgsg Xgsg Xgsg"),),
            (time("..x. ..x. ..x. ..x.", below=0.6), time("X.sg X.sg X.sg X.sg", at=0.6)),
            (time("X.g. X.g. X.g. X.g."), time("..s. .... ..s. ....", drum=D.HAT_OPEN, at=0.75)),
        ),
        colours=((), (colour(D.TOM_HIGH, ".... .... .... ....", ".... .... .... ....", ".... .... .... ....", ".... .... ..x. x.x.", at=0.6),), (colour(D.COWBELL, "..o. .... ..o. ....", at=0.8),)),
        small_fills=fills.CHIP_SMALL,
        big_fills=fills.CHIP_BIG,
        crash_velocity=0.7,
        build=Build.ROLL,
        openings=(Opening.HATS, Opening.GROOVE),
    ),
}  # fmt: skip
