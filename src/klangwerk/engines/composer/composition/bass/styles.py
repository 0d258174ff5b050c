"""How bass players of each genre play, as figures.

A figure is text of sixteen steps to the bar, bars part at `|`: `R` the chord's bass note, `r` softly, `8` its
octave, `3` `5` `6` `7` the chord's third, fifth, sixth, seventh, `L` the fifth below, `N` the next chord's
bass note early, `A` a step that leads there, `g` a dead note, `s` slides up to the octave; `-` holds on, `.`
is a rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.instruments.catalog import Instrument as I


class Way(StrEnum):
    """What a bass goes by."""

    FIGURES = "figures"  # those that meet the kick most often
    KICK = "kick"  # plays with the kick, figures fill in
    WALK = "walk"
    RIFF = "riff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """`calm` figures are for verses, `full` ones for choruses and drops (empty: the calm ones), `fills` for
    the ends of phrases. `lowest` is where roots begin; they lie within a tenth above. `calm_instruments`, if
    any, take over where it is calm.
    """

    instruments: tuple[I, ...]
    calm: tuple[str, ...]
    full: tuple[str, ...] = ()
    fills: tuple[str, ...] = ()
    way: Way = Way.FIGURES
    calm_instruments: tuple[I, ...] = ()
    lowest: int = 28
    gate: float = 0.9
    looseness: float = 0.4
    avoids_kick: bool = False


_G = Genre
STYLES: dict[Genre, Style] = {
    _G.LOFI: Style(
        instruments=(I.UPRIGHT_BASS, I.FINGER_BASS, I.SUB_BASS),
        calm=("R-------..R---..", "R-----------....", "R-----..R-----..", "R---------5---A-"),
        full=("R-----R-..R---A-", "R----.R-R-----A-", "R-----..5-R---A-"),
        fills=("R-----R-5---..A-", "R---3-5-..R-..A-"), way=Way.KICK, looseness=0.6,
    ),
    _G.CHILLHOP: Style(
        instruments=(I.FINGER_BASS, I.UPRIGHT_BASS),
        calm=("R-----R-..5---..", "R---..R-R-----..", "R-----..R---5-A-"),
        full=("R--R..8-..R-5.A-", "R-..R-..8-R-..A-", "R--..R.8R--..7A-"),
        fills=("R--R..5-7-8-5-A-", "R-R-8-..5-3-..A-"), way=Way.KICK, looseness=0.5,
    ),
    _G.HOUSE: Style(
        instruments=(I.FM_BASS, I.ORGAN_BASS, I.SAW_BASS), calm=("..R-..R-..R-..R-", "..R...R...R...8."),
        full=(
            "..R..R8...R..R8.", "..R-..R-..R-.8R-", "..R.R..R..R.R.8.", "..RR..R8..RR..57",
            "R..R..R...R.8.R.",
        ),
        fills=("..R..R8...5.7.A.", "..R-..8-..5.R.A."), gate=0.8, looseness=0.15, avoids_kick=True,
    ),
    _G.DEEP_HOUSE: Style(
        instruments=(I.SUB_BASS, I.ORGAN_BASS, I.FM_BASS),
        calm=("..R---..R-....R-", "R--.......R-..R-", "..R-..R-..R-..R-"),
        full=("..R..R-...R..8R-", "R-.R..R-..R-.R8.", "..R-.R..R-..8.5-", "...R..R-.R..8-5-"),
        fills=("..R..R-.5-7-8.A-",), looseness=0.25,
    ),
    _G.TECHNO: Style(
        instruments=(I.SUB_BASS, I.ACID_BASS, I.FM_BASS, I.SAW_BASS),
        calm=("..R...R...R...R.", "..rR..rR..rR..rR"),
        full=(".rRr.rRr.rRr.rRr", "..RR..RR..RR..RR", ".RrR.rR8.RrR.r8R", "..R.R.R8..R.RR8."),
        fills=(".rRr.rR8.rRr.8R8",), gate=0.65, looseness=0.0, avoids_kick=True,
    ),
    _G.TRANCE: Style(
        instruments=(I.SAW_BASS,), calm=("..R-..R-..R-..R-", "..R...R...R...R."),
        full=(".RRR.RRR.RRR.RRR", ".RR8.RR8.RR8.RR8", "..R8..R8..R8..R8"), fills=(".RRR.RRR.555.777",),
        gate=0.7, looseness=0.0, avoids_kick=True,
    ),
    _G.DRUM_AND_BASS: Style(
        instruments=(I.REESE_BASS,), calm_instruments=(I.SUB_BASS,),
        calm=("R---------------", "R-----------5---", "R---------R-----"),
        full=(
            "R---------R---8-|R-----R-..R-5-A-", "R-------..R-R---|R-----5-----A---",
            "R-..R-..R---..8-|R-..R-..5---A---", "R--R--R---------|R--R--5-----A---",
        ),
        fills=("R--R--R-8--5--A-", "R-----8-5-R-..A-"), looseness=0.1,
    ),
    _G.DUBSTEP: Style(
        instruments=(I.WOBBLE_BASS,), calm_instruments=(I.SUB_BASS,),
        calm=("R---------------", "R-------R-------"),
        full=(
            "R-------R-----R-|R---R-R-R-------", "R-----R-----R-R-|R-------R--R--R-",
            "R---R---R-R-R---|R-------..R-s---", "R-------..R-R-R-|R-----R-R-R-R-R-",
        ),
        fills=("R-R-R-R-s-------", "R--R--R-RRRR8-5-"), lowest=26, looseness=0.1,
    ),
    _G.TRAP: Style(
        instruments=(I.BASS_808,), calm=("R---------......", "R-------..R---..", "R---------R---.."),
        full=("R-----..R-..R---", "R---..R---..R-s-", "R-----R---..R---"),
        fills=("R-----..R-R-s---", "R---R-..R-s---A-"), way=Way.KICK, lowest=26, looseness=0.1, gate=1.0,
    ),
    _G.BOOM_BAP: Style(
        instruments=(I.UPRIGHT_BASS, I.FINGER_BASS, I.SUB_BASS),
        calm=("R---..R-..R-....", "R-----..R---....", "R--R....R-....5-"),
        full=("R-.R..R-..R-5.A-", "R--..R8-..R-..A-", "R-R-....R-.5..A-"),
        fills=("R-R-5-7-8-5-3-A-", "R--R..8-7-5-3-A-"), way=Way.KICK, looseness=0.5,
    ),
    _G.UK_GARAGE: Style(
        instruments=(I.ORGAN_BASS, I.FM_BASS, I.REESE_BASS, I.SUB_BASS),
        calm=("R--.....R-....R-", "R--...R-........"),
        full=("R--..R.8..R-..5-", "R-.8..R-...R.8R-", "R--R...8..R..5.A", "..R-.8..R-..R.5-"),
        fills=("R--R..8.5-.R.8A-",), looseness=0.25, gate=0.85,
    ),
    _G.AMBIENT: Style(
        instruments=(I.SUB_BASS, I.ORCHESTRAL_BASS), calm=("R---------------|----------------",),
        looseness=0.5,
    ),
    _G.SYNTHWAVE: Style(
        instruments=(I.SAW_BASS, I.FM_BASS), calm=("R-R-R-R-R-R-R-R-", "R-----R-R-----R-"),
        full=(
            "R-R-R-R-R-R-R-R-", "RrRrRrRrRrRrRrRr", "R-8-R-8-R-8-R-8-", "R-rR-rR-R-rR-rR-",
            "RR8RRR8RRR8RRR8R",
        ),
        fills=("R.R.R.R.5.5.7.7.", "RrRrRrRr8r7r5rAr"), gate=0.75, looseness=0.0,
    ),
    _G.POP: Style(
        instruments=(I.FINGER_BASS, I.PICK_BASS, I.SAW_BASS),
        calm=("R-------R-----..", "R-----R-R-----..", "R---------R-R---"),
        full=("R-R-R-R-R-R-R-R-", "R--R--R-R-R-R-A-", "R-----R-R-R-5-A-", "R-.RR-..R-.RR-8-"),
        fills=("R-R-R-R-5-5-7-A-", "R--R--R-8-5-3-A-"), looseness=0.3,
    ),
    _G.RNB: Style(
        instruments=(I.SUB_BASS, I.FINGER_BASS, I.BASS_808),
        calm=("R-------------..", "R---------R---..", "R-----R-........"),
        full=("R-----R-..R-..A-", "R--R......R-R-A-", "R-----..8-R---A-"),
        fills=("R--R..8-5-R-..A-", "R-----5-7-8---A-"), way=Way.KICK, looseness=0.5,
    ),
    _G.FUNK: Style(
        instruments=(I.SLAP_BASS, I.FINGER_BASS),
        calm=("R-.R..g.g.R.7-8.", "R--...g8..g.R.7.", "R-.g..R...g.78..", "R-..R.g..g8.7.5."),
        full=(
            "R.gR.g8.gR.g7.8.", "R.RgR.8.g.R.78.A", "Rg.R.g8gR.7g5.7A", "R..R.g8..gR.8.7A",
            "R.g8..Rg.R8.7g5A",
        ),
        fills=("R.R.8.7.5.R.356A", "R8R8.g7.7.5.g.5A", "R.gR8.78.75.35.A"), gate=0.7, looseness=0.4,
    ),
    _G.DISCO: Style(
        instruments=(I.FINGER_BASS, I.PICK_BASS),
        calm=("R-----R-8---5-A-", "R---8---R---8---", "R-.R..8-R-.R..8-"),
        full=("R-8-R-8-R-8-R-8-", "R-8-R-8RR-8-R-8A", "R8-RR-8-R8-RR-8A", "R-8-R-8-5-8-5-8-"),
        fills=("R-8-7-8-5-8-356A", "R-8-R-8-7-6-5-A-"), gate=0.75, looseness=0.3,
    ),
    _G.JAZZ: Style(
        instruments=(I.UPRIGHT_BASS,), calm=("R-------5-------",), way=Way.WALK, looseness=0.5, gate=0.95,
    ),
    _G.BLUES: Style(
        instruments=(I.FINGER_BASS, I.UPRIGHT_BASS),
        calm=("R---R---5---6---", "R---3---5---6---", "R-..R-..5-..5-.."),
        full=("R-R-3-3-5-5-6-6-", "R---3---5---6---|7---6---5---3---", "R-R-5-5-6-6-5-5-"),
        fills=("R---3---5---A---", "R-R-3-3-5-5-A-A-"), looseness=0.5,
    ),
    _G.BOSSA_NOVA: Style(
        instruments=(I.UPRIGHT_BASS, I.FINGER_BASS),
        calm=("R-------5-------", "R-----5-5-----N-", "R-----5-5-------"),
        full=("R-----5-5-----N-", "R-----L-L-----N-", "R-----5-5---3-N-"), fills=("R-----5-5---A-N-",),
        looseness=0.4,
    ),
    _G.REGGAE: Style(
        instruments=(I.FINGER_BASS, I.SUB_BASS),
        calm=("....R---R-5-R---", "..R-R-..5---R-..", "....R-R-..5-3-R-"),
        full=("..R-5-R-8---5-R-", "....R-3-5-R-..A-", "..R-R-3-5-3-R-..", "..R...R-5-8-5-R-"),
        fills=("..R-R-5-8-5-3-A-", "....5-3-R---..A-"), lowest=29, looseness=0.5,
    ),
    _G.ROCK: Style(
        instruments=(I.PICK_BASS, I.FINGER_BASS),
        calm=("R-R-R-R-R-R-R-R-", "R-----R-R-----R-", "R-------R-------"),
        full=("R-R-R-R-R-R-R-R-", "R-R-R-R-R-R-5-A-", "R--R--R-R--R--R-"),
        fills=("R-R-R-R-5-5-7-A-", "R-R-8-8-7-7-5-A-"), looseness=0.35,
    ),
    _G.METAL: Style(
        instruments=(I.PICK_BASS,), calm=("R.RRR.RRR.RRR.RR",), way=Way.RIFF, gate=0.85, looseness=0.2,
    ),
    _G.FOLK: Style(
        instruments=(I.UPRIGHT_BASS, I.FINGER_BASS),
        calm=("R-------5-------", "R-------L-------", "R---------------"),
        full=("R-----R-5-----A-", "R---5---R---A---", "R-------5---A---"), looseness=0.5,
    ),
    _G.CINEMATIC: Style(
        instruments=(I.ORCHESTRAL_BASS,),
        calm=("R---------------|----------------", "R---------------", "R-------R-------"),
        full=("R---R---R---R---", "R-R-R-R-R-R-R-R-", "R-----R-R---R---", "R..R..R.R..R..R."), lowest=28,
        looseness=0.3,
    ),
    _G.CLASSICAL: Style(
        instruments=(I.ORCHESTRAL_BASS,), calm=("R---------------", "R-------R-------", "R---....R---...."),
        full=("R---R---R---R---", "R---3---5---R---", "R-------5-------", "R---R---5---A---"),
        looseness=0.4,
    ),
    _G.AFROBEAT: Style(
        instruments=(I.FINGER_BASS,), calm=("R-.R..5.R-....7.", "..R.R-..5-R-....", "R-..R.5-..7-R-.."),
        full=("R.R..5R-..7.R.8.", "R-.5..R.7-.8..5.", "..R.R.5-..R.7.R-", "R..R.5..R-7.5.R."),
        fills=("R.R..5R-8.7.5.A.",), gate=0.8, looseness=0.35,
    ),
    _G.CHIPTUNE: Style(
        instruments=(I.CHIP_BASS,), calm=("R-..R-..R-..R-..", "R---R---5---R---"),
        full=("R.8.R.8.R.8.R.8.", "R.R.8.R.5.R.8.R.", "RR8.RR8.RR8.5.8."),
        fills=("R.3.5.8.7.5.3.A.", "R.8.5.8.R8R85858"), gate=0.85, looseness=0.0,
    ),
}  # fmt: skip
