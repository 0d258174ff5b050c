"""Broken beats for large loudspeakers: drum and bass, dubstep, UK garage."""

# ruff: noqa: E501 - tables read better in long rows

from __future__ import annotations

from klangwerk.engines.composer.composition.rhythm import fills
from klangwerk.engines.composer.composition.rhythm.pattern import back, colour, ghost, kick, time
from klangwerk.engines.composer.composition.rhythm.style import Build, Cue, Opening, Style
from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.instruments.catalog import Instrument as I
from klangwerk.engines.composer.instruments.drums import Drum as D

_CUES = frozenset({Cue.RISER, Cue.IMPACT, Cue.REVERSE, Cue.DOWNLIFTER})
_TWO_FOUR = back(".... X... .... X...", at=0.4)

STYLES = {
    Genre.DRUM_AND_BASS: Style(
        kits=(I.KIT_BREAKS,),
        cores=(
            (kick("X... .... ..X. ....", at=0.35), _TWO_FOUR, ghost(".... ...g .g.. ...p")),
            (kick("X... .... ..X. ....", "X..x .... ..X. ....", at=0.35), _TWO_FOUR, ghost("...p .... .g.. ..gp")),
            (kick("X.x. .... ..Xx ....", "X.x. .... ..X. ....", at=0.35), back(".... X..g .g.. X...", ".... X..g .g.. ..X.", at=0.4), ghost("...g .... .... .g.g")),
            (kick("X... ..x. ..X. ....", "X... .... .xX. ..x.", at=0.35), back(".... X... .... X...", ".... X... .... X..o", at=0.4), ghost("..g. ...g .g.. ..pg")),
            (kick("X.x. .... ..X. ....", "X.x. .... ..X. .x..", "..X. .... ..X. ....", "X.x. ...x .... ..x.", at=0.35), back(".... X..g .g.. X...", ".... X..g .g.. X..g", ".... X..g .g.. ..X.", "..s. X..g .X.g ..X.", at=0.4), ghost("...g .... .... ..g.")),
        ),
        times=(
            (time("X.s. X.s. X.s. X.s."), time("X.s.X.s.X.s.X.s.", drum=D.RIDE, at=0.9)),
            (time("Xgsg Xgsg Xgsg Xgsg"), time(".... .... .... ..x.", drum=D.HAT_OPEN, at=0.6)),
            (time("X.s. X.s. X.s. X.sg", below=0.85), time("X.s. X.s. X.s. X.s.", drum=D.RIDE, at=0.85), time("..x. .... .... ....", drum=D.HAT_OPEN, at=0.6)),
        ),
        colours=(
            (colour(D.MARACAS, "ogsg ogsg ogsg ogsg", at=0.6),),
            (colour(D.TAMBOURINE, "....o.......o...", at=0.7),),
            (colour(D.RIM, "...s .... ...s .s..", ".... ..s. ...s ....", at=0.6),),
            (colour(D.CONGA_HIGH, "..s. ..s. ..so ..s.", at=0.7, kit=I.KIT_LATIN), colour(D.CONGA_LOW, ".... ...s .... ...s", at=0.7, kit=I.KIT_LATIN)),
        ),
        small_fills=fills.BREAK_SMALL,
        big_fills=fills.BREAK_BIG,
        crash_velocity=0.85,
        build=Build.ROLL,
        cues=_CUES,
        openings=(Opening.HATS, Opening.GROOVE),
    ),
    Genre.DUBSTEP: Style(
        kits=(I.KIT_DUBSTEP,),
        cores=(
            (kick("X... .... .... ..x.", "X... ..x. .... ....", at=0.3), back(".... .... X... ....", at=0.4)),
            (kick("X..x .... .... ....", "X..x ..x. ..x. ....", at=0.3), back(".... .... X... ....", at=0.4), ghost(".... ...g .... ..g.")),
            (kick("X... .... ..x. ....", "X.x. .... ..x. ..x.", at=0.3), back(".... .... X... ....", at=0.4), back(".... .... o... ....", drum=D.CLAP, at=0.7)),
            (kick("X... ..x. .... .x..", "X... ..x. ...x ....", at=0.3), back(".... .... X... ....", ".... .... X... ..s.", at=0.4), ghost(".... .g.. .... .g.g")),
        ),
        times=(
            (time("x.x. x.x. x.x. x.x.", below=0.6), time("x.o. x.og x.o. x.gg", at=0.6), time(".... .... .... ..o.", drum=D.HAT_OPEN, at=0.6)),
            (time("x.s. x.s. x.s. x.s.", below=0.6), time("xso xso xso xos", at=0.6)),
            (time("o..o ..o. o..o ..o."), time("x... x... x... x...", drum=D.RIDE, at=0.75)),
            (time("x.o. x.o. x.o. x.o."), time("..o. .... .... ..o.", drum=D.HAT_OPEN, at=0.65)),
        ),
        colours=(
            (),
            (colour(D.RIM, "...s ..s. .... .s..", ".... ..s. ...s ....", at=0.5),),
            (colour(D.WOODBLOCK, "..s. .... .... s...", ".... .s.. .... ....", at=0.6),),
            (colour(D.TOM_FLOOR, ".... .... .... ....", ".... .... .... .xx.", at=0.7),),
        ),
        small_fills=fills.TRAP_SMALL + fills.BREAK_SMALL[:1],
        big_fills=fills.TRAP_BIG + fills.BREAK_BIG[1:2],
        build=Build.ROLL,
        cues=_CUES,
        hat_rolls=0.25,
        openings=(Opening.HATS, Opening.GROOVE),
    ),
    Genre.UK_GARAGE: Style(
        kits=(I.KIT_GARAGE,),
        cores=(
            (kick("X... .... ..X. ....", "X... ...x ..X. ....", at=0.35), back(".... X... .... X...", drum=D.SNARE, at=0.4), ghost(".... ...g .... ..g.")),
            (kick("X... .... ..X. ....", "X... ...x .... x.x.", at=0.35), back(".... X... .... X...", drum=D.CLAP, at=0.4), ghost("...g .... ...g ....", drum=D.SNARE)),
            (kick("X... .... ..X. ...x", "X... .... .x.. ..x.", at=0.35), back(".... X... .... X...", ".... X... .... X..s", at=0.4), ghost(".... ..g. ...g ....")),
            (kick("X... .... ..X. ...x", "X... .x.. ..X. ....", at=0.35), back(".... X... .... X...", drum=D.SNARE, at=0.4), back(".... o... .... o...", drum=D.CLAP, at=0.65), ghost("..g. ...g .g.. ....")),
        ),
        times=(
            (time("X.o. X.og X.o. Xgog"), time("..o. .... .... ....", drum=D.HAT_OPEN, at=0.7)),
            (time("X.og X.o. Xgog X.og"),),
            (time("X.og X.os X.og Xgos"), time(".... .... .... ....", ".... .... .... ..o.", drum=D.HAT_OPEN, at=0.55)),
        ),
        colours=(
            (colour(D.RIM, "...s .... o... ...s", ".... .... o... ..s.", at=0.45), colour(D.MARACAS, "ogsg ogsg ogsg ogsg", at=0.6)),
            (colour(D.WOODBLOCK, "...s .... o... ...s", ".... ..s. o... ....", at=0.45),),
            (colour(D.MARACAS, "ogsg ogsg ogsg ogsg", at=0.5), colour(D.CONGA_HIGH, ".... ...s o... ...s", ".... .... o.s. ....", at=0.5, kit=I.KIT_LATIN)),
        ),
        small_fills=fills.GARAGE_SMALL,
        big_fills=fills.GARAGE_BIG,
        build=Build.ROLL,
        cues=frozenset({Cue.RISER, Cue.REVERSE, Cue.DOWNLIFTER}),
        openings=(Opening.HATS, Opening.GROOVE),
    ),
}  # fmt: skip
