"""Which genre a description means, or suggests without naming one."""

from __future__ import annotations

from collections import Counter

import numpy as np

from klangwerk.engines.composer.brief import Understood
from klangwerk.engines.composer.genres import FACTS, Genre
from klangwerk.engines.composer.instruments.catalog import Instrument
from klangwerk.engines.composer.prompt.gathering import Wishes
from klangwerk.engines.composer.prompt.scanning import Piece
from klangwerk.engines.composer.prompt.vocabulary.terms import GenreTerm

_I, _G = Instrument, Genre
_AT_HOME: dict[Instrument, tuple[Genre, ...]] = {
    _I.DISTORTED_GUITAR: (_G.METAL, _G.ROCK),
    _I.OVERDRIVEN_GUITAR: (_G.ROCK, _G.BLUES),
    _I.CLEAN_GUITAR: (_G.ROCK, _G.FUNK, _G.POP),
    _I.STEEL_GUITAR: (_G.FOLK,),
    _I.NYLON_GUITAR: (_G.BOSSA_NOVA, _G.FOLK),
    _I.GRAND_PIANO: (_G.CLASSICAL, _G.POP, _G.JAZZ),
    _I.FELT_PIANO: (_G.AMBIENT, _G.CLASSICAL),
    _I.ELECTRIC_PIANO: (_G.LOFI, _G.RNB, _G.CHILLHOP),
    _I.MUTED_GUITAR: (_G.FUNK, _G.DISCO),
    _I.SLAP_BASS: (_G.FUNK,),
    _I.TENOR_SAX: (_G.JAZZ,),
    _I.MUTED_TRUMPET: (_G.JAZZ,),
    _I.VIBRAPHONE: (_G.JAZZ,),
    _I.UPRIGHT_BASS: (_G.JAZZ,),
    _I.KIT_JAZZ: (_G.JAZZ,),
    _I.STRING_ENSEMBLE: (_G.CINEMATIC, _G.CLASSICAL),
    _I.STRING_STACCATO: (_G.CINEMATIC,),
    _I.FRENCH_HORNS: (_G.CINEMATIC,),
    _I.CHOIR: (_G.CINEMATIC,),
    _I.KIT_CINEMATIC: (_G.CINEMATIC,),
    _I.SOLO_VIOLIN: (_G.CLASSICAL,),
    _I.SOLO_CELLO: (_G.CLASSICAL, _G.CINEMATIC),
    _I.HARPSICHORD: (_G.CLASSICAL,),
    _I.CHURCH_ORGAN: (_G.CLASSICAL,),
    _I.HARP: (_G.CLASSICAL, _G.AMBIENT),
    _I.ACCORDION: (_G.FOLK,),
    _I.DRAWBAR_ORGAN: (_G.BLUES, _G.REGGAE),
    _I.PULSE_LEAD: (_G.CHIPTUNE,),
    _I.BASS_808: (_G.TRAP,),
    _I.KIT_808: (_G.TRAP,),
    _I.KIT_909: (_G.HOUSE, _G.TECHNO),
    _I.ACID_BASS: (_G.TECHNO,),
    _I.REESE_BASS: (_G.DRUM_AND_BASS,),
    _I.WOBBLE_BASS: (_G.DUBSTEP,),
    _I.SUPERSAW: (_G.TRANCE,),
    _I.SYNTH_BRASS: (_G.SYNTHWAVE,),
    _I.WARM_PAD: (_G.AMBIENT,),
    _I.KIT_LATIN: (_G.BOSSA_NOVA,),
    _I.KIT_AFRO: (_G.AFROBEAT,),
}


def genre_of(
    wishes: Wishes,
    understood: list[Understood],
    notes: list[str],
    rng: np.random.Generator,
    *,
    bpm: float | None,
) -> tuple[Genre, bool]:
    """The genre and whether it was named. Tells what it made of every genre that was said."""
    draw = float(rng.random())
    named = [(piece, term) for piece, term in wishes.genres if not term.is_adjective]
    exact = [(piece, term) for piece, term in named if not term.nearest_to]
    said = exact or named or wishes.genres
    if not said:
        genre = _suggested(wishes, bpm, draw)
        notes.append(f"No genre was named; {genre.value} seemed to fit.")
        return genre, False
    piece, term = _head(said)
    for other, meant in wishes.genres:
        if other is piece:
            understood.append(Understood(piece.text, "genre", term.genre.value))
        elif meant.genre is not term.genre:
            notes.append(f"“{other.text}” was heard, but one track has one genre: {term.genre.value}.")
        else:
            understood.append(Understood(other.text, "genre", meant.genre.value))
    if term.nearest_to:
        notes.append(f"“{piece.text}” is not one of the genres here; {term.genre.value} comes nearest.")
    return term.genre, True


def _head(said: list[tuple[Piece, GenreTerm]]) -> tuple[Piece, GenreTerm]:
    """Of names in one breath the last one, as in "lo-fi chill hop": that is the noun. Otherwise the first."""
    chosen = said[0]
    for following in said[1:]:
        if following[0].place != chosen[0].place + chosen[0].tokens:
            break
        chosen = following
    return chosen


def _suggested(wishes: Wishes, bpm: float | None, draw: float) -> Genre:
    votes: Counter[Genre] = Counter()
    for instrument in (term.instruments[0] for term in wishes.instruments):
        for rank, genre in enumerate(_AT_HOME.get(instrument, ())):
            votes[genre] += 3 - rank
    for mood, negated in wishes.moods:
        if mood.suggests is not None and not negated:
            votes[mood.suggests] += 2
    ruled_out = {term.genre for term in wishes.not_genres}
    open_to = [genre for genre in Genre if genre not in ruled_out] or list(Genre)
    if bpm is not None:
        fitting = [genre for genre in open_to if FACTS[genre].bpm[0] - 4 <= bpm <= FACTS[genre].bpm[2] + 4]
        open_to = [genre for genre in fitting if not votes or votes[genre]] or fitting or open_to
    best = max((votes[genre] for genre in open_to), default=0)
    candidates = [genre for genre in open_to if votes[genre] == best]
    if not best:
        energy = 0.5 + sum((-0.7 if negated else 1.0) * mood.energy for mood, negated in wishes.moods) * 1.5
        candidates = sorted(open_to, key=lambda genre: abs(FACTS[genre].energy - energy))[:12]
    return candidates[int(draw * len(candidates))]
