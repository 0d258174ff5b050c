"""A kick on every beat: house, techno, trance, disco."""

# ruff: noqa: E501 - tables read better in long rows

from __future__ import annotations

from klangwerk.engines.composer.composition.rhythm import fills
from klangwerk.engines.composer.composition.rhythm.pattern import back, colour, ghost, kick, time
from klangwerk.engines.composer.composition.rhythm.style import Build, Cue, Opening, Style
from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.instruments.catalog import Instrument as I
from klangwerk.engines.composer.instruments.drums import Drum as D

_FOUR = kick("X... X... X... X...", at=0.3)
_FOUR_PUSHED = kick(
    "X... X... X... X...", "X... X... X... X...", "X... X... X... X...", "X... X... X... X.x.", at=0.3
)
_FOUR_SKIP = kick("X... X... X... X...", "X... X... X... X..o", at=0.3)
_CLAP = back(".... X... .... X...", drum=D.CLAP, at=0.5)
_OFF_CLOSED = time("..x. ..x. ..x. ..x.", below=0.45)
_OFF_OPEN = time("..x. ..x. ..x. ..x.", drum=D.HAT_OPEN, at=0.45)
_SHAKER = colour(D.MARACAS, "ogsg ogsg ogsg ogsg", at=0.55)
_RIDE = time("..o. ..o. ..o. ..o.", drum=D.RIDE, at=0.85)
_CLUB_CUES = frozenset({Cue.RISER, Cue.IMPACT, Cue.REVERSE, Cue.DOWNLIFTER})

STYLES = {
    Genre.HOUSE: Style(
        kits=(I.KIT_909,),
        cores=(
            (_FOUR, _CLAP),
            (_FOUR_PUSHED, _CLAP, ghost(".... .... .... ....", ".... .... ...g ..g.", drum=D.SNARE)),
            (_FOUR_SKIP, _CLAP, back(".... o... .... o...", drum=D.SNARE, at=0.7)),
            (_FOUR, back(".... X... .... X...", ".... X... .... X..o", drum=D.CLAP, at=0.5)),
        ),
        times=(
            (_OFF_CLOSED, _OFF_OPEN, time("og.g og.g og.g og.g", at=0.6), _RIDE),
            (_OFF_CLOSED, _OFF_OPEN, time("...g ...g ..gg ...g", at=0.55), time("x.o.x.o.x.o.x.o.", drum=D.RIDE, at=0.9)),
            (_OFF_CLOSED, _OFF_OPEN, time("sg.o sg.g sg.o sgg.", at=0.65)),
            (time("..x. ..x. ..x. ..xg", below=0.5), time("..x. ..x. ..x. ..x.", drum=D.HAT_OPEN, at=0.5), time("gsgg gsgo gsgg gsgo", at=0.6)),
        ),
        colours=(
            (_SHAKER,),
            (_SHAKER, colour(D.RIM, "...o ..o. ...o .o..", at=0.7)),
            (colour(D.TAMBOURINE, ".... x... .... x..g", at=0.65), colour(D.CONGA_HIGH, "..o. ..os ..o. .o.o", at=0.6, kit=I.KIT_LATIN), colour(D.CONGA_LOW, ".... .... ...o ....", ".... ...o .... ...o", at=0.6, kit=I.KIT_LATIN)),
            (colour(D.COWBELL, "..o. .o.. o..o ..o.", at=0.8), _SHAKER),
            (colour(D.BONGO_HIGH, "o.go .go. o.go .goo", at=0.6, kit=I.KIT_LATIN), colour(D.BONGO_LOW, "...s .... s... ...s", at=0.6, kit=I.KIT_LATIN)),
        ),
        small_fills=fills.CLUB_SMALL,
        big_fills=fills.CLUB_BIG,
        one_core=True,
        build=Build.ROLL,
        cues=_CLUB_CUES,
        openings=(Opening.KICK, Opening.GROOVE),
    ),
    Genre.DEEP_HOUSE: Style(
        kits=(I.KIT_DEEP,),
        cores=(
            (kick("x... x... x... x...", at=0.3), back(".... o... .... o...", drum=D.CLAP, at=0.5)),
            (kick("x... x... x... x...", "x... x... x... x.o.", at=0.3), back(".... x... .... x...", drum=D.RIM, at=0.45), back(".... o... .... o...", drum=D.CLAP, at=0.7)),
            (kick("x... x... x... x...", "x... x... x... x..s", at=0.3), back(".... o... .... o...", drum=D.CLAP, at=0.5), ghost("...g .... ..g. ....", "...g .... ..g. .g..", drum=D.SNARE_ALT)),
        ),
        times=(
            (time("..o. ..o. ..o. ..o.", below=0.5), time("..x. ..x. ..x. ..x.", drum=D.HAT_OPEN, at=0.5), time("...g ...s ...g ..gs", at=0.55)),
            (time("..x. ..x. ..x. ..x.", below=0.7), time("gg.g gg.g gg.g gg.g", at=0.55), time("..o. ..o. ..o. ..o.", drum=D.HAT_OPEN, at=0.7)),
            (time(".gx. .gx. .gx. .gx.", below=0.6), time(".g.s .g.. .g.s .gg.", at=0.6), time("..x. ..x. ..x. ..o.", drum=D.HAT_OPEN, at=0.6)),
        ),
        colours=(
            (colour(D.MARACAS, "gsog gsog gsog gsog", at=0.45),),
            (colour(D.RIM, "...o ..o. .... o.o.", at=0.6), colour(D.MARACAS, "ggog ggog ggog ggog", at=0.5)),
            (colour(D.CONGA_HIGH, "..s. .so. ..s. .s.o", at=0.5, kit=I.KIT_LATIN), colour(D.CONGA_LOW, "...o .... ...o ....", at=0.5, kit=I.KIT_LATIN)),
            (colour(D.WOODBLOCK, "...s ..s. ..s. ....", ".... ..s. s..s ....", at=0.6), colour(D.CABASA, "g.o. g.o. g.o. g.og", at=0.5)),
        ),
        small_fills=fills.CLUB_SMALL[:2],
        big_fills=fills.CLUB_BIG[:1] + fills.CLUB_BIG[3:],
        fill_chance=0.5,
        one_core=True,
        crash_velocity=0.5,
        build=Build.SWELL,
        cues=frozenset({Cue.REVERSE, Cue.DOWNLIFTER}),
        openings=(Opening.KICK, Opening.HATS),
    ),
    Genre.TECHNO: Style(
        kits=(I.KIT_TECHNO,),
        cores=(
            (_FOUR,),
            (_FOUR, back(".... o... .... o...", drum=D.CLAP, at=0.6)),
            (_FOUR_PUSHED, back(".... .... .... o...", drum=D.CLAP, at=0.6)),
            (_FOUR, back("...o ..o. .... ....", "...o ..o. .... .o..", drum=D.RIM, at=0.55), back(".... x... .... x...", drum=D.CLAP, at=0.8)),
        ),
        times=(
            (_OFF_CLOSED, _OFF_OPEN, time("gsgg gsgg gsgg gsgg", at=0.55), time("o.o.o.o.o.o.o.o.", drum=D.RIDE, at=0.9)),
            (time("..x. ..x. ..x. ..x.", at=0.0), time("sgog sgog sgog sgog", drum=D.MARACAS, at=0.6), time("..x. ..x. ..x. ..x.", drum=D.RIDE, at=0.8)),
            (time("xgog xgog xgog xgog", at=0.4), _OFF_OPEN, time("..o. ..o. ..o. ..o.", drum=D.RIDE, at=0.85)),
        ),
        colours=(
            (colour(D.TOM_LOW, "...o ..o. .o.. o...", "...o ..o. .o.. ..o.", at=0.6),),
            (colour(D.RIM, "x..x ..x. .x.. x..x", "..x. .x.. x..x ..x.", ".x.. x..x ..x. .x..", at=0.5),),
            (colour(D.TOM_FLOOR, "..s. ..s. ..s. .ss.", at=0.5), colour(D.COWBELL, ".... ..o. .... ....", ".... ..o. ...o ....", at=0.75)),
            (colour(D.AGOGO_LOW, "...o .... ..o. ....", at=0.7), colour(D.TOM_LOW, ".... .... .... ..oo", ".... .... .... ....", at=0.6)),
        ),
        small_fills=(fills.CLUB_SMALL[0], fills.CLUB_SMALL[3]),
        big_fills=fills.CLUB_BIG[:2],
        fill_chance=0.45,
        one_core=True,
        crash_velocity=0.7,
        build=Build.ROLL,
        cues=_CLUB_CUES,
        openings=(Opening.KICK,),
        ending=((D.KICK, 0.95), (D.CRASH, 0.7)),
    ),
    Genre.TRANCE: Style(
        kits=(I.KIT_909,),
        cores=(
            (_FOUR, _CLAP, back(".... o... .... o...", drum=D.SNARE, at=0.7)),
            (_FOUR, _CLAP),
            (_FOUR_PUSHED, _CLAP, back(".... o... .... o...", drum=D.SNARE, at=0.7)),
        ),
        times=(
            (_OFF_CLOSED, _OFF_OPEN, time("sgog sgog sgog sgog", at=0.6), time("x.s.x.s.x.s.x.s.", drum=D.RIDE, at=0.9)),
            (_OFF_CLOSED, _OFF_OPEN, time("o.gg o.gg o.gg o.gg", at=0.55), _RIDE),
            (time("..x. ..x. ..x. ..x."), _OFF_OPEN, time("ogsg ogsg ogsg ogsg", drum=D.MARACAS, at=0.6), _RIDE),
        ),
        colours=(
            (),
            (colour(D.TAMBOURINE, ".... o... .... o...", at=0.75),),
            (colour(D.RIM, "...s ..s. ...s ..s.", at=0.7),),
            (colour(D.TOM_LOW, ".... .... .... ....", ".... .... .... ..so", at=0.6),),
        ),
        small_fills=fills.CLUB_SMALL[:3],
        big_fills=fills.CLUB_BIG[:2],
        one_core=True,
        crash_velocity=0.9,
        build=Build.ROLL,
        cues=_CLUB_CUES,
        openings=(Opening.KICK, Opening.GROOVE),
    ),
    Genre.DISCO: Style(
        kits=(I.KIT_FUNK, I.KIT_POP),
        cores=(
            (_FOUR, back(".... X... .... X...", at=0.45), ghost(".... ...p .p.. ....", drum=D.SNARE_ALT)),
            (_FOUR_PUSHED, back(".... X... .... X...", at=0.45), back(".... o... .... o...", drum=D.CLAP, at=0.75)),
            (_FOUR, back(".... X... .... X...", ".... X... .... X.go", at=0.45)),
        ),
        times=(
            (time("x.g. x.g. x.g. x.g.", at=0.0, below=0.4), time("og.g og.g og.g og.g", at=0.4), time("..X. ..X. ..X. ..X.", drum=D.HAT_OPEN, at=0.4)),
            (time("x.xs x.xs x.xs x.xs", below=0.5), time("x..s x..s x..s x..s", at=0.5), time("..X. ..X. ..X. ..X.", drum=D.HAT_OPEN, at=0.5)),
        ),
        colours=(
            (colour(D.TAMBOURINE, "ogxg ogxg ogxg ogxg", at=0.65),),
            (colour(D.CONGA_HIGH, "o.sx ..sx o.sx .oox", at=0.55, kit=I.KIT_LATIN), colour(D.CONGA_LOW, ".... .o.. .... o...", at=0.55, kit=I.KIT_LATIN)),
            (colour(D.COWBELL, "x.o. x.o. x.o. x.o.", at=0.8), colour(D.TAMBOURINE, ".... x... .... x...", at=0.6)),
            (colour(D.CABASA, "ogsg ogsg ogsg ogsg", at=0.5, kit=I.KIT_LATIN), colour(D.AGOGO_HIGH, "x... o.o. .o.. ....", at=0.75, kit=I.KIT_LATIN), colour(D.AGOGO_LOW, "..o. .... o..o ..o.", at=0.75, kit=I.KIT_LATIN)),
        ),
        small_fills=fills.FUNK_SMALL[:1] + fills.CLUB_SMALL[:1],
        big_fills=fills.DISCO_BIG,
        one_core=True,
        crash_in_loops=True,
        build=Build.DRUMS,
        cues=frozenset({Cue.REVERSE}),
        openings=(Opening.GROOVE, Opening.HATS),
    ),
}  # fmt: skip
