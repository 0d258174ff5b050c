"""The pieces of a description, sorted by what they are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from klangwerk.engines.composer.brief import Understood
from klangwerk.engines.composer.instruments.catalog import CATALOG, Instrument
from klangwerk.engines.composer.prompt.scanning import Piece
from klangwerk.engines.composer.prompt.values import Said
from klangwerk.engines.composer.prompt.vocabulary.terms import (
    GenreTerm,
    InstrumentTerm,
    MoodTerm,
    SectionTerm,
    StemTerm,
    Wish,
    WishTerm,
)
from klangwerk.engines.composer.score import SectionKind, Stem


@dataclass(slots=True)
class Wishes:
    """All that was said, in order. `genres` come with the place of their piece."""

    genres: list[tuple[Piece, GenreTerm]] = field(default_factory=list)
    not_genres: list[GenreTerm] = field(default_factory=list)
    moods: list[tuple[MoodTerm, bool]] = field(default_factory=list)  # with whether it was negated
    instruments: list[InstrumentTerm] = field(default_factory=list)
    without: set[Stem] = field(default_factory=set)
    without_instruments: set[Instrument] = field(default_factory=set)
    only: set[Stem] = field(default_factory=set)
    wanted: set[SectionKind] = field(default_factory=set)
    unwanted: set[SectionKind] = field(default_factory=set)
    wishes: set[Wish] = field(default_factory=set)
    values: list[Said] = field(default_factory=list)
    understood: list[Understood] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)


def gather(pieces: Sequence[Piece]) -> Wishes:
    """Everything in its place; what was not understood is in `ignored`."""
    found = Wishes()
    only_until = -1  # "only piano and strings": the place where the next piece still belongs to it
    for number, piece in enumerate(pieces):
        term = piece.term
        if isinstance(term, WishTerm) and term.wish is Wish.ONLY:
            follower = pieces[number + 1] if number + 1 < len(pieces) else None
            if (
                follower is not None
                and isinstance(follower.term, InstrumentTerm | StemTerm)
                and _follows(piece, follower)
            ):
                only_until = follower.place
                found.understood.append(Understood(piece.text, "structure", "nothing else"))
            elif piece.text.lower() == "solo":
                found.wanted.add(SectionKind.SOLO)
                found.understood.append(Understood(piece.text, "structure", SectionKind.SOLO.value))
            continue
        if only_until >= 0 and piece.place <= only_until + 1 and not piece.negated:
            if isinstance(term, InstrumentTerm | StemTerm):
                found.only |= _stems_of(term)
                only_until = piece.place + piece.tokens
        _sort(found, piece)
    return found


def _follows(piece: Piece, other: Piece) -> bool:
    """Whether nothing but an article lies between them."""
    return other.place <= piece.place + piece.tokens + 1


def _sort(found: Wishes, piece: Piece) -> None:
    term, said = piece.term, piece.said
    if said is not None:
        if piece.negated:
            found.ignored.append(piece.text)
        else:
            found.values.append(said)
    elif isinstance(term, GenreTerm):
        if piece.negated:
            found.not_genres.append(term)
            _tell(found, piece, "genre", f"not {term.genre.value}")
        else:
            found.genres.append((piece, term))
    elif isinstance(term, MoodTerm):
        found.moods.append((term, piece.negated))
        _tell(found, piece, "mood", f"not {term.name}" if piece.negated else term.name)
    elif isinstance(term, InstrumentTerm):
        if piece.negated:
            found.without_instruments.update(term.instruments)
        elif term not in found.instruments:
            found.instruments.append(term)
        name = term.instruments[0].value
        _tell(found, piece, "instrument", f"no {name}" if piece.negated else name)
    elif isinstance(term, StemTerm):
        if piece.negated:
            found.without.add(term.stem)
        _tell(found, piece, "instrument", f"no {term.stem.value}" if piece.negated else term.stem.value)
    elif isinstance(term, SectionTerm):
        (found.unwanted if piece.negated else found.wanted).add(term.kind)
        _tell(found, piece, "structure", f"no {term.kind.value}" if piece.negated else term.kind.value)
    elif isinstance(term, WishTerm):
        _wish(found, piece, term.wish)
    else:
        found.ignored.append(piece.text)


_OPPOSITES = {
    Wish.SLOW: Wish.FAST,
    Wish.FAST: Wish.SLOW,
    Wish.MAJOR: Wish.MINOR,
    Wish.MINOR: Wish.MAJOR,
    Wish.VOICE: Wish.INSTRUMENTAL,
}


def _wish(found: Wishes, piece: Piece, wish: Wish) -> None:
    if piece.negated:
        if wish not in _OPPOSITES:
            found.understood.append(Understood(piece.text, "structure", f"no {wish.value}"))
            return
        wish = _OPPOSITES[wish]
    if wish is Wish.NO_DRUMS:
        found.without.add(Stem.PERCUSSION)
    elif wish is Wish.DIRECT:
        found.unwanted.add(SectionKind.INTRO)
    found.wishes.add(wish)
    about = {
        Wish.SLOW: "tempo",
        Wish.FAST: "tempo",
        Wish.MEDIUM: "tempo",
        Wish.MAJOR: "key",
        Wish.MINOR: "key",
    }
    _tell(found, piece, about.get(wish, "structure"), wish.value)


def _tell(found: Wishes, piece: Piece, about: str, value: str) -> None:
    found.understood.append(Understood(piece.text, about, value))


def _stems_of(term: InstrumentTerm | StemTerm) -> set[Stem]:
    if isinstance(term, StemTerm):
        return {term.stem}
    instrument = term.instruments[0]
    if CATALOG[instrument].is_kit:
        return {Stem.PERCUSSION}
    if is_bass(instrument):
        return {Stem.BASS}
    return {Stem.CHORDS, Stem.MELODY}


def is_bass(instrument: Instrument) -> bool:
    """Whether it plays the bass and nothing else."""
    return CATALOG[instrument].low < 40 and CATALOG[instrument].high <= 64
