"""Drums with a homeland: jazz, bossa nova, reggae, afrobeat, folk."""

# ruff: noqa: E501 - tables read better in long rows

from __future__ import annotations

from klangwerk.engines.composer.composition.rhythm import fills
from klangwerk.engines.composer.composition.rhythm.pattern import Role, back, colour, ghost, kick, time
from klangwerk.engines.composer.composition.rhythm.style import Build, Opening, Style
from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.instruments.catalog import Instrument as I
from klangwerk.engines.composer.instruments.drums import Drum as D

_PEDAL = time(".... o... .... o...", drum=D.HAT_PEDAL)
_FEATHERED = kick("g... g... g... g...", drum=D.KICK_SOFT, at=0.45)
_SHAKER_LATIN = colour(D.MARACAS, "o.s. o.s. o.s. o.s.", at=0.35, kit=I.KIT_LATIN)

STYLES = {
    Genre.JAZZ: Style(
        kits=(I.KIT_JAZZ,),
        cores=(
            (_FEATHERED, ghost("..p. ..o. ..p. ....", ".... ..p. ..s. ..p.", "..s. .... ..p. ..o.", "p... ..p. o... ..p.", drum=D.SNARE, at=0.5), kick(".... .... ..p. ....", ".... .... ..o. ..p.", ".... ..o. .... ....", ".... ..p. .... ..o.", at=0.55)),
            (_FEATHERED, ghost("..p. .p.. ..o. ..p.", ".... ..s. p... ..p.", "..p. ..p. ..o. ....", "o... ..o. .... p.p.", drum=D.SNARE, at=0.5), kick(".... .... .... ..o.", "..p. .... ..p. ....", at=0.6)),
            (_FEATHERED, back(".... o... .... o...", drum=D.RIM, at=0.6), ghost(".... .... .... ....", "..s. .... ..s. ..p.", drum=D.SNARE, at=0.55)),
            (kick("s... .... s... ....", drum=D.KICK_SOFT, at=0.4), back(".... s... .... s...", drum=D.SNARE_ALT, at=0.35), ghost("g... ..g. g... ..g.", drum=D.SNARE_ALT, at=0.35)),
        ),
        times=(
            (time("x... x.o. x... x.o.", drum=D.RIDE), _PEDAL),
            (time("x... x.o. x... x.o.", "x... x.o. x... x...", "x... x.o. x.o. x.o.", "x... x... x... x.o.", drum=D.RIDE), _PEDAL),
            (time("o... o.s. o... o.s.", drum=D.SNARE_ALT, below=0.7), time("x... x.o. x... x.o.", drum=D.RIDE, at=0.7), _PEDAL),
        ),
        small_fills=fills.JAZZ_SMALL,
        big_fills=fills.JAZZ_BIG,
        fill_chance=0.6,
        crash_velocity=0.45,
        build=Build.SWELL,
        openings=(Opening.HATS, Opening.GROOVE),
        ending=((D.KICK_SOFT, 0.7), (D.RIDE, 0.6), (D.CRASH, 0.45)),
        level_db=-2.0,
    ),
    Genre.BOSSA_NOVA: Style(
        kits=(I.KIT_JAZZ,),
        cores=(
            (kick("x... ..o. x... ..o.", drum=D.KICK_SOFT, at=0.3), back("x... ..x. .... x...", ".... x... ..x. ....", drum=D.RIM, at=0.4)),
            (kick("x... ..o. x... ..o.", drum=D.KICK_SOFT, at=0.3), back(".... x... ..x. ....", "x... ..x. .... x...", drum=D.RIM, at=0.4)),
            (kick("x... ..o. x... ....", "x... ..o. x... ..o.", drum=D.KICK_SOFT, at=0.3), back("x... ..x. .... x...", "..x. .... x... ..x.", drum=D.RIM, at=0.4)),
        ),
        times=(
            (time("x.g. x.g. x.g. x.g."), _PEDAL),
            (time("o.g. o.g. o.g. o.g.", drum=D.SNARE_ALT), _PEDAL),
            (time("x.g. x.g. x.g. x.g.", below=0.8), time("o.g. o.g. o.g. o.g.", drum=D.RIDE, at=0.8), _PEDAL),
        ),
        colours=(
            (_SHAKER_LATIN,),
            (colour(D.CABASA, "o.g. o.g. o.g. o.g.", at=0.35, kit=I.KIT_LATIN), colour(D.TRIANGLE, "..s. .... ..s. ....", at=0.75, kit=I.KIT_LATIN)),
            (_SHAKER_LATIN, colour(D.CONGA_HIGH, ".... .... ..o. o...", ".... ..o. ..o. o...", at=0.55, kit=I.KIT_LATIN), colour(D.CONGA_LOW, ".... .... .... ..o.", at=0.55, kit=I.KIT_LATIN), colour(D.CONGA_MUTE, "s... s... .... ....", at=0.55, kit=I.KIT_LATIN)),
            (colour(D.AGOGO_HIGH, "s... ..s. .... ....", at=0.7, kit=I.KIT_LATIN), colour(D.AGOGO_LOW, ".... .... s... ..s.", at=0.7, kit=I.KIT_LATIN), _SHAKER_LATIN),
        ),
        small_fills=fills.LATIN_SMALL,
        big_fills=fills.LATIN_BIG,
        fill_chance=0.5,
        crash_velocity=0.35,
        build=Build.SWELL,
        openings=(Opening.HATS, Opening.GROOVE),
        ending=((D.KICK_SOFT, 0.65), (D.RIDE, 0.45)),
        looseness=0.4,
        level_db=-2.0,
    ),
    Genre.REGGAE: Style(
        kits=(I.KIT_REGGAE,),
        cores=(
            (kick(".... X... .... X...", at=0.35), back(".... X... .... X...", drum=D.RIM, at=0.35), ghost(".... .... .... ....", ".... ...g .... ..g.", drum=D.SNARE)),  # one drop
            (kick(".... X... .... X...", at=0.35), back(".... x... .... x...", drum=D.RIM, at=0.35, below=0.8), back(".... X... .... X...", at=0.8), ghost("...p .... .... .p..", drum=D.RIM)),  # one drop
            (kick("X... X... X... X...", at=0.35), back(".... x... .... x...", drum=D.RIM, at=0.4), ghost(".... ..g. .... ...g", drum=D.SNARE)),  # steppers
            (kick("X... .... X... ....", "X... ...o X... ....", at=0.35), back(".... X... .... X...", at=0.4), ghost("...g .... ...g ....", drum=D.RIM)),  # rockers
        ),
        times=(
            (time("x.xs x.x. x.xs x.x."), time(".... .... .... ..o.", ".... .... .... ....", drum=D.HAT_OPEN, at=0.6)),
            (time("o.x. o.x. o.x. o.xs"),),
            (time("x.xx x.x. x.xx x.x."), time("..o. .... .... ....", ".... .... ..o. ....", drum=D.HAT_OPEN, at=0.65)),
        ),
        colours=(
            (),
            (colour(D.MARACAS, "g.o. g.o. g.o. g.o.", at=0.5, kit=I.KIT_LATIN),),
            (colour(D.BONGO_HIGH, "o..o ..o. o..o ....", at=0.6, kit=I.KIT_LATIN), colour(D.BONGO_LOW, ".... o... .... o.s.", at=0.6, kit=I.KIT_LATIN)),
            (colour(D.TIMBALE, ".... .... .... ....", ".... .... .... ....", ".... .... .... ....", ".... .... .... .oxx", at=0.5), colour(D.TAMBOURINE, "..s. ..s. ..s. ..s.", at=0.7)),
            (colour(D.WOODBLOCK, ".... ..s. .... ....", "...s .... .... ..s.", at=0.6),),
        ),
        small_fills=fills.REGGAE_SMALL,
        big_fills=fills.REGGAE_BIG,
        one_core=True,
        crash_velocity=0.6,
        build=Build.SWELL,
        openings=(Opening.GROOVE, Opening.HATS),
        late_ms={Role.BACK: 6.0, Role.KICK: 4.0},
    ),
    Genre.AFROBEAT: Style(
        kits=(I.KIT_AFRO,),
        cores=(
            (kick("X..x ..x. x.x. ....", "X..x ..x. x.x. x..."), back(".... x..s .x.. x...", ".... x..s .x.. x..s", at=0.4), ghost("..g. ..g. g..g ..g.")),
            (kick("X... ..x. x... ..x.", "X... ..x. .x.. x..."), back("...s x..x .... x..s", at=0.4), ghost(".g.. .g.. .g.g ....")),
            (kick("X..x ..x. X... x.x."), back("...x ..x. ...x x...", drum=D.RIM, at=0.4), back(".... .... .... x...", drum=D.SNARE, at=0.6)),
            (kick("X... X... X... X..."), back("...x ..x. ...x x...", drum=D.RIM, at=0.4), ghost(".g.. .... .g.. g...")),
        ),
        times=(
            (time("xgog xgog xgog xgog"), time(".... ..o. .... ..o.", drum=D.HAT_OPEN, at=0.6)),
            (time("xgog xgox xgog xgox"), time("..o. .... ..o. ....", drum=D.HAT_OPEN, at=0.7)),
            (time("x.o. x.og x.o. x.og"),),
        ),
        colours=(
            (colour(D.MARACAS, "xgog xgog xgog xgog", at=0.25, kit=I.KIT_LATIN), colour(D.CONGA_HIGH, "..ox ..o. ..ox .o..", at=0.45, kit=I.KIT_LATIN), colour(D.CONGA_LOW, ".... o..o .... o..o", at=0.45, kit=I.KIT_LATIN), colour(D.CLAVES, "x..x ..x. ..x. x...", at=0.7, kit=I.KIT_LATIN)),
            (colour(D.MARACAS, "ogxg ogxg ogxg ogxg", at=0.25, kit=I.KIT_LATIN), colour(D.COWBELL, "x.x. xx.x .x.x x.x.", at=0.6, kit=I.KIT_LATIN), colour(D.CONGA_HIGH, "o..o ..oo o..o ..o.", at=0.5, kit=I.KIT_LATIN), colour(D.CONGA_LOW, ".... o... .... o.o.", at=0.5, kit=I.KIT_LATIN)),
            (colour(D.CABASA, "xgog xgog xgog xgog", at=0.25, kit=I.KIT_LATIN), colour(D.AGOGO_HIGH, "x..x .... x... ..x.", at=0.6, kit=I.KIT_LATIN), colour(D.AGOGO_LOW, "..o. .o.o .o.o ....", at=0.6, kit=I.KIT_LATIN), colour(D.BONGO_HIGH, "o.go o.go o.go o.oo", at=0.55, kit=I.KIT_LATIN)),
        ),
        small_fills=fills.AFRO_SMALL,
        big_fills=fills.AFRO_BIG,
        one_core=True,
        crash_velocity=0.6,
        build=Build.SWELL,
        openings=(Opening.HATS, Opening.GROOVE),
        looseness=0.4,
    ),
    Genre.FOLK: Style(
        kits=(I.KIT_ACOUSTIC,),
        cores=(
            (kick("x... .... x... ....", drum=D.KICK_SOFT, at=0.35), back(".... o... .... o...", drum=D.CLAP, at=0.6)),
            (kick("x... .... x... ....", "x... ..o. x... ....", at=0.35), back(".... o... .... o...", drum=D.SNARE, at=0.5), ghost(".... ..g. ...g ....")),
            (kick("x... x... x... x...", drum=D.KICK_SOFT, at=0.35), back(".... o... .... o...", drum=D.TAMBOURINE, at=0.5)),
            (kick("x... ..o. ..o. ....", "x... ..o. ..o. ..s.", at=0.35), back(".... o... .... o...", drum=D.SNARE_ALT, at=0.45), ghost("..g. .... g..g ..g.")),
        ),
        times=(
            (time("o.s. o.s. o.s. o.s.", drum=D.MARACAS),),
            (time("ogsg ogsg ogsg ogsg", drum=D.MARACAS),),
            (time("s.o. s.o. s.o. s.o.", drum=D.TAMBOURINE),),
            (time("ogog ogog ogog ogog", drum=D.SNARE_ALT),),
        ),
        colours=(
            (),
            (colour(D.CONGA_LOW, "o... .... ..s. ....", at=0.6), colour(D.CONGA_HIGH, ".... o... ...s o...", at=0.6)),
            (colour(D.BONGO_HIGH, "..s. .s.. ..s. .so.", at=0.6), colour(D.BONGO_LOW, "o... .... o... ....", at=0.6)),
            (colour(D.TAMBOURINE, ".... o... .... o...", at=0.7),),
            (colour(D.WOODBLOCK, "..s. ..s. ..s. ..s.", at=0.75),),
        ),
        small_fills=fills.HAND_SMALL,
        big_fills=fills.HAND_BIG,
        fill_chance=0.5,
        crash=None,
        build=Build.SWELL,
        ending=((D.KICK_SOFT, 0.75), (D.TAMBOURINE, 0.5)),
        looseness=0.5,
        level_db=-3.0,
    ),
}  # fmt: skip
