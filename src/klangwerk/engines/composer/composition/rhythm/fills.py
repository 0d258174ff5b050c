"""Fills, by the kind of drummer."""

# ruff: noqa: E501 - tables read better in long rows

from __future__ import annotations

from klangwerk.engines.composer.composition.rhythm.pattern import Role
from klangwerk.engines.composer.composition.rhythm.style import Fill
from klangwerk.engines.composer.instruments.drums import Drum as D

_BEAT = frozenset({Role.BACK, Role.GHOST})
_ALL = frozenset({Role.KICK, Role.BACK, Role.GHOST, Role.TIME})
_UPPER = frozenset({Role.BACK, Role.GHOST, Role.TIME})


def _fill(beats: int, mutes: frozenset[Role] = _UPPER, **lines: str) -> Fill:
    return Fill(beats, tuple((D[name], steps.replace(" ", "")) for name, steps in lines.items()), mutes)


BAND_SMALL = (
    _fill(1, SNARE="oxxX", KICK="x..."),
    _fill(1, SNARE="x.x.", TOM_LOW=".o.x"),
    _fill(1, _BEAT, SNARE="X.oX"),
    _fill(1, TOM_HIGH="xx..", TOM_FLOOR="..xX"),
    _fill(2, _BEAT, SNARE="..o.X.oo", HAT_OPEN="......x."),
)
BAND_BIG = (
    _fill(2, SNARE="xoxx....", TOM_HIGH="....xx..", TOM_FLOOR="......xX", KICK="x...x..."),
    _fill(4, SNARE="xoxx........X...", TOM_HIGH="....xoxx........", TOM_LOW="........xoxx....", TOM_FLOOR=".............xxX", KICK="x...x...x...x..."),
    _fill(4, _BEAT, SNARE="X..x..x.X.xxXxXX", TOM_FLOOR="X..x..x.........", KICK="..x..x..x...x..."),
    _fill(2, SNARE="X..X..xx", TOM_FLOOR="X..X....", KICK=".x..x..."),
    _fill(3, SNARE="x.xxx.......", TOM_MID=".....xx.x...", TOM_FLOOR=".........xxX", KICK="x...x...x..."),
    _fill(2, SNARE="xo..xo..", TOM_MID="..xo....", TOM_FLOOR="......xx", KICK="x...x..."),
)  # fmt: skip
METAL_SMALL = (
    _fill(1, SNARE="XxXx", KICK="xxxx"),
    _fill(1, TOM_HIGH="xx..", TOM_FLOOR="..xx", KICK="xxxx"),
)
METAL_BIG = (
    _fill(4, SNARE="XxXx............", TOM_HIGH="....XxXx........", TOM_LOW="........XxXx....", TOM_FLOOR="............XxXx", KICK="xxxxxxxxxxxxxxxx"),
    _fill(2, SNARE="XxX.X...", TOM_MID="...x.x..", TOM_FLOOR="......XX", KICK="x.xx.xxx"),
    _fill(2, TOM_HIGH="xxx.........", TOM_MID="...xxx......", TOM_LOW="......xxx...", TOM_FLOOR=".........xxX", KICK="x.xx.xx.xx.x"),
)  # fmt: skip
CLUB_SMALL = (
    _fill(1, _BEAT, SNARE="o.xx"),
    _fill(1, frozenset({Role.KICK, Role.BACK}), CLAP="x.xx"),
    _fill(2, _BEAT, CLAP="x..x..x."),
    _fill(1, frozenset({Role.KICK}), TOM_HIGH="x...", TOM_LOW="..xx"),
)
CLUB_BIG = (
    _fill(2, frozenset({Role.KICK, Role.BACK, Role.GHOST}), SNARE="gsoxoxxX"),
    _fill(4, frozenset({Role.KICK, Role.BACK, Role.GHOST}), SNARE="gggsgsssososxoxX"),
    _fill(4, _BEAT, CLAP="x..x..x...x.xxxx"),
    _fill(2, frozenset({Role.KICK, Role.BACK}), CLAP="x..x.xxX", TOM_LOW="..o..o.."),
)
BREAK_SMALL = (
    _fill(1, SNARE="x.xx", KICK=".x.."),
    _fill(1, SNARE="XgxX", HAT_OPEN="..x."),
    _fill(2, SNARE="..X..X.x", KICK="X...x...", SNARE_ALT=".g..g.g."),
)
BREAK_BIG = (
    _fill(4, frozenset({Role.KICK, Role.BACK, Role.GHOST}), KICK="X.X.....X.......", SNARE="....X..X..X.XxXX", SNARE_ALT="...g..g..g.g...."),
    _fill(2, SNARE="XxxXxxXX", KICK="x..x..x."),
    _fill(4, _ALL, SNARE="X..X..X..X..XxXx", KICK=".x..x..x..x....."),
    _fill(2, _ALL, SNARE="gsooxxXXXXXX", HAT_OPEN="............"),
)  # fmt: skip
HIPHOP_SMALL = (
    _fill(1, _BEAT, SNARE="o.xo"),
    _fill(1, _BEAT, KICK="x.x.", SNARE="...x"),
    _fill(1, _ALL, SNARE="X..o"),
    _fill(2, _BEAT, SNARE="....X.go", KICK="x.x....."),
)
HIPHOP_BIG = (
    _fill(2, _BEAT, SNARE="..x.X.xx", KICK="x..x...."),
    _fill(1, _ALL, SNARE="Xgsx"),
    _fill(2, SNARE="o.xox...", TOM_LOW=".....x.x", KICK="x..x..x."),
    _fill(2, _ALL, SNARE="X.....ox", KICK="x......."),
)
TRAP_SMALL = (
    _fill(1, frozenset({Role.BACK}), SNARE="..oxxX"),
    _fill(1, frozenset({Role.BACK}), SNARE="x.xx"),
    _fill(1, _BEAT, RIM="x.xx"),
)
TRAP_BIG = (
    _fill(2, frozenset({Role.KICK, Role.BACK}), SNARE="gggssooxxxXX"),
    _fill(2, _ALL, SNARE="x...x..x", CLAP="......xX"),
    _fill(1, frozenset({Role.KICK}), SNARE="osoxxxXX"),
)
GARAGE_SMALL = (
    _fill(1, _BEAT, SNARE="x.gx", RIM="..x."),
    _fill(2, _BEAT, SNARE="..x..x.x"),
    _fill(1, frozenset({Role.KICK}), RIM="x.xx"),
)
GARAGE_BIG = (
    _fill(2, frozenset({Role.KICK, Role.BACK, Role.GHOST}), SNARE="X..X.xxX", CLAP="X..X...X"),
    _fill(4, _BEAT, SNARE="....X..x..x.XxxX", KICK="X..x....x......."),
)
FUNK_SMALL = (
    _fill(1, _BEAT, SNARE="Xgxx"),
    _fill(1, SNARE="x.gX", TOM_HIGH=".x..", KICK="..x."),
    _fill(2, _BEAT, SNARE="X.gX.gXg", KICK="..x..x.."),
)
FUNK_BIG = (
    _fill(4, SNARE="X.gX.gX.xxxx....", TOM_HIGH="............xx..", TOM_FLOOR="..............xX", KICK="..x..x..x...x..."),
    _fill(2, SNARE="xgxxX...", TOM_MID=".....xx.", TOM_FLOOR=".......X", KICK="x...x..."),
    _fill(2, SNARE="X.xX.xX.", HAT_OPEN=".......x", KICK=".x..x..x"),
)  # fmt: skip
DISCO_BIG = (
    _fill(2, _BEAT, TOM_HIGH="xoxx....", TOM_FLOOR="....xoxX"),
    _fill(2, _BEAT, SNARE="oxoxxxxX"),
    _fill(4, _BEAT, SNARE="x...x...x.x.xxxx", TOM_LOW="..x...x.........", HAT_OPEN="..............x."),
)
JAZZ_SMALL = (
    _fill(1, frozenset({Role.BACK, Role.GHOST}), SNARE="ox."),
    _fill(2, frozenset({Role.BACK, Role.GHOST}), SNARE=".o..ox", TOM_HIGH="...s.."),
    _fill(1, frozenset({Role.BACK, Role.GHOST}), SNARE="s.o", KICK=".o."),
)
JAZZ_BIG = (
    _fill(2, frozenset({Role.BACK, Role.GHOST}), SNARE="oso...", TOM_HIGH="...o..", TOM_FLOOR=".....x", KICK="...o.."),
    _fill(4, frozenset({Role.BACK, Role.GHOST}), SNARE="o.s.oso.....", TOM_HIGH=".......oso..", TOM_FLOOR="..........ox", KICK="..o..o......"),
)  # fmt: skip
BLUES_BIG = (
    _fill(2, SNARE="xoxxox", KICK="x..x.."),
    _fill(4, SNARE="x.xxox......", TOM_HIGH="......xox...", TOM_FLOOR=".........xoX", KICK="x..x..x..x.."),
    _fill(2, SNARE="xox...", TOM_FLOOR="...xox", KICK="x..x.."),
)
LATIN_SMALL = (
    _fill(1, frozenset(), TOM_HIGH="o.s."),
    _fill(2, frozenset({Role.BACK}), RIM="x..x..x."),
)
LATIN_BIG = (
    _fill(2, frozenset({Role.BACK}), SNARE="s.o.o.oo", TOM_LOW=".......o"),
    _fill(2, frozenset({Role.BACK}), TOM_HIGH="o..o....", TOM_LOW="....o.o."),
)
REGGAE_SMALL = (
    _fill(1, _BEAT, TIMBALE="x.xx"),
    _fill(1, SNARE="xxx", TOM_LOW="..x"),
    _fill(1, _UPPER, SNARE="X.ox"),
)
REGGAE_BIG = (
    _fill(2, SNARE="X.xx....", TOM_HIGH="....x.x.", TOM_FLOOR=".......X"),
    _fill(2, TIMBALE="X..x.xxX", SNARE="X......."),
    _fill(1, SNARE="xxxxxX", KICK="x....."),
)
AFRO_SMALL = (
    _fill(1, _BEAT, SNARE="x.gx", TOM_LOW=".x.."),
    _fill(1, _BEAT, TOM_HIGH="x.x.", TOM_LOW=".x.x"),
)
AFRO_BIG = (
    _fill(2, _BEAT, SNARE="x.gx.gx.", TOM_HIGH=".x..x...", TOM_FLOOR=".....x.X", KICK="..x..x.."),
    _fill(4, _BEAT, SNARE="X..x..x...x.....", TOM_HIGH=".........x.x....", TOM_LOW="............x.xX", KICK="X.....x...x....."),
)  # fmt: skip
HAND_SMALL = (
    _fill(1, frozenset(), CONGA_HIGH="o.xx"),
    _fill(1, _BEAT, CONGA_HIGH="xo..", CONGA_LOW="..ox"),
)
HAND_BIG = (
    _fill(2, _BEAT, CONGA_HIGH="oxox....", CONGA_LOW="....oxxX"),
    _fill(2, frozenset(), TAMBOURINE="ososxoxX"),
)
TAIKO_SMALL = (
    _fill(1, frozenset(), TOM_MID="o.xx"),
    _fill(2, frozenset(), TOM_MID="....x.xx", TOM_FLOOR="x..x...."),
)
TAIKO_BIG = (
    _fill(4, frozenset({Role.GHOST}), TOM_MID="gsgsososoxoxxxxX", TOM_FLOOR="....o...x...X..."),
    _fill(2, frozenset({Role.GHOST}), TOM_MID="oxx...", TOM_LOW="...xxx", TOM_FLOOR="x..x.X"),
    _fill(4, frozenset({Role.GHOST}), TOM_LOW="x..x..x.x.x.xxxX", TOM_FLOOR="X.....X...X....."),
)
TIMPANI_BIG = (
    _fill(2, frozenset(), TOM_LOW="gggsgsssssoooxxX"),
    _fill(1, frozenset(), TOM_LOW="o.x.", TOM_FLOOR="...."),
)
CHIP_SMALL = (
    _fill(1, SNARE="xxxx"),
    _fill(1, _BEAT, SNARE="x.xx"),
    _fill(1, TOM_HIGH="xx..", TOM_LOW="..xx"),
)
CHIP_BIG = (
    _fill(2, SNARE="x.xxx.xx", KICK=".x...x.."),
    _fill(4, SNARE="x..x..x.xxxxxxxx", KICK="x.....x........."),
    _fill(2, TOM_HIGH="xxxx....", TOM_LOW="....xxxx"),
)
