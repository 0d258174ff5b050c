"""Beats from samplers and drum machines: lo-fi, chill hop, boom bap, trap, R&B."""

# ruff: noqa: E501 - tables read better in long rows

from __future__ import annotations

from klangwerk.engines.composer.composition.rhythm import fills
from klangwerk.engines.composer.composition.rhythm.pattern import Role, back, colour, ghost, kick, time
from klangwerk.engines.composer.composition.rhythm.style import Build, Cue, Opening, Style
from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.instruments.catalog import Instrument as I
from klangwerk.engines.composer.instruments.drums import Drum as D

_SNARE = back(".... X... .... X...", at=0.4)
_LAZY = {Role.BACK: 14.0, Role.TIME: 4.0}

STYLES = {
    Genre.LOFI: Style(
        kits=(I.KIT_DUSTY,),
        cores=(
            (kick("x... .... ..x. ....", "x... ...o ..x. ....", drum=D.KICK), back(".... x... .... x...", at=0.35), ghost(".... .... .p.. ...p")),
            (kick("x... ..o. ..x. ....", "x... .... ..x. .o.."), back(".... x... .... x...", drum=D.RIM, at=0.35, below=0.7), back(".... x... .... x...", at=0.7)),
            (kick("x..o .... ..x. ....", "x..o .... .ox. ...."), back(".... x... .... x...", ".... x... .... x..g", at=0.35), ghost("...p .... ..p. ....")),
            (kick("x... .... x.o. ....", "x... ..o. ..x. ...."), back(".... x... .... x...", drum=D.SNARE_ALT, at=0.35)),
        ),
        times=(
            (time("o.s. o.s. o.s. o.s."), time(".... .... .... ..s.", ".... .... .... ....", drum=D.HAT_OPEN, at=0.6)),
            (time("o.s. o.sp o.s. o.sg"),),
            (time("..o. ..o. ..o. ..o.", below=0.5), time("o.og s.o. o.og s.og", at=0.5)),
            (time("o.s. o.s. o.s. o.s.", below=0.7), time("o.s. o.o. o.s. o.o.", drum=D.RIDE, at=0.7)),
        ),
        colours=(
            (),
            (colour(D.MARACAS, "g.s. g.s. g.s. g.s.", at=0.5),),
            (colour(D.RIM, ".... ...s .... ....", ".... .... ...s ..s.", at=0.5),),
            (colour(D.BONGO_LOW, ".... .s.. .... ..s.", at=0.6, kit=I.KIT_LATIN), colour(D.BONGO_HIGH, "..s. .... ...s ....", at=0.6, kit=I.KIT_LATIN)),
            (colour(D.TAMBOURINE, ".... s... .... s...", at=0.6),),
        ),
        small_fills=fills.HIPHOP_SMALL[:2],
        big_fills=fills.HIPHOP_BIG[:2] + fills.HIPHOP_BIG[3:],
        fill_chance=0.5,
        crash=None,
        build=Build.SWELL,
        cues=frozenset({Cue.VINYL}),
        ending=((D.KICK, 0.7),),
        late_ms=_LAZY,
        looseness=0.6,
        level_db=-1.0,
    ),
    Genre.CHILLHOP: Style(
        kits=(I.KIT_DUSTY, I.KIT_POP),
        cores=(
            (kick("X... ...x ..x. ....", "X... ...x ..x. .o.."), _SNARE, ghost(".... ..p. .g.. ...p")),
            (kick("X..x .... ..x. ....", "X..x .... x.x. ....",), _SNARE, ghost("..p. ...g .... ..g.")),
            (kick("X... ..x. .x.. ....", "X... ..x. .x.. ..o."), _SNARE, back(".... o... .... o...", drum=D.CLAP, at=0.7)),
            (kick("X... .... x..x ....", "X... ...o x... .x.."), back(".... x... .... x...", drum=D.RIM, below=0.6, at=0.35), back(".... x... .... x...", at=0.6)),
        ),
        times=(
            (time("x.o. x.o. x.o. x.og"), time(".... .... .... ..x.", ".... .... .... ....", drum=D.HAT_OPEN, at=0.55)),
            (time("xgog xgog xgog xgsg"),),
            (time("x.og s.o. x.og s.og"), time("..o. .... .... ....", drum=D.HAT_OPEN, at=0.7)),
        ),
        colours=(
            (colour(D.MARACAS, "gsog gsog gsog gsog", at=0.5),),
            (colour(D.BONGO_HIGH, "..s. .so. ..s. .s.o", at=0.55, kit=I.KIT_LATIN), colour(D.BONGO_LOW, "...s .... .s.. ....", at=0.55, kit=I.KIT_LATIN)),
            (colour(D.TAMBOURINE, "..o. ..o. ..o. ..o.", at=0.65),),
            (),
        ),
        small_fills=fills.HIPHOP_SMALL,
        big_fills=fills.HIPHOP_BIG,
        crash=None,
        build=Build.SWELL,
        cues=frozenset({Cue.VINYL}),
        ending=((D.KICK, 0.75),),
        late_ms={Role.BACK: 9.0},
    ),
    Genre.BOOM_BAP: Style(
        kits=(I.KIT_DUSTY, I.KIT_BREAKS),
        cores=(
            (kick("X..x ...x ..X. ....", "X... ...x ..X. .x.."), _SNARE, ghost(".... ..p. .g.. ....")),
            (kick("X... ..x. ..X. ....", "X..x ..x. ..X. ...."), _SNARE, ghost(".... ...g .... ..gp")),
            (kick("X.x. .... ..Xx ....", "X.x. .... .xX. ...."), _SNARE, ghost("...g .... .... ...g")),
            (kick("X... ...X X... ....", "X... ...X .... ..x."), _SNARE, ghost(".... .... .g.. ..p.")),
            (kick("X... ...x .xX. ....", "X... .x.. ..X. ..x."), _SNARE, ghost("..p. .... ...g ....")),
        ),
        times=(
            (time("x.o. x.o. x.o. x.o."), time(".... .... .... ..x.", drum=D.HAT_OPEN, at=0.6)),
            (time("x.x. x.x. x.x. x.xg"), time(".... ..x. .... ....", ".... .... .... ....", drum=D.HAT_OPEN, at=0.6)),
            (time("xgog xgog xgog xgog", at=0.4), time("x.o. x.o. x.o. x.o.", below=0.4)),
            (time("x.o. x.o. x.o. x.o.", below=0.75), time("x.o. x.o. x.o. x.o.", drum=D.RIDE, at=0.75)),
        ),
        colours=(
            (),
            (colour(D.TAMBOURINE, ".... o... .... o...", at=0.6),),
            (colour(D.COWBELL, "..s. .... .... ....", ".... .... ..s. ....", at=0.7),),
            (colour(D.CONGA_HIGH, "..s. ..so .... .so.", at=0.65, kit=I.KIT_LATIN), colour(D.CONGA_LOW, ".... o... ...o ....", at=0.65, kit=I.KIT_LATIN)),
        ),
        small_fills=fills.HIPHOP_SMALL,
        big_fills=fills.HIPHOP_BIG,
        crash_velocity=0.6,
        build=Build.SWELL,
        cues=frozenset({Cue.VINYL}),
        openings=(Opening.GROOVE, Opening.HATS),
        ending=((D.KICK, 0.9), (D.SNARE, 0.6)),
        late_ms={Role.BACK: 8.0, Role.TIME: 2.0},
    ),
    Genre.TRAP: Style(
        kits=(I.KIT_TRAP, I.KIT_808),
        cores=(
            (kick("X... .... ..x. x...", "X... .... ..x. x.x."), back(".... .... X... ....", at=0.35)),
            (kick("X..x .... ..x. x...", "X..x .... .... x.x."), back(".... .... X... ....", drum=D.CLAP, at=0.35), back(".... .... o... ....", at=0.7)),
            (kick("X... ...x .... x...", "X.x. x... .... x..x"), back(".... .... X... ....", ".... .... X... ...s", at=0.35)),
            (kick("X... x... ..X. ....", "X... x... ..X. x..."), back(".... .... X... ....", drum=D.CLAP, at=0.35), ghost(".... .... .... .g..", ".... ...g .... ....", drum=D.SNARE)),
        ),
        times=(
            (time("X.o. X.o. X.o. X.o."),),
            (time("X.s. X.s. X.s. X.s.", below=0.65), time("Xsos Xsos Xsos Xsos", at=0.65)),
            (time("X.so X.s. X.so X.s.", "X.s. X.so X.s. Xsos"),),
        ),
        colours=(
            (colour(D.RIM, ".... o... .... ...s", ".... o... .... o...", at=0.5),),
            (colour(D.HAT_OPEN, ".... .... .... ....", ".... .... .... ..s.", at=0.5), colour(D.RIM, ".... s... .... s...", at=0.5)),
            (colour(D.COWBELL, ".... s... .... s.s.", at=0.6),),
            (colour(D.WOODBLOCK, "...s s... .... s...", ".... s... ...s s...", at=0.5), colour(D.HAT_OPEN, ".... .... .... ....", ".... .... .... ..s.", at=0.6)),
        ),
        small_fills=fills.TRAP_SMALL,
        big_fills=fills.TRAP_BIG,
        crash_velocity=0.7,
        build=Build.ROLL,
        cues=frozenset({Cue.RISER, Cue.REVERSE, Cue.IMPACT}),
        hat_rolls=0.75,
        ending=((D.KICK, 0.95), (D.CRASH, 0.6)),
    ),
    Genre.RNB: Style(
        kits=(I.KIT_808, I.KIT_POP, I.KIT_TRAP),
        cores=(
            (kick("X... ...x ..x. ....", "X... ...x ..x. ..x."), back(".... x... .... x...", drum=D.CLAP, at=0.4), ghost(".... .... .p.. ....", drum=D.RIM)),
            (kick("X..x .... .xx. ....", "X..x .... .xx. ...x"), back(".... x... .... x...", at=0.4), ghost(".... ..p. ...g ....")),
            (kick("X... ..x. x..x ....", "X... ..x. ..x. ...."), back(".... x... .... x...", drum=D.RIM, at=0.4, below=0.7), back(".... x... .... x...", drum=D.CLAP, at=0.7)),
            (kick("X.x. .... ..x. .x..", "X.x. ...x .... .x.."), back(".... x... .... x...", drum=D.CLAP, at=0.4), back(".... s... .... s...", at=0.7)),
        ),
        times=(
            (time("x.o. x.o. x.o. x.og"),),
            (time("xgog xgog xgog xgog"), time(".... .... .... ..s.", drum=D.HAT_OPEN, at=0.6)),
            (time("o.sg o.s. o.sg o.sg"), time("..s. .... ..s. ....", drum=D.HAT_OPEN, at=0.75)),
        ),
        colours=(
            (colour(D.MARACAS, "gsog gsog gsog gsog", at=0.55),),
            (colour(D.RIM, "...s ..s. .... ..s.", ".... ..s. .s.. ....", at=0.5),),
            (colour(D.TRIANGLE, "..s. ..s. ..s. ..s.", at=0.75),),
            (colour(D.CONGA_HIGH, ".... ..so .... .s.o", at=0.6, kit=I.KIT_LATIN), colour(D.CONGA_LOW, ".... .... ...s ....", at=0.6, kit=I.KIT_LATIN)),
        ),
        small_fills=fills.HIPHOP_SMALL + fills.TRAP_SMALL[:1],
        big_fills=fills.HIPHOP_BIG[:1] + fills.TRAP_BIG[:1],
        fill_chance=0.55,
        crash_velocity=0.5,
        build=Build.SWELL,
        cues=frozenset({Cue.REVERSE}),
        hat_rolls=0.25,
        ending=((D.KICK, 0.8),),
        late_ms={Role.BACK: 10.0},
    ),
}  # fmt: skip
