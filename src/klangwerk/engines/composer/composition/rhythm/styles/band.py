"""A drummer in a band: pop, synthwave, funk, blues, rock, metal."""

# ruff: noqa: E501 - tables read better in long rows

from __future__ import annotations

from klangwerk.engines.composer.composition.rhythm import fills
from klangwerk.engines.composer.composition.rhythm.pattern import Role, back, colour, ghost, kick, time
from klangwerk.engines.composer.composition.rhythm.style import Build, Cue, Opening, Style
from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.instruments.catalog import Instrument as I
from klangwerk.engines.composer.instruments.drums import Drum as D

_SNARE = back(".... X... .... X...", at=0.4)
_HALF_TIME = (kick("X... .... ...x ....", "X... ..x. .... ....", at=0.3), back(".... .... X... ....", at=0.4))
_EIGHTHS = "x.o. x.o. x.o. x.o."

STYLES = {
    Genre.POP: Style(
        kits=(I.KIT_POP,),
        cores=(
            (kick("X... ..x. X... ....", "X... ..x. X.x. ...."), _SNARE),
            (kick("X... .... X.x. ....", "X... .... X.x. ..x."), _SNARE, back(".... o... .... o...", drum=D.CLAP, at=0.7)),
            (kick("X... X... X... X..."), _SNARE, back(".... o... .... o...", drum=D.CLAP, at=0.6)),
            (kick("X..x ..x. .... ....", "X..x ..x. X... ...."), _SNARE, back(".... o... .... o...", drum=D.CLAP, at=0.7)),
            (kick("X... ...x ..x. ....", "X... ...x ..x. ..x."), back(".... X... .... X...", drum=D.CLAP, at=0.4), back(".... x... .... x...", at=0.6)),
        ),
        times=(
            (time(_EIGHTHS), time(".... .... .... ..x.", ".... .... .... ....", drum=D.HAT_OPEN, at=0.7)),
            (time(_EIGHTHS, below=0.8), time("x.o. x.o. x.o. x.o.", drum=D.RIDE, at=0.8)),
            (time("xgog xgog xgog xgog"),),
            (time("x... x... x... x...", below=0.5), time(_EIGHTHS, at=0.5, below=0.8), time("x... x... x... x...", at=0.8), time("..x. ..x. ..x. ..x.", drum=D.HAT_OPEN, at=0.8)),
        ),
        colours=(
            (colour(D.TAMBOURINE, "o.x. o.x. o.x. o.x.", at=0.75),),
            (colour(D.MARACAS, "ogsg ogsg ogsg ogsg", at=0.6),),
            (colour(D.TAMBOURINE, ".... x... .... x...", at=0.65), colour(D.MARACAS, "g.s. g.s. g.s. g.s.", at=0.5)),
            (),
        ),
        small_fills=fills.BAND_SMALL,
        big_fills=fills.BAND_BIG,
        half_time=_HALF_TIME,
        build=Build.DRUMS,
        cues=frozenset({Cue.RISER, Cue.REVERSE, Cue.IMPACT}),
        openings=(Opening.HATS, Opening.KICK, Opening.GROOVE),
    ),
    Genre.SYNTHWAVE: Style(
        kits=(I.KIT_SYNTHWAVE,),
        cores=(
            (kick("X... .... X... ....", "X... .... X.x. ...."), _SNARE),
            (kick("X... X... X... X..."), _SNARE),
            (kick("X... ..x. X... ....", "X... ..x. X... ..x."), _SNARE),
            (kick("X..x ..X. ..x. ....", "X..x ..X. .... ...."), _SNARE),
        ),
        times=(
            (time(_EIGHTHS), time(".... .... .... ..x.", ".... .... .... ....", drum=D.HAT_OPEN, at=0.7)),
            (time("xsxs xsxs xsxs xsxs", at=0.4), time("x.o. x.o. x.o. x.o.", below=0.4)),
            (time("xsos xsos xsos xsos"), time("..x. ..x. ..x. ..x.", drum=D.HAT_OPEN, at=0.85)),
        ),
        colours=(
            (),
            (colour(D.TAMBOURINE, "..o. ..o. ..o. ..o.", at=0.7),),
            (colour(D.COWBELL, "x... x... x... x...", at=0.85),),
            (colour(D.TOM_LOW, ".... .... .... ....", ".... .... .... .xx.", at=0.65), colour(D.TOM_HIGH, ".... .... .... ....", ".... .... ..xx ....", at=0.65)),
        ),
        small_fills=(fills.BAND_SMALL[3], fills.BAND_SMALL[0]),
        big_fills=(fills.BAND_BIG[0], fills.BAND_BIG[1], fills.DISCO_BIG[0]),
        build=Build.DRUMS,
        cues=frozenset({Cue.REVERSE, Cue.RISER, Cue.IMPACT}),
        openings=(Opening.KICK, Opening.HATS, Opening.GROOVE),
    ),
    Genre.FUNK: Style(
        kits=(I.KIT_FUNK,),
        cores=(
            (kick("X.x. .... ..X. .x..", "X.x. ...x ..X. ...."), _SNARE, ghost(".... ...g .g.. ...g", at=0.4)),
            (kick("X..x .... x.x. ....", "X..x ..x. x.x. ...."), _SNARE, ghost(".g.. ..g. .g.g ...g", at=0.4)),
            (kick("X.x. ..x. x... .x..", "X.x. ..x. .... .x.."), back(".... X... .... X...", ".... X... .... ..X.", at=0.4), ghost("...g .g.g .g.. .g.g", at=0.4)),
            (kick("X... ..x. X.x. ....", "X... ..x. .x.. x..."), _SNARE, ghost("..g. .g.g g..g ..gg", at=0.4)),
        ),
        times=(
            (time("xoxo xoxo xoxo xo.o", "xoxo xoxo xoxo xoxo"), time(".... .... .... ..x.", ".... .... .... ....", drum=D.HAT_OPEN)),
            (time("x.xo x.xo x.xo x.xo"), time(".... ..x. .... ....", ".... .... .... ..x.", drum=D.HAT_OPEN, at=0.5)),
            (time("xsos xsos xsos xsos"), time("..x. .... .... ....", ".... .... ..x. ....", drum=D.HAT_OPEN, at=0.6)),
            (time("x.x. x.x. x.x. x.x.", below=0.8), time("x.o. x.o. x.o. x.o.", drum=D.RIDE, at=0.8)),
        ),
        colours=(
            (colour(D.TAMBOURINE, "x.os x.os x.os x.os", at=0.65),),
            (colour(D.COWBELL, "x.x. x.x. x.x. x.x.", "x.x. x.xx .x.x x.x.", at=0.75),),
            (colour(D.CONGA_MUTE, "o.g. .g.g o.g. .g..", at=0.55, kit=I.KIT_LATIN), colour(D.CONGA_HIGH, "..x. .... ..x. ..x.", at=0.55, kit=I.KIT_LATIN), colour(D.CONGA_LOW, ".... ...x .... ...x", at=0.55, kit=I.KIT_LATIN)),
            (),
        ),
        small_fills=fills.FUNK_SMALL,
        big_fills=fills.FUNK_BIG,
        crash_in_loops=True,
        build=Build.DRUMS,
        openings=(Opening.GROOVE, Opening.HATS),
        late_ms={Role.BACK: 3.0},
    ),
    Genre.BLUES: Style(
        kits=(I.KIT_ROCK, I.KIT_FUNK, I.KIT_JAZZ),
        cores=(
            (kick("X... .... X... ....", "X... ..x. X... ..o."), _SNARE),
            (kick("X... ..x. X.x. ....", "X... ..x. X... ...."), _SNARE, ghost(".... ..g. .... ..g.")),
            (kick("X... x... X... x..."), _SNARE, ghost("..g. .... ..g. ....")),
            (kick("X.. ..x X.. ...", "X.. ..x X.x ..."), back("... X.. ... X..", at=0.4), ghost("..g ... .g. ..p")),
        ),
        times=(
            (time("x.o. x.o. x.o. x.o.", below=0.8), time("x.o. x.o. x.o. x.o.", drum=D.RIDE, at=0.8)),
            (time("x... x.o. x... x.o.", drum=D.RIDE), time("....o... ....o...", drum=D.HAT_PEDAL)),
            (time("xso xso xso xso", below=0.8), time("xso xso xso xso", drum=D.RIDE, at=0.8)),
        ),
        colours=((), (colour(D.TAMBOURINE, ".... o... .... o...", at=0.7),), (colour(D.MARACAS, "o.s. o.s. o.s. o.s.", at=0.6),)),
        small_fills=fills.BLUES_BIG[:1] + fills.BAND_SMALL[2:3],
        big_fills=fills.BLUES_BIG,
        crash_velocity=0.65,
        build=Build.DRUMS,
        openings=(Opening.GROOVE, Opening.HATS),
        late_ms={Role.BACK: 5.0},
    ),
    Genre.ROCK: Style(
        kits=(I.KIT_ROCK,),
        cores=(
            (kick("X... .... X.x. ....", "X... ..x. X.x. ...."), _SNARE),
            (kick("X.x. .... ..X. ....", "X.x. .... x.X. ..x."), _SNARE, ghost(".... .... .... ...g")),
            (kick("X... ..x. ..X. ....", "X... ..x. X.X. ...."), _SNARE),
            (kick("X... ...x X.x. ....", "X... ...x X... ..x."), back(".... X... .... X...", ".... X... .... X..o", at=0.4)),
            (kick("X.x. ..x. X.x. ....", "X.x. ..x. X.x. ..x."), _SNARE),
        ),
        times=(
            (time("X.o. X.o. X.o. X.o.", below=0.75), time("x.x. x.x. x.x. x.x.", drum=D.HAT_OPEN, at=0.75)),
            (time("x.o. x.o. x.o. x.o.", below=0.75), time("X.o. X.o. X.o. X.o.", drum=D.RIDE, at=0.75)),
            (time("x... x... x... x...", below=0.5), time("X.o. X.o. X.o. X.o.", at=0.5, below=0.8), time("x... x... x... x...", drum=D.CRASH, at=0.8)),
            (time("x.o. x.o. x.o. x.o.", below=0.8), time("x... x... x... x...", drum=D.HAT_OPEN, at=0.8)),
        ),
        colours=((), (), (colour(D.TAMBOURINE, "o.x. o.x. o.x. o.x.", at=0.8),), (colour(D.COWBELL, "x... x... x... x...", at=0.85),)),
        small_fills=fills.BAND_SMALL,
        big_fills=fills.BAND_BIG,
        half_time=_HALF_TIME,
        crash_in_loops=True,
        crash_velocity=0.9,
        build=Build.DRUMS,
        openings=(Opening.HATS, Opening.GROOVE),
    ),
    Genre.METAL: Style(
        kits=(I.KIT_METAL,),
        cores=(
            (kick("X.xx X.xx X.xx X.xx", "X.xx X.xx X.xx xxxx"), _SNARE),
            (kick("XxXx XxXx XxXx XxXx", at=0.3), _SNARE),
            (kick("X..x ..x. X..x ..x.", "X..x ..x. X.x. xxxx"), _SNARE),
            (kick("Xx.X x.Xx .Xx. XxXx", "Xx.X x.Xx .Xx. Xx.x"), back(".... .... X... ....", at=0.4)),
            (kick("x.x. x.x. x.x. x.x."), back(".x.x .x.x .x.x .x.x", at=0.7), back(".... X... .... X...", at=0.4, below=0.7)),
        ),
        times=(
            (time("x... x... x... x...", drum=D.HAT_OPEN, below=0.8), time("x... x... x... x...", drum=D.CRASH, at=0.8)),
            (time("X.o. X.o. X.o. X.o.", drum=D.RIDE), time("x... x... x... x...", drum=D.RIDE_BELL, at=0.8)),
            (time("x.x. x.x. x.x. x.x.", below=0.7), time("x... x... x... x...", drum=D.CRASH, at=0.7)),
        ),
        colours=((),),
        small_fills=fills.METAL_SMALL,
        big_fills=fills.METAL_BIG,
        half_time=(kick("X... ..xx .... ..xx", "X... ..xx ...x xxxx", at=0.3), back(".... .... X... ....", at=0.4)),
        crash_in_loops=True,
        crash_velocity=0.95,
        build=Build.DRUMS,
        cues=frozenset({Cue.REVERSE}),
        openings=(Opening.GROOVE, Opening.HATS),
        ending=((D.KICK, 1.0), (D.CRASH, 0.95), (D.SNARE, 0.9)),
    ),
}  # fmt: skip
