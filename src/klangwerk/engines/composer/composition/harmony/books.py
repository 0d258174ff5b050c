"""Which harmony a genre has in which mode. A mode that its tradition does not know borrows from its nearest
kin.
"""

from __future__ import annotations

import re
from dataclasses import replace

from klangwerk.engines.composer.composition.harmony import concert, dance, songs
from klangwerk.engines.composer.composition.harmony.songbook import Songbook
from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.keys import SCALES, Mode

_G = Genre
_M, _m, _dor, _phr, _lyd, _mix, _har = Mode
_BOOKS: dict[Genre, dict[Mode, Songbook]] = {
    _G.LOFI: {_M: dance.SOUL_MAJOR, _m: dance.SOUL_MINOR, _dor: dance.SOUL_DORIAN},
    _G.CHILLHOP: {_M: dance.SOUL_MAJOR, _m: dance.SOUL_MINOR, _dor: dance.SOUL_DORIAN},
    _G.HOUSE: {_M: dance.HOUSE_MAJOR, _m: dance.HOUSE_MINOR, _dor: dance.HOUSE_DORIAN},
    _G.DEEP_HOUSE: {_M: dance.HOUSE_MAJOR, _m: dance.DEEP_MINOR, _dor: dance.HOUSE_DORIAN},
    _G.TECHNO: {_M: dance.HOUSE_MAJOR, _m: dance.TECHNO_MINOR},
    _G.TRANCE: {_M: songs.POP_MAJOR, _m: dance.TRANCE_MINOR},
    _G.DRUM_AND_BASS: {_M: dance.HOUSE_MAJOR, _m: dance.DRUM_AND_BASS_MINOR},
    _G.DUBSTEP: {_M: songs.POP_MAJOR, _m: dance.DUBSTEP_MINOR},
    _G.TRAP: {_M: songs.POP_MAJOR, _m: dance.TRAP_MINOR},
    _G.BOOM_BAP: {_M: dance.SOUL_MAJOR, _m: dance.BOOM_BAP_MINOR, _dor: dance.SOUL_DORIAN},
    _G.UK_GARAGE: {_M: dance.HOUSE_MAJOR, _m: dance.GARAGE_MINOR, _dor: dance.HOUSE_DORIAN},
    _G.AMBIENT: {
        _M: concert.AMBIENT_MAJOR,
        _m: concert.AMBIENT_MINOR,
        _dor: concert.AMBIENT_DORIAN,
        _lyd: concert.AMBIENT_LYDIAN,
    },
    _G.SYNTHWAVE: {_M: songs.POP_MAJOR, _m: songs.SYNTHWAVE_MINOR, _dor: songs.SYNTHWAVE_DORIAN},
    _G.POP: {_M: songs.POP_MAJOR, _m: songs.POP_MINOR},
    _G.RNB: {_M: dance.SOUL_MAJOR, _m: dance.SOUL_MINOR, _dor: dance.SOUL_DORIAN},
    _G.FUNK: {
        _M: songs.FUNK_MIXOLYDIAN,
        _m: songs.DISCO_MINOR,
        _dor: songs.FUNK_DORIAN,
        _mix: songs.FUNK_MIXOLYDIAN,
    },
    _G.DISCO: {_M: songs.DISCO_MAJOR, _m: songs.DISCO_MINOR},
    _G.JAZZ: {_M: concert.JAZZ_MAJOR, _m: concert.JAZZ_MINOR, _dor: concert.JAZZ_DORIAN},
    _G.BLUES: {_M: concert.BLUES_MAJOR, _m: concert.BLUES_MINOR, _mix: concert.BLUES_MAJOR},
    _G.BOSSA_NOVA: {_M: concert.BOSSA_MAJOR, _m: concert.BOSSA_MINOR},
    _G.REGGAE: {_M: songs.REGGAE_MAJOR, _m: songs.REGGAE_MINOR},
    _G.ROCK: {_M: songs.ROCK_MAJOR, _m: songs.ROCK_MINOR, _mix: songs.ROCK_MIXOLYDIAN},
    _G.METAL: {_M: songs.ROCK_MAJOR, _m: songs.METAL_MINOR, _phr: songs.METAL_PHRYGIAN},
    _G.FOLK: {
        _M: songs.FOLK_MAJOR,
        _m: songs.ROCK_MINOR,
        _dor: songs.FOLK_DORIAN,
        _mix: songs.ROCK_MIXOLYDIAN,
    },
    _G.CINEMATIC: {
        _M: concert.CINEMATIC_MAJOR,
        _m: concert.CINEMATIC_MINOR,
        _lyd: concert.CINEMATIC_LYDIAN,
    },
    _G.CLASSICAL: {_M: concert.CLASSICAL_MAJOR, _m: concert.CLASSICAL_MINOR},
    _G.AFROBEAT: {_M: dance.AFRO_MAJOR, _m: dance.AFRO_MINOR, _dor: dance.AFRO_DORIAN},
    _G.CHIPTUNE: {_M: songs.CHIP_MAJOR, _m: songs.CHIP_MINOR},
}
_BORROWED: dict[Mode, dict[str, str]] = {
    _dor: {"bVI": "bIII", "iv": "IV", "iih": "ii", "bII": "ii"},
    _phr: {"V": "bII", "v": "bvii", "bVII": "bvii", "iih": "bII", "IV": "iv"},
    _har: {"v": "V", "bVII": "bVI"},
    _lyd: {"IV": "II", "ii": "II", "bVII": "V", "iv": "II"},
    _mix: {"V": "v", "iii": "v", "III": "v"},
}
"""A root and its kind that a mode is told by, for those of plain major or minor. What comes after it is kept
where it fits.
"""
_NUMERAL = re.compile(r"([b#]?[IViv]+h?)([^|\s/]*)((?:/[b#]?[1-7])?)")


def book_for(genre: Genre, mode: Mode) -> Songbook:
    """The genre's songbook in a mode."""
    books = _BOOKS[genre]
    if mode in books:
        return books[mode]
    book = books[_m if 3 in SCALES[mode] else _M]
    changes = _BORROWED[mode]

    def moved(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(_NUMERAL.sub(lambda match: _moved(match, changes), text) for text in texts)

    return replace(
        book,
        chorus=moved(book.chorus),
        verse=moved(book.verse),
        bridge=moved(book.bridge),
        turn=moved(book.turn),
        close=moved(book.close),
    )


_ABOVE_MINOR = ("", "5", "6", "7", "9", "11", "add9")
_ABOVE_MAJOR = ("", "5", "6", "7", "9", "13", "add9", "sus2", "sus4", "7sus4", "9sus4")


def _moved(match: re.Match[str], changes: dict[str, str]) -> str:
    degree, colour, _ = match.groups()
    if degree not in changes:
        return match.group()
    new = changes[degree]
    plain = colour.replace("maj", "").replace("b9", "").replace("b13", "").replace("#9", "")
    if new in ("bII", "II", "V"):  # colours would leave the mode
        return new + (plain if plain == "5" else "7" if new == "V" and plain else "")
    known = _ABOVE_MINOR if new.islower() or new == "bvii" else _ABOVE_MAJOR
    return new + (plain if plain in known else "7")
