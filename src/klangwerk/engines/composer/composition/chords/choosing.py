"""Which instruments play the chords: those of the genre, unless others were asked for."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from klangwerk.engines.composer.brief import Brief
from klangwerk.engines.composer.composition.chords import bands, club
from klangwerk.engines.composer.composition.chords.layers import ALL, HOLD, Grip, Layer
from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.instruments.catalog import CATALOG
from klangwerk.engines.composer.instruments.catalog import Instrument as I

SUSTAINED = frozenset({
    I.STRING_ENSEMBLE, I.CHOIR, I.WARM_PAD, I.GLASS_PAD, I.DARK_PAD, I.CHURCH_ORGAN, I.ACCORDION,
    I.FRENCH_HORNS,
})  # fmt: skip
GUITARS = frozenset({I.NYLON_GUITAR, I.STEEL_GUITAR, I.CLEAN_GUITAR, I.MUTED_GUITAR})
LOUD_GUITARS = frozenset({I.OVERDRIVEN_GUITAR, I.DISTORTED_GUITAR})
STRUCK = frozenset({
    I.GRAND_PIANO, I.FELT_PIANO, I.ELECTRIC_PIANO, I.CLAVINET, I.HARPSICHORD, I.VIBRAPHONE, I.MARIMBA,
    I.KALIMBA, I.MUSIC_BOX, I.HARP,
    I.PIZZICATO, I.DRAWBAR_ORGAN, I.STRING_STACCATO, I.BRASS_SECTION, I.SUPERSAW, I.SAW_STAB, I.SYNTH_PLUCK,
    I.SYNTH_BRASS, I.FM_BELL,
    I.CHIP_ARP,
})  # fmt: skip
"""What can play chords, by how it is played."""

ENSEMBLES: dict[Genre, tuple[tuple[Layer, ...], ...]] = {
    Genre.LOFI: (club.LOFI,),
    Genre.CHILLHOP: (club.CHILLHOP,),
    Genre.HOUSE: (club.HOUSE,),
    Genre.DEEP_HOUSE: (club.DEEP_HOUSE,),
    Genre.TECHNO: (club.TECHNO,),
    Genre.TRANCE: (club.TRANCE,),
    Genre.DRUM_AND_BASS: (club.DRUM_AND_BASS,),
    Genre.DUBSTEP: (club.DUBSTEP,),
    Genre.TRAP: (club.TRAP,),
    Genre.BOOM_BAP: (club.BOOM_BAP,),
    Genre.UK_GARAGE: (club.UK_GARAGE,),
    Genre.AMBIENT: (club.AMBIENT,),
    Genre.SYNTHWAVE: (club.SYNTHWAVE,),
    Genre.POP: (bands.POP,),
    Genre.RNB: (bands.RNB,),
    Genre.FUNK: (bands.FUNK,),
    Genre.DISCO: (bands.DISCO,),
    Genre.JAZZ: (bands.JAZZ,),
    Genre.BLUES: (bands.BLUES,),
    Genre.BOSSA_NOVA: (bands.BOSSA_NOVA,),
    Genre.REGGAE: (bands.REGGAE,),
    Genre.ROCK: (bands.ROCK,),
    Genre.METAL: (bands.METAL,),
    Genre.FOLK: (bands.FOLK,),
    Genre.CINEMATIC: (bands.CINEMATIC,),
    Genre.CLASSICAL: (bands.QUARTET, bands.KEYBOARD),
    Genre.AFROBEAT: (bands.AFROBEAT,),
    Genre.CHIPTUNE: (club.CHIPTUNE,),
}


_DARK, _BRIGHT = 0.3, 0.75  # brightness of a brief
_TOLD_BY_THEIR_MAIN = frozenset({Genre.METAL, Genre.ROCK, Genre.TRANCE, Genre.CHIPTUNE, Genre.REGGAE})
"""Genres that are no longer themselves without their main player: what is asked for joins it."""


def players(brief: Brief, rng: np.random.Generator) -> list[tuple[Layer, I]]:
    """The layers that play with their instruments; the first is the main one."""
    ensembles = ENSEMBLES[brief.genre]
    ensemble = ensembles[int(rng.integers(len(ensembles)))]
    wanted = [i for i in brief.instruments if _family(i) is not None and i not in brief.without_instruments]
    chosen: list[tuple[Layer, I]] = []
    for layer in ensemble:
        able = [i for i in layer.instruments if i not in brief.without_instruments]
        taken = {instrument for _, instrument in chosen}
        able = [i for i in able if i not in taken] or able
        asked = next((i for i in wanted if i in layer.instruments and i not in taken), None)
        plays = rng.random() < layer.chance
        pick = int(rng.integers(1 << 30))
        if asked:
            chosen.append((layer, asked))
        elif able and (plays or not chosen):
            chosen.append((layer, _of_the_colour(able, brief, pick)))
    missing = [i for i in wanted if i not in {instrument for _, instrument in chosen}]
    kept = int(brief.genre in _TOLD_BY_THEIR_MAIN and bool(chosen))
    for n, instrument in enumerate(missing[: len(ensemble)], start=kept):
        layer = _suited(ensemble[min(n, len(ensemble) - 1)], instrument, main=n == kept)
        if n < len(chosen):
            chosen[n] = (layer, instrument)
        else:
            chosen.append((layer, instrument))
    if not chosen:
        spare = [
            i
            for i in (I.GRAND_PIANO, I.WARM_PAD, I.STRING_ENSEMBLE, I.ELECTRIC_PIANO)
            if i not in brief.without_instruments
        ]
        spare = (
            spare
            or [i for i in CATALOG if i in STRUCK | SUSTAINED and i not in brief.without_instruments]
            or [I.GRAND_PIANO]
        )
        chosen.append((_suited(ensemble[0], spare[0], main=True), spare[0]))
    return chosen


def _of_the_colour(able: list[I], brief: Brief, pick: int) -> I:
    """One of these; dark pieces take the dark pad, bright ones glass, where there is a choice."""
    for pad, suits in ((I.DARK_PAD, brief.brightness < _DARK), (I.GLASS_PAD, brief.brightness > _BRIGHT)):
        if suits and pad in able:
            return pad
    return able[pick % len(able)]


def _family(instrument: I) -> frozenset[I] | None:
    return next((f for f in (SUSTAINED, GUITARS, LOUD_GUITARS, STRUCK) if instrument in f), None)


def _suited(layer: Layer, instrument: I, *, main: bool) -> Layer:
    """The layer as another instrument would play it."""
    where = ALL if main else layer.where
    family = _family(instrument)
    if family in (_family(written) for written in layer.instruments):
        return replace(layer, where=where)
    if family is SUSTAINED:
        return replace(
            layer,
            calm=(HOLD,),
            full=(),
            grip=Grip.KEYS,
            low=50,
            high=76,
            gate=0.97,
            strum_s=0.0,
            where=where,
            riff=False,
            double=False,
        )
    if family is LOUD_GUITARS:
        return replace(
            layer,
            calm=("x-------x-----..",),
            full=("x---x-x-x---x-x-", "x-x-x-x-x-x-x-x-"),
            grip=Grip.POWER,
            low=40,
            high=64,
            where=where,
            riff=False,
        )
    if family is GUITARS:
        return replace(
            layer, calm=("0-1-2-3-2-1-2-1-", "x-------x-------"), full=("x---x-x-..x-x-x-",
            "x---x---x-x-x---"), grip=Grip.GUITAR, low=40, high=76,
            strum_s=0.012, where=where, riff=False, double=False,
        )  # fmt: skip
    if all(_family(written) is SUSTAINED for written in layer.instruments):
        return replace(
            layer,
            calm=("x---------------", "0---2---1---2---"),
            full=("x-----x---..x---", "x---x---x---x---"),
            low=55,
            high=77,
            where=where,
        )
    return replace(
        layer,
        low=max(layer.low, 52),
        high=max(layer.high, 74),
        riff=False,
        double=False,
        grip=Grip.KEYS,
        where=where,
    )
